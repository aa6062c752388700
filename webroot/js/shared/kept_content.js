// The part of a visit that is saved, and how two of them compare.

import { openOnly } from './followups.js';
import { renewed } from './renewal.js';

/**
 * `{profile, as_of, needs, left_out}` of the present answers, as the service keeps them.
 * @param {Pages.Answers} answers
 */
export function contentOf(answers) {
  const { profile, as_of: day = null } = answers.request();
  return { profile, as_of: day, needs: answers.needs, left_out: answers.leftOut };
}

/**
 * How many answers it holds; the date counts as one.
 * @param {Pages.Content} given
 */
export function sizeOf({ profile, as_of: day }) {
  return Object.keys(profile).length + (day ? 1 : 0);
}

/**
 * One text for what means the same: order and the spelling of numbers do not matter.
 * @param {Pages.Content} given
 */
export function canonical({ profile, as_of: day, needs, left_out: left }) {
  const facts = Object.keys(profile)
    .sort()
    .map((id) => [id, plain(profile[id])]);
  return JSON.stringify([facts, day ?? null, [...(needs ?? [])].sort(), [...(left ?? [])].sort()]);
}

/**
 * `content`, which may be old, as today's questions accept it: what a request would send after restoring it.
 * @template {Pages.Content} Kept
 * @param {Kept} content @param {Api.Vocabulary} vocabulary @returns {Kept}
 */
export function asAskedToday(content, vocabulary) {
  const profile = openOnly(renewed(content.profile, vocabulary).profile, vocabulary.facts);
  const left = (content.left_out ?? []).filter((id) => Object.hasOwn(profile, id));
  return { ...content, profile, left_out: left };
}

/**
 * How many answers of the restored `content` today's questions have dropped without a note.
 * @param {Pages.Content} given @param {Pages.Answers} answers @param {Api.Vocabulary} vocabulary
 */
export function lostOf({ profile }, answers, vocabulary) {
  return Object.keys(renewed(profile, vocabulary).profile).filter((id) => answers.entry(id).value === undefined).length;
}

// Zeros that end a fraction say nothing. Those in front stay: codes of industries begin with them.
/** @param {Api.Value} value */
function plain(value) {
  if (Array.isArray(value)) return value.map(String).sort();
  if (typeof value === 'boolean') return value;
  const text = String(value);
  return /^\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}
