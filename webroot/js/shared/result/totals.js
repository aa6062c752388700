// The totals, in three parts that are never mixed. Amounts that the text does not state are counted,
// not summed; a total of nothing is written in words, not as zero.

import { h } from '../dom.js';
import { money } from '../format.js';
import { t } from '../language.js';
import { caveatLine } from '../parts/caveats.js';

/** @param {Api.Totals} totals */
export function totals({ certain, conditional, uncounted, caveats }) {
  // Three empty tiles would only push the useful parts down.
  const none = [certain, conditional, uncounted].every((value) => Number(value) === 0);
  return h(
    'section',
    { class: none ? 'totals totals-none' : 'totals', 'aria-labelledby': 'totals-title' },
    h('h2', { id: 'totals-title', class: 'visually-hidden' }, t('totals_title')),
    h(
      'dl',
      { class: 'total-tiles' },
      tile('certain', certain, sum(certain)),
      tile('conditional', conditional, sum(conditional)),
      tile('uncounted', uncounted, uncounted > 0 ? t('total_measures', { n: uncounted }) : null),
    ),
    caveats.length > 0
      ? h(
          'ul',
          { class: 'muted total-caveats' },
          caveats.map((caveat) => h('li', { 'data-caveat': caveat.kind }, caveatLine(caveat))),
        )
      : null,
  );
}

/** @param {Api.Totals['certain']} value */
function sum(value) {
  return Number(value) === 0 ? null : money(value);
}

/** @param {string} part @param {string | number} value @param {string | null} text */
function tile(part, value, text) {
  return h(
    'div',
    { class: `total total-${part}`, 'data-total': part, 'data-value': value },
    h('dt', {}, t(`total_${part}`)),
    h('dd', { class: text ? 'total-figure' : 'total-figure total-none' }, text ?? t('total_none')),
    h('dd', { class: 'total-note' }, t(`total_${part}_note`)),
  );
}
