// The filters of the queue. The address holds all of them, so that Back and a bookmark lead to the same
// list.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { stateName } from '../matter/labels.js';
import { needsCounty, needsUnit } from '../roles.js';
import { STATES } from '../vocabulary.js';

const TEXTS = ['q', 'county', 'unit', 'state', 'applicant'];
const TICKS = ['unassigned', 'closed'];

/** What the address asks for; parts that say nothing are ''. */
export function readWanted(query) {
  const wanted = Object.fromEntries([...TEXTS, ...TICKS].map((name) => [name, query.get(name) ?? '']));
  for (const name of TICKS) wanted[name] = wanted[name] === 'true' ? 'true' : '';
  if (!STATES.includes(wanted.state)) wanted.state = '';
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
export function queryOf(wanted) {
  const asked = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  return asked.size > 0 ? `?${asked}` : '';
}

/** `change(part)` gets each choice. Staff of a county or a unit are not asked for it. */
export function filterBar(visit, wanted, change) {
  const { role, county, unit } = visit.staff;
  const fixedCounty = needsCounty(role) || (role === 'supervisor' && county);
  const fixedUnit = needsUnit(role) || (role === 'supervisor' && unit);
  return h(
    'search',
    { class: 'matter-filter' },
    referenceForm(wanted, change),
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
        TICKS.map((name) => tick(name, wanted, change)),
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

function referenceForm(wanted, change) {
  const input = h('input', {
    id: 'matter-q',
    type: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: '40',
    value: wanted.q,
  });
  return h(
    'form',
    {
      class: 'matter-find',
      submit: (event) => {
        event.preventDefault();
        change({ q: input.value.trim().toUpperCase() });
      },
    },
    h('label', { for: 'matter-q' }, t('queue_reference')),
    h('div', { class: 'with-button' }, input, h('button', { type: 'submit', class: 'button' }, t('find_do'))),
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

function tick(name, wanted, change) {
  const box = h('input', {
    type: 'checkbox',
    id: `matter-${name}`,
    checked: wanted[name] === 'true',
    change: () => change({ [name]: box.checked ? 'true' : '' }),
  });
  return h(
    'label',
    { class: 'tick', for: `matter-${name}` },
    box,
    h('span', { class: `tick-${name}` }, t(`queue_${name}`)),
  );
}
