// Dates that a company should not miss, as entries for its calendar.

import { say, t } from '../../shared/language.js';
import { measureAddress } from '../../shared/parts/links.js';

const OPEN = new Set(['eligible', 'conditional', 'undetermined']);

/**
 * The last days of measures that are still open to the company, and of the saved profile, in order.
 * @param {Api.MatchAnswer} answer @param {Pages.SavedRecord | null} saved @returns {Pages.CalendarEvent[]}
 */
export function datesThatMatter(answer, saved) {
  const ends = answer.matches
    .filter(isOpen)
    .flatMap((match) => (match.valid?.to && match.valid.to >= answer.as_of ? [endOf(match, match.valid.to)] : []));
  const expiry = saved
    ? [{ uid: `saved-${saved.expires_on}`, date: saved.expires_on, title: t('date_saved'), text: t('date_saved_text') }]
    : [];
  return [...ends, ...expiry].sort((one, other) => one.date.localeCompare(other.date));
}

/** @param {Api.Match} given */
function isOpen({ verdict, one_condition_away: near }) {
  return OPEN.has(verdict) || near;
}

/** @param {Api.Match} given @param {string} last */
function endOf({ measure, units, next_step: next }, last) {
  const whom = units.map(({ name }) => name).join(t('list_separator'));
  return {
    uid: `measure-${measure.id}-${last}`,
    date: last,
    title: t('date_end', { title: say(measure, 'title') }),
    text: [next, `${t('units')}${t('optional_colon')}${whom}`, t('date_check')].filter(Boolean).join('\n'),
    url: `${location.origin}${measureAddress(measure.id)}`,
  };
}
