// The log-in. A wrong password and an unknown account get the same answer.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { passwordField, textField } from '../fields.js';
import { Form } from '../form.js';
import { notice, waitNotice } from '../trouble.js';
import { isStatus } from '../../shared/api.js';
import { isProblem } from '../visit.js';

/** @param {Desk.Visit} visit @param {HTMLElement} view */
export function loginPage(visit, view) {
  const login = textField(
    {
      name: 'login',
      label: t('login'),
      value: visit.typedLogin,
      extra: { autocomplete: 'username', autocapitalize: 'none', maxlength: '200' },
    },
    (text) => {
      visit.typedLogin = text;
    },
  );
  const password = passwordField({ name: 'password', label: t('password'), autocomplete: 'current-password' });
  /** @type {Desk.Form} */
  const form = new Form({
    fields: [login, password],
    submit: t('log_in'),
    busy: t('logging_in'),
    kind: 'login-form',
    check: () => ({
      login: login.value.trim() ? '' : t('login_blank'),
      password: password.value ? '' : t('password_blank'),
    }),
    act: () => visit.logIn(login.value.trim(), password.value),
    explain: (error) => {
      if (isStatus(error, 401)) password.input.value = '';
      return explain(error, form);
    },
  });
  (visit.typedLogin ? password : login).input.dataset.begin = '';
  fill(
    view,
    h(
      'div',
      { class: 'login' },
      h('h1', { tabindex: '-1' }, t('login_title')),
      h('p', { class: 'lead' }, t('login_lead')),
      visit.reason ? h('p', { class: 'notice', role: 'status' }, t(`left.${visit.reason}`)) : null,
      form.element,
      h('details', { class: 'login-help' }, h('summary', {}, t('login_help')), h('p', {}, t('login_help_text'))),
    ),
  );
}

/**
 * Null for other failures.
 * @param {unknown} error @param {Desk.Form} form
 */
function explain(error, form) {
  if (isStatus(error, 401)) return notice('login_wrong');
  if (isProblem(error, 'open_transport')) return notice('insecure');
  if (isStatus(error, 403) || isStatus(error, 421)) return notice('login_refused');
  return waitNotice(error, form);
}
