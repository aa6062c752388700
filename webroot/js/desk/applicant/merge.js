// Merges one record: the common base, what was typed here, and what another person has saved.

/** @type {('name' | 'contact')[]} */
export const TEXTS = ['name', 'contact'];

/**
 * Whether two values of a fact mean the same: order and the spelling of numbers do not matter.
 * @param {Desk.PartValue} one @param {Desk.PartValue} other
 */
export function sameValue(one, other) {
  return plain(one) === plain(other);
}

/**
 * The facts whose values differ between two profiles.
 * @param {Api.Profile} before @param {Api.Profile} after
 */
export function changedFacts(before, after) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (fact) => !sameValue(before[fact], after[fact]),
  );
}

/**
 * `base` and `theirs` as the service answers them, `mine` with `marks` (fact → how it was given). Returns
 * `{taken: [{name, value, by}], both: [{name, mine, theirs, by}]}`: what only they changed, and what was
 * changed to different values on both sides. `by`: how theirs was given.
 * @param {Api.Applicant} base @param {Desk.TypedRecord} mine @param {Api.Applicant} theirs
 * @returns {{taken: Desk.Taken[], both: Desk.Both[]}}
 */
export function merged(base, mine, theirs) {
  /** @type {Desk.Taken[]} */
  const taken = [];
  /** @type {Desk.Both[]} */
  const both = [];
  /**
   * @param {string} name @param {Desk.PartValue} was @param {Desk.PartValue} here @param {Desk.PartValue} there
   * @param {Desk.GivenBy} by
   */
  const place = (name, was, here, there, by) => {
    if (sameValue(was, there) || sameValue(here, there)) return;
    if (sameValue(was, here)) taken.push({ name, value: there, by });
    else both.push({ name, mine: here, theirs: there, by });
  };
  for (const name of TEXTS) place(name, base[name] ?? '', mine[name].trim(), theirs[name] ?? '', 'declared');
  for (const fact of new Set([
    ...Object.keys(base.profile),
    ...Object.keys(mine.profile),
    ...Object.keys(theirs.profile),
  ])) {
    place(fact, base.profile[fact], mine.profile[fact], theirs.profile[fact], givenBy(theirs, fact));
  }
  return { taken: [...taken, ...marksOf(base, mine, theirs)], both };
}

// Marks that only they set, on values that are the same here.
/** @param {Api.Applicant} base @param {Desk.TypedRecord} mine @param {Api.Applicant} theirs @returns {Desk.Taken[]} */
function marksOf(base, mine, theirs) {
  return Object.keys(theirs.profile)
    .filter(
      (fact) =>
        sameValue(mine.profile[fact], theirs.profile[fact]) &&
        givenBy(theirs, fact) !== givenBy(base, fact) &&
        (mine.marks.get(fact) ?? 'declared') === givenBy(base, fact),
    )
    .map((fact) => ({ name: fact, value: theirs.profile[fact], by: givenBy(theirs, fact) }));
}

/** @param {Api.Applicant} record @param {string} fact @returns {Desk.GivenBy} */
function givenBy({ provenance }, fact) {
  return provenance?.[fact]?.by ?? 'declared';
}

// Trailing zeros of a fraction mean nothing. Leading zeros stay: industry codes begin with them.
/** @param {Desk.PartValue | null} value */
function plain(value) {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return JSON.stringify(value.map(String).sort());
  if (typeof value === 'boolean') return `is ${value}`;
  const text = String(value);
  return /^\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}
