// Names somebody for a measure, a county and a unit, or nobody any more.

import { h } from '../../dom.js';
import { t } from '../../language.js';
import { selectField } from '../fields.js';
import { Form } from '../form.js';

/**
 * `counties`: the choice of counties, null for every one; `before`: who is named now, or null;
 * `context`: as HandlersPage gives it; `close()` takes the form away.
 */
export function nameForm({ measure, unit, counties, before }, context, close) {
  const county = counties.length > 1 ? selectField({ name: 'county', label: t('case_county'), value: counties[0] ?? '',
    options: counties.map((code) => ({ value: code ?? '', label: context.county(code) })) }) : null;
  const staff = whoCould(context.staff, unit);
  const who = selectField({ name: 'staff', label: t('handlers_who'), hint: staff.length === 0 ? t('handlers_staff_none') : '', value: String(before ?? ''),
    options: [{ value: '', label: before === null ? t('step_handler_choose') : t('handlers_remove') },
      ...staff.map(({ id, name }) => ({ value: String(id), label: name }))] });
  const chosen = () => (who.value ? Number(who.value) : null);
  const form = new Form({ kind: 'name-form', fields: [county, who].filter(Boolean), submit: t('save'), busy: t('saving_staff'),
    check: () => (chosen() === null && before === null ? { staff: t('handlers_staff_blank') } : {}),
    act: () => context.put({ measure, unit, county: (county ? county.value : counties[0]) || null, staff: chosen(), before }, staff.find(({ id }) => id === chosen())?.name ?? ''),
    rest: h('button', { type: 'button', class: 'button button-quiet', click: close }, t('cancel')) });
  return form.element;
}

// Those of the unit, and supervisors, who belong to none.
function whoCould(staff, unit) {
  return [...staff.filter((one) => one.unit === unit), ...staff.filter((one) => !one.unit)];
}
