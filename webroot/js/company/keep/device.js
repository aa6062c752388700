// Where the answers are kept: in this tab, and by choice on this device too, where every tab sees them.

export class DeviceStore {
  #tab;
  #device;
  #key;

  /**
   * `key` is the one under which the answers are kept in both.
   * @param {Pages.Store} tab @param {Pages.Store} device @param {string} key
   */
  constructor(tab, device, key) {
    this.#tab = tab;
    this.#device = device;
    this.#key = key;
  }

  /** Whether the answers are kept on the device. */
  get isKept() {
    return this.#onDevice() !== null;
  }

  /**
   * Keeps the present answers on the device. Returns whether the browser allows it.
   */
  keep() {
    try {
      this.#device.setItem(this.#key, this.#tab.getItem(this.#key) ?? '{}');
    } catch {
      return false;
    }
    return this.isKept;
  }

  /** Takes the answers off the device; this tab still has them. */
  forget() {
    const kept = this.#onDevice();
    if (kept === null) return;
    this.#tab.setItem(this.#key, kept);
    try {
      this.#device.removeItem(this.#key);
    } catch {
      /* it could not be kept either */
    }
  }

  /** @param {string} key */
  getItem(key) {
    return this.#onDevice() ?? this.#tab.getItem(key);
  }

  /** Throws what the browser's storage throws. @param {string} key @param {string} value */
  setItem(key, value) {
    this.#tab.setItem(key, value);
    if (this.isKept) this.#device.setItem(this.#key, value);
  }

  /** @param {string} key */
  removeItem(key) {
    this.#tab.removeItem(key);
  }

  /**
   * Calls `changed` when another tab has changed what the device keeps. What was kept stays in this tab.
   * @param {(value: string | null) => unknown} changed
   */
  watch(changed) {
    window.addEventListener('storage', ({ key, newValue, oldValue }) => {
      if (key !== this.#key) return;
      if (newValue === null && oldValue !== null) this.#tab.setItem(key, oldValue);
      changed(newValue);
    });
  }

  #onDevice() {
    try {
      return this.#device.getItem(this.#key);
    } catch {
      return null;
    }
  }
}
