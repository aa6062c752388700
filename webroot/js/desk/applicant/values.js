// Values of an applicant's record in words.

import { h } from '../../shared/dom.js';
import { factValue } from '../../shared/format.js';
import { say, t } from '../../shared/language.js';

/** The name of a part of the record: a fact, or `name` and `contact`. */
export function partName(record, name) {
  if (name === 'name') return t('applicant_name');
  if (name === 'contact') return t('applicant_contact');
  return say(record.fact(name) ?? {}) || name;
}

export function partValue(record, name, value) {
  if (value === undefined || value === '') return t('part_blank');
  return factValue(record.fact(name), value);
}

/** What the authorisation covers. */
export function purposeText({ for_matters: matters }) {
  return t(matters ? 'purpose.matters' : 'purpose.look');
}

/** Short texts in one line, each unbroken where it fits: a date is not parted at its hyphens. */
export function pieces(texts) {
  return texts
    .filter(Boolean)
    .map((text, index, all) => [h('span', { class: 'piece' }, index < all.length - 1 ? `${text} ·` : text), ' ']);
}
