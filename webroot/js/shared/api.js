// Requests to the service. A failure is one of two kinds: Away (no usable answer) or Refused (the
// service answered with a problem document).

import { noteServiceTime } from './china_time.js';
import { ofShown, preview } from './preview.js';

const TIMEOUT = 15000;

export class Away extends Error {}

export class Refused extends Error {
  /**
   * `retryAfter`: how many seconds the service asks to wait; null if it does not say.
   * @param {number} status @param {Api.Problem} problem @param {number | null} [retryAfter]
   */
  constructor(status, problem, retryAfter = null) {
    super(problem.title ?? `status ${status}`);
    this.status = status;
    this.retryAfter = retryAfter;
    /** @type {Api.Issue[]} */
    this.issues = Array.isArray(problem.issues) ? problem.issues : [];
    this.detail = problem.detail ?? '';
    /** The whole document: some refusals say more. */
    this.problem = problem;
    this.requestId = problem.request_id ?? '';
  }
}

/**
 * Whether the service refused with this HTTP status.
 * @param {unknown} error @param {number} status @returns {error is Refused}
 */
export function isStatus(error, status) {
  return error instanceof Refused && error.status === status;
}

/**
 * The vocabulary, facts and needs in the order of asking.
 * @returns {Promise<Api.Vocabulary>}
 */
export function fetchVocabulary() {
  return fetchRecord('facts');
}

/**
 * One of the lists or records under `/api/v1/`.
 * @param {string} path
 */
export function fetchRecord(path) {
  return request(`/api/v1/${ofShown(path)}`);
}

/**
 * Matches a profile, with all texts; `signal` cancels the request.
 * @param {object} body @param {AbortSignal} [signal] @returns {Promise<Api.MatchAnswer>}
 */
export function postMatch(body, signal) {
  return send('POST', 'match', { ...preview(), ...body, detail: 'full' }, { signal });
}

// Requests with a code. A code goes into a header only, or as a matter's does into a body: never into a
// path or a query.

/** @returns {Promise<Api.Terms>} */
export function fetchTerms() {
  return fetchRecord('profiles/terms');
}

/** @param {unknown} body @returns {Promise<Api.NewSavedProfile>} */
export function saveProfile(body) {
  return send('POST', 'profiles', body);
}

/** @param {string} code @returns {Promise<Api.SavedProfile>} */
export function loadProfile(code) {
  return request('/api/v1/profiles/mine', { headers: bearer(code) });
}

/** @param {string} code @param {unknown} body @returns {Promise<Api.ProfileReceipt>} */
export function replaceProfile(code, body) {
  return send('PUT', 'profiles/mine', body, { headers: bearer(code) });
}

/** @param {string} code @returns {Promise<null>} */
export function deleteProfile(code) {
  return request('/api/v1/profiles/mine', { method: 'DELETE', headers: bearer(code) });
}

/** @param {unknown} body @returns {Promise<Api.SentFeedback>} */
export function sendFeedback(body) {
  return send('POST', 'feedback', body);
}

/** @param {string} code @returns {Promise<Api.FeedbackStateAnswer>} */
export function fetchFeedbackState(code) {
  return request('/api/v1/feedback/state', { headers: bearer(code) });
}

/** @param {Api.MatterKey} key @returns {Promise<Api.MatterStatus>} */
export function fetchMatterStatus(key) {
  return send('POST', 'matters/status', key);
}

/** @param {Api.MatterRatingRequest} rating */
export function rateMatter(rating) {
  return send('POST', 'matters/rating', rating);
}

/**
 * `{size, rows}` of a QR code that holds `text`.
 * @param {string} text @returns {Promise<Api.QrCode>}
 */
export function fetchQr(text) {
  return send('POST', 'qr', { text });
}

/** @param {string} code */
function bearer(code) {
  return { Authorization: `Bearer ${code}` };
}

/**
 * @param {string} method @param {string} path @param {unknown} body
 * @param {{headers?: Record<string, string>, signal?: AbortSignal}} [options]
 */
function send(method, path, body, { headers = {}, signal } = {}) {
  return request(`/api/v1/${path}`, {
    method,
    signal,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

/**
 * The JSON that `path` answers; null for 204. Cookies are sent only if
 * `options.credentials` says so.
 * @param {string} path @param {RequestInit} [options] @returns {Promise<any>}
 */
export async function request(path, options = {}) {
  return (await requestVersion(path, options)).record;
}

/**
 * As request(), with the ETag of the answer, '' without one. If the service answers 304, as the reader
 * has this version, `unchanged` is true and `record` null.
 * @param {string} path @param {RequestInit} [options]
 * @returns {Promise<Api.Version<any> & {unchanged: boolean}>}
 */
export async function requestVersion(path, options = {}) {
  return exchange(path, options, async (response) => {
    const isEmpty = response.status === 304 || response.status === 204;
    const text = await response.text();
    return {
      record: isEmpty ? null : JSON.parse(text, /** @type {(key: string, value: any) => any} */ (exactNumber)),
      etag: response.headers.get('ETag') ?? '',
      unchanged: response.status === 304,
    };
  });
}

/**
 * What `read` makes of the answer, unless that is a refusal.
 * @template Read
 * @param {string} path @param {RequestInit} options @param {(response: Response) => Promise<Read>} read
 */
export async function exchange(path, options, read) {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), TIMEOUT);
  options.signal?.addEventListener('abort', () => clock.abort(), { once: true });
  try {
    const response = await fetch(path, { credentials: 'omit', ...options, signal: clock.signal });
    // Other answers may be old ones that the browser has kept.
    if (path.startsWith('/api/v1/hall/')) noteServiceTime(response.headers.get('Date'));
    if (!response.ok && response.status !== 304) {
      const wait = secondsOf(response.headers.get('Retry-After'));
      throw new Refused(response.status, problemOf(await response.text()), wait);
    }
    return await read(response);
  } catch (error) {
    if (error instanceof Refused || options.signal?.aborted) throw error;
    throw new Away(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

// Keeps the digits of numbers that a double cannot hold exactly, if the browser provides them.
/** @param {string} key @param {unknown} value @param {{source?: string} | undefined} context */
function exactNumber(key, value, context) {
  return typeof value === 'number' && !Number.isSafeInteger(value) && context?.source ? context.source : value;
}

/** @param {string | null} header */
function secondsOf(header) {
  return /^\d{1,6}$/.test(header ?? '') ? Number(header) : null;
}

/** @param {string} text @returns {Api.Problem} */
function problemOf(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
