// 受理单, 转办单 and 办理结果告知单: a matter on one sheet of paper, to be signed.

import { fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { stylesheet } from '../../shared/style.js';
import { waiting } from '../../shared/trouble.js';
import { endingWords } from '../matter/ending_words.js';
import { loadVocabulary } from '../matter/facts.js';
import { gonePage } from '../matter/notices.js';
import { queryCode } from '../matter/query_code.js';
import { paper, papersOf } from '../paper/sheet.js';
import { deskTrouble } from '../trouble.js';
import { isProblem } from '../visit.js';
import { isStatus } from '../../shared/api.js';
import { matterWords } from '../matter/words.js';

addWords(matterWords);
addWords(endingWords);

/**
 * `argument`: the matter's id; `kind` in `query`: one of the papers of the matter. Returns what ends the page.
 * @param {Desk.Visit} visit @param {HTMLElement} view @param {string} argument @param {URLSearchParams} query
 * @returns {Promise<Pages.OnLeave | void>}
 */
export async function show(visit, view, argument, query) {
  const wanted = query.get('kind');
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
      h('h1', { tabindex: '-1' }, t('matter_word')),
      deskTrouble(error, () => show(visit, view, argument, query)),
    );
  }
  if (!view.isConnected) return undefined;
  const kind = papersOf(record).find((one) => one === wanted) ?? papersOf(record)[0];
  const kept = queryCode(visit, record.id);
  /** @type {() => void} */
  const draw = () => fill(view, tools(visit, record, kind, draw), paper(record, kind, kept.code));
  draw();
  // While this page is open, only the paper is printed, without the page's frame.
  document.documentElement.toggleAttribute('data-paper', true);
  return () => document.documentElement.toggleAttribute('data-paper', false);
}

/** @param {Desk.Visit} visit @param {Api.MatterDetail} record @param {Desk.Paper} kind @param {() => void} draw */
function tools(visit, record, kind, draw) {
  const others = papersOf(record).filter((one) => one !== kind);
  return h(
    'div',
    { class: 'paper-tools actions' },
    h('button', { type: 'button', class: 'button button-main', click: () => window.print() }, t('paper_print')),
    others.map((other) => h('a', { class: 'button', href: `#/paper/${record.id}?kind=${other}` }, t(`paper_${other}`))),
    kind === 'receipt' && record.may.make_query_code ? codeMaker(visit, record, draw) : null,
    h('a', { class: 'button button-quiet', href: `#/matter/${record.id}` }, t('paper_back')),
  );
}

// The last code is known only where it was made; another one takes its place.
/** @param {Desk.Visit} visit @param {Api.MatterDetail} record @param {() => void} draw */
function codeMaker(visit, record, draw) {
  const kept = queryCode(visit, record.id);
  if (kept.code) return null;
  const said = h('div', {});
  const button = h('button', { type: 'button', class: 'button', click: () => make() }, t('paper_code_make'));
  const make = async () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    fill(said);
    try {
      /** @type {Api.MatterWithCode} */
      const made = await visit.send('POST', `matters/${record.id}/query-code`, { revision: record.revision });
      kept.code = made.query_code;
      draw();
    } catch (error) {
      button.setAttribute('aria-disabled', 'false');
      fill(said, isProblem(error, 'changed_elsewhere') ? stale() : deskTrouble(error, make));
    }
  };
  return [button, said];
}

function stale() {
  return h('p', { class: 'notice', role: 'alert' }, t('paper_stale'));
}
