// The whole answer in one sentence. Its numbers are those of the groups below it and of the paper.

import { h } from '../dom.js';
import { t } from '../language.js';
import { counted } from './arrange.js';

const SAID = ['eligible', 'conditional', 'undetermined'];

/**
 * Counts of all measures, regardless of filters. Zero counts are omitted.
 * @param {Api.MatchAnswer} answer
 */
export function summary({ counts, matches }) {
  const own = counted(matches);
  const said = SAID.filter((group) => own[group] > 0);
  return h(
    'p',
    { class: 'summary-line', 'data-counts': JSON.stringify(counts), 'data-own': JSON.stringify(own) },
    said.length === 0
      ? t('summary_none')
      : said.map((group, index) => [
          index > 0 ? t('clause_separator') : '',
          h('span', { class: `said said-${group}` }, t(`summary.${group}`, { n: own[group] })),
        ]),
    own.universal > 0 ? h('span', { class: 'muted' }, t('summary_universal', { n: own.universal })) : null,
  );
}

/** @param {Api.MatchAnswer} answer */
export function updatedText({ matches }) {
  return t('updated', counted(matches));
}
