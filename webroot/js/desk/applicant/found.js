// The applicants that were found, as a list of links.

import { timeText } from '../../shared/china_time.js';
import { h } from '../../shared/dom.js';
import { say, t } from '../../shared/language.js';
import { pieces, purposeText } from './values.js';

/** @param {Api.FoundApplicant[]} applicants */
export function foundList(applicants) {
  return h('ul', { class: 'applicant-list' }, applicants.map(line));
}

/** @param {Api.FoundApplicant} one */
function line(one) {
  return h(
    'li',
    { 'data-applicant': one.id },
    h('a', { class: 'applicant-name', href: `#/applicant/${one.id}` }, one.name),
    h(
      'p',
      { class: 'muted' },
      pieces([
        say(one.county, 'name'),
        purposeText(one),
        t('authorisation_until', { date: one.until }),
        t('changed_at', { at: timeText(one.changed_at) }),
      ]),
    ),
    one.open_matters > 0
      ? h('p', { class: 'tag applicant-matters' }, t('open_matters', { n: one.open_matters }))
      : null,
  );
}
