// The sums that the text states, if there are any. What an authority has still to decide is apart, and
// what no figure is stated for is counted, not summed.

import { h } from '../dom.js';
import { money } from '../format.js';
import { t } from '../language.js';
import { caveatLine } from '../parts/caveats.js';

/**
 * Null where no sum is stated.
 * @param {Api.Totals} totals
 */
export function totals({ certain, conditional, uncounted, caveats }) {
  const tiles = [tile('certain', certain), tile('conditional', conditional)].filter((one) => one !== null);
  if (tiles.length === 0) return null;
  return h(
    'section',
    { class: 'totals', 'aria-labelledby': 'totals-title' },
    h('h2', { id: 'totals-title', class: 'visually-hidden' }, t('totals_title')),
    h('dl', { class: 'total-tiles' }, tiles),
    uncounted > 0
      ? h(
          'p',
          { class: 'muted', 'data-total': 'uncounted', 'data-value': uncounted },
          t('total_also', { n: uncounted }),
        )
      : null,
    caveats.length > 0
      ? h(
          'ul',
          { class: 'muted total-caveats' },
          caveats.map((caveat) => h('li', { 'data-caveat': caveat.kind }, caveatLine(caveat))),
        )
      : null,
  );
}

/** @param {string} part @param {Api.Totals['certain']} value */
function tile(part, value) {
  if (Number(value) === 0) return null;
  return h(
    'div',
    { class: `total total-${part}`, 'data-total': part, 'data-value': value },
    h('dt', {}, t(`total_${part}`)),
    h('dd', { class: 'total-figure' }, money(value)),
    h('dd', { class: 'total-note' }, t(`total_${part}_note`)),
  );
}
