// 帮代办授权书: the same text as on the screen, to be signed by hand. What was typed about the new applicant is
// filled in already, and the rest is left blank.

import { fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { DAYS, TEXT_NUMBER } from '../applicant/authorisation.js';
import { TERMS } from '../applicant/authorisation_page.js';
import { applicantDraft } from '../applicant/new.js';
import { ready } from '../applicant/record_page.js';
import { remains } from '../applicant/remains.js';
import { matterWords } from '../matter/words.js';
import { windowPlace } from '../paper/company.js';

addWords(matterWords);

/** @param {Desk.Visit} visit @param {HTMLElement} view @returns {Promise<Pages.OnLeave | void>} */
export async function show(visit, view) {
  const [rest] = await Promise.all([remains(), ready('/css/desk-paper.css'), visit.offices.load()]);
  if (!view.isConnected) return undefined;
  const typed = applicantDraft(visit);
  const county = visit.person.county || typed.county;
  const place = county ? windowPlace({ code: county, name: visit.offices.district(county) }) : null;
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
        row('authorisation_paper_name', typed.name.trim()),
        row('applicant_credit_code', typed.credit_code.trim()),
        row('authorisation_given_by', typed.given_by.trim()),
        row('authorisation_paper_contact', typed.contact.trim()),
        row('authorisation_paper_window', place),
        row('authorisation_paper_staff', visit.person.name),
      ),
      h('p', {}, t('paper_text.lead')),
      h(
        'dl',
        { class: 'authorisation-terms' },
        TERMS.map((term) => h('div', {}, h('dt', {}, t(`screen_term.${term}`)), h('dd', {}, words(term)))),
      ),
      rest,
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

/** @param {string} key @param {Pages.Child} known */
function row(key, known) {
  return h('div', { 'data-row': key }, h('dt', {}, t(key)), h('dd', {}, known || '\u00a0'));
}

/** @param {string} key */
function line(key) {
  return h('p', {}, `${t(key)}${t('optional_colon')}`, h('span', { class: 'paper-line' }));
}
