// Asks for the reader's own password again before the account of another person is changed.

import { isStatus } from '../../shared/api.js';
import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { passwordField } from '../fields.js';
import { Form } from '../form.js';
import { waitNotice } from '../trouble.js';

/**
 * Shows a dialog; resolves to whether the right password was entered. Afterwards the focus is where it
 * was before.
 * @param {(password: string) => Promise<unknown>} show sends the password to the service
 * @returns {Promise<boolean>}
 */
export function askPassword(show) {
  return new Promise((resolve) => {
    let right = false;
    const password = passwordField({
      name: 'password',
      label: t('fresh_label'),
      autocomplete: 'current-password',
    });
    const cancel = h('button', { type: 'button', class: 'button button-quiet' }, t('cancel'));
    /** @type {Desk.Form} */
    const form = new Form({
      fields: [password],
      submit: t('fresh_do'),
      busy: t('fresh_doing'),
      check: () => ({ password: password.value ? '' : t('password_blank') }),
      act: async () => {
        await show(password.value);
        right = true;
        dialog.close();
      },
      explain: (error) => {
        // The session is over: the page shows the log-in.
        if (isStatus(error, 401)) dialog.close();
        password.input.value = '';
        return waitNotice(error, form);
      },
      rest: cancel,
    });
    const title = h('h2', { id: 'fresh-title', tabindex: '-1' }, t('fresh_title'));
    const dialog = h(
      'dialog',
      { class: 'fresh-password', 'aria-labelledby': 'fresh-title' },
      title,
      h('p', {}, t('fresh_text')),
      form.element,
    );
    cancel.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      password.input.value = '';
      fill(dialog);
      dialog.remove();
      resolve(right);
    });
    document.body.append(dialog);
    dialog.showModal();
    password.focus();
  });
}
