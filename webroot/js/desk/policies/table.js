// Tables of the keeper's page, which become cards on a phone.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';

/**
 * `heads`: keys of words; `rows`: made by the caller, one `tr` each.
 * @param {string} caption @param {string[]} heads @param {HTMLElement[]} rows
 */
export function tableOf(caption, heads, rows) {
  return h(
    'table',
    { class: 'staff-table handlers-table' },
    h('caption', { class: 'visually-hidden' }, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((key) => h('th', { scope: 'col' }, t(key))),
      ),
    ),
    h('tbody', {}, rows),
  );
}

/** A part of the page with its heading. @param {string} title @param {...Pages.Child} content */
export function part(title, ...content) {
  return h('section', { class: 'desk-part' }, h('h2', {}, title), content);
}
