// Reads the search field: a name, a credit code, or the code of a saved profile, which is sent only in
// a header.

import { readCode } from '../../shared/parts/code.js';

const CREDIT_CODE = 18; // characters; a longer text with digits or groups is taken for a resume code

/**
 * Returns `{q}`, `{code}`, or `{problem}` with the count if the text can only be a mistyped resume code.
 * @param {string} text @returns {Desk.Wanted}
 */
export function readSearch(text) {
  const typed = text.trim();
  const read = readCode(typed);
  if (read.code) return { code: read.code };
  const symbols = typed.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}_.]/gu, '');
  const meant =
    /^[0-9A-Za-z]+$/.test(symbols) &&
    /[0-9]/.test(symbols) &&
    (symbols.length > CREDIT_CODE || /^[0-9A-Za-z]{4}-[0-9A-Za-z-]+$/.test(typed));
  return meant ? read : { q: typed };
}

/**
 * Asks the service; returns the answer of `GET applicants`.
 * @param {Desk.Visit} visit @param {Desk.Wanted} wanted @returns {Promise<Api.FoundApplicants>}
 */
export function search(visit, { q = '', code }) {
  return code
    ? visit.get('applicants', { Authorization: `Bearer ${code}` })
    : visit.get(`applicants?${new URLSearchParams({ q })}`);
}
