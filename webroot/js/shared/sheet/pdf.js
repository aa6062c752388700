// The sheet as a PDF that the service makes: phones cannot print. What is first and what is whole is
// decided here, by the rules of the page; the service prints that order.

import { Away, exchange, isStatus, Refused } from '../api.js';
import { fill, h } from '../dom.js';
import { addWords, language, t } from '../language.js';
import { downloadFile } from '../parts/download.js';
import { PARTS, rulesFor, sheetContent } from './content.js';
import { pdfWords } from './pdf_words.js';

const NO_FONT = 'no_chinese_font';

/**
 * What the service needs for the sheet of this answer. `markOf(measure)`: what the firm does about it.
 * `code`: of the saved answers, if they are these. `name`: of the firm, where it is not the answer's.
 * @param {Pages.Session} session @param {Api.MatchAnswer} answer @param {Set<string>} parts
 * @param {{markOf?: Pages.SheetFrame['markOf'], code?: string, name?: string}} [firm] @returns {Api.SheetRequest}
 */
export function sheetBody(session, answer, parts, { markOf, code, name } = {}) {
  const { todo, others } = sheetContent(answer, new Set(PARTS), rulesFor(session, answer, markOf));
  const ids = (/** @type {Pages.Entered[]} */ list) => list.map(({ match }) => match.measure.id);
  const measures = ids(todo);
  const marks = Object.fromEntries(
    measures.flatMap((id) => {
      const mark = markOf?.(id);
      return mark ? [[id, mark]] : [];
    }),
  );
  const { profile } = session.answers.request();
  return {
    profile: name ? { ...profile, company_name: name } : profile,
    as_of: answer.as_of,
    catalogue: answer.catalogue,
    lang: language() === 'en' ? 'en' : 'zh',
    ...(code ? { code } : {}),
    measures,
    others: ids(others),
    marks,
    parts: /** @type {Api.SheetPart[]} */ (PARTS.filter((part) => part !== 'reasons' && parts.has(part))),
  };
}

/**
 * A button that downloads the sheet, and the line in which it says how that went. `body()` is asked at
 * each press.
 * @param {() => Api.SheetRequest} body @param {{parts?: Set<string>}} [given]
 */
export function pdfButton(body, { parts = new Set() } = {}) {
  addWords(pdfWords);
  const said = h('div', { class: 'sheet-pdf', role: 'status', 'data-unprinted': true });
  let isBusy = false;
  const button = h(
    'button',
    { type: 'button', class: 'button', 'data-pdf': true, click: () => press() },
    t('sheet_pdf'),
  );
  /** @param {boolean} busy */
  const show = (busy) => {
    isBusy = busy;
    // Not disabled: that would take the focus away.
    button.setAttribute('aria-busy', String(busy));
    button.textContent = t(busy ? 'sheet_pdf_busy' : 'sheet_pdf');
  };
  const press = async () => {
    if (isBusy) return;
    show(true);
    fill(said);
    try {
      await downloadSheet(body());
      fill(said, h('p', { class: 'muted' }, t(parts.has('reasons') ? 'sheet_pdf_reasons' : 'sheet_pdf_done')));
    } catch (error) {
      fill(said, h('p', { class: 'notice notice-trouble' }, whyNot(error)));
    } finally {
      show(false);
    }
  };
  return { button, said };
}

/** @param {Api.SheetRequest} body */
async function downloadSheet(body) {
  const file = await exchange(
    '/api/v1/sheet',
    { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
    (response) => response.blob(),
  );
  downloadFile(`${t('sheet_pdf_name')}-${body.as_of}.pdf`, file);
}

/** @param {unknown} error */
function whyNot(error) {
  if (error instanceof Away) return t('sheet_pdf_offline');
  if (error instanceof Refused && error.issues.some(({ code }) => code === NO_FONT)) return error.detail;
  return t(isStatus(error, 503) || isStatus(error, 429) ? 'sheet_pdf_busy_service' : 'sheet_pdf_failed');
}
