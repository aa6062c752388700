// Which language the page speaks, and the words and labels in it.

import { words as firstWords } from './words.js';

/** @type {Record<string, {index: number, tag: string}>} */
const LANGUAGES = { zh: { index: 0, tag: 'zh-Hans' }, en: { index: 1, tag: 'en' } };
/** @type {Pages.Words} */
const words = { ...firstWords };
let current = 'zh';

/** @param {string} code */
export function setLanguage(code) {
  if (!LANGUAGES[code]) return;
  current = code;
  document.documentElement.lang = LANGUAGES[code].tag;
}

export function language() {
  return current;
}

/**
 * The words under `key` with `{name}` parts filled in. An unknown key is a mistake in our code.
 * @param {string} key @param {Pages.WordParts} [parts] @returns {string}
 */
export function t(key, parts = {}) {
  const pair = words[key];
  if (!pair) throw new Error(`no words for ${key}`);
  const filled = /** @type {Record<string, unknown>} */ (parts);
  return pair[LANGUAGES[current].index].replace(/\{(\w+)\}/g, (whole, name) => String(filled[name] ?? whole));
}

/**
 * The words under `prefix.code`, or `otherwise` for a code that these pages do not know.
 * @param {string} prefix @param {string} code @param {string} [otherwise]
 */
export function tCode(prefix, code, otherwise = '') {
  return words[`${prefix}.${code}`] ? t(`${prefix}.${code}`) : otherwise;
}

/**
 * `record[field]` in the current language; Chinese without a translation.
 * @param {Record<string, any>} record @param {string} [field]
 */
export function say(record, field = 'label') {
  return (current === 'en' && record[`${field}_en`]) || record[field] || '';
}

/**
 * Adds the words of a late page.
 * @param {Pages.Words} more
 */
export function addWords(more) {
  Object.assign(words, more);
}

/** The `lang` of an element whose text exists in Chinese only; null on a Chinese page. */
export function onlyChinese() {
  return current === 'zh' ? null : LANGUAGES.zh.tag;
}

/** Fills in the words of the page's frame: elements with `data-word` or `data-word-label`. */
export function translateFrame() {
  for (const element of labelled('data-word-label'))
    element.setAttribute('aria-label', t(element.dataset.wordLabel ?? ''));
  for (const element of labelled('data-word')) element.textContent = t(element.dataset.word ?? '');
  // The name of the other language is written in that language.
  const other = document.querySelector('[data-word="other_language"]');
  other?.setAttribute('lang', current === 'zh' ? LANGUAGES.en.tag : LANGUAGES.zh.tag);
}

/** @param {string} attribute @returns {NodeListOf<HTMLElement>} */
function labelled(attribute) {
  return document.querySelectorAll(`[${attribute}]`);
}
