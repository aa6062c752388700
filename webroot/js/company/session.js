// A company's visit: its answers, what it saved, and what it sent.

import { Session } from '../shared/session.js';
import { forgetSent, sent } from './tell/sent.js';

export class CompanySession extends Session {
  /** @param {Pages.Answers} answers @param {Pages.Saved} saved @param {Pages.Todo} todo */
  constructor(answers, saved, todo) {
    super(answers);
    /** What the company will do about the measures. */
    this.todo = todo;
    /** The profile that this visit saved or opened, if any. */
    this.saved = saved;
    /** Whether a shared link names the firm: as last chosen, at first not. */
    this.shareNamed = false;
  }

  /** Whether this tab knows a code that its owner may still need. */
  get holdsCodes() {
    return this.saved.record !== null || sent().length > 0;
  }

  /** Removes everything of this visit from the tab. What was saved or sent stays with the service. */
  clear() {
    this.shareNamed = false;
    this.saved.clear();
    this.todo.clear();
    forgetSent();
    super.clear();
  }
}
