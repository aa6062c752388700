// 一次性告知单: the answer on paper, and what of it is printed.

import { fill, h } from '../dom.js';
import { addWords, t } from '../language.js';
import * as library from '../library.js';
import { readNotice } from '../result/map_panel.js';
import { resultWords } from '../result/words.js';
import { readdress } from '../router.js';
import { addressOf, PARTS, rulesFor, sheetContent } from './content.js';
import { sheet } from './parts.js';
import { pdfButton, sheetBody } from './pdf.js';
import { sheetWords } from './words.js';
import { stylesheet } from '../style.js';

/** Words and style; resolves when they are there. */
export function ready() {
  addWords(resultWords);
  addWords(sheetWords);
  return stylesheet('/css/sheet.css');
}

/**
 * Fills `view`; returns what to do when the reader goes elsewhere. `qr`: the place of the codes or null;
 * `page`: the sheet's address; `back`: the answer's address; `markOf(measure)`: what the firm does about
 * it; `codeOf()`: the code that opens these answers, if they are saved; `canName`: whether the name can be typed
 * on it; `desk`: what a service hall prints on it. While the sheet is shown, printing omits the frame of the page.
 * @param {Pages.Session} session @param {HTMLElement} view @param {Api.MatchAnswer} answer
 * @param {Set<string>} parts @param {Pages.SheetFrame} given
 */
export function drawSheet(
  session,
  view,
  answer,
  parts,
  { qr, page = '#/sheet', back = '#/result', markOf, codeOf, canName = false, desk },
) {
  const place = h('div', {});
  const rules = rulesFor(session, answer, markOf);
  /** @type {Pages.SheetContext} */
  const context = {
    vocabulary: (id) => session.fact(id),
    reasons: false,
    markOf,
    name: desk ? named(desk.name) : nameOf(session, canName),
    desk,
  };
  const redraw = () => {
    const content = sheetContent(answer, parts, rules);
    fill(
      place,
      sheet(answer, content, parts, { ...context, reasons: parts.has('reasons') }, parts.has('qr') ? qr : null),
    );
  };
  redraw();
  // Contacts and map come when they are there; the sheet does not wait for them.
  library.contacts().then((all) => redrawWith({ contacts: all }), ignore);
  readNotice().then((notice) => redrawWith({ notice }), ignore);
  /** @param {Partial<Pages.SheetContext>} more */
  const redrawWith = (more) => {
    Object.assign(context, more);
    if (place.isConnected && !place.contains(document.activeElement)) redraw();
  };
  fill(
    view,
    tools(
      parts,
      back,
      pdfButton(() => sheetBody(session, answer, parts, { markOf, code: codeOf?.(), name: desk?.name }), { parts }),
      () => {
        readdress(addressOf(parts, page), false);
        redraw();
      },
    ),
    place,
  );
  document.documentElement.toggleAttribute('data-sheet', true);
  return () => document.documentElement.toggleAttribute('data-sheet', false);
}

function ignore() {
  /* the sheet names units and 12345 anyway */
}

/** @param {string} name @returns {Pages.SheetName} */
function named(name) {
  return { read: () => name, write: null };
}

/** @param {Pages.Session} session @param {boolean} canName @returns {Pages.SheetName} */
function nameOf(session, canName) {
  return {
    read: () => String(session.answers.entry('company_name').value ?? ''),
    write: canName
      ? (text) => session.answers.set('company_name', text === '' ? {} : { value: text, draft: { text } })
      : null,
  };
}

/**
 * @param {Set<string>} parts @param {string} back @param {ReturnType<typeof pdfButton>} pdf
 * @param {() => void} onChange
 */
function tools(parts, back, pdf, onChange) {
  return h(
    'div',
    { class: 'sheet-tools' },
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'button button-main', click: () => window.print() }, t('sheet_print')),
      pdf.button,
      h('a', { href: back, class: 'button' }, t('sheet_back')),
    ),
    pdf.said,
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
