// What this tab knows about the saved profile: its code and its state. Kept until the tab is closed,
// because anyone with the code can read the profile.

const KEY = 'policycalc.saved.1';
const TYPED_KEY = 'policycalc.code.1';

export class Saved {
  #storage;
  /** @type {Pages.SavedRecord | null} */
  #kept;
  #typed;

  /** @param {Pages.Store} storage */
  constructor(storage) {
    this.#storage = storage;
    const kept = readFrom(storage, KEY);
    this.#kept = kept?.code && kept.consent ? kept : null;
    const typed = readFrom(storage, TYPED_KEY);
    this.#typed = typeof typed === 'string' ? typed : '';
    /** What was chosen on the page and not sent yet. @type {Pages.Wishes | null} */
    this.wishes = null;
  }

  /** `{code, revision, saved_at, expires_on, consent, backup_days, content}`, or null if nothing is saved. */
  get record() {
    return this.#kept;
  }

  /** @param {Pages.SavedRecord | null} record */
  set(record) {
    this.#kept = record;
    this.wishes = null;
    this.#write(KEY, record);
  }

  forget() {
    this.set(null);
  }

  /** Also forgets the code that is being typed. */
  clear() {
    this.forget();
    this.typed = '';
  }

  /** The code that came by a link or is being typed: kept until it has opened something. */
  get typed() {
    return this.#typed;
  }

  set typed(text) {
    this.#typed = text;
    this.#write(TYPED_KEY, text);
  }

  // Storage may be full or forbidden; then entries last as long as the page.
  /** @param {string} key @param {unknown} value */
  #write(key, value) {
    try {
      this.#storage.setItem(key, JSON.stringify(value));
    } catch {
      /* the page goes on without it */
    }
  }
}

/** @param {Pages.Store} storage @param {string} key */
function readFrom(storage, key) {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
