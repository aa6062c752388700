// 受理单 and 转办单: a matter on one sheet of paper, to be signed.

import { fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { stylesheet } from '../../shared/style.js';
import { waiting } from '../../shared/trouble.js';
import { loadVocabulary } from '../matter/facts.js';
import { gonePage } from '../matter/notices.js';
import { PAPERS, paper } from '../paper/sheet.js';
import { deskTrouble } from '../trouble.js';
import { isStatus } from '../../shared/api.js';
import { matterWords } from '../matter/words.js';

addWords(matterWords);

/**
 * `argument`: the matter's id; `kind` in `query`: `receipt` or `handover`. Returns what ends the page.
 * @param {Desk.Visit} visit @param {HTMLElement} view @param {string} argument @param {URLSearchParams} query
 * @returns {Promise<Pages.OnLeave | void>}
 */
export async function show(visit, view, argument, query) {
  const kind = PAPERS.find((one) => one === query.get('kind')) ?? PAPERS[0];
  fill(view, waiting(t('opening')));
  if (!/^[1-9]\d{0,15}$/.test(argument)) return fill(view, gonePage());
  /** @type {Api.MatterDetail} */
  let record;
  try {
    [record] = await Promise.all([
      visit.get(`matters/${argument}`),
      loadVocabulary(),
      stylesheet('/css/desk-paper.css'),
    ]);
  } catch (error) {
    if (isStatus(error, 404)) return fill(view, gonePage());
    return fill(
      view,
      h('h1', { tabindex: '-1' }, t(`paper_${kind}`)),
      deskTrouble(error, () => show(visit, view, argument, query)),
    );
  }
  if (!view.isConnected) return undefined;
  fill(view, tools(record, kind), paper(record, kind));
  // While this page is open, only the paper is printed, without the page's frame.
  document.documentElement.toggleAttribute('data-paper', true);
  return () => document.documentElement.toggleAttribute('data-paper', false);
}

/** @param {Api.MatterDetail} record @param {Desk.Paper} kind */
function tools(record, kind) {
  const other = PAPERS.find((one) => one !== kind);
  return h(
    'div',
    { class: 'paper-tools actions' },
    h('button', { type: 'button', class: 'button button-main', click: () => window.print() }, t('paper_print')),
    h('a', { class: 'button', href: `#/paper/${record.id}?kind=${other}` }, t(`paper_${other}`)),
    h('a', { class: 'button button-quiet', href: `#/matter/${record.id}` }, t('paper_back')),
  );
}
