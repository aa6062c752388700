// The contents of the sheet, computed from an answer. Nothing here draws.

import { isClaim, sorted } from '../result/arrange.js';

/** The parts that can be left out, in the order of the sheet; the last two are extras. */
export const PARTS = ['eligible', 'conditional', 'claims', 'near', 'open', 'documents', 'units', 'qr', 'reasons'];
const EXTRAS = new Set(['reasons']);
const MOST_QUESTIONS = 12;

/**
 * The parts that an address asks for: by default all but the extras. Unknown names are ignored.
 * @param {URLSearchParams} query
 */
export function readParts(query) {
  const left = new Set((query?.get('without') ?? '').split(','));
  const more = new Set((query?.get('with') ?? '').split(','));
  return new Set(PARTS.filter((part) => (EXTRAS.has(part) ? more.has(part) : !left.has(part))));
}

/**
 * `page`: the sheet's own address.
 * @param {Set<string>} parts @param {string} [page]
 */
export function addressOf(parts, page = '#/sheet') {
  const left = PARTS.filter((part) => !EXTRAS.has(part) && !parts.has(part));
  const more = PARTS.filter((part) => EXTRAS.has(part) && parts.has(part));
  const set = [];
  if (left.length > 0) set.push(`without=${left.join(',')}`);
  if (more.length > 0) set.push(`with=${more.join(',')}`);
  return set.length === 0 ? page : `${page}?${set.join('&')}`;
}

/**
 * Numbers the matches in the order of the sheet; `open`: the questions that decide most; `more`: how
 * many other questions there are; `undecided`: how many measures depend on answers; `documents`,
 * `channels`, `units`: what the listed measures need, with their numbers. `isAsked(fact)`: whether the
 * company is asked that question.
 * @param {Api.MatchAnswer} answer @param {Set<string>} parts @param {(fact: string) => boolean} [isAsked]
 * @returns {Pages.SheetContent}
 */
export function sheetContent(answer, parts, isAsked = () => true) {
  const questions = answer.questions.filter(({ fact }) => isAsked(fact));
  const listed = sorted(answer.matches, 'amount');
  /** @param {Api.Match} given */
  const due = ({ verdict }) => verdict === 'eligible' || verdict === 'conditional';
  let last = 0;
  /** @param {string} part @param {(match: Api.Match) => boolean} test @returns {Pages.Entered[]} */
  const number = (part, test) =>
    parts.has(part) ? listed.filter(test).map((match) => ({ number: ++last, match })) : [];
  const numbered = {
    eligible: number('eligible', (match) => match.verdict === 'eligible' && !isClaim(match)),
    conditional: number('conditional', (match) => match.verdict === 'conditional' && !isClaim(match)),
    claims: number('claims', (match) => due(match) && isClaim(match)),
    near: number('near', (match) => match.verdict === 'not_eligible' && match.one_condition_away),
  };
  const toDo = [...numbered.eligible, ...numbered.conditional, ...numbered.claims];
  return {
    ...numbered,
    open: questions.slice(0, MOST_QUESTIONS),
    more: Math.max(questions.length - MOST_QUESTIONS, 0),
    undecided: answer.counts.undetermined,
    documents: index(toDo, (match) => match.documents.map((name) => [name, { name }])),
    channels: index(toDo, (match) => match.channels.map((name) => [name, { name }])),
    units: localFirst(index(toDo, (match) => match.units.map((unit) => [unit.id, unit]))),
  };
}

/**
 * Each thing once, with the numbers of the measures that name it, in the order of the sheet.
 * @template Thing
 * @param {Pages.Entered[]} entries @param {(match: Api.Match) => [string, Thing][]} thingsOf
 * @returns {Pages.Numbered<Thing>[]}
 */
function index(entries, thingsOf) {
  /** @type {Map<string, Pages.Numbered<Thing>>} */
  const things = new Map();
  for (const { number: n, match } of entries) {
    for (const [key, thing] of thingsOf(match)) {
      const entry = things.get(key) ?? { ...thing, numbers: [] };
      things.set(key, entry);
      if (!entry.numbers.includes(n)) entry.numbers.push(n);
    }
  }
  return [...things.values()];
}

// The county's own door is the nearest; then the units that handle the most.
/** @param {Pages.Numbered<Api.UnitRef>[]} units */
function localFirst(units) {
  /** @param {Api.UnitRef} given */
  const rank = ({ role, level }) => (role === 'local' || level === 'county' ? 0 : 1);
  return units.sort((one, other) => rank(one) - rank(other) || other.numbers.length - one.numbers.length);
}

/**
 * Numbers as people write them: runs of three or more are joined. `[1,2,3,5]` is `1–3、5`.
 * @param {number[]} numbers @param {string} separator
 */
export function ranges(numbers, separator) {
  /** @type {number[][]} */
  const runs = [];
  for (const n of numbers) {
    const run = runs.at(-1);
    if (run && run.at(-1) === n - 1) run.push(n);
    else runs.push([n]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run.map(String))).join(separator);
}
