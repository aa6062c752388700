// Why a measure is still open: one more screen would settle it, it is for those who plan something, or
// an answer is missing that no screen asks for now. Nothing here draws.

import { isPlan } from './order.js';

/**
 * The open matches, each in one of four lists: `screen`: the next screen can decide them; `plan`: only
 * plans are missing; `asked`: other answers are missing; `authority`: only an authority can tell.
 * @param {Api.Match[]} open @param {Pages.NextScreen | null | undefined} next @param {Pages.FactOf} fact
 */
export function openKinds(open, next, fact) {
  const decided = new Set(next?.decides ?? []);
  /** @type {Record<'screen' | 'plan' | 'asked' | 'authority', Api.Match[]>} */
  const kinds = { screen: [], plan: [], asked: [], authority: [] };
  for (const match of open) kinds[kindOf(match, decided, fact)].push(match);
  return kinds;
}

/** @param {Api.Match} match @param {Set<string>} decided @param {Pages.FactOf} fact */
function kindOf({ measure, missing }, decided, fact) {
  if (missing.length === 0) return 'authority';
  if (decided.has(measure.id)) return 'screen';
  return missing.every((id) => isPlan(planOf(fact(id), fact))) ? 'plan' : 'asked';
}

// A detail of a plan belongs to the plan.
/** @param {Api.Fact | undefined} given @param {Pages.FactOf} fact @returns {Api.Fact | undefined} */
function planOf(given, fact) {
  return given?.detail_of ? planOf(fact(given.detail_of.fact), fact) : given;
}
