// An address that names no page.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';

/** @param {Pages.CompanySession} session @param {HTMLElement} view */
export function show({ answers }, view) {
  const count = answers.count();
  fill(
    view,
    h('h1', { tabindex: '-1' }, t('unknown_title')),
    h('p', { class: 'lead' }, t(count > 0 ? 'unknown_text_kept' : 'unknown_text', { n: count })),
    h(
      'p',
      { class: 'actions unknown-ways' },
      h('a', { href: '#/', class: 'button button-main' }, t('unknown_start')),
      count > 0 ? h('a', { href: '#/result', class: 'button' }, t('submit')) : null,
      h('a', { href: '/measures', class: 'button' }, t('nav_measures')),
    ),
  );
}
