// Three states of one record: what both began with, what was typed here, what another has saved.

const TEXTS = ['name', 'contact'];

/** Whether two values of a fact mean the same: order and the spelling of numbers do not matter. */
export function sameValue(one, other) {
  return plain(one) === plain(other);
}

/** The facts whose values differ between two profiles. */
export function changedFacts(before, after) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (fact) => !sameValue(before[fact], after[fact]),
  );
}

/**
 * `base` and `theirs` as the service answers them, `mine` with `marks` (fact → checked). Returns
 * `{taken: [{name, value, checked}], both: [{name, mine, theirs, checked}]}`: what only they changed, and
 * what was changed to different values on both sides. `checked`: whether theirs is marked as checked.
 */
export function merged(base, mine, theirs) {
  const taken = [];
  const both = [];
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

// A mark that only they set, on a value that is the same here.
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

function isChecked({ provenance }, fact) {
  return provenance?.[fact]?.by === 'verified';
}

// Zeros that end a fraction say nothing. Those in front stay: codes of industries begin with them.
function plain(value) {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return JSON.stringify(value.map(String).sort());
  if (typeof value === 'boolean') return `is ${value}`;
  const text = String(value);
  return /^\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}
