// The applicants: found by name, credit code or resume code, or added.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { waiting } from '../../shared/trouble.js';
import { foundList } from '../applicant/found.js';
import { applicantDraft, newPage } from '../applicant/new.js';
import { ready } from '../applicant/record_page.js';
import { readSearch, search } from '../applicant/search.js';
import { Form } from '../form.js';
import { waitingPart } from './withdrawal.js';
import { textField } from '../fields.js';
import { deskTrouble, notice, saidNotice, waitNotice } from '../trouble.js';
import { isStatus } from '../../shared/api.js';

/**
 * `argument`: `new`, or nothing for the search.
 * @param {Desk.Visit} visit @param {HTMLElement} view @param {string} argument
 */
export async function show(visit, view, argument) {
  await ready();
  if (argument !== 'new') await searchPage(visit, view);
  else if (visit.may('assist')) await newPage(visit, view);
  else fill(view, h('h1', { tabindex: '-1' }, t('no_right_title')), notice('no_right'));
}

// The search stays in memory: an address would put a company's name into the browser's history.
/** @param {Desk.Visit} visit @param {HTMLElement} view */
function searchPage(visit, view) {
  const draft = visit.draft('applicants', () => ({ text: '' }));
  const found = h('div', { class: 'applicants-found' });
  const field = textField(
    {
      name: 'q',
      label: t('applicants_search'),
      hint: t('applicants_search_hint'),
      value: draft.text,
      extra: { maxlength: '200', enterkeyhint: 'search' },
    },
    (text) => {
      draft.text = text;
    },
  );
  /** @type {Desk.Form} */
  const form = new Form({
    fields: [field],
    submit: t('find_do'),
    busy: t('searching'),
    kind: 'search-form',
    /** @returns {Desk.Problems} */
    check: () => {
      const { problem, count } = readSearch(draft.text);
      return problem ? { q: t(`code_wrong.${problem}`, { n: count ?? 0 }) } : {};
    },
    act: async () => {
      const wanted = readSearch(draft.text);
      const answer = await search(visit, wanted);
      if (view.isConnected) fill(found, wanted.code ? byCode(visit, answer, wanted.code) : list(answer, wanted.q));
    },
    explain: (error) => (isStatus(error, 404) ? notice('code_nothing') : waitNotice(error, form)),
  });
  fill(
    view,
    h(
      'div',
      { class: 'desk' },
      h(
        'div',
        { class: 'desk-head' },
        h('h1', { tabindex: '-1' }, t('applicants_title')),
        visit.may('assist')
          ? h('a', { class: 'button button-main', href: '#/applicants/new' }, t('applicant_new'))
          : null,
      ),
      visit.may('assist') ? waitingPart(visit) : null,
      h('p', { class: 'lead' }, t('applicants_lead')),
      saidNotice(visit),
      form.element,
      found,
      visit.may('assist') ? h('p', {}, h('a', { href: '#/withdrawal' }, t('withdrawal_title'))) : null,
    ),
  );
  return first(visit, view, found, draft, form);
}

// A search survives Back; a code is not sent again without a new request.
/**
 * @param {Desk.Visit} visit @param {HTMLElement} view @param {HTMLElement} found @param {{text: string}} draft
 * @param {Desk.Form} form
 */
async function first(visit, view, found, draft, form) {
  const wanted = readSearch(draft.text);
  if (wanted.q === undefined) return;
  fill(found, waiting(t('searching')));
  try {
    const answer = await search(visit, wanted);
    if (view.isConnected) fill(found, list(answer, wanted.q));
  } catch (error) {
    if (view.isConnected)
      fill(
        found,
        deskTrouble(error, () => form.send()),
      );
  }
}

/** @param {Api.FoundApplicants} found @param {string | undefined} q */
function list({ applicants, more }, q) {
  if (applicants.length === 0)
    return h('p', { class: 'notice', role: 'status' }, t(q ? 'applicants_none' : 'applicants_empty'));
  return [
    h('h2', { class: 'found-title' }, t(q ? 'applicants_found' : 'applicants_latest')),
    h(
      'p',
      { class: 'muted', role: 'status' },
      t(more ? 'applicants_more' : 'applicants_count', { n: applicants.length }),
    ),
    foundList(applicants),
  ];
}

// A saved profile is shown only after the desk has taken it over, which is recorded.
/** @param {Desk.Visit} visit @param {Api.FoundApplicants} found @param {string} code */
function byCode(visit, { applicants, saved }, code) {
  if (applicants.length > 0) return list({ applicants, more: false }, 'code');
  if (!saved?.may_help) return notice('code_no_consent');
  const go = () => {
    Object.assign(applicantDraft(visit), { way: 'code', code });
    location.hash = '#/applicants/new';
  };
  return h(
    'div',
    { class: 'notice', role: 'status' },
    h('h2', {}, t('code_found_title')),
    h('p', {}, t('code_found_text', { date: saved.expires_on })),
    visit.may('assist')
      ? h('button', { type: 'button', class: 'button button-main', click: go }, t('code_found_go'))
      : null,
  );
}
