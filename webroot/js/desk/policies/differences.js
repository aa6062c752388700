// How two versions of the policies differ: field, old and new, by what each is about.

import { h } from '../../shared/dom.js';
import { shortVersion } from '../../shared/format.js';
import { onlyChinese, t } from '../../shared/language.js';
import { cellOf } from '../cell.js';
import { part, tableOf } from './table.js';

const HEADS = ['difference_field', 'difference_old', 'difference_new'];

/** @param {Api.Differences} record */
export function differencesPart({ from, to, changes }) {
  return part(
    t('differences_title'),
    h('p', {}, t('differences_of', { from: shortVersion(from), to: shortVersion(to), n: changes.length })),
    changes.length === 0
      ? h('p', { class: 'notice' }, t('differences_none'))
      : [...grouped(changes).values()].map(group),
  );
}

/**
 * The changes of each measure, figure and so on, in their order.
 * @param {Api.Difference[]} changes
 */
function grouped(changes) {
  /** @type {Map<string, Api.Difference[]>} */
  const groups = new Map();
  for (const change of changes) {
    const key = `${change.kind} ${change.id}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return groups;
}

/** @param {Api.Difference[]} changes */
function group(changes) {
  const [{ kind, id, title }] = changes;
  const others = [...new Set(changes.flatMap(({ measures }) => measures))].filter((measure) => measure !== id);
  const name = `${t(`difference_kind.${kind}`)} ${id}`;
  return h(
    'section',
    { 'data-difference': id },
    h('h3', {}, `${name} `, title ? h('span', { lang: onlyChinese() }, title) : null),
    others.length > 0 ? h('p', { class: 'muted' }, t('difference_measures', { ids: others.join('、') })) : null,
    tableOf(name, HEADS, changes.map(row)),
  );
}

/** @param {Api.Difference} change */
function row({ field, old, new: now, affects }) {
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      field ?? t('difference_all'),
      h('br'),
      h('span', { class: 'muted' }, t(`difference_affects.${affects}`)),
    ),
    cellOf('difference_old', textOf(old)),
    cellOf('difference_new', textOf(now)),
  );
}

/** @param {string | null} text */
function textOf(text) {
  return text === null
    ? h('span', { class: 'muted' }, t('difference_nothing'))
    : h('span', { lang: onlyChinese() }, text);
}
