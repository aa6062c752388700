// The people, with how much waits for each and who acts for them.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { cellOf } from '../cell.js';
import { formButton } from '../handlers/form_button.js';
import { officeText } from '../offices.js';
import { roleName } from '../roles.js';
import { absenceForm } from './absence_form.js';

/** @param {Api.Person[]} people @param {Desk.PeopleContext} context */
export function peopleTable(people, context) {
  const heads = ['name', 'role', 'place', 'people_open', 'people_absence'];
  return h(
    'section',
    { class: 'desk-part' },
    h('h2', {}, t('people_people', { n: people.length })),
    people.length === 0
      ? h('p', { class: 'muted' }, t('people_none'))
      : h(
          'table',
          { class: 'staff-table handlers-table' },
          h('caption', { class: 'visually-hidden' }, t('people_title')),
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              heads.map((key) => h('th', { scope: 'col' }, t(key))),
              h('th', { scope: 'col' }, h('span', { class: 'visually-hidden' }, t('people_set'))),
            ),
          ),
          h(
            'tbody',
            {},
            people.map((one) => line(one, context)),
          ),
        ),
  );
}

/** @param {Api.Person} one @param {Desk.PeopleContext} context */
function line(one, context) {
  return h(
    'tr',
    { 'data-person': one.id, class: one.active ? null : 'is-off' },
    h('th', { scope: 'row' }, one.name),
    cellOf('role', roleName(one.role)),
    cellOf('place', officeText(context.offices, one) ?? '—'),
    cellOf('people_open', String(one.open)),
    cellOf('people_absence', absenceText(one)),
    h('td', { class: 'cell-do' }, one.active ? actions(one, context) : null),
  );
}

/** @param {Api.Person} one @param {Desk.PeopleContext} context */
function actions(one, context) {
  if (!one.absence) return formButton(t('people_set'), one.name, (close) => absenceForm(one, context, close));
  return h(
    'button',
    { type: 'button', class: 'button button-quiet', click: () => context.endAbsence(one.id) },
    t('people_back'),
    h('span', { class: 'visually-hidden' }, ` ${one.name}`),
  );
}

/** @param {Api.Person} one */
function absenceText({ active, absence }) {
  if (!active) return t('people_off');
  if (!absence) return h('span', { class: 'muted' }, t('people_here'));
  const { from, to, substitute } = absence;
  return t('people_away', { from, to, name: substitute?.name ?? '—' });
}
