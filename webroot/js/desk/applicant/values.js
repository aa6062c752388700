// Values of an applicant's record in words.

import { h } from '../../shared/dom.js';
import { factValue } from '../../shared/format.js';
import { say, t } from '../../shared/language.js';

const MOST_TEXT = 200; // characters of name and contact

/**
 * The name of a part of the record: a fact, or `name` and `contact`.
 * @param {Desk.Record} record @param {string} name
 */
export function partName(record, name) {
  if (name === 'name') return t('applicant_name');
  if (name === 'contact') return t('applicant_contact');
  return say(record.fact(name) ?? {}) || name;
}

/** @param {Desk.Record} record @param {string} name @param {Desk.PartValue} value */
export function partValue(record, name, value) {
  if (value === undefined || value === '') return t('part_blank');
  return factValue(record.fact(name), value);
}

/**
 * What the authorisation covers.
 * @param {{for_matters: boolean}} authorisation
 */
export function purposeText({ for_matters: matters }) {
  return t(matters ? 'purpose.matters' : 'purpose.look');
}

/**
 * Short texts in one line that breaks only between them, so that a date is not split at its hyphens.
 * @param {(string | null | undefined)[]} texts
 */
export function pieces(texts) {
  return texts
    .filter(Boolean)
    .map((text, index, all) => [h('span', { class: 'piece' }, index < all.length - 1 ? `${text} ·` : text), ' ']);
}

/**
 * What is wrong with name and contact as they are typed.
 * @param {Pick<Desk.Record, 'name' | 'contact'>} record @returns {Pages.PlacedIssue[]}
 */
export function textIssues({ name, contact }) {
  /** @param {string} text */
  const long = (text) => [...text.trim()].length > MOST_TEXT;
  const tooLong = t('name_long', { n: MOST_TEXT });
  return [
    ...(name.trim() === '' ? [{ place: 'name', message: t('applicant_name_blank') }] : []),
    ...(long(name) ? [{ place: 'name', message: tooLong }] : []),
    ...(long(contact) ? [{ place: 'contact', message: tooLong }] : []),
  ];
}
