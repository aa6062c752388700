// What the acts of a screen do to the answers. `opened`: the ticks that have no answer below them yet.

import { entryOf } from '../entries.js';
import { factsOf, leftOut } from './rules.js';

/**
 * Answers; undefined takes an answer away.
 * @param {Pages.Session} session @param {Record<string, Api.Value | undefined>} values
 */
export function answer(session, values) {
  session.answers.setAll(entriesOf(session, values));
}

/**
 * The rest is "no", and stays marked as left out.
 * @param {Pages.Session} session @param {Api.Screen} screen @param {Pages.ValueOf} valueOf
 * @param {ReadonlySet<string>} opened
 */
export function answerRest(session, screen, valueOf, opened) {
  session.answers.setAll(entriesOf(session, leftOut(screen, valueOf, opened)), { leftOut: true });
}

/**
 * The rest stays unknown, also what was left out at an earlier visit.
 * @param {Pages.Session} session @param {Api.Screen} screen
 */
export function leaveRestOpen({ answers }, screen) {
  const left = factsOf(screen).filter((fact) => answers.isLeftOut(fact));
  if (left.length > 0) answers.setAll(Object.fromEntries(left.map((fact) => [fact, {}])));
}

/**
 * The first answer of the screen that is typed and cannot be read: `[id, entry]`.
 * @param {Pages.Session} session @param {Api.Screen} screen
 */
export function problemOn({ answers }, screen) {
  const own = new Set(factsOf(screen));
  return answers.problems().find(([id]) => own.has(id)) ?? null;
}

/** @param {Pages.Session} session @param {Record<string, Api.Value | undefined>} values @returns {Pages.Entries} */
function entriesOf(session, values) {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) => {
      const fact = session.fact(id);
      if (!fact) return [];
      return [[id, value === undefined ? {} : entryOf(fact, value)]];
    }),
  );
}
