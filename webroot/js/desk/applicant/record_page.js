// What all pages of one applicant share: words, style, and opening the record.

import { fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { openLinksBeside } from '../../shared/parts/links.js';
import { showAgain } from '../../shared/router.js';
import { stylesheet } from '../../shared/style.js';
import { waiting } from '../../shared/trouble.js';
import { keepFresh } from '../live.js';
import { deskTrouble } from '../trouble.js';
import { applicantWords } from './words.js';
import { recordOf } from './record.js';

/**
 * Adds the words and loads the styles; resolves when they are loaded.
 * @param {...string} styles
 */
export function ready(...styles) {
  addWords(applicantWords);
  openLinksBeside();
  return Promise.all(['/css/desk-applicant.css', ...styles].map(stylesheet));
}

/**
 * Opens the record and calls `draw(record, view)`, which may return what to do when the clerk goes
 * elsewhere; it is called again after a colleague has changed the record. Once the authorisation is
 * over, here or in another tab, the page is emptied. Returns what to do when the clerk goes elsewhere.
 * @param {Desk.Visit} visit @param {HTMLElement} view @param {string} id
 * @param {(record: Desk.Record, view: HTMLElement) => Pages.PageResult} draw @returns {Promise<Pages.OnLeave | void>}
 */
export async function withRecord(visit, view, id, draw) {
  if (!/^[1-9]\d{0,17}$/.test(id)) return overPage(view);
  fill(view, waiting(t('opening')));
  const record = recordOf(visit, id);
  /** @type {Pages.OnLeave | void | undefined} */
  let onLeave;
  const redraw = async () => {
    onLeave?.();
    onLeave = undefined;
    const next = await draw(record, view);
    if (view.isConnected) onLeave = next;
    else next?.();
  };
  record.onFresh = redraw; // a page that follows the record by itself replaces it
  const stop = keepFresh(() => record.refresh());
  /** @param {BeforeUnloadEvent} event */
  const warn = (event) => {
    if (record.isChanged()) event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  const end = () => {
    stop();
    window.removeEventListener('beforeunload', warn);
    onLeave?.();
    onLeave = undefined;
  };
  record.onOver = (empty = overPage) => {
    end();
    // Pending work now draws into a detached element.
    const other = h('div', {});
    view.replaceWith(other);
    empty(other);
  };
  try {
    await record.open();
    if (view.isConnected) await redraw();
  } catch (error) {
    if (view.isConnected) fill(view, h('h1', { tabindex: '-1' }, t('applicant_title')), deskTrouble(error, showAgain));
  }
  return () => {
    end();
    record.close();
  };
}

/** @param {HTMLElement} view */
function overPage(view) {
  const title = h('h1', { tabindex: '-1' }, t('over_title'));
  fill(
    view,
    h(
      'div',
      { class: 'narrow' },
      title,
      h('div', { class: 'notice notice-trouble', role: 'alert' }, h('p', {}, t('over_text'))),
      h(
        'div',
        { class: 'actions' },
        h('a', { class: 'button button-main', href: '#/applicants' }, t('applicants_back')),
        h('a', { class: 'button', href: '#/applicants/new' }, t('applicant_new')),
      ),
    ),
  );
  document.title = t('over_title');
  window.scrollTo(0, 0);
  title.focus({ preventScroll: true });
}
