// Notices of the page that saves.

import { h } from '../../shared/dom.js';
import { refusedText } from '../../shared/form/issues.js';
import { t } from '../../shared/language.js';

export function wayBack() {
  return h('p', {}, h('a', { class: 'line-link', href: '#/result' }, t('to_result')));
}

/**
 * `issues` are what the service refused.
 * @param {Api.Issue[]} issues
 */
export function refused(issues) {
  return h(
    'div',
    { class: 'notice notice-issues', role: 'alert' },
    h('h2', {}, t('save_refused')),
    h(
      'ul',
      {},
      issues.map((issue) => h('li', {}, refusedText(issue))),
    ),
    h('a', { href: '#/form', class: 'button' }, t('save_correct')),
  );
}
