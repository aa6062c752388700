// One matter as a page has it open: the latest that is known of it, changes to it, and who hears of them.

import { clockText } from '../../shared/china_time.js';
import { isProblem } from '../visit.js';

export class MatterFile {
  /** `onChange(file)` is called when there is something else to show. */
  constructor(visit, id, onChange) {
    this.visit_ = visit;
    this.path_ = `matters/${id}`;
    this.key_ = `matter/${id}`;
    this.on_change_ = onChange;
    this.record = null;
    /** What somebody else did, where that stopped a change; [] else. */
    this.conflict = null;
    /** What was done, as `[key, parts]` of words; null else. */
    this.done = null;
    this.at = '';
    this.stale = false;
  }

  /** What is typed on this page; it outlives every redraw. */
  get draft() {
    return this.visit_.draft(this.key_, () => ({}));
  }

  dropDraft() {
    this.visit_.dropDraft(this.key_);
  }

  /** Throws what the request throws. */
  async load() {
    this.take_(await this.visit_.get(this.path_));
  }

  /**
   * As load(), but shows it only where something has changed. Who opens a matter is written into the
   * trail; a page that asks by itself is no look, and asks the queue unless somebody `looked`.
   */
  async refresh(looked) {
    const before = JSON.stringify(this.record);
    const was_stale = this.stale;
    const turn = this.turn_;
    const record = looked || !(await this.isLatest_()) ? await this.visit_.get(this.path_) : this.record;
    if (turn !== this.turn_) return; // a change of one's own came between
    this.take_(record);
    if (was_stale || JSON.stringify(record) !== before) this.on_change_(this);
  }

  /**
   * Sends a change of what is shown; `done` are the words for it, `dropped` goes from the draft then.
   * Where somebody else was first, the latest is loaded and shown with what they did, and nothing
   * that was typed is dropped. Throws what else the request throws.
   */
  async change(method, part, body, { done, dropped = [] }) {
    this.turn_ = {};
    try {
      const answer = await this.visit_.send(method, `${this.path_}/${part}`, body);
      if (answer?.id) this.take_(answer);
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
    this.on_change_(this);
  }

  // The queue's line of the matter says all but notes, and whether it may still be seen.
  async isLatest_() {
    const { id, reference } = this.record;
    const { matters } = await this.visit_.get(`matters?${new URLSearchParams({ q: reference })}`);
    const line = matters.find((one) => one.id === id);
    return (
      line !== undefined &&
      Object.entries(line).every(([name, value]) => JSON.stringify(value) === JSON.stringify(this.record[name]))
    );
  }

  take_(record) {
    this.record = record;
    this.at = clockText();
    this.stale = false;
    // What was typed about an applicant goes with their data.
    if (!record.applicant) this.dropDraft();
  }
}
