// One matter as a page has it open: its latest state, changes to it, and their listeners.

import { clockText } from '../../shared/china_time.js';
import { isProblem } from '../visit.js';

export class MatterFile {
  #visit;
  #path;
  #key;
  #onChange;
  #turn;

  /** `onChange(file)` is called when there is something else to show. */
  constructor(visit, id, onChange) {
    this.#visit = visit;
    this.#path = `matters/${id}`;
    this.#key = `matter/${id}`;
    this.#onChange = onChange;
    this.record = null;
    /** Changes by others that stopped a change from here; else []. */
    this.conflict = null;
    /** What was done, as `[key, parts]` of words; null else. */
    this.done = null;
    this.at = '';
    this.stale = false;
  }

  /** What is typed on this page; it outlives every redraw. */
  get draft() {
    return this.#visit.draft(this.#key, () => ({}));
  }

  dropDraft() {
    this.#visit.dropDraft(this.#key);
  }

  /** Throws what the request throws. */
  async load() {
    this.#take(await this.#visit.get(this.#path));
  }

  /**
   * As load(), but shows it only where something has changed. Opening a matter is audited; automatic
   * polling is not, so it asks the queue unless the reader `looked`.
   */
  async refresh(looked) {
    const before = JSON.stringify(this.record);
    const wasStale = this.stale;
    const turn = this.#turn;
    const record = looked || !(await this.#isLatest()) ? await this.#visit.get(this.#path) : this.record;
    if (turn !== this.#turn) return; // a change of one's own came between
    this.#take(record);
    if (wasStale || JSON.stringify(record) !== before) this.#onChange(this);
  }

  /**
   * Sends a change of what is shown; `done` are the words for it, `dropped` goes from the draft then.
   * If another change came first, loads the latest state, shows it with that change, and keeps
   * everything typed here. Throws any other failure of the request.
   */
  async change(method, part, body, { done, dropped = [] }) {
    this.#turn = {};
    try {
      const answer = await this.#visit.send(method, `${this.#path}/${part}`, body);
      if (answer?.id) this.#take(answer);
      else await this.load();
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

  // The queue's line of the matter says all but notes, and whether it may still be seen.
  async #isLatest() {
    const { id, reference } = this.record;
    const { matters } = await this.#visit.get(`matters?${new URLSearchParams({ q: reference })}`);
    const line = matters.find((one) => one.id === id);
    return (
      line !== undefined &&
      Object.entries(line).every(([name, value]) => JSON.stringify(value) === JSON.stringify(this.record[name]))
    );
  }

  #take(record) {
    this.record = record;
    this.at = clockText();
    this.stale = false;
    // What was typed about an applicant goes with their data.
    if (!record.applicant) this.dropDraft();
  }
}
