// What this visit has written and sent, kept in this tab until it is closed or cleared.

const kDraftsKey = 'policycalc.tell.1';
const kSentKey = 'policycalc.told.1';

export const kBlankDraft = { kind: null, message: '', contact: '' };

/** What was being written about `measure` ('' in general): `{kind, message, contact}`. */
export function draftOf(measure) {
  return { ...kBlankDraft, ...read(kDraftsKey, {})[measure] };
}

export function keepDraft(measure, draft) {
  const all = read(kDraftsKey, {});
  if (draft) all[measure] = draft;
  else delete all[measure];
  write(kDraftsKey, all);
}

/** What was sent, the latest first: `[{reference, query_code, state, received_at}]`. */
export function sent() {
  const list = read(kSentKey, []);
  return Array.isArray(list) ? list : [];
}

export function keepSent(entry) {
  write(kSentKey, [entry, ...sent()]);
}

/** Forgets what was written and the codes of what was sent. */
export function forgetTold() {
  write(kDraftsKey, {});
  write(kSentKey, []);
}

// Where storage is full or forbidden it lasts as long as the document.
const held = new Map();

function read(key, otherwise) {
  if (held.has(key)) return held.get(key);
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
    held.delete(key);
  } catch {
    held.set(key, value);
  }
}
