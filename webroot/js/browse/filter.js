// What a list of measures is narrowed to. The names are those of the API and of the address.

import { holds } from './frame.js';

export const kChoices = ['topic', 'kind', 'chapter', 'item', 'unit'];

const kTests = {
  topic: (measure, value) => measure.topic === value,
  kind: (measure, value) => measure.kind === value,
  chapter: (measure, value) => String(measure.chapter) === value,
  item: (measure, value) => String(measure.item) === value,
  unit: (measure, value) => measure.units.some((unit) => unit.id === value),
  q: (measure, value) => holds([measure.title, measure.title_en, measure.summary], value),
};

/** The filter of an address. Unknown names and blanks narrow nothing. */
export function readFilter(query) {
  return Object.fromEntries(Object.keys(kTests).map((name) => [name, (query.get(name) ?? '').trim()]));
}

export function addressOf(filter) {
  const set = Object.entries(filter).filter(([, value]) => value !== '');
  return set.length === 0 ? '#/measures' : `#/measures?${new URLSearchParams(set)}`;
}

export function isEmpty(filter) {
  return Object.values(filter).every((value) => value === '');
}

export function narrowed(measures, filter) {
  const set = Object.entries(filter).filter(([, value]) => value !== '');
  return measures.filter((measure) => set.every(([name, value]) => kTests[name](measure, value)));
}

/** How many measures each value of `name` would leave, the other filters as they are. */
export function countsOf(name, measures, filter) {
  const counts = new Map();
  for (const measure of narrowed(measures, { ...filter, [name]: '' })) {
    for (const value of valuesOf(name, measure)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** The values that a measure has for `name`. */
export function valuesOf(name, measure) {
  if (name === 'unit') return measure.units.map((unit) => unit.id);
  return [String(measure[name])];
}
