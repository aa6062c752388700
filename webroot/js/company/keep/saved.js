// What this tab knows of the profile that was saved: its code and how it stands. Kept in this tab
// until it is closed: whoever holds the code can read the profile.

const kKey = 'policycalc.saved.1';
const kTypedKey = 'policycalc.code.1';

export class Saved {
  constructor(storage) {
    this.storage_ = storage;
    const kept = readFrom(storage, kKey);
    this.kept_ = kept?.code && kept.consent ? kept : null;
    const typed = readFrom(storage, kTypedKey);
    this.typed_ = typeof typed === 'string' ? typed : '';
    /** What was chosen on the page and not sent yet: `{days, help, notify}`. */
    this.wishes = null;
  }

  /** `{code, revision, saved_at, expires_on, consent, backup_days, content}`, or null if nothing is saved. */
  get record() {
    return this.kept_;
  }

  set(record) {
    this.kept_ = record;
    this.wishes = null;
    this.write_(kKey, record);
  }

  forget() {
    this.set(null);
  }

  /** Forgets the code that is being typed as well. */
  clear() {
    this.forget();
    this.typed = '';
  }

  /** The code that came by a link or is being typed: kept until it has opened something. */
  get typed() {
    return this.typed_;
  }

  set typed(text) {
    this.typed_ = text;
    this.write_(kTypedKey, text);
  }

  // Storage may be full or forbidden: it then lives as long as the page.
  write_(key, value) {
    try {
      this.storage_.setItem(key, JSON.stringify(value));
    } catch {
      /* the page goes on without it */
    }
  }
}

function readFrom(storage, key) {
  try {
    return JSON.parse(storage.getItem(key));
  } catch {
    return null;
  }
}
