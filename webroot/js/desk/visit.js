// Who sits here: the session of one member of the staff in this document. What they know and typed
// lives in memory alone, and goes with the session.

import { isStatus, Refused, request } from '../shared/api.js';

const ROOT = '/api/v1/hall/';
const CHANNEL = 'policycalc.hall';

export class Visit {
  #onChange;
  #csrf;
  #permissions;
  #drafts;
  #draftsOf;
  #channel;

  /** `onChange(reason)` is called whenever somebody comes or goes, or must change the password. */
  constructor(onChange) {
    this.#onChange = onChange;
    this.#csrf = '';
    /** `{id, login, name, role, county, unit, must_change_password}`; null while nobody is logged in. */
    this.staff = null;
    this.#permissions = new Set();
    /** After how many seconds without a request a session ends; null where the service does not say. */
    this.idleSeconds = null;
    /** What stands in the log-in's first field. */
    this.typedLogin = '';
    /** What has just been done, as a key of words, for the next page to say once. */
    this.said = '';
    /** Why nobody is, as a key of words; '' if nobody was. */
    this.reason = '';
    this.#drafts = new Map();
    this.#draftsOf = null;
    // The cookie belongs to all tabs: what one does with it the others must know.
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.addEventListener('message', () => this.#reload('left'));
  }

  /** Asks who is logged in. Throws what the request throws, unless that is nobody. */
  async load() {
    try {
      this.#take(await this.#ask('session'));
    } catch (error) {
      if (!isStatus(error, 401)) throw error;
      this.#empty('');
    }
  }

  async logIn(login, password) {
    this.#take(await this.#ask('session', 'POST', { login, password }));
    this.#announce('');
  }

  /** Ends this session, or all of this person's with `everywhere`. A session that was over already is as good. */
  async logOut(everywhere = false) {
    try {
      await this.#ask(everywhere ? 'sessions' : 'session', 'DELETE');
    } catch (error) {
      if (!isStatus(error, 401)) throw error;
    }
    this.#drafts.clear();
    this.#empty(everywhere ? 'left_everywhere' : 'left');
    this.#announce(this.reason);
  }

  /** The seat was left: the session ends here, and what was typed waits for the same person. */
  async lapse() {
    if (!this.staff) return;
    const over = this.#ask('session', 'DELETE');
    this.#end();
    // Who cannot be reached ends it alone, as it is not used any more.
    await over.catch(() => {});
  }

  /** All sessions of this person end, and a new one begins here. `done` is called before anything is shown. */
  async changePassword(old, next, done) {
    this.#take(await this.#inside('password', 'PUT', { old, new: next }));
    done();
    this.#announce('');
  }

  /** Whether the one who is logged in may; the service asks again at each request. */
  may(permission) {
    return this.#permissions.has(permission);
  }

  /** A record of the hall. Where the session is over the document shows the log-in, and this throws. */
  get(path, headers = {}) {
    return this.#inside(path, 'GET', undefined, headers);
  }

  /** `headers`: for what may stand in no address and no body, as the code of a saved profile. */
  send(method, path, body, headers = {}) {
    return this.#inside(path, method, body, headers);
  }

  /** What was typed on the page `key`, `initial` at first; it outlives a log-in of the same person. */
  draft(key, initial) {
    if (!this.#drafts.has(key)) this.#drafts.set(key, initial());
    return this.#drafts.get(key);
  }

  dropDraft(key) {
    this.#drafts.delete(key);
  }

  async #inside(path, method, body, headers) {
    try {
      return await this.#ask(path, method, body, headers);
    } catch (error) {
      if (isStatus(error, 401)) this.#end();
      else if (isProblem(error, 'password_change_required')) this.#mustChange();
      else if (isProblem(error, 'wrong_csrf')) await this.#reload('session_over');
      throw error;
    }
  }

  #ask(path, method = 'GET', body = undefined, more = {}) {
    const headers = { ...more };
    if (method !== 'GET' && this.#csrf) headers['X-CSRF-Token'] = this.#csrf;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    return request(ROOT + path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  #take({ staff, permissions, csrf, idle_seconds: idle }) {
    this.idleSeconds = Number.isInteger(idle) && idle > 0 ? idle : null;
    if (this.#draftsOf !== staff.id) this.#drafts.clear();
    this.#draftsOf = staff.id;
    this.staff = staff;
    this.#permissions = new Set(permissions);
    this.#csrf = csrf;
    this.reason = '';
  }

  #empty(reason) {
    this.staff = null;
    this.#permissions.clear();
    this.#csrf = '';
    this.reason = reason;
  }

  #end() {
    if (!this.staff) return;
    this.#empty('session_over');
    this.#onChange(this.reason);
  }

  #mustChange() {
    this.staff = { ...this.staff, must_change_password: true };
    this.#onChange('must_change');
  }

  #announce(reason) {
    this.#channel.postMessage('changed');
    this.#onChange(reason);
  }

  /** Asks whether the session still lasts: a page that nobody looked at may show what is over. */
  async refresh() {
    if (this.staff) await this.#reload('session_over');
  }

  // Who is here now? If nobody, then for `reason`. Who cannot be asked stays: the next request tells.
  async #reload(reason) {
    const before = this.staff;
    try {
      await this.load();
    } catch {
      return;
    }
    if (before && !this.staff) {
      if (reason === 'left') this.#drafts.clear();
      this.reason = reason;
    }
    const same = before?.id === this.staff?.id && before?.must_change_password === this.staff?.must_change_password;
    if (!same) this.#onChange(this.reason);
  }
}

/** Whether the service names `code` among the issues of its refusal. */
export function isProblem(error, code) {
  return error instanceof Refused && error.issues.some((issue) => issue.code === code);
}
