// What is saved of a visit, and whether two of those are the same.

/** `{profile, as_of, needs}` of the present answers, as the service keeps them. */
export function contentOf(answers) {
  const { profile, as_of: day = null } = answers.request();
  return { profile, as_of: day, needs: answers.needs };
}

/** How many answers it holds; the date counts as one. */
export function sizeOf({ profile, as_of: day }) {
  return Object.keys(profile).length + (day ? 1 : 0);
}

/** One text for what means the same: order and the spelling of numbers do not matter. */
export function canonical({ profile, as_of: day, needs }) {
  const facts = Object.keys(profile).sort().map((id) => [id, plain(profile[id])]);
  return JSON.stringify([facts, day ?? null, [...(needs ?? [])].sort()]);
}

function plain(value) {
  if (Array.isArray(value)) return value.map(String).sort();
  return typeof value === 'boolean' ? value : String(value);
}
