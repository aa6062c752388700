// Says from when to when someone is away, who acts for them, and where their open matters go.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { choiceField, selectField, textField } from '../fields.js';
import { Form } from '../form.js';

/**
 * `close()` removes the form.
 * @param {Api.Person} one @param {Desk.PeopleContext} context @param {() => void} close
 */
export function absenceForm(one, context, close) {
  const day = (/** @type {'from' | 'to'} */ name) =>
    textField({
      name,
      label: t(`absence_${name}`),
      value: context.today,
      type: 'date',
      extra: { min: name === 'to' ? context.today : null },
    });
  const from = day('from');
  const to = day('to');
  const offered = context.people.filter(({ id }) => one.substitutes.includes(id));
  const who = selectField({
    name: 'substitute',
    label: t('absence_substitute'),
    hint: offered.length === 0 ? t('absence_nobody') : '',
    value: '',
    options: [
      { value: '', label: t('absence_choose') },
      ...offered.map(({ id, name }) => ({ value: String(id), label: name })),
    ],
  });
  const matters =
    one.open > 0
      ? choiceField({
          name: 'matters_to',
          label: t('absence_matters', { n: one.open }),
          value: 'keep',
          options: [
            { value: 'keep', label: t('absence_keep') },
            { value: 'give', label: t('absence_give') },
          ],
        })
      : null;
  return new Form({
    kind: 'name-form',
    fields: matters ? [from, to, who, matters] : [from, to, who],
    submit: t('save'),
    busy: t('saving_staff'),
    check: () => problems(from.value, to.value, who.value),
    act: () =>
      context.setAbsence(one.id, {
        from: from.value,
        to: to.value,
        substitute: Number(who.value),
        matters_to: matters?.value === 'give' ? Number(who.value) : null,
      }),
    rest: h('button', { type: 'button', class: 'button button-quiet', click: close }, t('cancel')),
  }).element;
}

/** @param {string} from @param {string} to @param {string} who */
function problems(from, to, who) {
  /** @type {Desk.Problems} */
  const found = {};
  if (!from) found.from = t('absence_day_blank');
  if (!to) found.to = t('absence_day_blank');
  else if (to < from) found.to = t('absence_order');
  if (!who) found.substitute = t('absence_who_blank');
  return found;
}
