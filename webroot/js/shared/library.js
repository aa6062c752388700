// The lists of the service, read once per visit and shared by the pages; failed requests are repeated.

import { fetchRecord, fetchVocabulary, postMatch } from './api.js';

/** @type {Map<string, Promise<any>>} */
const kept = new Map();

/**
 * @template Answer
 * @param {string} path @param {() => Promise<Answer>} [read] @returns {Promise<Answer>}
 */
function readOnce(path, read = () => fetchRecord(path)) {
  const before = kept.get(path);
  if (before) return before;
  const reading = read();
  reading.catch(() => kept.delete(path));
  kept.set(path, reading);
  return reading;
}

/** @returns {Promise<Api.MeasureEntry[]>} */
export async function measures() {
  return (await readOnce('measures')).measures;
}

/** @returns {Promise<Api.UnitEntry[]>} */
export async function units() {
  return (await readOnce('units')).units;
}

/** @returns {Promise<Api.Clause[]>} */
export async function clauses() {
  return (await readOnce('clauses')).clauses;
}

/**
 * The screens of questions: what each asks.
 * @returns {Promise<Api.Screen[]>}
 */
export async function screens() {
  return (await readOnce('screens')).screens;
}

/** @returns {Promise<Api.SourceDocument[]>} */
export async function documents() {
  return (await readOnce('documents')).documents;
}

/**
 * How to reach units and halls.
 * @returns {Promise<Api.Contacts>}
 */
export function contacts() {
  return readOnce('contacts');
}

/** The notices that every answer carries; an empty profile is matched to read them. */
export async function notices() {
  return (await readOnce('match', () => postMatch({ profile: {}, include: [] }))).notices;
}

/** The notice: the only document that has chapters. */
export async function noticeDocument() {
  return (await documents()).find((document) => document.chapters.length > 0);
}

/** The chapters of the notice. */
export async function chapters() {
  return (await documents()).flatMap((document) => document.chapters);
}

/** @param {string} id @returns {Promise<Api.Measure>} */
export function measure(id) {
  return readOnce(`measures/${encodeURIComponent(id)}`);
}

/** @param {string} id @returns {Promise<Api.Unit>} */
export function unit(id) {
  return readOnce(`units/${encodeURIComponent(id)}`);
}

export async function factsById() {
  return new Map((await readOnce('facts', fetchVocabulary)).facts.map((fact) => [fact.id, fact]));
}
