// Which measures come first for this company: what it came for, then its troubles, money, and the rest.
// A rule over one answer; nothing here draws.

import { isForEveryone } from './arrange.js';

/** How many things the head of the result names. */
export const MOST_WORTH = 3;

// The reasons why a measure is near the top, the first one first. A firm that cannot pay its debts reads
// first what helps it, whatever else it came for.
const REASONS = ['wanted', 'running', 'trouble', 'money', 'own', 'general', 'had'];
const REASONS_IN_DISTRESS = ['rescue', 'running', 'trouble', 'wanted', 'money', 'own', 'general', 'had'];

const PRESSING = new Set(['rescue', 'wanted', 'running', 'trouble']);
const WEAK = new Set(['general', 'had']);

const BROAD = 6; // a condition with more options than this says little about any of them
const CASH = new Set(['fixed', 'computed', 'unstated']);
const KINDS = ['benefit', 'right', 'service'];

/**
 * Whether the question asks what a company plans or wants.
 * @param {Api.Fact | undefined} fact
 */
export function isPlan(fact) {
  return fact?.tells === 'plan';
}

/**
 * Whether a reason says that the measure is for nearly every company.
 * @param {string} reason
 */
export function isGeneral(reason) {
  return reason === 'general';
}

/**
 * Orders the matches of one answer. `needs`: the topics that the company chose; `given`: its answers;
 * `done(id)`: whether it has asked for the measure or has had it; `fact(id)`: the vocabulary.
 * @param {Pages.Person} person
 */
export function orderFor({ needs, given, done, fact }) {
  const inDistress = isInDistress(given, fact);
  const reasons = inDistress ? REASONS_IN_DISTRESS : REASONS;
  /** @param {Api.Match} match */
  const reason = (match) => reasonOf(match, { needs, given, done, fact, inDistress });
  /** @type {Map<Api.Match, (number | string)[]>} */
  const keys = new Map();
  /** @param {Api.Match} match */
  const key = (match) => {
    const known = keys.get(match);
    if (known) return known;
    const made = [
      reasons.indexOf(reason(match)),
      -closeness(match, needs, fact),
      -sumOf(match),
      KINDS.indexOf(match.measure.kind),
      match.verdict === 'eligible' ? 0 : 1,
      match.sources[0]?.item ?? 0,
      match.sources[0]?.cell ?? 0,
      match.measure.id,
    ];
    keys.set(match, made);
    return made;
  };
  /** @param {Api.Match} one @param {Api.Match} other */
  const compare = (one, other) => compareKeys(key(one), key(other));
  return { reason, compare };
}

/**
 * The few things that are worth doing, the best first: fewer rather than padded, and never what every
 * company gets. Of several wishes and troubles each comes once before any comes twice.
 * @param {Api.Match[]} matches @param {ReturnType<typeof orderFor>} order
 */
export function worthDoing(matches, { reason, compare }) {
  const all = matches
    .filter((match) => isDue(match) && !isForEveryone(match) && !WEAK.has(reason(match)))
    .sort(compare);
  /** @type {Set<string>} */
  const seen = new Set();
  const first = all.filter((match) => {
    const one = `${reason(match)} ${match.measure.topic}`;
    const isNew = PRESSING.has(reason(match)) && !seen.has(one);
    seen.add(one);
    return isNew;
  });
  return [...new Set([...first, ...all])].slice(0, MOST_WORTH).sort(compare);
}

/** @param {Api.Match} given */
export function isDue({ verdict }) {
  return verdict === 'eligible' || verdict === 'conditional';
}

/** @param {Api.Profile} given @param {Pages.FactOf} fact */
function isInDistress(given, fact) {
  return Object.entries(given).some(([id, value]) => urgentOf(fact(id), value).includes('distress'));
}

// What is pressing about the answers, from the options of the fact.
/** @param {Api.Fact | undefined} fact @param {unknown} value */
function urgentOf(fact, value) {
  const codes = [value ?? []].flat();
  return (fact?.options ?? []).filter(({ code }) => codes.includes(code)).map(({ urgent }) => urgent);
}

/** @param {Api.Match} match @param {Pages.Person & {inDistress: boolean}} person */
function reasonOf(match, { needs, given, done, fact, inDistress }) {
  if (done(match.measure.id) || isPaid(match)) return 'had';
  const leaves = held(match.criteria);
  const narrow = leaves.filter((leaf) => [leaf.required ?? []].flat().length <= BROAD);
  if (inDistress && narrow.some((leaf) => urgentOf(fact(leaf.fact), leaf.required).includes('distress')))
    return 'rescue';
  if (needs.includes(match.measure.topic) || leaves.some((leaf) => isWanted(leaf, fact))) return 'wanted';
  // A firm that names its award came for the money that it brings.
  if (match.verdict === 'eligible' && sumOf(match) > 0 && leaves.some((leaf) => isOwn(leaf, fact))) return 'wanted';
  if (narrow.some((leaf) => runsOut(leaf, given, fact(leaf.fact)))) return 'running';
  if (leaves.some((leaf) => isTrouble(leaf, fact))) return 'trouble';
  if (match.benefits.some(({ amount }) => amount.unit === 'CNY' && CASH.has(amount.status))) return 'money';
  return leaves.some((leaf) => isOwn(leaf, fact)) ? 'own' : 'general';
}

// Whether the company named a trouble in which a term runs, and the condition is about that trouble.
/** @param {Api.CriterionLeaf} leaf @param {Api.Profile} given @param {Api.Fact | undefined} fact */
function runsOut({ fact: id, required }, given, fact) {
  const own = [given[id] ?? []].flat();
  const both = [required ?? []].flat().filter((one) => own.includes(one));
  return urgentOf(fact, both).includes('term');
}

/** @param {Api.CriterionLeaf} leaf @param {Pages.FactOf} fact */
function isTrouble(leaf, fact) {
  return fact(leaf.fact)?.tells === 'trouble';
}

// How much of a measure rests on what this company said of itself.
/** @param {Api.Match} match @param {string[]} needs @param {Pages.FactOf} fact */
function closeness(match, needs, fact) {
  const leaves = held(match.criteria);
  const narrow = leaves.some(
    (leaf) =>
      isWanted(leaf, fact) ||
      (isTrouble(leaf, fact)
        ? [leaf.required].flat().length <= BROAD
        : isOwn(leaf, fact) && leaf.fact !== 'enterprise_size'),
  );
  return (narrow ? 2 : 0) + (needs.includes(match.measure.topic) ? 1 : 0);
}

/** @param {Api.CriterionLeaf} leaf @param {Pages.FactOf} fact */
function isWanted(leaf, fact) {
  const values = [leaf.given ?? []].flat().map(String);
  if (values.some((value) => value.startsWith('planned'))) return true;
  return isPlan(fact(leaf.fact)) && values.some((value) => value !== 'none' && value !== 'false');
}

// A list of several kinds of company fits most of them; one kind is about that kind.
/** @param {Api.CriterionLeaf} leaf @param {Pages.FactOf} fact */
function isOwn(leaf, fact) {
  if (leaf.fact === 'entity_type') return [leaf.required].flat().length === 1;
  return fact(leaf.fact)?.tells !== 'common';
}

// The conditions that are met, without those under "not", which say what is not the case.
/** @param {Api.Criterion | null} node @returns {Api.CriterionLeaf[]} */
function held(node) {
  if (!node || node.truth !== 'true' || node.op === 'not') return [];
  return 'children' in node ? node.children.flatMap(held) : [node];
}

/** @param {Api.Match} given */
function isPaid({ benefits }) {
  return benefits.length > 0 && benefits.every(({ paid }) => paid);
}

// A double is exact enough for ordering. Examples and shares are no income.
/** @param {Api.Match} given */
function sumOf({ benefits }) {
  const sums = benefits
    .filter(({ amount, paid }) => amount.unit === 'CNY' && amount.bound !== 'example' && !paid && amount.value !== null)
    .map(({ amount }) => Number(amount.value));
  return Math.max(0, ...sums);
}

/** @param {(number | string)[]} one @param {(number | string)[]} other */
function compareKeys(one, other) {
  for (const [index, key] of one.entries()) {
    if (key < other[index]) return -1;
    if (key > other[index]) return 1;
  }
  return 0;
}
