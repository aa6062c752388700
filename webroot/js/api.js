// Talks to the service. Every failure is one of two kinds: Away (no answer worth the name) or
// Refused (the service answered with a problem document).

const kTimeout = 15000;

export class Away extends Error {}

export class Refused extends Error {
  constructor(status, problem) {
    super(problem.title ?? `status ${status}`);
    this.status = status;
    this.issues = Array.isArray(problem.issues) ? problem.issues : [];
    this.detail = problem.detail ?? '';
    this.requestId = problem.request_id ?? '';
  }
}

/** The vocabulary, in the order of asking. */
export async function fetchFacts() {
  return (await request('/api/v1/facts')).facts;
}

/** One of the lists or records under `/api/v1/`. */
export function fetchRecord(path) {
  return request(`/api/v1/${path}`);
}

/** Matches a profile; `signal` calls it off. */
export function postMatch(body, signal) {
  return request('/api/v1/match', {
    method: 'POST', signal, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' },
  });
}

async function request(path, options = {}) {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), kTimeout);
  options.signal?.addEventListener('abort', () => clock.abort(), { once: true });
  try {
    const response = await fetch(path, { ...options, signal: clock.signal, credentials: 'omit' });
    const text = await response.text();
    if (!response.ok) throw new Refused(response.status, problemOf(text));
    return JSON.parse(text, exactNumber);
  } catch (error) {
    if (error instanceof Refused || options.signal?.aborted) throw error;
    throw new Away(error.message);
  } finally {
    clearTimeout(timer);
  }
}

// Numbers that a double may not hold exactly are kept as their digits, where the browser shows us those.
function exactNumber(key, value, context) {
  return typeof value === 'number' && !Number.isSafeInteger(value) && context?.source ? context.source : value;
}

function problemOf(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
