// 转办清单: what was handed over to a unit that has no account, on paper, to be signed.

import { serviceTime, timeText } from '../../shared/china_time.js';
import { fill, h } from '../../shared/dom.js';
import { addWords, onlyChinese, t } from '../../shared/language.js';
import { stylesheet } from '../../shared/style.js';
import { waiting } from '../../shared/trouble.js';
import { firmText, measureText } from '../matter/labels.js';
import { matterWords } from '../matter/words.js';
import { signs } from '../paper/sheet.js';
import { peopleWords } from '../people/words.js';
import { deskTrouble } from '../trouble.js';

addWords({ ...matterWords, ...peopleWords });

/**
 * `argument`: the unit. Returns what ends the page.
 * @param {Desk.Visit} visit @param {HTMLElement} view @param {string} argument
 * @returns {Promise<Pages.OnLeave | void>}
 */
export async function show(visit, view, argument) {
  fill(view, waiting(t('opening')));
  /** @type {Api.Matter[]} */
  let matters;
  try {
    [matters] = await Promise.all([
      handedOver(visit, argument),
      visit.offices.load(),
      stylesheet('/css/desk-matter.css'),
      stylesheet('/css/desk-paper.css'),
    ]);
  } catch (error) {
    return fill(
      view,
      h('h1', { tabindex: '-1' }, t('list_title')),
      deskTrouble(error, () => show(visit, view, argument)),
    );
  }
  if (!view.isConnected) return undefined;
  fill(view, tools(matters), sheet(visit.offices.unit(argument), matters));
  // While this page is open, only the paper is printed, without the page's frame.
  document.documentElement.toggleAttribute('data-paper', true);
  return () => document.documentElement.toggleAttribute('data-paper', false);
}

/** @param {Desk.Visit} visit @param {string} unit */
async function handedOver(visit, unit) {
  /** @type {Api.Matter[]} */
  const all = [];
  /** @type {string | null} */
  let after = '';
  while (after !== null) {
    const asked = new URLSearchParams({ unit, state: 'handed_over', ...(after ? { after } : {}) });
    /** @type {Api.MatterList} */
    const page = await visit.get(`matters?${asked}`);
    all.push(...page.matters);
    after = page.next;
  }
  return all;
}

/** @param {Api.Matter[]} matters */
function tools(matters) {
  return h(
    'div',
    { class: 'paper-tools actions' },
    matters.length > 0
      ? h('button', { type: 'button', class: 'button button-main', click: () => window.print() }, t('paper_print'))
      : null,
    h('a', { class: 'button button-quiet', href: '#/people' }, t('list_back')),
  );
}

/** @param {string} unit @param {Api.Matter[]} matters */
function sheet(unit, matters) {
  return h(
    'article',
    { class: 'paper', 'aria-labelledby': 'paper-title' },
    h(
      'header',
      { class: 'paper-head' },
      h(
        'div',
        {},
        h('h1', { id: 'paper-title', tabindex: '-1' }, t('list_title')),
        h('p', { class: 'paper-reference', lang: onlyChinese() }, t('list_for', { unit })),
        h(
          'p',
          { class: 'paper-small' },
          `${t('paper_printed')}${t('optional_colon')}${timeText(new Date(serviceTime()).toISOString())}`,
        ),
        h('p', { class: 'paper-small' }, t('list_why')),
      ),
    ),
    matters.length === 0 ? h('p', {}, t('list_none')) : [scrolling(table(matters)), signs('handover')],
  );
}

/**
 * A phone is narrower than the paper.
 * @param {HTMLElement} content
 */
function scrolling(content) {
  return h('div', { class: 'paper-wide', tabindex: '0', role: 'region', 'aria-labelledby': 'paper-title' }, content);
}

/** @param {Api.Matter[]} matters */
function table(matters) {
  const heads = ['list_reference', 'list_firm', 'list_measure', 'list_since', 'list_due'];
  return h(
    'table',
    { class: 'paper-documents paper-list' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((key) => h('th', { scope: 'col' }, t(key))),
      ),
    ),
    h(
      'tbody',
      {},
      matters.map((one) =>
        h(
          'tr',
          { 'data-matter': one.id },
          h('th', { scope: 'row' }, one.reference),
          h('td', {}, firmText(one)),
          h('td', {}, measureText(one)),
          h('td', {}, one.since),
          h('td', {}, one.due),
        ),
      ),
    ),
  );
}
