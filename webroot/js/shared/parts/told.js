// A text of the policies in the reader's language, marked where only the Chinese one exists.

import { h } from '../dom.js';
import { language, onlyChinese, say } from '../language.js';

/**
 * The text of `record[field]` as an element: English on an English page if there is `field_en`, else
 * Chinese, marked as such. Null without a text.
 * @param {Record<string, any>} record @param {string} field
 */
export function told(record, field) {
  const text = say(record, field);
  return text ? h('span', { lang: tongueOf(record, field) }, text) : null;
}

/**
 * The `lang` of an element that shows `say(record, field)`; null where it is the page's.
 * @param {Record<string, any>} record @param {string} field
 */
export function tongueOf(record, field) {
  return language() === 'en' && record[`${field}_en`] ? null : onlyChinese();
}
