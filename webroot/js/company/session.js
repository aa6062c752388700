// A company's visit: its answers, what it saved, and what it sent.

import { Session } from '../shared/session.js';
import { forgetSent, sent } from './tell/sent.js';

export class CompanySession extends Session {
  /** The ticks of each screen that have no answer below them yet. @type {Map<string, Set<string>>} */
  #ticked = new Map();

  /**
   * @param {Pages.Answers} answers @param {Pages.Saved} saved @param {Pages.Todo} todo
   * @param {Pages.DeviceStore} device @param {Pages.Seen} seen
   */
  constructor(answers, saved, todo, device, seen) {
    super(answers);
    /** What the company will do about the measures. */
    this.todo = todo;
    /** Where the answers are kept. */
    this.device = device;
    /** What it saw at its last visit. */
    this.seen = seen;
    /** The profile that this visit saved or opened, if any. */
    this.saved = saved;
    /** The matter that is asked for, as a link brought it or as it was typed; in memory only. */
    this.asked = { reference: '', code: '' };
    /** Whether a shared link names the firm: as last chosen, at first not. */
    this.shareNamed = false;
  }

  /** Whether this tab knows a code that its owner may still need. */
  get holdsCodes() {
    return this.saved.record !== null || sent().length > 0;
  }

  /**
   * The ticks of a screen that have no answer below them yet; the screen changes them.
   * @param {string} screen
   */
  tickedOf(screen) {
    const ticked = this.#ticked.get(screen) ?? new Set();
    this.#ticked.set(screen, ticked);
    return ticked;
  }

  /** Removes everything of this visit from the tab and the device. What was saved or sent stays with the service. */
  clear() {
    this.asked = { reference: '', code: '' };
    this.shareNamed = false;
    this.#ticked.clear();
    this.saved.clear();
    this.todo.clear();
    forgetSent();
    super.clear();
    this.device.forget();
    this.seen.clear();
  }
}
