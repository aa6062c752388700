// Chinese text whose lines break between words: 投标 is not torn into 投 and 标.

import { h } from '../dom.js';

const CHINESE = /\p{Script=Han}/u;
// Old browsers have none; then lines break anywhere, as they always did.
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

/**
 * `text` with a place to break between words, for an element of class `phrases`. A word of one character
 * stays with the one before it: 合作社 does not leave 社 on a line by itself.
 * @param {string} text @returns {Pages.Child}
 */
export function phrases(text) {
  if (!segmenter || !CHINESE.test(text)) return text;
  const words = [...segmenter.segment(text)];
  return words.map(({ segment, isWordLike }, index) => [
    index > 0 && isWordLike && [...segment].length > 1 ? h('wbr') : null,
    segment,
  ]);
}
