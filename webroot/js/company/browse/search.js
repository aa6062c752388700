// Finds measures by words: their text, keywords, units under any name, and numbers. Each word counts
// separately.

import { folded } from '../../shared/text.js';

const NO_TEXTS = { title: '', words: '', units: '' };
const ITEM = /^第?(\d{1,2})项?$/;
const PLACE = /^\d{1,2}(?:\.[0-9a-z]+)+$/;

/**
 * What of `measures` can be found, with `units` for the other names of theirs.
 * @param {Api.MeasureEntry[]} measures @param {Api.UnitEntry[]} units
 */
export function searchIndex(measures, units) {
  const aliases = new Map(units.map(({ id, aliases: others }) => [id, others]));
  return new Map(
    measures.map((measure) => [
      measure.id,
      {
        title: folded([measure.title, measure.title_en ?? ''].join('\n')),
        words: folded([...(measure.keywords ?? []), measure.summary].join('\n')),
        units: folded(measure.units.flatMap(({ id, name }) => [name, ...(aliases.get(id) ?? [])]).join('\n')),
      },
    ]),
  );
}

/** @param {string} sought */
export function wordsOf(sought) {
  return [
    ...new Set(
      folded(sought)
        .split(/[\s,，、;；]+/)
        .filter((word) => word !== ''),
    ),
  ];
}

/**
 * `{found, unknown}`: the measures that one word or more leads to, most words first and else in their
 * order, and the words that lead nowhere. No words lead to all.
 * @param {Api.MeasureEntry[]} measures @param {Pages.SearchIndex} index @param {string} sought
 */
export function search(measures, index, sought) {
  const words = wordsOf(sought);
  if (words.length === 0) return { found: measures, unknown: [] };
  const items = new Set(measures.map(({ item }) => String(item)));
  const hits = new Map(
    measures.map((measure) => [
      measure,
      words.map((word) => rankOf(word, measure, index.get(measure.id) ?? NO_TEXTS, items)),
    ]),
  );
  /** @param {Api.MeasureEntry} measure */
  const ranks = (measure) => hits.get(measure) ?? [];
  /** @param {Api.MeasureEntry} measure */
  const count = (measure) => ranks(measure).filter((rank) => rank > 0).length;
  // A longer word says more.
  /** @param {Api.MeasureEntry} measure */
  const rank = (measure) => ranks(measure).reduce((sum, one, at) => sum + one * words[at].length, 0);
  return {
    found: measures
      .filter((measure) => count(measure) > 0)
      .sort((one, other) => count(other) - count(one) || rank(other) - rank(one)),
    unknown: words.filter((word, at) => measures.every((measure) => ranks(measure)[at] === 0)),
  };
}

// A number that the notice has is searched for among numbers only.
/**
 * @param {string} word @param {Api.MeasureEntry} given
 * @param {{title: string, words: string, units: string}} given @param {Set<string>} items
 */
function rankOf(word, { id, item }, { title, words, units }, items) {
  const [, number] = ITEM.exec(word) ?? [];
  if (number !== undefined && items.has(String(Number(number)))) return Number(Number(number) === item);
  if (PLACE.test(word)) return Number(isBelow(id, word));
  if (title.includes(word)) return 3;
  if (words.includes(word)) return 2;
  return Number(units.includes(word));
}

// 11.1 holds 11.1.1a and not 11.10.
/** @param {string} id @param {string} place */
function isBelow(id, place) {
  return id.startsWith(place) && !(/\d$/.test(place) && /^\d/.test(id.slice(place.length)));
}
