// Names the duty handler of a unit, or removes one.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { selectField } from '../fields.js';
import { Form } from '../form.js';

/**
 * `close()` removes the form.
 * @param {Api.UnitStaff} unit @param {Desk.PeopleContext} context @param {() => void} close
 */
export function dutyForm(unit, context, close) {
  const own = context.candidates.filter((one) => one.unit === unit.unit);
  const above = context.candidates.filter((one) => !one.unit && !one.county);
  const who = selectField({
    name: 'staff',
    label: t('units_duty'),
    hint: own.length === 0 ? t('duty_staff_none') : t('duty_hint'),
    value: String(unit.duty?.id ?? ''),
    options: [
      { value: '', label: t('duty_none') },
      ...[...own, ...above].map(({ id, name }) => ({ value: String(id), label: name })),
    ],
  });
  return new Form({
    kind: 'name-form',
    fields: [who],
    submit: t('save'),
    busy: t('saving_staff'),
    act: () =>
      context.setDuty({ unit: unit.unit, staff: who.value ? Number(who.value) : null, before: unit.duty?.id ?? null }),
    rest: h('button', { type: 'button', class: 'button button-quiet', click: close }, t('cancel')),
  }).element;
}
