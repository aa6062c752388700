// 我要办的: what this company will do, has asked for and has had. Kept in the tab until it is closed or
// cleared, like its answers.

const KEY = 'policycalc.todo.1';
/** @type {Pages.Mark[]} */
export const MARKS = ['wanted', 'applied', 'received'];
const MOST = 300; // marks that are read back: more than the notice has measures

export class Todo {
  #storage;
  /** @type {Map<string, Pages.Mark>} */
  #marks;
  /** @type {Set<() => unknown>} */
  #listeners = new Set();

  /** @param {Pages.Store} storage */
  constructor(storage) {
    this.#storage = storage;
    this.#marks = new Map(read(storage));
  }

  /** @param {() => unknown} listener */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How many measures have a mark. */
  get size() {
    return this.#marks.size;
  }

  /** @param {string} measure */
  of(measure) {
    return this.#marks.get(measure) ?? null;
  }

  /** Whether nothing is left to do about it. @param {string} measure */
  isDone(measure) {
    return this.of(measure) === 'applied' || this.of(measure) === 'received';
  }

  /** @param {string} measure @param {Pages.Mark | null} mark */
  set(measure, mark) {
    if (mark) this.#marks.set(measure, mark);
    else this.#marks.delete(measure);
    this.#changed();
  }

  clear() {
    this.#marks.clear();
    this.#changed();
  }

  // Storage may be full or forbidden; then marks last as long as the page.
  #changed() {
    try {
      this.#storage.setItem(KEY, JSON.stringify(Object.fromEntries(this.#marks)));
    } catch {
      /* the page goes on without it */
    }
    for (const listener of this.#listeners) listener();
  }
}

/** @param {Pages.Store} storage @returns {[string, Pages.Mark][]} */
function read(storage) {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return [];
    return Object.entries(kept)
      .filter(([, mark]) => MARKS.includes(mark))
      .slice(0, MOST);
  } catch {
    return [];
  }
}
