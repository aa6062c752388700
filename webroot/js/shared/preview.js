// A keeper looks at all pages by one version as of one day: the server marks the page, and what the
// page asks follows the mark.

/** The lists and records that can be asked of a version. */
const BY_VERSION = new Set(['facts', 'screens', 'measures', 'units', 'clauses', 'documents', 'contacts']);
/** Those of them that depend on the day, too. */
const BY_DAY = new Set(['measures', 'clauses', 'contacts']);

/** The version and the day; null outside a preview. */
export function preview() {
  const mark = document.querySelector('#preview');
  if (!(mark instanceof HTMLElement)) return null;
  return { catalogue: mark.dataset.catalogue ?? '', as_of: mark.dataset.asOf ?? '' };
}

/**
 * The path of a list or a record under `/api/v1/`, of the version that the page shows.
 * @param {string} path
 */
export function ofShown(path) {
  const shown = preview();
  const [name] = path.split(/[/?]/);
  if (!shown || !BY_VERSION.has(name)) return path;
  const query = new URLSearchParams({ catalogue: shown.catalogue });
  if (BY_DAY.has(name)) query.set('as_of', shown.as_of);
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}
