// The mark of an answer that was given by leaving it out of a list.

import { h } from '../dom.js';
import { t } from '../language.js';

/**
 * The mark, and the tap that makes the question unanswered again. `label`: the question's.
 * @param {string} label @param {() => unknown} reopen @returns {Pages.Child}
 */
export function leftOutMark(label, reopen) {
  return [
    h('span', { class: 'left-out-note' }, t('left_out')),
    ' ',
    h(
      'button',
      { type: 'button', class: 'line-button left-out-reopen', click: reopen },
      t('left_out_reopen'),
      h('span', { class: 'visually-hidden' }, ` ${label}`),
    ),
  ];
}
