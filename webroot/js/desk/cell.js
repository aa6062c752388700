// A cell of a table that becomes a card on a phone, where it shows the head of its column.

import { h } from '../shared/dom.js';
import { t } from '../shared/language.js';

/** @param {string} key @param {...Pages.Child} content */
export function cellOf(key, ...content) {
  return h(
    'td',
    { class: 'cell' },
    h('span', { class: 'cell-head', 'aria-hidden': 'true' }, t(key)),
    h('span', {}, content),
  );
}
