// The order of the matches: by verdict, as the address asks, and by the question that would decide
// them. Nothing here draws.

/** The groups, the useful ones first. `near` is one failed condition. */
export const GROUPS = ['eligible', 'conditional', 'undetermined', 'near', 'not_eligible'];
const SORTS = ['amount', 'effort', 'notice'];

const CLAIMS = new Set(['right', 'service']);
const STATED = new Set(['fixed', 'computed']);

/** The orders to choose from, the default first: by need if the company named any. */
export function sortsFor(needs) {
  return needs.length > 0 ? ['needs', ...SORTS] : SORTS;
}

export function groupOf({ verdict, one_condition_away: near }) {
  return verdict === 'not_eligible' && near ? 'near' : verdict;
}

/** Rights and services: no money, shown apart. */
export function isClaim({ measure }) {
  return CLAIMS.has(measure.kind);
}

/** Services for every company, if this one has them: open or refused ones do not count. */
export function isForEveryone({ measure, verdict }) {
  return measure.universal && (verdict === 'eligible' || verdict === 'conditional');
}

/** `{sort, topic, unit}` of an address. An unknown order gives the default; blanks filter nothing. */
export function readView(query, needs) {
  const sort = query?.get('sort') ?? '';
  const sorts = sortsFor(needs);
  return {
    sort: sorts.includes(sort) ? sort : sorts[0],
    topic: (query?.get('topic') ?? '').trim(),
    unit: (query?.get('unit') ?? '').trim(),
  };
}

/** `page`: the address of the result; it may have a query. */
export function addressOf({ sort, topic, unit }, needs, page = '#/result') {
  const set = Object.entries({ sort: sort === sortsFor(needs)[0] ? '' : sort, topic, unit }).filter(
    ([, value]) => value !== '',
  );
  return set.length === 0 ? page : `${page}${page.includes('?') ? '&' : '?'}${new URLSearchParams(set)}`;
}

export function isNarrowed({ topic, unit }) {
  return topic !== '' || unit !== '';
}

export function narrowed(matches, { topic, unit }) {
  return matches.filter(
    (match) =>
      (topic === '' || match.measure.topic === topic) && (unit === '' || match.units.some(({ id }) => id === unit)),
  );
}

const ORDERS = {
  // What the company came for, and then by amount.
  needs: (one, other, needs) =>
    Number(needs.includes(other.measure.topic)) - Number(needs.includes(one.measure.topic)) ||
    ORDERS.amount(one, other),
  // The largest stated sum first, then money without a figure, then everything else.
  amount: (one, other) => worth(other) - worth(one),
  effort: (one, other) => effort(one) - effort(other),
  notice: () => 0,
};

/** A new list; what is equal stays in the notice's order. */
export function sorted(matches, sort, needs = []) {
  return [...matches].sort((one, other) => ORDERS[sort](one, other, needs) || byNotice(one, other));
}

/** How many steps are left: open questions, unmet conditions, things that an authority judges, and
 *  documents to bring. Each counts as one, as nothing says how to weigh them. */
export function effort({ missing, unmet, judged, documents }) {
  return missing.length + unmet.length + judged.length + documents.length;
}

// A double is exact enough for ordering. Percentages do not count as sums.
function worth({ benefits }) {
  const amounts = benefits.map(({ amount }) => amount);
  const sums = amounts.filter(({ status, unit, value }) => STATED.has(status) && unit === 'CNY' && value !== null);
  if (sums.length > 0) return Math.max(...sums.map(({ value }) => Number(value)));
  return amounts.some(({ status }) => status !== 'none') ? 0 : -1;
}

function byNotice(one, other) {
  const [a, b] = [one.sources[0] ?? {}, other.sources[0] ?? {}];
  return (a.item ?? 0) - (b.item ?? 0) || (a.cell ?? 0) - (b.cell ?? 0);
}

/**
 * The open matches, each under the question that would decide most of them: `[{fact, matches}]`,
 * the best question first. `questions` are the answer's; `askedFor(fact)` is the question to ask for it.
 */
export function byQuestion(open, questions, askedFor) {
  const weight = new Map(questions.map(({ fact, decides }) => [fact, decides]));
  const groups = new Map();
  const best = new Map();
  for (const match of open) {
    const [fact] = [...match.missing].sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0));
    if (fact === undefined) continue;
    const asked = askedFor(fact);
    best.set(asked, Math.max(best.get(asked) ?? 0, weight.get(fact) ?? 0));
    groups.set(asked, [...(groups.get(asked) ?? []), match]);
  }
  return [...groups].map(([fact, matches]) => ({ fact, matches })).sort((a, b) => best.get(b.fact) - best.get(a.fact));
}
