// 帮代办授权书, blank: the same text as on the screen, to be filled in and signed by hand.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { DAYS, TEXT_NUMBER } from '../applicant/authorisation.js';
import { TERMS } from '../applicant/authorisation_page.js';
import { ready } from '../applicant/record_page.js';

/** @param {Desk.Visit} visit @param {HTMLElement} view @returns {Promise<Pages.OnLeave | void>} */
export async function show(visit, view) {
  await ready('/css/desk-paper.css');
  if (!view.isConnected) return undefined;
  fill(
    view,
    h(
      'div',
      { class: 'paper-tools actions' },
      h('button', { type: 'button', class: 'button button-main', click: () => window.print() }, t('paper_print')),
      h('a', { class: 'button button-quiet', href: '#/applicants/new' }, t('applicant_new')),
    ),
    h(
      'article',
      { class: 'paper', 'data-paper': 'authorisation', 'aria-labelledby': 'paper-title' },
      h(
        'header',
        { class: 'paper-head' },
        h(
          'div',
          {},
          h('h1', { id: 'paper-title', tabindex: '-1' }, t('authorisation_paper_title')),
          h('p', { class: 'paper-reference' }, t('authorisation_text', { number: TEXT_NUMBER })),
          h('p', { class: 'paper-small' }, t('authorisation_paper_for')),
        ),
      ),
      h(
        'dl',
        { class: 'paper-about' },
        blank('authorisation_paper_name'),
        blank('applicant_credit_code'),
        blank('authorisation_given_by'),
        blank('authorisation_paper_contact'),
        blank('authorisation_paper_window'),
      ),
      h('p', {}, t('paper_text.lead')),
      h(
        'dl',
        { class: 'authorisation-terms' },
        TERMS.map((term) => h('div', {}, h('dt', {}, t(`screen_term.${term}`)), h('dd', {}, words(term)))),
      ),
      h(
        'div',
        { class: 'paper-signs' },
        h('div', {}, line('authorisation_paper_sign'), line('authorisation_paper_day')),
        h('div', {}, line('authorisation_paper_clerk'), line('authorisation_paper_day')),
      ),
    ),
  );
  document.documentElement.toggleAttribute('data-paper', true);
  return () => document.documentElement.toggleAttribute('data-paper', false);
}

// What is chosen on the screen is ticked on paper.
/** @param {string} term */
function words(term) {
  if (term === 'what')
    return [
      t('paper_text.what'),
      box(t('screen_purpose.look')),
      box(t('screen_purpose.matters')),
      t('paper_text.nothing_else'),
    ];
  if (term === 'until') return [t('paper_text.until'), DAYS.map((n) => box(t('days_n', { n })))];
  return t(`screen_text.${term}`);
}

/** @param {string} text */
function box(text) {
  return h('p', {}, h('span', { 'aria-hidden': 'true' }, '☐ '), text);
}

/** @param {string} key */
function blank(key) {
  return h('div', {}, h('dt', {}, t(key)), h('dd', {}, ' '));
}

/** @param {string} key */
function line(key) {
  return h('p', {}, `${t(key)}${t('optional_colon')}`, h('span', { class: 'paper-line' }));
}
