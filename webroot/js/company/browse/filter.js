// What a list of measures is narrowed to. The names are those of the API and of the address; `q` is
// what is searched for.

import { search } from './search.js';

/** @type {Pages.Choice[]} */
export const CHOICES = ['topic', 'kind', 'chapter', 'item', 'unit'];

/** @type {Record<string, (measure: Api.MeasureEntry, value: string) => boolean>} */
const TESTS = {
  topic: (measure, value) => measure.topic === value,
  kind: (measure, value) => measure.kind === value,
  chapter: (measure, value) => String(measure.chapter) === value,
  item: (measure, value) => String(measure.item) === value,
  unit: (measure, value) => measure.units.some((unit) => unit.id === value),
};

/**
 * The filter of an address. Unknown names and blanks narrow nothing.
 * @param {URLSearchParams} query
 */
export function readFilter(query) {
  return Object.fromEntries([...CHOICES, 'q'].map((name) => [name, (query.get(name) ?? '').trim()]));
}

/** @param {Pages.Filter} filter */
export function addressOf(filter) {
  const set = Object.entries(filter).filter(([, value]) => value !== '');
  return set.length === 0 ? '#/measures' : `#/measures?${new URLSearchParams(set)}`;
}

/** @param {Pages.Filter} filter */
export function isEmpty(filter) {
  return Object.values(filter).every((value) => value === '');
}

/**
 * Whether the words are the only filter.
 * @param {Pages.Filter} given
 */
export function isSearchOnly({ q, ...choices }) {
  return q !== '' && isEmpty(choices);
}

/**
 * `{found, unknown}`: the measures, and the words of the search that no measure has. `index` as
 * `searchIndex` gives it.
 * @param {Api.MeasureEntry[]} measures @param {Pages.SearchIndex} index @param {Pages.Filter} filter
 */
export function narrowed(measures, index, filter) {
  const set = CHOICES.filter((name) => filter[name] !== '');
  const { found, unknown } = search(measures, index, filter.q);
  return { found: found.filter((measure) => set.every((name) => TESTS[name](measure, filter[name]))), unknown };
}

/**
 * How many measures each value of `name` would leave, the other filters as they are.
 * @param {Pages.Choice} name @param {Api.MeasureEntry[]} measures @param {Pages.SearchIndex} index
 * @param {Pages.Filter} filter
 */
export function countsOf(name, measures, index, filter) {
  const counts = new Map();
  for (const measure of narrowed(measures, index, { ...filter, [name]: '' }).found) {
    for (const value of valuesOf(name, measure)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/**
 * The values that a measure has for `name`.
 * @param {Pages.Choice} name @param {Api.MeasureEntry} measure
 */
export function valuesOf(name, measure) {
  if (name === 'unit') return measure.units.map((unit) => unit.id);
  return [String(measure[name])];
}
