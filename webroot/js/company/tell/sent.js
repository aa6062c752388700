// Feedback that this visit has written and sent, kept in the tab until it is closed or cleared.

const DRAFTS_KEY = 'policycalc.tell.1';
const SENT_KEY = 'policycalc.told.1';

export const BLANK_DRAFT = { kind: null, message: '', contact: '' };

/**
 * What was being written about `measure` ('' in general): `{kind, message, contact}`.
 * @param {string} measure
 */
export function draftOf(measure) {
  return { ...BLANK_DRAFT, ...read(DRAFTS_KEY, {})[measure] };
}

/** @param {string} measure @param {Pages.FeedbackDraft | null} draft */
export function keepDraft(measure, draft) {
  const all = read(DRAFTS_KEY, {});
  if (draft) all[measure] = draft;
  else delete all[measure];
  write(DRAFTS_KEY, all);
}

/** What was sent, the latest first: `[{reference, query_code, state, received_at}]`. */
export function sent() {
  const list = read(SENT_KEY, []);
  return Array.isArray(list) ? list : [];
}

/** @param {Api.SentFeedback} entry */
export function keepSent(entry) {
  write(SENT_KEY, [entry, ...sent()]);
}

/** Forgets what was written and the codes of what was sent. */
export function forgetSent() {
  write(DRAFTS_KEY, {});
  write(SENT_KEY, []);
}

// If storage is full or forbidden, entries last as long as the document.
const held = new Map();

/** @param {string} key @param {any} otherwise */
function read(key, otherwise) {
  if (held.has(key)) return held.get(key);
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** @param {string} key @param {unknown} value */
function write(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
    held.delete(key);
  } catch {
    held.set(key, value);
  }
}
