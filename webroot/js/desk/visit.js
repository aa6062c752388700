// Who sits here: the session of one member of the staff in this document. What they know and typed
// lives in memory alone, and goes with the session.

import { isStatus, Refused, request } from '../shared/api.js';

const kRoot = '/api/v1/hall/';
const kChannel = 'policycalc.hall';

export class Visit {
  /** `onChange(reason)` is called whenever somebody comes or goes, or must change the password. */
  constructor(onChange) {
    this.on_change_ = onChange;
    this.csrf_ = '';
    /** `{id, login, name, role, county, unit, must_change_password}`; null while nobody is logged in. */
    this.staff = null;
    this.permissions_ = new Set();
    /** After how many seconds without a request a session ends; null where the service does not say. */
    this.idleSeconds = null;
    /** What stands in the log-in's first field. */
    this.typedLogin = '';
    /** What has just been done, as a key of words, for the next page to say once. */
    this.said = '';
    /** Why nobody is, as a key of words; '' if nobody was. */
    this.reason = '';
    this.drafts_ = new Map();
    this.drafts_of_ = null;
    // The cookie belongs to all tabs: what one does with it the others must know.
    this.channel_ = new BroadcastChannel(kChannel);
    this.channel_.addEventListener('message', () => this.reload_('left'));
  }

  /** Asks who is logged in. Throws what the request throws, unless that is nobody. */
  async load() {
    try {
      this.take_(await this.ask_('session'));
    } catch (error) {
      if (!isStatus(error, 401)) throw error;
      this.empty_('');
    }
  }

  async logIn(login, password) {
    this.take_(await this.ask_('session', 'POST', { login, password }));
    this.announce_('');
  }

  /** Ends this session, or all of this person's with `everywhere`. A session that was over already is as good. */
  async logOut(everywhere = false) {
    try {
      await this.ask_(everywhere ? 'sessions' : 'session', 'DELETE');
    } catch (error) {
      if (!isStatus(error, 401)) throw error;
    }
    this.drafts_.clear();
    this.empty_(everywhere ? 'left_everywhere' : 'left');
    this.announce_(this.reason);
  }

  /** The seat was left: the session ends here, and what was typed waits for the same person. */
  async lapse() {
    if (!this.staff) return;
    const over = this.ask_('session', 'DELETE');
    this.end_();
    // Who cannot be reached ends it alone, as it is not used any more.
    await over.catch(() => {});
  }

  /** All sessions of this person end, and a new one begins here. `done` is called before anything is shown. */
  async changePassword(old, next, done) {
    this.take_(await this.inside_('password', 'PUT', { old, new: next }));
    done();
    this.announce_('');
  }

  /** Whether the one who is logged in may; the service asks again at each request. */
  may(permission) {
    return this.permissions_.has(permission);
  }

  /** A record of the hall. Where the session is over the document shows the log-in, and this throws. */
  get(path, headers = {}) {
    return this.inside_(path, 'GET', undefined, headers);
  }

  /** `headers`: for what may stand in no address and no body, as the code of a saved profile. */
  send(method, path, body, headers = {}) {
    return this.inside_(path, method, body, headers);
  }

  /** What was typed on the page `key`, `initial` at first; it outlives a log-in of the same person. */
  draft(key, initial) {
    if (!this.drafts_.has(key)) this.drafts_.set(key, initial());
    return this.drafts_.get(key);
  }

  dropDraft(key) {
    this.drafts_.delete(key);
  }

  async inside_(path, method, body, headers) {
    try {
      return await this.ask_(path, method, body, headers);
    } catch (error) {
      if (isStatus(error, 401)) this.end_();
      else if (isProblem(error, 'password_change_required')) this.mustChange_();
      else if (isProblem(error, 'wrong_csrf')) await this.reload_('session_over');
      throw error;
    }
  }

  ask_(path, method = 'GET', body = undefined, more = {}) {
    const headers = { ...more };
    if (method !== 'GET' && this.csrf_) headers['X-CSRF-Token'] = this.csrf_;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    return request(kRoot + path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  take_({ staff, permissions, csrf, idle_seconds: idle }) {
    this.idleSeconds = Number.isInteger(idle) && idle > 0 ? idle : null;
    if (this.drafts_of_ !== staff.id) this.drafts_.clear();
    this.drafts_of_ = staff.id;
    this.staff = staff;
    this.permissions_ = new Set(permissions);
    this.csrf_ = csrf;
    this.reason = '';
  }

  empty_(reason) {
    this.staff = null;
    this.permissions_.clear();
    this.csrf_ = '';
    this.reason = reason;
  }

  end_() {
    if (!this.staff) return;
    this.empty_('session_over');
    this.on_change_(this.reason);
  }

  mustChange_() {
    this.staff = { ...this.staff, must_change_password: true };
    this.on_change_('must_change');
  }

  announce_(reason) {
    this.channel_.postMessage('changed');
    this.on_change_(reason);
  }

  /** Asks whether the session still lasts: a page that nobody looked at may show what is over. */
  async refresh() {
    if (this.staff) await this.reload_('session_over');
  }

  // Who is here now? If nobody, then for `reason`. Who cannot be asked stays: the next request tells.
  async reload_(reason) {
    const before = this.staff;
    try {
      await this.load();
    } catch {
      return;
    }
    if (before && !this.staff) {
      if (reason === 'left') this.drafts_.clear();
      this.reason = reason;
    }
    const same = before?.id === this.staff?.id && before?.must_change_password === this.staff?.must_change_password;
    if (!same) this.on_change_(this.reason);
  }
}

/** Whether the service names `code` among the issues of its refusal. */
export function isProblem(error, code) {
  return error instanceof Refused && error.issues.some((issue) => issue.code === code);
}
