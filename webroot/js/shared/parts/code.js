// Codes that a person holds: 26 symbols of Crockford's base 32, written in groups.

import { h } from '../dom.js';

const SYMBOLS = 26;
const GROUPS = [4, 4, 4, 4, 5, 5];
/** @type {Record<string, string>} */
const SAME = { O: '0', I: '1', L: '1' };
const IGNORED = /[\s\p{Pd}\p{Cf}_.]/gu;

/**
 * Reads what was typed or pasted: `{code}`, written as the service writes it, or `{problem}`:
 * 'blank', 'symbols' or 'length', then with the count. Tells only what the text itself shows.
 * @param {string} text
 */
export function readCode(text) {
  const symbols = symbolsOf(text);
  if (symbols === '') return { problem: 'blank' };
  if (!/^[0-9A-HJKMNP-TV-Z]+$/.test(symbols)) return { problem: 'symbols' };
  if (symbols.length !== SYMBOLS) return { problem: 'length', count: symbols.length };
  return { code: groupsOf(symbols).join('-') };
}

/**
 * A code's groups, for showing it. What is too long for a code keeps its end in the last group.
 * @param {string} code
 */
export function groupsOf(code) {
  const symbols = symbolsOf(code);
  const groups = [];
  let at = 0;
  for (const length of GROUPS) {
    if (at >= symbols.length) break;
    groups.push(symbols.slice(at, at + length));
    at += length;
  }
  if (at < symbols.length) groups[groups.length - 1] += symbols.slice(at);
  return groups;
}

/**
 * A code in large groups.
 * @param {string} code
 */
export function codeText(code) {
  return h(
    'p',
    { class: 'code-groups' },
    groupsOf(code).map((group) => [h('span', {}, group), ' ']),
  );
}

/** @param {string} text */
function symbolsOf(text) {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(IGNORED, '')
    .replace(/[OIL]/g, (one) => SAME[one]);
}

/**
 * The address that opens what `code` saved. The code is in the fragment, which no server is sent.
 * @param {string} code
 */
export function resumeLink(code) {
  return `${location.origin}${location.pathname}#/resume/${code}`;
}
