// The filters of the trail; the address holds all of them.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { selectField, textField } from '../fields.js';
import { Form } from '../form.js';

/** @type {string[]} */
const OBJECTS = ['applicant', 'matter', 'handler', 'staff', 'session', 'roll'];
// `id` and `staff` come by the links in the table.
const NAMES = ['object', 'id', 'staff', 'reference', 'name', 'from', 'to'];
const REFERENCE = /^[0-9A-Za-z]{8}$/;
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
  if (name === 'reference') return REFERENCE.test(plain(value));
  if (name === 'name') return value.trim() !== '';
  return (name === 'from' || name === 'to' ? DAY : NUMBER).test(value);
}

/**
 * `ask(asked)` gets the filters.
 * @param {URLSearchParams} asked @param {(asked: URLSearchParams) => unknown} ask
 */
export function filterForm(asked, ask) {
  /** @param {string} name */
  const value = (name) => asked.get(name) ?? '';
  /** @param {string} name @param {string} label @param {string} most */
  const line = (name, label, most) => textField({ name, label, value: value(name), extra: { maxlength: most } });
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
    line('reference', t('audit_reference'), '20'),
    line('name', t('audit_name'), '80'),
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

/** @param {string} reference */
function plain(reference) {
  return reference.replace(/[\s-]/g, '');
}

/** @param {URLSearchParams} wanted */
function problems(wanted) {
  /** @type {Desk.Problems} */
  const found = {};
  if (wanted.has('reference') && !REFERENCE.test(plain(wanted.get('reference') ?? '')))
    found.reference = t('audit_reference_wrong');
  const [from, to] = [wanted.get('from'), wanted.get('to')];
  if (from !== null && to !== null && to < from) found.to = t('audit_order');
  return found;
}
