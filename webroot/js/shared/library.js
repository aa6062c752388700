// What the service lists, read once a visit and shared by the pages; a failed reading is tried again.

import { fetchRecord, postMatch } from './api.js';

const kept = new Map();

function once(path, read = () => fetchRecord(path)) {
  if (!kept.has(path)) {
    const reading = read();
    reading.catch(() => kept.delete(path));
    kept.set(path, reading);
  }
  return kept.get(path);
}

export async function measures() {
  return (await once('measures')).measures;
}

export async function units() {
  return (await once('units')).units;
}

export async function clauses() {
  return (await once('clauses')).clauses;
}

export async function documents() {
  return (await once('documents')).documents;
}

/** `{contacts, fallback, fallback_en}`: how to reach units and halls. */
export function contacts() {
  return once('contacts');
}

/** What every answer says of itself: that of a match of nothing. */
export async function notices() {
  return (await once('match', () => postMatch({ profile: {}, include: [] }))).notices;
}

/** The notice, the one document that has chapters. */
export async function noticeDocument() {
  return (await documents()).find((document) => document.chapters.length > 0);
}

/** The chapters of the notice, the one document that has any. */
export async function chapters() {
  return (await documents()).flatMap((document) => document.chapters);
}

export function measure(id) {
  return once(`measures/${encodeURIComponent(id)}`);
}

export function unit(id) {
  return once(`units/${encodeURIComponent(id)}`);
}

export async function factsById() {
  return new Map((await once('facts')).facts.map((fact) => [fact.id, fact]));
}

/** Today where the policies hold. */
export function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
