// Figures as people type them: full width or not, grouped, followed by a unit. An ambiguous figure
// leads to a question, never to a guess.

import { plain, shift } from './decimal.js';

const MOST_TYPED = 60; // characters; no figure that can be computed with is longer
const NUMBER = /^(?:(\d+)(?:\.(\d*))?|\.(\d+))$/;
/** @type {Record<string, number>} */
const MAGNITUDES = { 千: 3, 万: 4, w: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };
const MAGNITUDE = /(万亿|千万|百万|十万|亿|万|w|千)$/;
// What may follow a figure of each kind, and whether it can have a magnitude such as 万.
const KINDS = {
  money: { after: /(?:元|圆|块钱|块)整?$/, scaled: true },
  count: { after: /(?:个人|人|名|位|个)$/, scaled: true },
  percent: { after: /%$/, scaled: false },
};

/**
 * Reads a figure that is not negative, moves its point by `places` (unless the text names its own
 * unit) and allows `decimals` decimals of what comes out. Returns `{value, reread}`: a plain
 * decimal ("12.5", no leading or trailing zeros), and whether it was written otherwise; or `{problem}`,
 * one of not_a_number, negative, decimals, whole, too_large, comma, the last with `meant`, a text that
 * can be read, where there is just one.
 * @param {string} text @param {{kind?: 'money' | 'count' | 'percent', places?: number, decimals: number}} given
 * @returns {{value?: string, reread?: boolean, problem?: string, meant?: string}}
 */
export function readFigure(text, { kind = 'count', places = 0, decimals }) {
  const typed = text.trim();
  if (typed.length > MOST_TYPED) return { problem: /^[\d０-９]/.test(typed) ? 'too_large' : 'not_a_number' };
  const { number, unit, own } = split(tidied(typed), KINDS[kind]);
  if (/^[-−–]/.test(number)) return { problem: 'negative' };
  const { digits, meant } = ungrouped(number);
  if (digits === undefined) {
    const read = meant ? readFigure(meant + unit, { kind, places, decimals }) : {};
    return read.value === undefined ? { problem: 'comma' } : { problem: 'comma', meant: meant + unit };
  }
  const match = NUMBER.exec(digits);
  if (!match) return { problem: 'not_a_number' };
  const value = shift(plain(match[1] ?? '0', match[2] ?? match[3] ?? ''), own ?? places);
  if ((value.split('.')[1] ?? '').length > decimals) return { problem: decimals === 0 ? 'whole' : 'decimals' };
  return { value, reread: digits !== typed };
}

// Full-width characters become plain ones, a Chinese full stop a point; invisible ones are removed.
/** @param {string} text */
function tidied(text) {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[。｡]/g, '.')
    .replace(/\p{Cf}/gu, '')
    .replaceAll('萬', '万')
    .replaceAll('億', '亿')
    .toLowerCase()
    .trim();
}

// `own`: how far the unit in the text moves the decimal point; undefined without a unit.
/** @param {string} text @param {{after: RegExp, scaled: boolean}} given */
function split(text, { after, scaled }) {
  const amount = text.replace(after, '').trimEnd();
  const [, magnitude] = (scaled && MAGNITUDE.exec(amount)) || [];
  const number = magnitude ? amount.slice(0, -magnitude.length).trimEnd() : amount;
  const unit = text.slice(number.length).replace(/\s/g, '');
  return { number, unit, own: MAGNITUDES[magnitude] ?? (unit === '' ? undefined : 0) };
}

// Blanks and commas must group threes or fours throughout, from the right. A single comma that does not
// group may mean a decimal point; in some countries points group.
/** @param {string} number */
function ungrouped(number) {
  const joined = unspaced(number);
  if (joined === null) return { digits: '' };
  if (!joined.includes(','))
    return /^\d{1,3}(?:\.\d{3}){2,}$/.test(joined) ? { meant: joined.replaceAll('.', '') } : { digits: joined };
  const [whole, ...rest] = joined.split('.');
  if (rest.length < 2 && isGrouped(whole, ',') && !rest[0]?.includes(','))
    return { digits: joined.replaceAll(',', '') };
  if (/^\d*,\d+$/.test(joined)) return { meant: joined.replace(/^,/, '0,').replace(',', '.') };
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(joined)) return { meant: joined.replaceAll('.', '').replace(',', '.') };
  return {};
}

/** @param {string} whole @param {string} sign */
function isGrouped(whole, sign) {
  const [first, ...groups] = whole.split(sign);
  /** @param {number} length */
  const all = (length) => first.length <= length && groups.every((group) => group.length === length);
  return /^[1-9]\d*$/.test(first) && groups.every((group) => /^\d+$/.test(group)) && (all(3) || all(4));
}

// Null if blanks between digits do not group.
/** @param {string} number */
function unspaced(number) {
  if (!/\s/.test(number)) return number;
  const [whole] = number.split(/[.,]/);
  const spaced = whole.trim().replace(/\s+/g, ' ');
  return isGrouped(spaced, ' ') || !spaced.includes(' ') ? number.replace(/\s+/g, '') : null;
}
