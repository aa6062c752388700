// The first page of the desk: who is logged in, and the pages open to them.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { saidNotice } from '../trouble.js';

const ROOMS = [
  { name: 'staff', href: '#/staff', permission: 'manage_staff' },
  { name: 'handlers', href: '#/handlers', permission: 'manage_handlers' },
  { name: 'audit', href: '#/audit', permission: 'read_audit' },
  { name: 'policies', href: '#/policies', permission: 'keep_policies' },
];
const PUBLIC = [
  { name: 'calculate', href: '/#/form' },
  { name: 'measures', href: '/measures' },
  { name: 'units', href: '/units' },
  { name: 'notice', href: '/notice' },
];

/** @param {Desk.Visit} visit @param {HTMLElement} view */
export function homePage(visit, view) {
  const staff = visit.person;
  fill(
    view,
    h(
      'div',
      { class: 'desk' },
      h('h1', { tabindex: '-1' }, t('home_title', { name: staff.name })),
      saidNotice(visit),
      h('p', { class: 'lead' }, t(`home_lead.${staff.role}`)),
      roomsPart(visit),
    ),
  );
}

/**
 * The pages that this member of the staff may open, and the public pages.
 * @param {Desk.Visit} visit
 */
export function roomsPart(visit) {
  const rooms = ROOMS.filter(({ permission }) => !permission || visit.may(permission));
  return [
    rooms.length > 0 ? section('home_rooms', rooms, 'tiles tiles-main') : null,
    section('home_public', PUBLIC, 'tiles'),
  ];
}

/** @param {string} key @param {{name: string, href: string}[]} all @param {string} kind */
function section(key, all, kind) {
  return h(
    'section',
    { class: 'desk-part' },
    h('h2', {}, t(key)),
    h(
      'ul',
      { class: kind },
      all.map(({ name, href }) =>
        h(
          'li',
          {},
          h(
            'a',
            { class: 'tile', href },
            h('span', { class: 'tile-name' }, t(`tile.${name}`)),
            h('span', { class: 'muted' }, t(`tile_note.${name}`)),
          ),
        ),
      ),
    ),
  );
}
