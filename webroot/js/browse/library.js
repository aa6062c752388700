// What the service lists, read once a visit and shared by the pages; a failed reading is tried again.

import { fetchRecord } from '../api.js';

const kept = new Map();

function once(path) {
  if (!kept.has(path)) {
    const reading = fetchRecord(path);
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
