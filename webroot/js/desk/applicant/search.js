// What was typed into the search: a name, a credit code, or the code of a saved profile, which may
// stand in a header alone.

import { readCode } from '../../shared/parts/code.js';

const CREDIT_CODE = 18; // characters; what is longer and has digits or groups is meant as a resume code

/** `{q}`, `{code}`, or `{problem}` with the count for what can only be a mistyped resume code. */
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

/** Asks for it: the answer of `GET applicants`. */
export function search(visit, { q, code }) {
  return code
    ? visit.get('applicants', { Authorization: `Bearer ${code}` })
    : visit.get(`applicants?${new URLSearchParams({ q })}`);
}
