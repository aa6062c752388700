// The head of every page of one applicant: the name, and links between the pages.

import { find, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';

/** @type {[string, (id: string) => string][]} */
const PARTS = [
  ['form', (id) => `#/applicant/${id}`],
  ['answer', (id) => `#/applicant/${id}?part=answer`],
  ['sheet', (id) => `#/sheet/${id}`],
];

/**
 * Shows the present name in the head that `view` has.
 * @param {HTMLElement} view @param {Desk.Record} record
 */
export function renameHead(view, { name }) {
  find(view, '.applicant-who b').textContent = name;
}

/**
 * The heading names no company: titles of pages stay in the browser's history.
 * @param {Desk.Record} record @param {string} part @param {string} title
 */
export function applicantHead(record, part, title) {
  return h(
    'header',
    { class: 'applicant-head' },
    h('p', { class: 'trail' }, h('a', { href: '#/applicants' }, `← ${t('applicants_back')}`)),
    h('h1', { tabindex: '-1' }, title),
    h(
      'p',
      { class: 'applicant-who' },
      h('b', {}, record.name),
      h('span', { class: 'muted' }, ` ${record.base.county?.name ?? ''}`),
    ),
    h(
      'nav',
      { class: 'parts', 'aria-label': t('applicant_parts') },
      PARTS.map(([name, address]) =>
        h(
          'a',
          { href: address(record.id), 'aria-current': name === part ? 'page' : null },
          t(`applicant_part.${name}`),
        ),
      ),
    ),
  );
}
