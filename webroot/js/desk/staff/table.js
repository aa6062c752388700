// Staff as a table; on a phone each line is a card.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { officeText } from '../offices.js';
import { roleName } from '../roles.js';

/**
 * `mine`: the reader's own id.
 * @param {Desk.Offices} offices @param {Api.Staff[]} all @param {number} mine
 */
export function staffTable(offices, all, mine) {
  const heads = ['name', 'role', 'place', 'state'];
  return h(
    'table',
    { class: 'staff-table' },
    h('caption', { class: 'visually-hidden' }, t('staff_title')),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((key) => h('th', { scope: 'col' }, t(key))),
        h('th', { scope: 'col' }, h('span', { class: 'visually-hidden' }, t('staff_change'))),
      ),
    ),
    h(
      'tbody',
      {},
      all.map((one) => line(offices, one, mine)),
    ),
  );
}

/** @param {Desk.Offices} offices @param {Api.Staff} one @param {number} mine */
function line(offices, one, mine) {
  /** @param {string} key @param {...Pages.Child} content */
  const cell = (key, ...content) =>
    h(
      'td',
      { class: `cell-${key}` },
      h('span', { class: 'cell-head', 'aria-hidden': 'true' }, t(key)),
      h('span', {}, content),
    );
  return h(
    'tr',
    { 'data-staff': one.id, class: one.active ? null : 'is-off' },
    h(
      'th',
      { scope: 'row' },
      h('span', { class: 'staff-name' }, one.name, one.id === mine ? h('span', { class: 'tag' }, t('it_is_me')) : null),
      h('span', { class: 'staff-login' }, one.login),
    ),
    cell('role', roleName(one.role)),
    cell('place', officeText(offices, one) ?? '—'),
    cell('state', stateOf(one)),
    h(
      'td',
      { class: 'cell-do' },
      h(
        'a',
        { class: 'button button-quiet', href: `#/staff/${one.id}` },
        t('staff_change'),
        h('span', { class: 'visually-hidden' }, ` ${one.name}`),
      ),
    ),
  );
}

/** @param {Api.Staff} one */
function stateOf(one) {
  const key = !one.active ? 'off' : one.must_change_password ? 'first' : 'on';
  const glyph = { off: '✗', first: '!', on: '✓' }[key];
  return h(
    'span',
    { class: `state state-${key}` },
    h('span', { 'aria-hidden': 'true' }, `${glyph} `),
    t(`state.${key}`),
  );
}
