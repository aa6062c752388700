// The session of a member of the staff in this document. What was loaded and typed is kept in memory
// only and goes with the session.

import { isStatus, Refused, requestVersion } from '../shared/api.js';
import { Offices } from './offices.js';

const ROOT = '/api/v1/hall/';
const CHANNEL = 'policycalc.desk';

export class Visit {
  #onChange;
  #csrf;
  /** @type {Set<string>} */
  #permissions;
  /** The last who was logged in. @type {Api.Staff | null} */
  #person;
  /** @type {Map<string, any>} */
  #drafts;
  /** @type {number | null} */
  #draftsOf;
  #channel;

  /**
   * `onChange(reason)` is called after a log-in or log-out, or when the password must be changed.
   * @param {(reason: string) => unknown} onChange
   */
  constructor(onChange) {
    this.#onChange = onChange;
    this.#csrf = '';
    /** Who is logged in; null without a log-in. @type {Api.Staff | null} */
    this.staff = null;
    this.#person = null;
    /** The districts and units that staff belong to. */
    this.offices = new Offices();
    this.#permissions = new Set();
    /**
     * After how many seconds without a request a session ends; null where the service does not say.
     * @type {number | null}
     */
    this.idleSeconds = null;
    /**
     * What the session still has to do about the second factor.
     * @type {Api.FactorState}
     */
    this.secondFactor = 'off';
    /** The text in the first field of the log-in. */
    this.typedLogin = '';
    /** What was just done, as a key of words; the next page says it once. */
    this.said = '';
    /** Why the last session ended, as a key of words; '' if there was none. */
    this.reason = '';
    this.#drafts = new Map();
    this.#draftsOf = null;
    // All tabs share the cookie, so each tells the others about changes.
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.addEventListener('message', () => this.#reload('left'));
  }

  /**
   * For whom a page is drawn that needs a log-in. A page may still wait for an answer when its session
   * ends: it goes on with the same person, and shows nothing any more.
   */
  get person() {
    if (!this.#person) throw new Error('no one has logged in');
    return this.#person;
  }

  /** Asks who is logged in. Throws what the request throws, except 401. */
  async load() {
    try {
      this.#take((await this.#ask('session')).record);
    } catch (error) {
      if (!isStatus(error, 401)) throw error;
      this.#empty('');
    }
  }

  /** @param {string} login @param {string} password */
  async logIn(login, password) {
    this.#take((await this.#ask('session', 'POST', { login, password })).record);
    this.#announce('');
  }

  /**
   * The second step of the log-in.
   * @param {string} code
   */
  async showCode(code) {
    this.#take((await this.#inside('session/second-factor', 'POST', { code })).record);
    this.#announce('');
  }

  /** An app was set up, and its recovery codes were read. */
  factorIsSet() {
    this.secondFactor = 'done';
    this.#announce('');
  }

  /** Ends this session, or with `everywhere` all sessions of this person. A session may be over already. */
  async logOut(everywhere = false) {
    try {
      await this.#ask(everywhere ? 'sessions' : 'session', 'DELETE');
    } catch (error) {
      if (!isStatus(error, 401)) throw error;
    }
    this.#forget();
    this.#empty(everywhere ? 'left_everywhere' : 'left');
    this.#announce(this.reason);
  }

  /** Ends the session of an empty seat; what was typed waits for the same person. */
  async lapse() {
    if (!this.staff) return;
    const over = this.#ask('session', 'DELETE');
    this.#end();
    // If the service cannot be reached, the unused session expires there by itself.
    await over.catch(() => {});
  }

  /**
   * All sessions of this person end, and a new one begins here. `done` is called before anything is shown.
   * @param {string} old @param {string} next @param {() => void} done
   */
  async changePassword(old, next, done) {
    this.#take((await this.#inside('password', 'PUT', { old, new: next })).record);
    done();
    this.#announce('');
  }

  /**
   * Whether this person has the permission; the service checks again at each request.
   * @param {string} permission
   */
  may(permission) {
    return this.#permissions.has(permission);
  }

  /**
   * Reads a record of the desk. If the session is over, the document shows the log-in and this throws.
   * @template {string} Path
   * @param {Path} path @param {Record<string, string>} [headers] @returns {Promise<Desk.Answer<Path>>}
   */
  async get(path, headers = {}) {
    return (await this.#inside(path, 'GET', undefined, headers)).record;
  }

  /**
   * As get(), with the version of the record, for getChanged().
   * @template {string} Path
   * @param {Path} path @returns {Promise<Api.Version<Desk.Answer<Path>>>}
   */
  getVersion(path) {
    return this.#inside(path, 'GET');
  }

  /**
   * Reads a record if it is another than the version `etag`; else null. An unchanged record does not
   * count as opened.
   * @template {string} Path
   * @param {Path} path @param {string} etag @returns {Promise<Api.Version<Desk.Answer<Path>> | null>}
   */
  async getChanged(path, etag) {
    const answer = await this.#inside(path, 'GET', undefined, etag ? { 'If-None-Match': etag } : {});
    return answer.unchanged ? null : answer;
  }

  /**
   * `headers` carry what must not be in an address or a body, such as the code of a saved profile.
   * @param {string} method @param {string} path @param {unknown} [body] @param {Record<string, string>} [headers]
   * @returns {Promise<any>}
   */
  async send(method, path, body, headers = {}) {
    return (await this.#inside(path, method, body, headers)).record;
  }

  /**
   * As send(), for a change that answers the record with its version.
   * @param {string} method @param {string} path @param {unknown} body @returns {Promise<Api.Version<any>>}
   */
  sendVersion(method, path, body) {
    return this.#inside(path, method, body);
  }

  /**
   * What was typed on the page `key`, `initial` at first; it outlives a log-in of the same person.
   * @template Draft @param {string} key @param {() => Draft} initial @returns {Draft}
   */
  draft(key, initial) {
    if (!this.#drafts.has(key)) this.#drafts.set(key, initial());
    return this.#drafts.get(key);
  }

  /** @param {string} key */
  dropDraft(key) {
    this.#drafts.delete(key);
  }

  /**
   * @param {string} path @param {string} method @param {unknown} [body] @param {Record<string, string>} [headers]
   * @returns {Promise<any>}
   */
  async #inside(path, method, body, headers) {
    try {
      return await this.#ask(path, method, body, headers);
    } catch (error) {
      if (isProblem(error, 'fresh_password_required') && (await this.#showPassword()))
        return this.#inside(path, method, body, headers);
      if (isStatus(error, 401)) this.#end();
      else if (isProblem(error, 'password_change_required')) this.#mustChange();
      else if (isProblem(error, 'wrong_csrf') || isProblem(error, 'second_factor_required'))
        await this.#reload('session_over');
      throw error;
    }
  }

  // Asks the reader for the password again; whether it was right.
  async #showPassword() {
    const { askPassword } = await import('./account/fresh_password.js');
    return askPassword((password) => this.#inside('session/password', 'POST', { password }));
  }

  /** @param {string} path @param {string} [method] @param {unknown} [body] @param {Record<string, string>} [more] */
  #ask(path, method = 'GET', body = undefined, more = {}) {
    /** @type {Record<string, string>} */
    const headers = { ...more };
    if (method !== 'GET' && this.#csrf) headers['X-CSRF-Token'] = this.#csrf;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    return requestVersion(ROOT + path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  /** @param {Api.SignedIn} session */
  #take({ staff, permissions, csrf, idle_seconds: idle, second_factor: factor }) {
    this.secondFactor = factor;
    this.idleSeconds = Number.isInteger(idle) && idle > 0 ? idle : null;
    if (this.#draftsOf !== staff.id) this.#drafts.clear();
    this.#draftsOf = staff.id;
    this.#person = this.staff = staff;
    this.#permissions = new Set(permissions);
    this.#csrf = csrf;
    this.reason = '';
  }

  // After a log-out the next person at this seat may be another.
  #forget() {
    this.#drafts.clear();
    this.typedLogin = '';
  }

  /** @param {string} reason */
  #empty(reason) {
    this.staff = null;
    this.#permissions.clear();
    this.#csrf = '';
    this.secondFactor = 'off';
    this.reason = reason;
  }

  #end() {
    if (!this.staff) return;
    this.#empty('session_over');
    this.#onChange(this.reason);
  }

  #mustChange() {
    if (this.staff) this.#person = this.staff = { ...this.staff, must_change_password: true };
    this.#onChange('must_change');
  }

  /** @param {string} reason */
  #announce(reason) {
    this.#channel.postMessage('changed');
    this.#onChange(reason);
  }

  /** Asks whether the session still lasts: a page in the background may be outdated. */
  async refresh() {
    if (this.staff) await this.#reload('session_over');
  }

  // Asks who is logged in. Without a session `reason` says why; failures are ignored.
  /** @param {string} reason */
  async #reload(reason) {
    const before = this.staff;
    const factor = this.secondFactor;
    try {
      await this.load();
    } catch {
      return;
    }
    if (before && !this.staff) {
      if (reason === 'left') this.#forget();
      this.reason = reason;
    }
    const same =
      before?.id === this.staff?.id &&
      before?.must_change_password === this.staff?.must_change_password &&
      factor === this.secondFactor;
    if (!same) this.#onChange(this.reason);
  }
}

/**
 * Whether the service names `code` among the issues of its refusal.
 * @param {unknown} error @param {string} code @returns {error is Refused}
 */
export function isProblem(error, code) {
  return error instanceof Refused && error.issues.some((issue) => issue.code === code);
}
