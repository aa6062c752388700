// The policy map: every item of the notice as a cell in its chapter. Colour and sign say what an item
// has for this company; a tap shows only that item.

import { h } from '../dom.js';
import { onlyChinese, say, t } from '../language.js';
import { itemOf, groupOf, isForEveryone } from './arrange.js';

/** What an item can have for a company, the best first. */
export const RANK = ['eligible', 'conditional', 'undetermined', 'near', 'none'];

/**
 * What each item has: the best of its measures, without the services for every company.
 * @param {Api.Match[]} matches @returns {Map<number, string>}
 */
export function itemStates(matches) {
  /** @type {Map<number, string>} */
  const states = new Map();
  for (const match of matches) {
    const item = itemOf(match);
    const group = isForEveryone(match) ? 'none' : groupOf(match);
    const mine = RANK.includes(group) ? group : 'none';
    const best = states.get(item) ?? 'none';
    states.set(item, RANK.indexOf(mine) < RANK.indexOf(best) ? mine : best);
  }
  return states;
}

/**
 * `chapters` of the notice and `titles` of its items; `chosen`: the item that is shown, '' for all;
 * `onChoose(item)` gets a tap, null on paper, where a cell is no button.
 * @param {Api.Match[]} matches
 * @param {{chapters: Api.Chapter[], titles: Map<number, {title: string}>, chosen?: string}} notice
 * @param {((item: string) => unknown) | null} onChoose
 */
export function policyMap(matches, { chapters, titles, chosen = '' }, onChoose) {
  const states = itemStates(matches);
  /** @param {number} item */
  const cell = (item) => {
    const state = states.get(item) ?? 'none';
    const title = say(titles.get(item) ?? {}, 'title');
    const words = t('map_cell', { item, title, state: t(`map.${state}`) });
    const content = [
      h('span', { class: 'map-cell-number', 'aria-hidden': 'true' }, item),
      h('span', { class: 'map-cell-sign', 'aria-hidden': 'true' }, t(`map_sign.${state}`)),
      h('span', { class: 'visually-hidden' }, words),
    ];
    const attributes = { class: `map-cell map-cell-${state}`, 'data-item': item, 'data-state': state, title: words };
    return onChoose
      ? h(
          'button',
          {
            ...attributes,
            type: 'button',
            'aria-pressed': String(chosen === String(item)),
            click: () => onChoose(chosen === String(item) ? '' : String(item)),
          },
          content,
        )
      : h('span', attributes, content);
  };
  return h(
    'div',
    { class: 'policy-map' },
    chapters.map(({ number, title, first_item: first, last_item: last }) =>
      h(
        'div',
        { class: 'map-chapter' },
        h('p', { class: 'map-title', id: onChoose ? `map-${number}` : null, lang: onlyChinese() }, title),
        h(
          'ul',
          { class: 'map-cells', 'aria-labelledby': onChoose ? `map-${number}` : null },
          Array.from({ length: last - first + 1 }, (_, index) => h('li', {}, cell(first + index))),
        ),
      ),
    ),
    legend(states),
  );
}

/** @param {Map<number, string>} states */
function legend(states) {
  const all = [...states.values()];
  return h(
    'ul',
    { class: 'map-legend' },
    RANK.map((state) =>
      h(
        'li',
        { 'data-legend': state, 'data-n': all.filter((one) => one === state).length },
        h('span', { class: `map-cell map-cell-${state}`, 'aria-hidden': 'true' }, t(`map_sign.${state}`)),
        t(`map.${state}`),
      ),
    ),
  );
}

/**
 * The same as a table, for readers.
 * @param {Api.Match[]} matches @param {{titles: Map<number, {title: string}>}} notice
 */
export function mapTable(matches, { titles }) {
  const states = itemStates(matches);
  return h(
    'table',
    { class: 'map-table' },
    h('caption', { class: 'visually-hidden' }, t('map_title')),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ['map_column_item', 'map_column_state'].map((word) => h('th', { scope: 'col' }, t(word))),
      ),
    ),
    h(
      'tbody',
      {},
      [...titles]
        .sort(([one], [other]) => one - other)
        .map(([item, record]) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, `${item} ${say(record, 'title')}`),
            h('td', {}, t(`map.${states.get(item) ?? 'none'}`)),
          ),
        ),
    ),
  );
}
