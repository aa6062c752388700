// Which answers of a stranger's link today's questions accept.

import { openOnly } from '../../shared/followups.js';
import { renewed } from '../../shared/renewal.js';

const MOST_TEXT = 200; // characters, as the service has it

/**
 * `{content, taken: [[fact, value]], left}`: what can be restored, the same for showing in the order
 * of asking, and how many answers were left out because their question is unknown or cannot have them.
 * What has to be answered again is told in `content.again`. `vocabulary`: today's.
 * @param {{profile: Api.Profile, as_of: string | null, needs: string[]}} given @param {Api.Vocabulary} vocabulary
 * @returns {{content: Required<Pages.Content>, taken: [Api.Fact, Api.Value][], left: number}}
 */
export function sift({ profile: old, as_of: day, needs }, vocabulary) {
  const { facts, needs: knownNeeds } = vocabulary;
  const { profile, again } = renewed(old, vocabulary);
  const fitting = facts.filter((fact) => Object.hasOwn(profile, fact.id) && fits(fact, profile[fact.id]));
  const content = openOnly(Object.fromEntries(fitting.map(({ id }) => [id, profile[id]])), facts);
  const known = new Set(knownNeeds.map(({ id }) => id));
  return {
    content: {
      profile: content,
      as_of: day,
      needs: [...new Set(needs)].filter((need) => known.has(need)),
      left_out: [],
      again,
    },
    taken: fitting.filter(({ id }) => Object.hasOwn(content, id)).map((fact) => [fact, content[fact.id]]),
    left: Object.keys(profile).length - fitting.length,
  };
}

/** @param {Api.Fact} given @param {unknown} value */
function fits({ type, options = [] }, value) {
  /** @param {unknown} one */
  const isCode = (one) => typeof one === 'string' && options.some(({ code }) => code === one);
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    case 'money':
    case 'percent':
      return isAmount(value);
    case 'text':
      return typeof value === 'string' && value !== '' && [...value].length <= MOST_TEXT;
    case 'choice':
      return isCode(value);
    case 'choices':
      return Array.isArray(value) && value.every(isCode) && new Set(value).size === value.length;
    default:
      return false;
  }
}

// Amounts travel as digits; a number means that the link was written by hand.
/** @param {unknown} value */
function isAmount(value) {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0;
  return typeof value === 'string' && /^\d{1,20}(\.\d{1,6})?$/.test(value);
}
