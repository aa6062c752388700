// Adds a member of the staff, and changes one.

import { fill, find, h, reveal } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { resetFactorPart } from '../account/second_factor.js';
import { choiceField, textField } from '../fields.js';
import { Form } from '../form.js';
import { surePart } from '../sure.js';
import { deskTrouble } from '../trouble.js';
import { isProblem } from '../visit.js';
import { MattersTaker } from './matters_taker.js';
import { bodyOf, draftOf, problemsOf, staffFields } from './fields.js';
import { passwordOncePage } from './password_once.js';

const LOGIN = /^[a-z0-9][a-z0-9._-]{1,63}$/;

/** @param {Desk.Visit} visit @param {HTMLElement} view */
export function addPage(visit, view) {
  const draft = visit.draft('staff/new', () => ({ login: '', ...draftOf() }));
  const login = textField(
    {
      name: 'login',
      label: t('login'),
      hint: t('login_hint'),
      value: draft.login,
      extra: { autocapitalize: 'none', maxlength: '200' },
    },
    (text) => {
      draft.login = text;
    },
  );
  const wanted = () => draft.login.trim().toLowerCase();
  const form = new Form({
    fields: [login, ...staffFields(visit.offices, draft)],
    submit: t('staff_add_do'),
    busy: t('saving_staff'),
    check: () => ({
      ...(LOGIN.test(wanted()) ? {} : { login: t(wanted() ? 'login_form' : 'login_blank') }),
      ...problemsOf(draft),
    }),
    act: async () => {
      /** @type {Api.StaffWithPassword} */
      const { staff, password } = await visit.send('POST', 'staff', { login: wanted(), ...bodyOf(draft) });
      visit.dropDraft('staff/new');
      passwordOncePage(view, t('staff_added', { name: staff.name }), staff, password);
    },
    rest: h(
      'a',
      { class: 'button button-quiet', href: '#/staff', click: () => visit.dropDraft('staff/new') },
      t('cancel'),
    ),
  });
  fill(
    view,
    h(
      'div',
      { class: 'narrow' },
      back(),
      h('h1', { tabindex: '-1' }, t('staff_add')),
      h('p', { class: 'lead' }, t('staff_add_lead')),
      form.element,
    ),
  );
}

/** @param {Desk.Visit} visit @param {HTMLElement} view @param {Api.Staff} one */
export function editPage(visit, view, one) {
  const key = `staff/${one.id}`;
  const own = one.id === visit.person.id;
  // A draft may be older than the record: the service then answers that the record has changed.
  const draft = visit.draft(key, () => ({ revision: one.revision, ...draftOf(one) }));
  const active = choiceField(
    {
      name: 'active',
      label: t('state'),
      hint: own ? t('own_state') : '',
      value: draft.active ? 'on' : 'off',
      disabled: own,
      options: [
        { value: 'on', label: t('state.on') },
        { value: 'off', label: t('state.off'), note: t('off_note') },
      ],
    },
    (value) => {
      draft.active = value === 'on';
    },
  );
  const taker = new MattersTaker(visit, one);
  const form = new Form({
    fields: [...staffFields(visit.offices, draft, own), active, taker],
    submit: t('save'),
    busy: t('saving_staff'),
    check: () => ({ ...problemsOf(draft), ...taker.problems() }),
    act: async () => {
      const body = { ...bodyOf(draft), active: draft.active, revision: draft.revision, ...taker.body() };
      try {
        await visit.send('PUT', `staff/${one.id}`, body);
      } catch (error) {
        if (!isProblem(error, 'matters_open')) throw error;
        await taker.ask(error);
        return;
      }
      visit.dropDraft(key);
      visit.said = 'staff_saved';
      location.hash = '#/staff';
    },
    explain: (error) => (isProblem(error, 'changed_elsewhere') ? conflict(visit, view, one.id, key) : null),
    rest: h('a', { class: 'button button-quiet', href: '#/staff', click: () => visit.dropDraft(key) }, t('cancel')),
  });
  fill(
    view,
    h(
      'div',
      { class: 'narrow' },
      back(),
      h('h1', { tabindex: '-1' }, t('staff_edit', { name: one.name })),
      h('p', { class: 'lead' }, t('staff_edit_lead', { login: one.login })),
      form.element,
      own ? null : resetPart(visit, view, one),
      own || visit.secondFactor === 'off' ? null : resetFactorPart(visit, one),
    ),
  );
}

function back() {
  return h('p', { class: 'trail' }, h('a', { href: '#/staff' }, `← ${t('staff_back')}`));
}

// Another person has changed the record: loads that first, so that nothing is overwritten unseen.
/** @param {Desk.Visit} visit @param {HTMLElement} view @param {number} id @param {string} key */
function conflict(visit, view, id, key) {
  const load = async () => {
    try {
      const { staff } = await visit.get('staff');
      const found = staff.find((other) => other.id === id);
      if (!found) throw new Error(`no member of the staff ${id}`);
      visit.dropDraft(key);
      editPage(visit, view, found);
      find(view, 'h1').focus();
    } catch (error) {
      reveal(fillNotice(view, deskTrouble(error, load)));
    }
  };
  return h(
    'div',
    { class: 'notice notice-trouble', role: 'alert' },
    h('h2', {}, t('staff_conflict_title')),
    h('p', {}, t('staff_conflict_text')),
    h('button', { type: 'button', class: 'button', click: load }, t('staff_conflict_load')),
  );
}

/** @param {HTMLElement} view @param {HTMLElement} notice */
function fillNotice(view, notice) {
  fill(find(view, '.banner'), notice);
  notice.tabIndex = -1;
  return notice;
}

/**
 * For a forgotten password: asks for confirmation, then shows a new one.
 * @param {Desk.Visit} visit @param {HTMLElement} view @param {Api.Staff} one
 */
function resetPart(visit, view, one) {
  return surePart({
    title: t('reset_title'),
    text: t('reset_text'),
    button: t('reset_do'),
    sure: t('reset_sure', { name: one.name }),
    yes: t('reset_yes'),
    act: reset,
  });

  /** @param {HTMLElement} said */
  async function reset(said) {
    fill(said);
    try {
      /** @type {Api.StaffWithPassword} */
      const { password } = await visit.send('POST', `staff/${one.id}/password`);
      passwordOncePage(view, t('reset_done', { name: one.name }), one, password);
    } catch (error) {
      fill(
        said,
        deskTrouble(error, () => reset(said)),
      );
    }
  }
}
