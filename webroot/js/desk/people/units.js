// How each unit is staffed: accounts, duty handler, measures without a handler.

import { h } from '../../shared/dom.js';
import { onlyChinese, t } from '../../shared/language.js';
import { formButton } from '../handlers/form_button.js';
import { cellOf } from '../cell.js';
import { dutyForm } from './duty_form.js';

/** @param {Api.UnitStaff[]} units @param {Desk.PeopleContext} context */
export function unitTable(units, context) {
  const heads = ['units_unit', 'units_accounts', 'units_gaps', 'units_duty'];
  return h(
    'section',
    { class: 'desk-part' },
    h('h2', {}, t('units_title', { n: units.length })),
    h(
      'table',
      { class: 'staff-table handlers-table units-table' },
      h('caption', { class: 'visually-hidden' }, t('people_title')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((key) => h('th', { scope: 'col' }, t(key))),
          h('th', { scope: 'col' }, h('span', { class: 'visually-hidden' }, t('units_change'))),
        ),
      ),
      h(
        'tbody',
        {},
        units.map((one) => line(one, context)),
      ),
    ),
  );
}

/** @param {Api.UnitStaff} one @param {Desk.PeopleContext} context */
function line(one, context) {
  return h(
    'tr',
    { 'data-unit': one.unit },
    h('th', { scope: 'row', lang: onlyChinese() }, one.unit_name),
    cellOf('units_accounts', one.accounts > 0 ? String(one.accounts) : noAccount(one, context)),
    cellOf('units_gaps', gapsText(one)),
    cellOf('units_duty', dutyText(one)),
    h(
      'td',
      { class: 'cell-do' },
      context.mayName(one.unit)
        ? formButton(t('units_change'), one.unit_name, (close) => dutyForm(one, context, close))
        : null,
    ),
  );
}

/** @param {Api.UnitStaff} one @param {Desk.PeopleContext} context */
function noAccount(one, context) {
  return [
    h('span', { class: 'matter-mark matter-mark-wait' }, '! ', t('units_no_account')),
    context.mayPrint ? [' ', h('a', { href: `#/unit-list/${one.unit}` }, t('units_paper'))] : null,
  ];
}

/** @param {Api.UnitStaff} one */
function gapsText({ gaps, measures, unit_name: name }) {
  const text = t('units_gaps_of', { gaps, measures });
  return gaps === 0 ? text : h('a', { href: `#/handlers?${new URLSearchParams({ q: name })}` }, text);
}

/** @param {Api.UnitStaff} one */
function dutyText(one) {
  if (!one.duty) return h('span', { class: 'muted' }, t('units_duty_none'));
  if (one.duty_can) return one.duty.name;
  return [one.duty.name, ' ', h('span', { class: 'matter-mark matter-mark-wait' }, t('units_duty_cannot'))];
}
