// The filters of the trail; the address holds all of them.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { selectField, textField } from '../fields.js';
import { Form } from '../form.js';

/** @type {string[]} */
const OBJECTS = ['applicant', 'matter', 'handler', 'staff', 'session', 'roll'];
const NAMES = ['object', 'id', 'staff', 'from', 'to'];
const NUMBER = /^[1-9]\d{0,15}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The filters in the address, without those that the service would refuse.
 * @param {URLSearchParams} query
 */
export function readAsked(query) {
  const given = NAMES.map((name) => [name, query.get(name) ?? '']);
  return new URLSearchParams(given.filter(([name, value]) => valid(name, value)));
}

/** @param {string} name @param {string} value */
function valid(name, value) {
  if (name === 'object') return OBJECTS.includes(value);
  return (name === 'from' || name === 'to' ? DAY : NUMBER).test(value);
}

/**
 * `ask(asked)` gets the filters.
 * @param {URLSearchParams} asked @param {(asked: URLSearchParams) => unknown} ask
 */
export function filterForm(asked, ask) {
  /** @param {string} name */
  const value = (name) => asked.get(name) ?? '';
  /** @param {string} name @param {string} label */
  const number = (name, label) =>
    textField({ name, label, value: value(name), extra: { inputmode: 'numeric', maxlength: '16' } });
  /** @param {string} name @param {string} label */
  const day = (name, label) => textField({ name, label, value: value(name), type: 'date' });
  const fields = [
    selectField({
      name: 'object',
      label: t('audit_object'),
      value: value('object'),
      options: [
        { value: '', label: t('any_of_them') },
        ...OBJECTS.map((one) => ({ value: one, label: t(`object.${one}`) })),
      ],
    }),
    number('id', t('audit_id')),
    number('staff', t('audit_staff_id')),
    day('from', t('audit_from')),
    day('to', t('audit_to')),
  ];
  const wanted = () =>
    new URLSearchParams(fields.map((one) => [one.name, one.value.trim()]).filter(([, text]) => text));
  const form = new Form({
    kind: 'audit-filter',
    fields,
    submit: t('find_do'),
    busy: t('find_do'),
    check: () => problems(wanted()),
    act: async () => ask(wanted()),
  });
  return h('search', {}, form.element);
}

/** @param {URLSearchParams} wanted */
function problems(wanted) {
  /** @type {Desk.Problems} */
  const found = {};
  for (const name of ['id', 'staff'])
    if (wanted.has(name) && !NUMBER.test(wanted.get(name) ?? '')) found[name] = t('audit_number');
  const [from, to] = [wanted.get('from'), wanted.get('to')];
  if (from !== null && to !== null && to < from) found.to = t('audit_order');
  return found;
}
