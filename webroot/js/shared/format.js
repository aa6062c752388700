// Values in words. Amounts arrive as numbers or as decimal strings and stay exact.

import { group, isDecimal, shift } from './decimal.js';
import { language, say, t, tCode } from './language.js';

// The possible value that says "not an enterprise".
const NO_ENTERPRISE = 'none';

/**
 * In 万元 if the amount is large and a whole number of hundreds of yuan, else in 元.
 * @param {Api.Value | null | undefined} value
 */
export function money(value) {
  const yuan = String(value);
  if (!isDecimal(yuan)) return yuan;
  const [whole, fraction = ''] = yuan.split('.');
  if (language() === 'en') return `CNY ${group(yuan)}`;
  const wholeInWan = /^-?\d+00$/.test(whole) && whole.replace('-', '').length > 4 && /^0*$/.test(fraction);
  return wholeInWan ? `${group(shift(whole, -4))} 万元` : `${group(yuan)} 元`;
}

/** @param {Api.Value | null | undefined} value */
export function percent(value) {
  return `${value}%`;
}

/**
 * The amount that a benefit promises; null if it promises none.
 * @param {Api.Amount} amount
 */
export function amountText(amount) {
  if (amount.status === 'none') return null;
  if (amount.status === 'fixed' || amount.status === 'computed') {
    if (amount.value === null || amount.value === undefined) return t('amount.unknown');
    const text = amount.unit === 'CNY' ? money(amount.value) : `${amount.value}${unitBehind(amount.unit_label ?? '%')}`;
    return tCode('bound', amount.bound ?? '') + text;
  }
  return tCode('amount', amount.status, amount.status);
}

/**
 * A fact's value as a person would say it. Lists are joined; an empty list is "none".
 * @param {Api.Fact | undefined} fact @param {Api.Value | null | undefined} value @returns {string}
 */
export function factValue(fact, value) {
  if (value === null || value === undefined) return t('unknown');
  if (Array.isArray(value)) {
    if (value.length === 0) return t('empty_list');
    return value.map((one) => factValue(fact, one)).join(t('list_separator'));
  }
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (!fact) return String(value);
  if (fact.type === 'money') return money(value);
  if (fact.type === 'percent') return percent(value);
  const option = (fact.options ?? []).find((one) => one.code === value);
  if (option) return say(option);
  if (value === NO_ENTERPRISE) return t('possible_none');
  return fact.unit && isDecimal(String(value)) ? group(String(value)) + unitBehind(fact.unit) : String(value);
}

/**
 * The version of a catalogue as pages show it, and as long as a link needs it.
 * @param {string} catalogue
 */
export function shortVersion(catalogue) {
  return catalogue.replace(/^(\w+:.{12}).*$/, '$1');
}

/**
 * How far an answer is from what is required.
 * @param {Api.Gap | null} gap
 */
export function gapText(gap) {
  if (!gap) return '';
  const value = gap.unit === 'CNY' ? money(gap.value) : `${gap.value}${unitBehind(gap.unit)}`;
  return tCode('gap', gap.direction ?? '') ? t(`gap.${gap.direction}`, { value }) : t('gap', { value });
}

// A unit after its figure: only % and ‰ follow without a blank.
/** @param {string | null | undefined} unit */
function unitBehind(unit) {
  const text = tCode('unit', unit ?? '', unit ?? '');
  return /^[%‰]?$/.test(text) ? text : ` ${text}`;
}

/**
 * Number and item of the notice, with our number of `measure`, because the notice numbers nothing below
 * its items. Other documents are cited by article.
 * @param {Api.Source} source @param {string | null} [measure]
 */
export function sourceText(source, measure = null) {
  if (source.item === null || source.item === undefined) {
    return [source.number ?? source.document, source.clause].filter(Boolean).join(' ');
  }
  // Only the notice has cells; elsewhere the item is one of that text.
  const place = t(source.cell === null || source.cell === undefined ? 'source_item' : 'source_text', {
    number: source.number ?? source.document,
    item: source.item,
  });
  return measure ? place + t('source_measure', { id: measure }) : place;
}
