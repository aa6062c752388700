// The filters of the queue. The address holds all of them, so that Back and a bookmark lead to the same
// list.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { stateName } from '../matter/labels.js';
import { needsCounty, needsUnit } from '../roles.js';
import { STATES } from '../vocabulary.js';
import { asksOf, isView } from './views.js';

const TEXTS = ['view', 'q', 'county', 'unit', 'state', 'applicant', 'from', 'to'];

/** What the address asks for; parts that say nothing are ''. */
export function readWanted(query) {
  const wanted = Object.fromEntries(TEXTS.map((name) => [name, query.get(name) ?? '']));
  if (!STATES.includes(wanted.state)) wanted.state = '';
  if (!isView(wanted.view)) wanted.view = '';
  for (const name of ['from', 'to'])
    if (wanted.view !== 'closed' || !/^\d{4}-\d{2}-\d{2}$/.test(wanted[name])) wanted[name] = '';
  return wanted;
}

export function isWanted(wanted) {
  return Object.values(wanted).some(Boolean);
}

export function addressOf(wanted) {
  const kept = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  return `#/${kept.size > 0 ? `?${kept}` : ''}`;
}

/** As the service is asked, with a leading `?` unless nothing is asked. */
export function queryOf({ view, ...wanted }, more = {}) {
  const asked = new URLSearchParams(
    Object.entries({ ...asksOf(view), ...wanted, ...more }).filter(([, value]) => value),
  );
  return asked.size > 0 ? `?${asked}` : '';
}

/** `change(part, searched)` gets each choice. Staff of a county or a unit are not asked for it. */
export function filterBar(visit, wanted, change) {
  const { role, county, unit } = visit.person;
  const fixedCounty = needsCounty(role) || (role === 'supervisor' && county);
  const fixedUnit = needsUnit(role) || (role === 'supervisor' && unit);
  return h(
    'search',
    { class: 'matter-filter' },
    findForm(wanted, change),
    h(
      'div',
      { class: 'matter-filter-rest', role: 'group', 'aria-label': t('queue_filters') },
      fixedCounty
        ? null
        : select('county', t('county'), visit.offices.districtOptions(t('any_of_them')), wanted, change),
      fixedUnit ? null : select('unit', t('unit'), visit.offices.unitOptions(t('any_of_them')), wanted, change),
      select(
        'state',
        t('state'),
        [{ value: '', label: t('any_of_them') }, ...STATES.map((one) => ({ value: one, label: stateName(one) }))],
        wanted,
        change,
      ),
      h(
        'div',
        { class: 'ticks' },
        wanted.view === 'closed' ? ['from', 'to'].map((name) => day(name, wanted, change)) : null,
        wanted.applicant
          ? h(
              'button',
              { type: 'button', class: 'button button-quiet', click: () => change({ applicant: '' }) },
              t('queue_applicant'),
              h('span', { 'aria-hidden': 'true' }, ' ✕'),
              h('span', { class: 'visually-hidden' }, t('queue_clear')),
            )
          : null,
      ),
    ),
  );
}

function findForm(wanted, change) {
  const input = h('input', {
    id: 'matter-q',
    type: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: '100',
    value: wanted.q,
    'aria-describedby': 'matter-q-hint',
  });
  return h(
    'form',
    {
      class: 'matter-find',
      submit: (event) => {
        event.preventDefault();
        // It searches all matters, closed ones too.
        change({ q: input.value.trim(), view: '', from: '', to: '' }, true);
      },
    },
    h('label', { for: 'matter-q' }, t('queue_find')),
    h('div', { class: 'with-button' }, input, h('button', { type: 'submit', class: 'button' }, t('find_do'))),
    h('p', { class: 'muted', id: 'matter-q-hint' }, t('queue_find_hint')),
  );
}

function select(name, label, options, wanted, change) {
  const option = (one) => h('option', { value: one.value, lang: one.lang }, one.label);
  const input = h(
    'select',
    { id: `matter-${name}`, change: () => change({ [name]: input.value }) },
    options.map((one) => (one.options ? h('optgroup', { label: one.label }, one.options.map(option)) : option(one))),
  );
  input.value = wanted[name];
  if (input.selectedIndex < 0) input.selectedIndex = 0;
  return h('div', {}, h('label', { for: `matter-${name}` }, label), input);
}

function day(name, wanted, change) {
  const input = h('input', {
    type: 'date',
    id: `matter-${name}`,
    value: wanted[name],
    change: () => change({ [name]: input.value }),
  });
  return h('div', {}, h('label', { for: `matter-${name}` }, t(`queue_${name}`)), input);
}
