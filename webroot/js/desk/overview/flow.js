// How matters come in, age and end: a plot, its table and its export for each.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { stateName } from '../matter/labels.js';
import { chart } from './chart.js';

const YEAR = 'YYYY-'.length;

/**
 * `address(table)`: where the table can be had as CSV.
 * @param {Api.OverviewFlow} flow @param {(table: string) => string} address
 */
export function flowParts(flow, address) {
  return [
    part('weeks', address, {
      kind: 'lines',
      series: [t('flow_opened'), t('flow_closed')],
      heads: [t('flow_week'), t('flow_opened'), t('flow_closed')],
      groups: flow.weeks.map(({ monday, opened, closed }) => ({
        name: monday,
        label: monday.slice(YEAR),
        values: [opened, closed],
      })),
    }),
    part('ages', address, {
      kind: 'bars',
      series: flow.ages.map(({ state }) => stateName(state)),
      heads: [t('flow_age_head'), ...flow.ages.map(({ state }) => stateName(state))],
      groups: agesOf(flow).map((name, index) => ({
        name,
        label: name,
        values: flow.ages.map(({ numbers }) => numbers[index]),
      })),
    }),
    part('ends', address, {
      kind: 'lying',
      series: [t('flow_median'), t('flow_most')],
      heads: [t('flow_end'), t('flow_median'), t('flow_most'), t('flow_number')],
      groups: flow.ends.map(({ state, median_days: median, most_days: most, number }) => ({
        name: stateName(state),
        label: stateName(state),
        values: [median, most],
        more: number,
      })),
    }),
  ];
}

/** @param {Api.OverviewFlow} flow */
function agesOf({ age_bounds: bounds }) {
  const names = bounds.map((to, index) => t('flow_age', { from: index === 0 ? 0 : bounds[index - 1] + 1, to }));
  return [...names, t('flow_age_over', { from: bounds[bounds.length - 1] + 1 })];
}

/**
 * @param {'weeks' | 'ages' | 'ends'} table @param {(table: string) => string} address
 * @param {{kind: 'lines' | 'bars' | 'lying', series: string[], heads: string[],
 *   groups: {name: string, label: string, values: (number | null)[], more?: number}[]}} content
 */
function part(table, address, { kind, series, heads, groups }) {
  const title = t(`flow_${table}`);
  return h(
    'section',
    { class: 'desk-part flow', 'data-flow': table },
    h('h2', {}, title),
    h(
      'figure',
      {},
      chart({ label: title, kind, groups }),
      h(
        'figcaption',
        {},
        series.map((name, index) => h('span', { class: `flow-key flow-key-${index}` }, name)),
      ),
    ),
    h(
      'details',
      {},
      h('summary', {}, t('flow_table')),
      h(
        'div',
        { class: 'scrolls', tabindex: '0', role: 'region', 'aria-label': title },
        h(
          'table',
          { class: 'flow-table' },
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              heads.map((head) => h('th', { scope: 'col' }, head)),
            ),
          ),
          h(
            'tbody',
            {},
            groups.map(({ name, values, more }) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, name),
                [...values, ...(more === undefined ? [] : [more])].map((value) =>
                  h('td', {}, value === null ? '—' : String(value)),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
    h('p', {}, h('a', { href: address(table), download: true }, t('overview_csv'))),
  );
}
