// The way to go, as stops of a line: what to do now, whom to ask, and what to wait for.

import { h } from '../dom.js';
import { onlyChinese, t } from '../language.js';
import { told } from '../parts/told.js';

/**
 * A stop without data is left out; a single one is a line of text, and none gives null. `units`: the
 * names of the units, as the card says them.
 * @param {Api.Match} match @param {Pages.Child} units
 */
export function way(match, units) {
  const stops = /** @type {[string, Pages.Child][]} */ ([
    ['now', match.next_step ? told(match, 'next_step') : null],
    ['whom', match.units.length > 0 ? units : null],
    ['wait', waiting(match)],
  ]).filter(([, content]) => content !== null);
  if (stops.length === 0) return null;
  const drawn = stops.map(([stop, content]) => [
    h('span', { class: 'route-label' }, t(`way.${stop}`), h('span', { class: 'visually-hidden' }, t('optional_colon'))),
    h('span', { class: 'route-text' }, content),
  ]);
  if (drawn.length === 1) return h('p', { class: 'route route-single', 'data-stop': stops[0][0] }, drawn[0]);
  return h(
    'ol',
    { class: 'route', 'aria-label': t('way') },
    drawn.map((content, index) => h('li', { class: 'route-stop', 'data-stop': stops[index][0] }, content)),
  );
}

/** @param {Api.Match} match */
function waiting({ judged, delivery }) {
  const all = judged.map(({ text, by }) =>
    h('span', { lang: onlyChinese() }, t('way_judged', { by }), t('optional_colon'), text),
  );
  if (delivery) all.push(h('span', { lang: onlyChinese() }, delivery));
  return all.length > 0 ? all.flatMap((one, index) => (index > 0 ? [t('clause_separator'), one] : [one])) : null;
}
