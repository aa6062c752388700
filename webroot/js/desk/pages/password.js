// Changes the reader's password. After a first log-in no other page opens before that.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { readdress } from '../../shared/router.js';
import { passwordField } from '../fields.js';
import { Form } from '../form.js';
import { waitNotice } from '../trouble.js';

const FEWEST = 12; // as the service counts, by code points

/** @param {Desk.Visit} visit @param {HTMLElement} view */
export function passwordPage(visit, view) {
  const { login, must_change_password: must } = visit.person;
  const old = passwordField({
    name: 'old',
    label: t(must ? 'password_first' : 'password_old'),
    autocomplete: 'current-password',
  });
  const next = passwordField({
    name: 'new',
    label: t('password_new'),
    hint: t('password_rule', { n: FEWEST }),
    autocomplete: 'new-password',
  });
  const again = passwordField({ name: 'again', label: t('password_again'), autocomplete: 'new-password' });
  /** @type {Desk.Form} */
  const form = new Form({
    fields: [old, next, again],
    submit: t('password_do'),
    busy: t('password_doing'),
    check: () => check(login, old.value, next.value, again.value),
    act: () =>
      visit.changePassword(old.value, next.value, () => {
        visit.said = must ? 'password_first' : 'password_done';
        readdress(must ? '#/' : '#/account');
      }),
    explain: (error) => waitNotice(error, form),
    rest: must ? null : h('a', { class: 'button button-quiet', href: '#/account' }, t('cancel')),
  });
  // Password managers need the account name.
  form.element.prepend(
    h('input', { type: 'text', name: 'username', autocomplete: 'username', hidden: true, value: login }),
  );
  fill(
    view,
    h(
      'div',
      { class: 'narrow' },
      h('h1', { tabindex: '-1' }, t(must ? 'first_title' : 'password_title')),
      h('p', { class: 'lead' }, t(must ? 'first_lead' : 'password_lead')),
      form.element,
    ),
  );
}

/** @param {string} login @param {string} old @param {string} next @param {string} again */
function check(login, old, next, again) {
  /** @type {Desk.Problems} */
  const problems = {};
  if (!old) problems.old = t('password_blank');
  if ([...next].length < FEWEST) problems.new = t('refused.too_short');
  else if (next === old) problems.new = t('refused.same_password');
  else if (next.toLowerCase() === login) problems.new = t('refused.is_login');
  else if (next !== again) problems.again = t('password_differs');
  return problems;
}
