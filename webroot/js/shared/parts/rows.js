// A label with what belongs to it.

import { h } from '../dom.js';

/**
 * Returns null without content. `heading` is the level that fits the page.
 * @param {string} label @param {Pages.Child} content @param {string} [kind] @param {string} [heading]
 */
export function row(label, content, kind = '', heading = 'h4') {
  if (content === null || content === undefined || content === '') return null;
  return h(
    'div',
    { class: `row ${kind && `row-${kind}`}`.trim() },
    h(heading, { class: 'row-label' }, label),
    h('div', { class: 'row-body' }, content),
  );
}

/**
 * Several contents as a list, a single one as itself, null for none.
 * @param {Pages.Child[]} contents
 */
export function list(contents) {
  if (contents.length === 0) return null;
  return contents.length === 1
    ? contents[0]
    : h(
        'ul',
        {},
        contents.map((content) => h('li', {}, content)),
      );
}
