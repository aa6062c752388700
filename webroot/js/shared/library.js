// What the service lists, read once a visit and shared by the pages; a failed reading is tried again.

import { fetchRecord, postMatch } from './api.js';

const kept = new Map();

/** @param {string} path @param {Pages.Entry} [read] */
function readOnce(path, read = () => fetchRecord(path)) {
  if (!kept.has(path)) {
    const reading = read();
    reading.catch(() => kept.delete(path));
    kept.set(path, reading);
  }
  return kept.get(path);
}

export async function measures() {
  return (await readOnce('measures')).measures;
}

export async function units() {
  return (await readOnce('units')).units;
}

export async function clauses() {
  return (await readOnce('clauses')).clauses;
}

export async function documents() {
  return (await readOnce('documents')).documents;
}

/** `{contacts, fallback, fallback_en}`: how to reach units and halls. */
export function contacts() {
  return readOnce('contacts');
}

/** What every answer says of itself: that of a match of nothing. */
export async function notices() {
  return (await readOnce('match', () => postMatch({ profile: {}, include: [] }))).notices;
}

/** The notice, the one document that has chapters. */
export async function noticeDocument() {
  return (await documents()).find((document) => document.chapters.length > 0);
}

/** The chapters of the notice, the one document that has any. */
export async function chapters() {
  return (await documents()).flatMap((document) => document.chapters);
}

/** @param {string} id */
export function measure(id) {
  return readOnce(`measures/${encodeURIComponent(id)}`);
}

/** @param {string} id */
export function unit(id) {
  return readOnce(`units/${encodeURIComponent(id)}`);
}

export async function factsById() {
  return new Map((await readOnce('facts')).facts.map((fact) => [fact.id, fact]));
}
