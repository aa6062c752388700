// The whole answer in one sentence.

import { h } from '../dom.js';
import { t } from '../language.js';
import { isClaim } from './arrange.js';

/** @type {Api.Verdict[]} */
const SAID = ['eligible', 'conditional', 'undetermined', 'not_eligible'];

/**
 * Counts of all measures, regardless of filters. Zero counts are omitted.
 * @param {Api.MatchAnswer} answer
 */
export function summary({ counts, matches }) {
  const claims = matches.filter((match) => match.verdict === 'eligible' && isClaim(match)).length;
  const said = SAID.filter((verdict) => counts[verdict] > 0);
  return h(
    'p',
    { class: 'summary-line', 'data-counts': JSON.stringify(counts) },
    said.length === 0
      ? t('summary_none')
      : said.flatMap((verdict, index) => [
          index > 0 ? t('clause_separator') : '',
          h('span', { class: `said said-${verdict}` }, t(`summary.${verdict}`, { n: counts[verdict] })),
          verdict === 'eligible' && claims > 0 ? h('span', { class: 'muted' }, t('summary_claims', { n: claims })) : '',
        ]),
  );
}

/** @param {Api.Counts} counts */
export function updatedText(counts) {
  return t('updated', counts);
}
