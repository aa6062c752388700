// The contents of the sheet, computed from an answer. Nothing here draws.

import { isForEveryone, sorted } from '../result/arrange.js';
import { isDue, orderFor } from '../result/order.js';

/** The parts that can be left out, in the order of the sheet; the last one is an extra. */
export const PARTS = ['hall', 'todo', 'others', 'near', 'open', 'map', 'qr', 'reasons'];
const EXTRAS = new Set(['reasons']);
const MOST_WHOLE = 6; // measures that have a whole row each: with them a usual firm's sheet has two pages
const MOST_QUESTIONS = 6;

/**
 * The parts that an address asks for: by default all but the extras. Unknown names are ignored.
 * @param {URLSearchParams} [query]
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
 * What the sheet lists: `todo`: what the firm has marked, or else what is most worth doing, whole and
 * numbered; `others`: what applies as well, in short; `universal`: what everyone gets; `near`; `open`:
 * the questions that decide most, `more` how many others, `undecided` how many measures depend on them.
 * @param {Api.MatchAnswer} answer @param {Set<string>} parts @param {Pages.SheetRules} rules
 * @returns {Pages.SheetContent}
 */
export function sheetContent(answer, parts, { isAsked = () => true, compare, markOf = () => null }) {
  const questions = answer.questions.filter(({ fact }) => isAsked(fact));
  const own = sorted(
    answer.matches.filter((match) => isDue(match) && !isForEveryone(match)),
    'best',
    compare,
  );
  const marked = own.filter(({ measure }) => markOf(measure.id) !== null);
  const whole = marked.length > 0 ? marked : own.slice(0, MOST_WHOLE);
  let last = 0;
  /** @param {string} part @param {Api.Match[]} list @returns {Pages.Entered[]} */
  const number = (part, list) => (parts.has(part) ? list.map((match) => ({ number: ++last, match })) : []);
  return {
    isMarked: marked.length > 0,
    todo: number('todo', whole),
    others: number(
      'others',
      own.filter((match) => !whole.includes(match)),
    ),
    universal: parts.has('others') ? answer.matches.filter(isForEveryone) : [],
    near: parts.has('near')
      ? answer.matches.filter((match) => match.verdict === 'not_eligible' && match.one_condition_away)
      : [],
    open: parts.has('open') ? questions.slice(0, MOST_QUESTIONS) : [],
    more: Math.max(questions.length - MOST_QUESTIONS, 0),
    undecided: answer.counts.undetermined,
  };
}

/**
 * The rules of a session's sheet: the order of its person, and what that person is asked.
 * @param {Pages.Session} session @param {Api.MatchAnswer} answer @param {Pages.SheetFrame['markOf']} markOf
 * @returns {Pages.SheetRules}
 */
export function rulesFor(session, answer, markOf) {
  const { compare } = orderFor({
    needs: session.answers.needs,
    given: answer.profile.given,
    done: () => false,
    fact: (id) => session.fact(id),
  });
  return { compare, markOf, isAsked: (fact) => session.answers.isOpen(fact) };
}
