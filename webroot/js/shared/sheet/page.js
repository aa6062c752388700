// 一次性告知单: the answer on paper, and what of it is printed.

import { fill, h } from '../dom.js';
import { addWords, t } from '../language.js';
import { readdress } from '../router.js';
import { addressOf, PARTS, sheetContent } from './content.js';
import { sheet } from './parts.js';
import { sheetWords } from './words.js';
import { stylesheet } from '../style.js';

/** Words and style; resolves when they are there. */
export function ready() {
  addWords(sheetWords);
  return stylesheet('/css/sheet.css');
}

/**
 * Fills `view`; returns what to do when the reader goes elsewhere. `qr`: the place of the code or null;
 * `page`: the sheet's address; `back`: the answer's address. While the sheet is shown, printing omits
 * the frame of the page.
 * @param {Pages.Session} session @param {HTMLElement} view @param {Api.MatchAnswer} answer
 * @param {Set<string>} parts @param {{qr: HTMLElement | null, page?: string, back?: string}} given
 */
export function drawSheet(session, view, answer, parts, { qr, page = '#/sheet', back = '#/result' }) {
  const place = h('div', {});
  const redraw = () =>
    fill(
      place,
      sheet(
        answer,
        sheetContent(answer, parts, (fact) => session.answers.isOpen(fact)),
        parts,
        { vocabulary: (id) => session.fact(id), reasons: parts.has('reasons') },
        parts.has('qr') ? qr : null,
      ),
    );
  redraw();
  fill(
    view,
    tools(parts, back, () => {
      readdress(addressOf(parts, page), false);
      redraw();
    }),
    place,
  );
  document.documentElement.toggleAttribute('data-sheet', true);
  return () => document.documentElement.toggleAttribute('data-sheet', false);
}

/** @param {Set<string>} parts @param {string} back @param {() => void} onChange */
function tools(parts, back, onChange) {
  return h(
    'div',
    { class: 'sheet-tools' },
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'button button-main', click: () => window.print() }, t('sheet_print')),
      h('a', { href: back, class: 'button' }, t('sheet_back')),
    ),
    h(
      'details',
      { class: 'sheet-options' },
      h('summary', {}, t('sheet_options')),
      h(
        'fieldset',
        {},
        h('legend', { class: 'visually-hidden' }, t('sheet_options')),
        PARTS.map((part) => choice(part, parts, onChange)),
      ),
    ),
  );
}

/** @param {string} part @param {Set<string>} parts @param {() => void} onChange */
function choice(part, parts, onChange) {
  const box = h('input', {
    type: 'checkbox',
    id: `part-${part}`,
    change: () => {
      if (box.checked) parts.add(part);
      else parts.delete(part);
      onChange();
    },
  });
  box.checked = parts.has(part);
  return h('label', { class: 'sheet-choice', for: `part-${part}` }, box, h('span', {}, t(`sheet_part.${part}`)));
}
