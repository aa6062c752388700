// How this visitor wants the pages, as it is kept in the browser. The pages that the server writes need
// this part only.

const KEY = 'policycalc.preferences.1';

/**
 * `{language, care}` as far as they are kept; a storage that fails has kept nothing.
 * @param {Pages.Store} kept @returns {{language?: unknown, care?: unknown}}
 */
export function readPreferences(kept) {
  try {
    return JSON.parse(kept.getItem(KEY) ?? 'null') ?? {};
  } catch {
    return {};
  }
}

/** @param {Pages.Store} kept @param {{language?: unknown, care?: unknown}} preferences */
export function keepPreferences(kept, preferences) {
  try {
    kept.setItem(KEY, JSON.stringify(preferences));
  } catch {
    /* full or forbidden: it holds until the document goes */
  }
}

/**
 * The browser's storage of that name. A browser that forbids storage throws at the mere name; then
 * nothing is kept.
 * @param {'localStorage' | 'sessionStorage'} name @returns {Pages.Store}
 */
export function storage(name) {
  try {
    return window[name];
  } catch {
    return { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  }
}
