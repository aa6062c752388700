// Lines of business that typed words may mean.

import { folded } from '../text.js';

const MOST = 4;
const SHORTEST = 2; // characters; shorter words are ignored

/**
 * Options whose label or keywords contain a word of `typed` or are contained in it, the closest first.
 * @param {string} typed @param {Api.Option[]} options
 */
export function branchesFor(typed, options) {
  const words = folded(typed)
    .split(/[\s,，、;；/]+/)
    .filter((word) => [...word].length >= SHORTEST);
  const ranked = options.map((option) => ({ option, rank: Math.max(0, ...words.map((word) => rankOf(word, option))) }));
  return ranked
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .slice(0, MOST)
    .map(({ option }) => option);
}

/** @param {string} word @param {Api.Option} given */
function rankOf(word, { label, label_en: english, keywords = [] }) {
  const names = keywords.map(folded);
  if (names.includes(word)) return 4;
  if (names.some((name) => word.includes(name))) return 3;
  if (names.some((name) => name.includes(word))) return 2;
  const parts = [label, english ?? '']
    .flatMap((text) => folded(text).split(/[（）()、,，\s]+/))
    .filter((part) => [...part].length >= SHORTEST);
  return parts.some((part) => part.includes(word) || word.includes(part)) ? 1 : 0;
}
