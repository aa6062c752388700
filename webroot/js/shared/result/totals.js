// What it all adds up to, in three parts that are never mixed. An amount that the text does not
// state is counted, not summed; "nothing yet" is said in words, not as a zero.

import { h } from '../dom.js';
import { money } from '../format.js';
import { t } from '../language.js';
import { caveatLine } from '../parts/caveats.js';

export function totals({ certain, conditional, uncounted, caveats }) {
  // Three times nothing would only push away what helps.
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

function sum(value) {
  return Number(value) === 0 ? null : money(value);
}

function tile(part, value, text) {
  return h(
    'div',
    { class: `total total-${part}`, 'data-total': part, 'data-value': value },
    h('dt', {}, t(`total_${part}`)),
    h('dd', { class: text ? 'total-figure' : 'total-figure total-none' }, text ?? t('total_none')),
    h('dd', { class: 'total-note' }, t(`total_${part}_note`)),
  );
}
