// The table of units or counties; each number leads to its matters in the queue.

import { h } from '../../shared/dom.js';
import { onlyChinese, t } from '../../shared/language.js';
import { cellOf } from '../cell.js';

/** The numbers of a place, and the view of the queue that lists what each counts. */
const VIEWS = /** @type {const} */ ([
  ['open', ''],
  ['overdue', 'overdue'],
  ['nobody', 'nobody'],
  ['returned_twice', 'returned_twice'],
  ['inactive', 'inactive'],
  ['permission_ending', 'permission'],
  ['company', 'company'],
  ['measure_moved', 'measure'],
  ['to_tell', 'to_tell'],
]);

/**
 * `asked`: the filters that the numbers are of.
 * @param {Api.OverviewPlaces} record @param {{county: string, unit: string}} asked
 */
export function placesTable({ places, by }, asked) {
  if (places.length === 0) return h('p', { class: 'notice' }, t('overview_none'));
  return h(
    'table',
    { class: 'staff-table handlers-table numbers-table' },
    h('caption', { class: 'visually-hidden' }, t('overview_place')),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, t(`overview_by.${by}`)),
        VIEWS.map(([key]) => h('th', { scope: 'col' }, t(`number.${key}`))),
        h('th', { scope: 'col' }, t('number.oldest')),
      ),
    ),
    h(
      'tbody',
      {},
      places.map((one) => line(one, { ...asked, [by]: one.id })),
      places.length > 1 ? sums(places, asked) : null,
    ),
  );
}

/** @param {Api.OverviewPlace} one @param {{county: string, unit: string}} asked */
function line(one, asked) {
  return h(
    'tr',
    { 'data-place': one.id },
    h('th', { scope: 'row', lang: onlyChinese() }, one.name),
    VIEWS.map(([key, view]) => cellOf(`number.${key}`, number(one[key], view, asked))),
    cellOf(
      'number.oldest',
      one.oldest
        ? h('a', { href: `#/matter/${one.oldest.id}`, title: one.oldest.reference }, one.oldest.opened_on)
        : '—',
    ),
  );
}

/** @param {Api.OverviewPlace[]} places @param {{county: string, unit: string}} asked */
function sums(places, asked) {
  return h(
    'tr',
    { 'data-place': '' },
    h('th', { scope: 'row' }, t('overview_sum')),
    VIEWS.map(([key, view]) => {
      const sum = places.reduce((all, one) => all + one[key], 0);
      return cellOf(`number.${key}`, number(sum, view, asked));
    }),
    cellOf('number.oldest', places.flatMap(({ oldest }) => oldest?.opened_on ?? []).sort()[0] ?? '—'),
  );
}

/** @param {number} n @param {string} view @param {{county: string, unit: string}} asked */
function number(n, view, asked) {
  if (n === 0) return h('span', { class: 'muted' }, '0');
  const wanted = new URLSearchParams(Object.entries({ view, ...asked }).filter(([, value]) => value));
  return h('a', { class: 'number', href: `#/?${wanted}` }, String(n));
}
