import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capitalYuan, group, parseDecimal, shift } from './js/decimal.js';

test('numbers are read as people type them', () => {
  for (const [text, decimals, value] of [
    ['12', 0, '12'], ['007', 0, '7'], ['１２．５', 1, '12.5'], ['1,234,567.50', 2, '1234567.5'], [' 3 000 ', 0, '3000'],
    ['.5', 1, '0.5'], ['5.', 0, '5'], ['0.000', 2, '0'], ['99999999999999999999.99', 2, '99999999999999999999.99'],
  ]) assert.deepEqual(parseDecimal(text, decimals), { value }, text);
});

test('what is no number is said to be what it is', () => {
  for (const [text, decimals, problem] of [
    ['abc', 0, 'not_a_number'], ['1e5', 2, 'not_a_number'], ['1.2.3', 2, 'not_a_number'], ['.', 2, 'not_a_number'],
    ['-1', 0, 'negative'], ['1.5', 0, 'whole'], ['0.001', 2, 'decimals'], ['', 0, 'not_a_number'],
  ]) assert.deepEqual(parseDecimal(text, decimals), { problem }, text);
});

test('the point moves without a fraction in between', () => {
  for (const [value, places, result] of [
    ['300', 4, '3000000'], ['0.1', 4, '1000'], ['0.000001', 4, '0.01'], ['1234567.89', 4, '12345678900'],
    ['3000000', -4, '300'], ['1', -4, '0.0001'], ['0', 4, '0'], ['-25000', -4, '-2.5'],
  ]) assert.equal(shift(value, places), result, value);
});

test('threes are grouped', () => {
  for (const [value, result] of [['1', '1'], ['999', '999'], ['1000', '1,000'], ['1234567.5', '1,234,567.5']]) {
    assert.equal(group(value), result);
  }
});

test('capital amounts follow the rules for cheques', () => {
  for (const [value, text] of [
    ['0', '零元整'], ['0.5', '伍角整'], ['0.05', '伍分'], ['10', '壹拾元整'], ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['3000000', '叁佰万元整'], ['1680.32', '壹仟陆佰捌拾元叁角贰分'], ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['100000001', '壹亿零壹元整'], ['10001000', '壹仟万壹仟元整'], ['100000000', '壹亿元整'],
    ['1000000000000', '壹万亿元整'], ['1200000000000', '壹万贰仟亿元整'], ['1000100000000', '壹万零壹亿元整'],
    ['12345678901234567', ''],
  ]) assert.equal(capitalYuan(value), text, value);
});
