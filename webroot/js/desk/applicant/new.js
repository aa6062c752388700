// Adds an applicant. The clerk first records the authorisation; nothing is kept before that. The
// applicant agrees to the text on the screen or has signed it on paper.

import { fill, find, h } from '../../shared/dom.js';
import { unspaced } from '../../shared/fields/codes.js';
import { t, tCode } from '../../shared/language.js';
import { readCode } from '../../shared/parts/code.js';
import { codeField } from '../../shared/parts/code_field.js';
import { waiting } from '../../shared/trouble.js';
import { selectField, textField } from '../fields.js';
import { Form } from '../form.js';
import { deskTrouble, notice, waitNotice } from '../trouble.js';
import { isStatus, Refused } from '../../shared/api.js';
import { isProblem } from '../visit.js';
import { authorisationPage } from './authorisation_page.js';
import { tellCreditRemarks } from './credit_remarks.js';
import { foundList } from './found.js';
import { TEXTS } from './merge.js';
import {
  WAYS,
  authorisationBody,
  authorisationDraft,
  authorisationFields,
  authorisationProblems,
} from './authorisation.js';

const MOST_NAME = 200;
const KEY = 'applicants/new';

/** @param {Desk.Visit} visit @param {HTMLElement} view */
export async function newPage(visit, view) {
  fill(view, waiting(t('opening')));
  try {
    await visit.offices.load();
  } catch (error) {
    fill(
      view,
      h('h1', { tabindex: '-1' }, t('applicant_new')),
      deskTrouble(error, () => newPage(visit, view)),
    );
    return;
  }
  draw(visit, view, applicantDraft(visit));
}

/**
 * What was typed about the new applicant.
 * @param {Desk.Visit} visit @returns {Desk.ApplicantDraft}
 */
export function applicantDraft(visit) {
  return visit.draft(KEY, () => ({
    ...authorisationDraft(),
    name: '',
    credit_code: '',
    contact: '',
    code: '',
    county: '',
  }));
}

// Draws the page and returns its form.
/** @param {Desk.Visit} visit @param {HTMLElement} view @param {Desk.ApplicantDraft} draft @returns {Desk.Form} */
function draw(visit, view, draft) {
  const texts = personFields(visit, draft);
  const code = resumeField(draft);
  const authorisation = authorisationFields(draft, WAYS, () => follow());
  // Said only once: what is sent next may be about another company.
  let isAnother = false;
  const send = () => create(visit, draft, isAnother);
  /** @type {Desk.Form} */
  const form = new Form({
    fields: [authorisation.way, code, ...texts.all, authorisation.given_by, authorisation.purpose, authorisation.days],
    submit: t('applicant_create'),
    busy: t('saving_staff'),
    check: () => ({ ...authorisationProblems(draft), ...personProblems(visit, draft) }),
    act: () => (draft.way === 'screen' && !isAnother ? askOnScreen(visit, view, draft, send) : send()),
    explain: (error) => {
      isAnother = false;
      return explain(error, draft, form, () => {
        isAnother = true;
        form.send();
      });
    },
    rest: h(
      'a',
      { class: 'button button-quiet', href: '#/applicants', click: () => visit.dropDraft(KEY) },
      t('cancel'),
    ),
  });
  const follow = () => {
    const byCode = draft.way === 'code';
    code.element.hidden = !byCode;
    texts.credit_code.element.hidden = byCode;
    authorisation.days.element.hidden = byCode;
    form.label(t(draft.way === 'screen' ? 'applicant_to_screen' : 'applicant_create'));
  };
  follow();
  find(authorisation.way.element, 'input:checked, input').dataset.begin = '';
  fill(
    view,
    h(
      'div',
      { class: 'applicant-new' },
      h('p', { class: 'trail' }, h('a', { href: '#/applicants' }, `← ${t('applicants_back')}`)),
      h('h1', { tabindex: '-1' }, t('applicant_new')),
      h(
        'p',
        { class: 'lead' },
        t('applicant_new_lead'),
        ' ',
        h('a', { href: '#/authorisation' }, t('authorisation_paper_print')),
      ),
      form.element,
    ),
  );
  return form;
}

/** @param {Desk.Visit} visit @param {Desk.ApplicantDraft} draft */
function personFields(visit, draft) {
  /** @param {'name' | 'credit_code' | 'contact'} name @param {Pages.Attributes} [more] */
  const field = (name, more = {}) =>
    textField(
      {
        name,
        label: t(`applicant_${name}`),
        hint: t(`applicant_${name}_hint`),
        value: draft[name],
        extra: { maxlength: '400', ...more },
      },
      (text) => {
        draft[name] = text;
      },
    );
  const name = field('name');
  const credit = field('credit_code', { class: 'code', autocapitalize: 'characters' });
  tellCreditRemarks(credit);
  const contact = field('contact');
  const county = visit.person.county
    ? null
    : selectField(
        {
          name: 'county',
          label: t('county'),
          hint: t('applicant_county_hint'),
          value: draft.county,
          options: visit.offices.districtOptions(t('county_choose')),
        },
        (value) => {
          draft.county = value;
        },
      );
  return { credit_code: credit, all: county ? [name, credit, contact, county] : [name, credit, contact] };
}

// Wraps the code field of the public pages as a field of the desk's forms.
/** @param {Desk.ApplicantDraft} draft @returns {Desk.Field} */
function resumeField(draft) {
  const field = codeField(
    { id: 'h-code', label: t('resume_code'), hint: t('resume_code_hint'), text: draft.code },
    (text) => {
      draft.code = text;
    },
  );
  return {
    name: 'code',
    element: field.element,
    get value() {
      return field.text;
    },
    setProblem: field.setProblem,
    focus: () => field.input.focus(),
  };
}

/** @param {Desk.Visit} visit @param {Desk.ApplicantDraft} draft */
function personProblems(visit, draft) {
  /** @type {Desk.Problems} */
  const problems = {};
  const byCode = draft.way === 'code';
  if (draft.name.trim() === '' && !byCode) problems.name = t('applicant_name_blank');
  for (const part of TEXTS)
    if ([...draft[part].trim()].length > MOST_NAME) problems[part] = t('name_long', { n: MOST_NAME });
  if (!visit.person.county && !draft.county) problems.county = t('applicant_county_blank');
  const { problem, count } = byCode ? readCode(draft.code) : {};
  if (problem) problems.code = t(`code_wrong.${problem}`, { n: count ?? 0 });
  return problems;
}

/**
 * @param {Desk.Visit} visit @param {HTMLElement} view @param {Desk.ApplicantDraft} draft
 * @param {() => Promise<void>} send
 */
function askOnScreen(visit, view, draft, send) {
  const banner = h('div', { class: 'banner' });
  /** @param {HTMLElement | null} [said] */
  const back = (said = null) => {
    const form = draw(visit, view, draft);
    if (said) form.say(said);
    else find(view, 'h1').focus();
  };
  const agree = async () => {
    fill(banner);
    try {
      await send();
    } catch (error) {
      if (!view.isConnected) return;
      // The form shows problems beside their fields.
      const form = draw(visit, view, draft);
      form.tell(error);
    }
  };
  authorisationPage(view, {
    name: draft.name.trim(),
    draft,
    clerk: visit.person.name,
    banner,
    agree,
    refuse: () => back(h('p', { class: 'notice', role: 'status' }, t('screen_refused'))),
  });
}

/**
 * `isAnother`: the clerk has seen the companies of this name, and this is none of them.
 * @param {Desk.Visit} visit @param {Desk.ApplicantDraft} draft @param {boolean} isAnother
 */
async function create(visit, draft, isAnother) {
  const { code } = draft.way === 'code' ? readCode(draft.code) : {};
  /** @type {Api.AddedApplicant} */
  const made = await visit.send(
    'POST',
    'applicants',
    { ...bodyOf(visit, draft), ...(isAnother ? { is_another: true } : {}) },
    code ? { Authorization: `Bearer ${code}` } : {},
  );
  visit.dropDraft(KEY);
  visit.said = 'applicant_made';
  location.hash = `#/applicant/${made.id}`;
}

/** @param {Desk.Visit} visit @param {Desk.ApplicantDraft} draft @returns {Api.NewApplicant} */
function bodyOf(visit, draft) {
  const name = draft.name.trim();
  const contact = draft.contact.trim();
  /** @type {Api.NewApplicant} */
  const body = {
    authorisation: authorisationBody(draft),
    ...(name ? { name } : {}),
    ...(contact ? { contact } : {}),
    ...(visit.person.county ? {} : { county: draft.county }),
  };
  if (draft.way === 'code') {
    delete body.authorisation.days; // the authorisation ends with the saved profile
    return body;
  }
  const credit = unspaced(draft.credit_code).toUpperCase();
  return { ...body, profile: { company_name: name, ...(credit ? { credit_code: credit } : {}) }, verified: [] };
}

/**
 * `addAnother()` adds the company although others of its name are kept.
 * @param {unknown} error @param {Desk.ApplicantDraft} draft @param {Desk.Form} form @param {() => void} addAnother
 */
function explain(error, draft, form, addAnother) {
  if (isProblem(error, 'applicant_exists'))
    return notice(
      'firm_there',
      {},
      foundList(error.problem.applicants ?? []),
      h('a', { class: 'button', href: '#/applicants' }, t('applicants_back')),
    );
  if (isProblem(error, 'name_found'))
    return notice(
      'name_found',
      {},
      foundList(error.problem.applicants ?? []),
      h('button', { type: 'button', class: 'button', click: addAnother }, t('name_found_another')),
    );
  if (draft.way === 'code' && isProblem(error, 'no_consent')) return notice('code_no_consent');
  if (draft.way === 'code' && isStatus(error, 404)) return notice('code_nothing');
  const issues = error instanceof Refused ? error.issues : [];
  const nested = issues.find(({ pointer }) => /^\/(authorisation|profile)\//.test(pointer ?? ''));
  if (nested)
    return h(
      'div',
      { class: 'notice notice-issues', role: 'alert' },
      h('p', {}, `${fieldName(nested.pointer)}${t('optional_colon')}${tCode('refused', nested.code, nested.message)}`),
    );
  return waitNotice(error, form);
}

/** @param {string} pointer */
function fieldName(pointer) {
  const last = pointer.split('/')[2];
  return (
    {
      given_by: t('authorisation_given_by'),
      credit_code: t('applicant_credit_code'),
      company_name: t('applicant_name'),
      days: t('authorisation_days'),
    }[last] ?? last
  );
}
