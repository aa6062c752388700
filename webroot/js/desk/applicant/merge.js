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
 * `base` and `theirs` as the service answers them, `mine` with `marks` (fact → checked). Returns
 * `{taken: [{name, value, checked}], both: [{name, mine, theirs, checked}]}`: what only they changed, and
 * what was changed to different values on both sides. `checked`: whether theirs is marked as checked.
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
   * @param {boolean} checked
   */
  const place = (name, was, here, there, checked) => {
    if (sameValue(was, there) || sameValue(here, there)) return;
    if (sameValue(was, here)) taken.push({ name, value: there, checked });
    else both.push({ name, mine: here, theirs: there, checked });
  };
  for (const name of TEXTS) place(name, base[name] ?? '', mine[name].trim(), theirs[name] ?? '', false);
  for (const fact of new Set([
    ...Object.keys(base.profile),
    ...Object.keys(mine.profile),
    ...Object.keys(theirs.profile),
  ])) {
    place(fact, base.profile[fact], mine.profile[fact], theirs.profile[fact], isChecked(theirs, fact));
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
        isChecked(theirs, fact) !== isChecked(base, fact) &&
        (mine.marks.get(fact) ?? false) === isChecked(base, fact),
    )
    .map((fact) => ({ name: fact, value: theirs.profile[fact], checked: isChecked(theirs, fact) }));
}

/** @param {Api.Applicant} record @param {string} fact */
function isChecked({ provenance }, fact) {
  return provenance?.[fact]?.by === 'verified';
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
