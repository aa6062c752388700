// The two links that share a result. Everything they carry is in the fragment, which browsers send to
// no server. Links come from strangers: they are read as strictly as the service reads a request.

import { shortVersion } from '../format.js';
import { addDays } from '../parts/calendar.js';

/** Links above this many characters still work, but some programs cut them. */
export const LONG = 1800;

const MOST_TEXT = 16384; // characters of a payload; answers to all questions use a fifth of it
const MOST_LISTED = 300; // measures of a list
const NAMING = new Set(['company_name', 'credit_code']);
/** The verdicts that a list can have, in the order of showing. */
export const HANDED_ON = new Set(['eligible', 'conditional']);

/**
 * What a link with the answers holds; `named`: the firm's name and code too.
 * @param {Pages.Answers} answers @param {boolean} named
 */
export function sharedContent(answers, named) {
  const { profile, as_of: day = null } = answers.request();
  const kept = Object.entries(profile).filter(([id]) => named || !NAMING.has(id));
  return { profile: Object.fromEntries(kept), as_of: day, needs: answers.needs };
}

/** @param {Pages.Content} given */
export function namesFirm({ profile }) {
  return Object.keys(profile).some((id) => NAMING.has(id));
}

/** @param {Pages.Content} content */
export function linkWithAnswers(content) {
  return `${base()}#/shared?a=${encode(content)}`;
}

/**
 * A link that holds measures and verdicts only; '' if no measure can be listed.
 * @param {Api.MatchAnswer} answer
 */
export function linkWithoutAnswers(answer) {
  const listed = answer.matches
    .filter(({ verdict }) => HANDED_ON.has(verdict))
    .map(({ measure, verdict }) => `${measure.id}.${verdict}`);
  if (listed.length === 0) return '';
  const list = listed.map(encodeURIComponent).join(',');
  return `${base()}#/shared?m=${list}&d=${answer.as_of}&c=${shortVersion(answer.catalogue)}`;
}

function base() {
  return `${location.origin}/`; // also from the desk's document, which cannot read them
}

/**
 * Base64url of JSON in UTF-8.
 * @param {Pages.Content} content
 */
export function encode(content) {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * What a link carries: `{answers: {profile, as_of, needs}}`, `{list: {entries: [{id, verdict}], day,
 * catalogue}}`, or `{problem}`: 'nothing', 'large' or 'broken'. This checks shapes only; callers
 * check whether facts and measures exist.
 * @param {URLSearchParams} query @returns {Pages.Shared}
 */
export function readShared(query) {
  const answers = query.get('a');
  const list = query.get('m');
  if (answers !== null) return readAnswers(answers);
  if (list !== null) return readList(list, query.get('d') ?? '', query.get('c') ?? '');
  return { problem: 'nothing' };
}

/** @param {string} text @returns {Pages.Shared} */
function readAnswers(text) {
  if (text.length > MOST_TEXT) return { problem: 'large' };
  const content = decode(text);
  if (!isRecord(content) || !isRecord(content.profile) || Object.keys(content.profile).length === 0)
    return { problem: 'broken' };
  const { profile, as_of: day = null, needs = [] } = content;
  if (day !== null && !isDay(day)) return { problem: 'broken' };
  if (!Array.isArray(needs) || !needs.every((need) => typeof need === 'string')) return { problem: 'broken' };
  return { answers: { profile, as_of: day, needs } };
}

/** @param {string} text @param {string} day @param {string} catalogue @returns {Pages.Shared} */
function readList(text, day, catalogue) {
  if (text.length > MOST_TEXT) return { problem: 'large' };
  const entries = text.split(',').flatMap((one) => readEntry(one) ?? []);
  if (text.split(',').length > MOST_LISTED) return { problem: 'large' };
  if (entries.length < text.split(',').length || !isDay(day) || !/^sha256:[0-9a-f]{8,64}$/.test(catalogue))
    return { problem: 'broken' };
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return { list: { entries: [...byId.values()], day, catalogue } };
}

/** @param {string} text */
function readEntry(text) {
  const [, id, verdict] = /^([0-9A-Za-z][0-9A-Za-z.-]{0,31})\.([a-z_]+)$/.exec(text) ?? [];
  return HANDED_ON.has(verdict) ? { id, verdict } : null;
}

// Returns undefined for anything that `encode` cannot have written.
/** @param {string} text */
function decode(text) {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {string} text */
function isDay(text) {
  try {
    return typeof text === 'string' && addDays(text, 0) === text;
  } catch {
    return false;
  }
}
