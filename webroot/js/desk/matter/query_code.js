// The query code with which a company sees its matter. The service shows it once; this visit keeps it in
// memory for the receipt.

/**
 * `{code}`: '' where this visit was not shown one.
 * @param {Desk.Visit} visit @param {number | string} id @returns {{code: string}}
 */
export function queryCode(visit, id) {
  return visit.draft(`query-code/${id}`, () => ({ code: '' }));
}

/** The address of the page where companies see their matters. */
export function companyPage() {
  return `${location.origin}/#/matter`;
}

/**
 * The same for one matter. The code is in the fragment, which no server is sent.
 * @param {string} reference @param {string} code
 */
export function companyLink(reference, code) {
  return `${companyPage()}?${new URLSearchParams({ reference, ...(code ? { code } : {}) })}`;
}

/**
 * The reference in a link of companyLink(), or all of `text` where it is no such link.
 * @param {string} text
 */
export function referenceIn(text) {
  const query = /#\/matter\?(.*)$/.exec(text.trim())?.[1];
  return new URLSearchParams(query).get('reference') ?? text;
}
