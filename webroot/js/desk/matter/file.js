// One matter as a page has it open: its latest state, changes to it, and their listeners.

import { clockText } from '../../shared/china_time.js';
import { isProblem } from '../visit.js';

export class MatterFile {
  #visit;
  /** @type {`matters/${string}`} */
  #path;
  #key;
  #onChange;
  /** @type {Api.MatterDetail | null} */
  #record = null;
  #etag = '';
  // Replaced at each change from here and with each record: an answer to an older request is dropped.
  #turn = {};

  /**
   * `onChange(file)` is called when there is something else to show.
   * @param {Desk.Visit} visit @param {string} id @param {(file: MatterFile) => void} onChange
   */
  constructor(visit, id, onChange) {
    this.#visit = visit;
    this.#path = `matters/${id}`;
    this.#key = `matter/${id}`;
    this.#onChange = onChange;
    /** Changes by others that stopped a change from here; else null. @type {Api.Change[] | null} */
    this.conflict = null;
    /** What was done, as a key of words and their parts; else null. @type {Desk.Done | null} */
    this.done = null;
    /** The staff that a supervisor may choose from, once they are loaded. @type {Api.Candidate[] | null} */
    this.staff = null;
    this.at = '';
    this.stale = false;
  }

  /** The matter as the service last answered it. It must be loaded. */
  get record() {
    if (!this.#record) throw new Error('the matter is not loaded');
    return this.#record;
  }

  /** What is typed on this page; it outlives every redraw. @returns {Desk.MatterDraft} */
  get draft() {
    return this.#visit.draft(this.#key, () => ({}));
  }

  dropDraft() {
    this.#visit.dropDraft(this.#key);
  }

  /** Throws what the request throws. */
  async load() {
    this.#take(await this.#visit.getVersion(this.#path));
  }

  /** Asks whether the matter has changed, and shows it if so. Throws what the request throws. */
  async refresh() {
    const wasStale = this.stale;
    const turn = this.#turn;
    const changed = await this.#visit.getChanged(this.#path, this.#etag);
    if (turn !== this.#turn) return; // this page has changed the matter meanwhile
    if (changed) this.#take(changed);
    else this.#seen();
    if (changed || wasStale) this.#onChange(this);
  }

  /**
   * Sends a change of what is shown; `done` are the words for it, `dropped` goes from the draft then.
   * If another change came first, loads the latest state, shows it with that change, and keeps
   * everything typed here. Throws any other failure of the request.
   * @param {string} method @param {string} part @param {unknown} body
   * @param {{done: Desk.Done, dropped?: (keyof Desk.MatterDraft)[]}} then
   */
  async change(method, part, body, { done, dropped = [] }) {
    this.#turn = {};
    try {
      this.#take(await this.#visit.sendVersion(method, `${this.#path}/${part}`, body));
      for (const name of dropped) delete this.draft[name];
      this.conflict = null;
      this.done = done;
    } catch (error) {
      if (!isProblem(error, 'changed_elsewhere')) throw error;
      await this.load();
      this.done = null;
      this.conflict = error.problem.changes ?? [];
    }
    this.#onChange(this);
  }

  /** @param {Api.Version<Api.MatterDetail>} answer */
  #take({ record, etag }) {
    this.#record = record;
    this.#etag = etag;
    this.#turn = {};
    this.#seen();
    // What was typed about an applicant goes with their data.
    if (!record.applicant) this.dropDraft();
  }

  #seen() {
    this.at = clockText();
    this.stale = false;
  }
}
