// The order of the matches and their groups: by verdict, as the address asks, and by the question that
// would decide them. Nothing here draws.

/** The groups, the useful ones first. `near` is one failed condition. */
export const GROUPS = ['eligible', 'conditional', 'undetermined', 'near', 'not_eligible'];
/** The orders to choose from, the default first. */
export const SORTS = ['best', 'amount', 'effort', 'notice'];

const CLAIMS = new Set(['right', 'service']);
const STATED = new Set(['fixed', 'computed']);

/** @param {Api.Match} given @returns {string} */
export function groupOf({ verdict, one_condition_away: near }) {
  return verdict === 'not_eligible' && near ? 'near' : verdict;
}

/**
 * Rights and services: no money.
 * @param {Api.Match} given
 */
export function isClaim({ measure }) {
  return CLAIMS.has(measure.kind);
}

/**
 * Services for every company, if this one has them: open or refused ones do not count.
 * @param {Api.Match} given
 */
export function isForEveryone({ measure, verdict }) {
  return measure.universal && (verdict === 'eligible' || verdict === 'conditional');
}

/**
 * How many measures each group has, without the services for every company, which `universal` counts.
 * Every number on the pages and on paper is one of these.
 * @param {Api.Match[]} matches @returns {Record<string, number>}
 */
export function counted(matches) {
  /** @type {Record<string, number>} */
  const counts = { eligible: 0, conditional: 0, undetermined: 0, near: 0, not_eligible: 0, universal: 0 };
  for (const match of matches) {
    const group = isForEveryone(match) ? 'universal' : groupOf(match);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
}

/**
 * The item of the notice that a match belongs to; 0 if it cites none.
 * @param {Api.Match} given
 */
export function itemOf({ sources }) {
  return sources[0]?.item ?? 0;
}

/**
 * `{sort, topic, unit, item}` of an address. An unknown order gives the default; blanks filter nothing.
 * @param {URLSearchParams | null} query @returns {Pages.ResultView}
 */
export function readView(query) {
  const sort = query?.get('sort') ?? '';
  /** @param {string} name */
  const text = (name) => (query?.get(name) ?? '').trim();
  return {
    sort: SORTS.includes(sort) ? sort : SORTS[0],
    topic: text('topic'),
    unit: text('unit'),
    item: text('item'),
  };
}

/**
 * `page`: the address of the result; it may have a query.
 * @param {Pages.ResultView} view @param {string} [page]
 */
export function addressOf({ sort, topic, unit, item }, page = '#/result') {
  const set = Object.entries({ sort: sort === SORTS[0] ? '' : sort, topic, unit, item }).filter(
    ([, value]) => value !== '',
  );
  return set.length === 0 ? page : `${page}${page.includes('?') ? '&' : '?'}${new URLSearchParams(set)}`;
}

/** @param {Pages.ResultView} view */
export function isNarrowed({ topic, unit, item }) {
  return topic !== '' || unit !== '' || item !== '';
}

/** @param {Api.Match[]} matches @param {Pages.ResultView} view */
export function narrowed(matches, { topic, unit, item }) {
  return matches.filter(
    (match) =>
      (topic === '' || match.measure.topic === topic) &&
      (unit === '' || match.units.some(({ id }) => id === unit)) &&
      (item === '' || String(itemOf(match)) === item),
  );
}

/** @type {Record<string, (one: Api.Match, other: Api.Match) => number>} */
const ORDERS = {
  // The largest stated sum first, then money without a figure, then everything else.
  amount: (one, other) => worth(other) - worth(one),
  effort: (one, other) => effort(one) - effort(other),
  notice: () => 0,
};

/**
 * A new list; what is equal stays in the notice's order. `best` compares for the order 'best'.
 * @param {Api.Match[]} matches @param {string} sort
 * @param {(one: Api.Match, other: Api.Match) => number} [best]
 */
export function sorted(matches, sort, best = () => 0) {
  const order = ORDERS[sort] ?? best;
  return [...matches].sort((one, other) => order(one, other) || byNotice(one, other));
}

/**
 * How many steps are left: open questions, unmet conditions, things that an authority judges, and
 * documents to bring. Each counts as one, as nothing says how to weigh them.
 * @param {Api.Match} given
 */
export function effort({ missing, unmet, judged, documents }) {
  return missing.length + unmet.length + judged.length + documents.length;
}

// A double is exact enough for ordering. Percentages and examples do not count as sums.
/** @param {Api.Match} given */
function worth({ benefits }) {
  const amounts = benefits.map(({ amount }) => amount).filter(({ bound }) => bound !== 'example');
  const sums = amounts.filter(({ status, unit, value }) => STATED.has(status) && unit === 'CNY' && value !== null);
  if (sums.length > 0) return Math.max(...sums.map(({ value }) => Number(value)));
  return amounts.some(({ status }) => status !== 'none') ? 0 : -1;
}

/** @param {Api.Match} one @param {Api.Match} other */
function byNotice(one, other) {
  return itemOf(one) - itemOf(other) || (one.sources[0]?.cell ?? 0) - (other.sources[0]?.cell ?? 0);
}

/**
 * The open matches, each under the question that would decide most of them: `[{fact, matches}]`,
 * the best question first. `questions` are the answer's; `askedFor(fact)` is the question to ask for it.
 * @param {Api.Match[]} open @param {Api.Question[]} questions @param {(fact: string) => string} askedFor
 * @returns {Pages.OpenGroup[]}
 */
export function byQuestion(open, questions, askedFor) {
  const weight = new Map(questions.map(({ fact, decides }) => [fact, decides]));
  /** @type {Map<string, Api.Match[]>} */
  const groups = new Map();
  /** @type {Map<string, number>} */
  const best = new Map();
  for (const match of open) {
    const [fact] = [...match.missing].sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0));
    if (fact === undefined) continue;
    const asked = askedFor(fact);
    best.set(asked, Math.max(best.get(asked) ?? 0, weight.get(fact) ?? 0));
    groups.set(asked, [...(groups.get(asked) ?? []), match]);
  }
  return [...groups]
    .map(([fact, matches]) => ({ fact, matches }))
    .sort((a, b) => (best.get(b.fact) ?? 0) - (best.get(a.fact) ?? 0));
}
