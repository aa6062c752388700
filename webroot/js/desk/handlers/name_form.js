// Names a handler for a measure, a county and a unit, or removes one.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { selectField } from '../fields.js';
import { Form } from '../form.js';

/**
 * `counties`: the choice of counties, null for all; `staff`: the present handler, if any;
 * `context`: from HandlersPage; `close()` removes the form.
 * @param {{measure: string, unit: string, counties: (string | null)[], staff?: Api.StaffRef | null}} entry
 * @param {Desk.HandlerContext} context @param {() => void} close
 */
export function nameForm({ measure, unit, counties, staff: now = null }, context, close) {
  const county =
    counties.length > 1
      ? selectField({
          name: 'county',
          label: t('matter_county'),
          value: counties[0] ?? '',
          options: counties.map((code) => ({ value: code ?? '', label: context.county(code) })),
        })
      : null;
  const staff = whoCould(context.staff, unit);
  const place = () => (county ? county.value : counties[0]) || null;
  const who = selectField({
    name: 'staff',
    label: t('handlers_who'),
    hint: staff.length === 0 ? t('handlers_staff_none') : '',
    value: String(now?.id ?? ''),
    options: [
      { value: '', label: now ? t('handlers_remove') : t('step_handler_choose') },
      ...staff.map(({ id, name }) => ({ value: String(id), label: name })),
    ],
  });
  const chosen = () => (who.value ? Number(who.value) : null);
  const form = new Form({
    kind: 'name-form',
    fields: county ? [county, who] : [who],
    submit: t('save'),
    busy: t('saving_staff'),
    /** @returns {Desk.Problems} */
    check: () => (chosen() === null && !now ? { staff: t('handlers_staff_blank') } : {}),
    // A gap may still have an entry that names a former member of the staff.
    act: () =>
      context.put(
        { measure, unit, county: place(), staff: chosen(), before: context.before(measure, unit, place()) },
        staff.find(({ id }) => id === chosen())?.name ?? '',
      ),
    rest: h('button', { type: 'button', class: 'button button-quiet', click: close }, t('cancel')),
  });
  return form.element;
}

// Handlers of the unit, and supervisors, who have no unit.
/** @param {Api.Candidate[]} staff @param {string} unit */
function whoCould(staff, unit) {
  return [...staff.filter((one) => one.unit === unit), ...staff.filter((one) => !one.unit)];
}
