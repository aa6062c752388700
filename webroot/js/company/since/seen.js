// What this company saw at its last visit: the catalogue, the day, and the verdicts with their amounts.
// The device keeps it only together with the answers, by choice; else it lasts as long as the page.

export const SEEN_KEY = 'policycalc.seen.1';

export class Seen {
  #device;
  #store;
  #tab;
  /** @type {Pages.SeenState | null} */
  #state = null;

  /**
   * `device` tells whether the answers are kept; `store` is the device's, `tab` the tab's.
   * @param {Pages.DeviceStore} device @param {Pages.Store} store @param {Pages.Store} tab
   */
  constructor(device, store, tab) {
    this.#device = device;
    this.#store = store;
    this.#tab = tab;
  }

  /** Null at a first visit. */
  get state() {
    const kept = this.#device.isKept ? read(this.#store) : null;
    return kept ?? this.#state ?? read(this.#tab);
  }

  /** The result is seen. @param {Pages.SeenState} state */
  set(state) {
    this.#state = state;
    drop(this.#tab);
    if (this.#device.isKept) write(this.#store, state);
  }

  /**
   * A saved profile was opened: its owner last saw the result of that catalogue and day. The tab keeps
   * it, as it keeps the profile, until the new result is seen.
   * @param {string | undefined} catalogue @param {string} day
   */
  opened(catalogue, day) {
    if (!catalogue) return;
    const state = { catalogue, day };
    this.#state = state;
    write(this.#tab, state);
    if (this.#device.isKept) write(this.#store, state);
  }

  /** The choice to keep the answers has changed. */
  settle() {
    const { state } = this;
    if (!this.#device.isKept) drop(this.#store);
    else if (state) write(this.#store, state);
  }

  clear() {
    this.#state = null;
    drop(this.#tab);
    drop(this.#store);
  }

  /**
   * Calls `changed` when another tab has seen another version or day.
   * @param {() => unknown} changed
   */
  watch(changed) {
    window.addEventListener('storage', ({ key, newValue, oldValue }) => {
      if (key !== SEEN_KEY || newValue === null) return;
      const [is, was] = [parsed(newValue), parsed(oldValue)];
      this.#state = is;
      if (is && was && (is.catalogue !== was.catalogue || is.day !== was.day)) changed();
    });
  }
}

/** @param {Pages.Store} store */
function read(store) {
  try {
    return parsed(store.getItem(SEEN_KEY));
  } catch {
    return null;
  }
}

// Anything may be kept under that key: what is not ours is no state.
/** @param {string | null} text @returns {Pages.SeenState | null} */
function parsed(text) {
  try {
    const state = JSON.parse(text ?? 'null');
    const isOurs =
      /^sha256:[0-9a-f]{64}$/.test(state?.catalogue) &&
      /^\d{4}-\d{2}-\d{2}$/.test(state.day) &&
      (state.verdicts === undefined || isVerdicts(state.verdicts));
    return isOurs ? state : null;
  } catch {
    return null;
  }
}

/** @param {unknown} verdicts */
function isVerdicts(verdicts) {
  if (typeof verdicts !== 'object' || verdicts === null || Array.isArray(verdicts)) return false;
  return Object.values(verdicts).every(
    (one) => typeof one?.verdict === 'string' && typeof one.amounts === 'object' && one.amounts !== null,
  );
}

// Storage may be full or forbidden; then the next visit is like a first one.
/** @param {Pages.Store} store @param {Pages.SeenState} state */
function write(store, state) {
  try {
    store.setItem(SEEN_KEY, JSON.stringify(state));
  } catch {
    /* the page goes on without it */
  }
}

/** @param {Pages.Store} store */
function drop(store) {
  try {
    store.removeItem(SEEN_KEY);
  } catch {
    /* it could not be kept either */
  }
}
