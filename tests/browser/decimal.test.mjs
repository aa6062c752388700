import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capitalYuan, group, shift } from './js/shared/decimal.js';
import { branchesFor } from './js/shared/fields/branches.js';
import { readIndustry } from './js/shared/fields/industry.js';
import { readFigure } from './js/shared/figures.js';

const read = (text, decimals) => {
  const { value, problem } = readFigure(text, { decimals });
  return problem ? { problem } : { value };
};

test('numbers are read as people type them', () => {
  for (const [text, decimals, value] of [
    ['12', 0, '12'],
    ['007', 0, '7'],
    ['１２．５', 1, '12.5'],
    ['1,234,567.50', 2, '1234567.5'],
    [' 3 000 ', 0, '3000'],
    ['.5', 1, '0.5'],
    ['5.', 0, '5'],
    ['0.000', 2, '0'],
    ['99999999999999999999.99', 2, '99999999999999999999.99'],
  ])
    assert.deepEqual(read(text, decimals), { value }, text);
});

test('a text that is not a number is named for what it is', () => {
  for (const [text, decimals, problem] of [
    ['abc', 0, 'not_a_number'],
    ['1e5', 2, 'not_a_number'],
    ['1.2.3', 2, 'not_a_number'],
    ['.', 2, 'not_a_number'],
    ['-1', 0, 'negative'],
    ['1.5', 0, 'whole'],
    ['0.001', 2, 'decimals'],
    ['', 0, 'not_a_number'],
  ])
    assert.deepEqual(read(text, decimals), { problem }, text);
});

test('the point moves without a fraction in between', () => {
  for (const [value, places, result] of [
    ['300', 4, '3000000'],
    ['0.1', 4, '1000'],
    ['0.000001', 4, '0.01'],
    ['1234567.89', 4, '12345678900'],
    ['3000000', -4, '300'],
    ['1', -4, '0.0001'],
    ['0', 4, '0'],
    ['-25000', -4, '-2.5'],
  ])
    assert.equal(shift(value, places), result, value);
});

test('threes are grouped', () => {
  for (const [value, result] of [
    ['1', '1'],
    ['999', '999'],
    ['1000', '1,000'],
    ['1234567.5', '1,234,567.5'],
  ]) {
    assert.equal(group(value), result);
  }
});

test('capital amounts follow the rules for cheques', () => {
  for (const [value, text] of [
    ['0', '零元整'],
    ['0.5', '伍角整'],
    ['0.05', '伍分'],
    ['10', '壹拾元整'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['3000000', '叁佰万元整'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['100000001', '壹亿零壹元整'],
    ['10001000', '壹仟万壹仟元整'],
    ['100000000', '壹亿元整'],
    ['1000000000000', '壹万亿元整'],
    ['1200000000000', '壹万贰仟亿元整'],
    ['1000100000000', '壹万零壹亿元整'],
    ['12345678901234567', ''],
  ])
    assert.equal(capitalYuan(value), text, value);
});

test('a comma groups threes or fours all the way, or is asked about', () => {
  const of = (text, kind = 'money', decimals = 2) => readFigure(text, { kind, decimals });
  for (const [text, value] of [
    ['1,234', '1234'],
    ['12,345,678', '12345678'],
    ['1,2345', '12345'],
    ['1,2345,6789', '123456789'],
    ['１，２３４', '1234'],
    ['1 234 567', '1234567'],
    ['1\u00a0234', '1234'],
    ['1,234.5', '1234.5'],
  ]) {
    assert.deepEqual(of(text), { value, reread: true }, text);
  }
  for (const [text, meant] of [
    ['299,5', '299.5'],
    ['1,5', '1.5'],
    ['1，5', '1.5'],
    ['0,12', '0.12'],
    [',5', '0.5'],
    ['1.234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ['1.234.567', '1234567'],
    ['12345,67', '12345.67'],
    ['2,5亿', '2.5亿'],
  ])
    assert.deepEqual(of(text), { problem: 'comma', meant }, text);
  for (const text of ['1,23,456', '1,234,56', '12,', ',', ',,', '1,234,5678', '1,2.3,4', '1,,234'])
    assert.deepEqual(of(text), { problem: 'comma' }, text);
  assert.deepEqual(of('1,2', 'count', 0), { problem: 'comma' });
});

test('units and signs of figures are read, nothing else is', () => {
  const yuan = (text, places) => readFigure(text, { kind: 'money', places, decimals: 2 }).value;
  for (const [text, places, value] of [
    ['500万', 4, '5000000'],
    ['500万', 0, '5000000'],
    ['2.1亿', 4, '210000000'],
    ['300万元', 4, '3000000'],
    ['300元', 4, '300'],
    ['300', 4, '3000000'],
    ['3千万', 4, '30000000'],
    ['500w', 0, '5000000'],
    ['１。５', 4, '15000'],
    ['1 200 万 元', 4, '12000000'],
    ['8000元整', 4, '8000'],
    ['0.01', 0, '0.01'],
  ])
    assert.equal(yuan(text, places), value, text);
  const count = (text) => readFigure(text, { kind: 'count', decimals: 0 });
  for (const [text, value] of [
    ['12人', '12'],
    ['12 个人', '12'],
    ['1.2万人', '12000'],
    ['12。', '12'],
  ])
    assert.equal(count(text).value, value, text);
  assert.deepEqual(readFigure('12.5％', { kind: 'percent', decimals: 4 }), { value: '12.5', reread: true });
  for (const text of [
    '十二',
    '约12人',
    '12人多',
    '1亿2000万',
    '0x10',
    '²',
    '①',
    '١٢',
    'Infinity',
    '+5',
    '1.2.3',
    '5%',
    '3 00',
    '万',
    '元',
    '人',
    '',
    ' ',
  ]) {
    assert.equal(count(text).problem, 'not_a_number', text);
  }
  for (const text of ['-1', '－1', '−1万']) assert.equal(count(text).problem, 'negative', text);
  assert.equal(yuan('0.001', 0), undefined);
  assert.equal(readFigure('0.000000000000000001万', { kind: 'money', decimals: 2 }).problem, 'decimals');
});

test('no length of what is typed makes a page wait', () => {
  const before = process.cpuUsage();
  for (const text of [
    '9'.repeat(1e6),
    '1,'.repeat(5e5),
    ' '.repeat(1e6),
    `${'0'.repeat(5e5)}1`,
    '。'.repeat(1e6),
    '万'.repeat(1e6),
  ]) {
    assert.ok(readFigure(text, { kind: 'money', places: 4, decimals: 2 }).problem, text.slice(0, 9));
  }
  // A reader that looks back at each character would take a thousand times as long.
  assert.ok(process.cpuUsage(before).user < 20e6, 'more than 20 seconds of the processor');
});

test('a code of industry is a letter and digits in any form', () => {
  for (const [text, value] of [
    ['c3985', 'C3985'],
    [' Ｃ－39 85 ', 'C3985'],
    ['39', '39'],
    ['t', 'T'],
    ['\u200bI65', 'I65'],
  ])
    assert.equal(readIndustry(text).value, value, text);
  for (const text of ['软件', '39850', 'U1', 'CC1', '3C', 'C3985;'])
    assert.equal(readIndustry(text).problem, 'industry_code', text);
  assert.deepEqual(readIndustry('  '), {});
});

test('words lead to lines of business by label and keyword, the closest first', () => {
  const options = [
    { code: 'food', label: '餐饮业', label_en: 'Catering', keywords: ['面馆', '奶茶'] },
    { code: 'soft', label: '软件和信息技术服务业', label_en: 'Software', keywords: ['软件', 'APP'] },
    { code: 'shop', label: '零售业', label_en: 'Retail', keywords: ['软件店'] },
  ];
  const codes = (text) => branchesFor(text, options).map(({ code }) => code);
  assert.deepEqual(codes('软件'), ['soft', 'shop']);
  assert.deepEqual(codes('我开面馆'), ['food']);
  assert.deepEqual(codes('餐饮'), ['food']);
  assert.deepEqual(codes('ａｐｐ'), ['soft']);
  assert.deepEqual(codes('retail'), ['shop']);
  for (const text of ['', '业', '没有这一行', '<b>']) assert.deepEqual(codes(text), [], text);
});
