// A new password, shown once so that it can be handed over in person. It is in no address and is gone
// when the page closes.

import { fill, find, h } from '../../shared/dom.js';
import { copyButton } from '../../shared/parts/copy.js';
import { t } from '../../shared/language.js';

/**
 * Fills `view`; `title` says what has been done.
 * @param {HTMLElement} view @param {string} title @param {Api.Staff} staff @param {string} password
 */
export function passwordOncePage(view, title, { name, login }, password) {
  const code = h(
    'p',
    { class: 'once-code' },
    password.split('-').map((group, index) => [index > 0 ? '-' : null, h('span', {}, group)]),
  );
  fill(
    view,
    h(
      'div',
      { class: 'narrow' },
      h('h1', { tabindex: '-1' }, title),
      h('p', { class: 'lead' }, t('once_lead', { name })),
      h(
        'section',
        { class: 'desk-card once' },
        h('dl', { class: 'facts' }, h('div', {}, h('dt', {}, t('login')), h('dd', {}, login))),
        h('h2', {}, t('once_password')),
        code,
        h('div', { class: 'actions' }, copyButton(t('once_copy'), password, code)),
        h('p', { class: 'muted' }, t('once_note')),
      ),
      h('div', { class: 'actions' }, h('a', { class: 'button button-main', href: '#/staff' }, t('once_done'))),
    ),
  );
  document.title = title;
  window.scrollTo(0, 0);
  find(view, 'h1').focus({ preventScroll: true });
}
