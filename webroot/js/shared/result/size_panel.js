// The size of the company on the classes of its trade: a line for each figure that counts, with the
// limits of the classes and a dot where the company is. The limits come from the service.

import { group, isDecimal, shift } from '../decimal.js';
import { fill, h } from '../dom.js';
import { factValue } from '../format.js';
import { language, onlyChinese, say, t } from '../language.js';
import * as library from '../library.js';
import { figure } from './ruler.js';

const SIZES = ['micro', 'small', 'medium', 'large'];
const SHARE = 100 / SIZES.length; // of the width for each class, in per cent
const FARTHEST = 0.9; // of the last class, which has no end
const PLACES = { zh: 4, en: 6 }; // 万元, million yuan

/** The screens that came before, so that drawing again moves nothing. @type {Api.Screen[]} */
let known = [];

/**
 * Null if the size is not known at all. The classes follow once the service has told them.
 * @param {Api.MatchAnswer['profile']} profile @param {Pages.FactOf} vocabulary
 */
export function sizePanel({ given, derived }, vocabulary) {
  const size = derived.enterprise_size;
  const possible = (size?.possible ?? []).filter((one) => SIZES.includes(one));
  if (!size || possible.length === 0 || possible.length === SIZES.length) return null;
  const names = possible.map((one) => t(`size.${one}`)).join(t('or'));
  const place = h('div', { class: 'size-lines' });
  const show = () => fill(place, lines(tradeOf(given, derived), given, { possible, vocabulary }));
  show();
  library.screens().then(
    (all) => {
      known = all;
      show();
    },
    () => undefined,
  );
  return h(
    'section',
    { class: 'panel panel-size' },
    h('h2', {}, t('size_panel')),
    figure(
      t('ruler_size', { sizes: names }),
      'size',
      SIZES.map((one) =>
        h(
          'span',
          { class: `ruler-band ${possible.includes(one) ? 'ruler-here' : ''}`.trim(), 'data-size': one },
          possible.includes(one) ? h('span', { class: 'ruler-mark' }, '●') : null,
          t(`size.${one}`),
        ),
      ),
    ),
    place,
    h('p', { class: 'muted', lang: onlyChinese() }, size.because),
  );
}

/**
 * The one trade whose classes count; null if there are several.
 * @param {Api.Profile} given @param {Api.MatchAnswer['profile']['derived']} derived
 */
function tradeOf(given, derived) {
  const possible = derived.size_industry?.possible ?? [given.size_industry ?? []].flat().map(String);
  return possible.length === 1 ? possible[0] : null;
}

/**
 * A line for each figure by which the trade is classed.
 * @param {string | null} trade @param {Api.Profile} given
 * @param {{possible: string[], vocabulary: Pages.FactOf}} how
 */
function lines(trade, given, { possible, vocabulary }) {
  return [...limitsOf(trade, known)].flatMap(([id, limits]) => {
    const fact = vocabulary(id);
    return fact && limits.length === SIZES.length - 1 ? [line(fact, limits, given[id], possible)] : [];
  });
}

/**
 * By fact, the figures at which the classes of a trade begin, the lowest first.
 * @param {string | null} trade @param {Api.Screen[]} screens @returns {Map<string, number[]>}
 */
export function limitsOf(trade, screens) {
  /** @type {Map<string, number[]>} */
  const limits = new Map();
  if (trade === null) return limits;
  const classes = screens.flatMap(({ picture, options }) => (picture === 'bands' ? options : []));
  for (const { begins } of classes.filter(({ when }) => when?.in?.includes(trade)))
    for (const [fact, limit] of Object.entries(begins)) limits.set(fact, [...(limits.get(fact) ?? []), limit]);
  return limits;
}

/** @param {Api.Fact} fact @param {number[]} limits @param {unknown} value @param {string[]} possible */
function line(fact, limits, value, possible) {
  const own = isDecimal(String(value ?? '')) ? Number(value) : null;
  const words = limits.map((limit) => factValue(fact, limit)).join(t('list_separator'));
  const sentence =
    own === null
      ? t('size_limits', { label: say(fact), limits: words })
      : t('ruler', { label: say(fact), value: factValue(fact, own), limits: words });
  return figure(sentence, 'classes', [
    h('span', { class: 'ruler-name' }, t('ruler_unit', { label: say(fact), unit: unitOf(fact) })),
    h(
      'span',
      { class: 'ruler-track' },
      SIZES.map((size) => h('span', { class: `ruler-part ${possible.includes(size) ? 'ruler-here' : ''}`.trim() })),
      own === null ? null : h('span', { class: 'ruler-dot', 'data-at': Math.round(placeOf(own, limits)) }),
    ),
    h(
      'span',
      { class: 'ruler-limits' },
      limits.map((limit, index) => h('span', { 'data-at': SHARE * (index + 1) }, short(fact, limit))),
    ),
  ]);
}

/**
 * Where a figure is, in per cent of the width: each class has the same share of it.
 * @param {number} value @param {number[]} limits
 */
export function placeOf(value, limits) {
  const at = limits.filter((limit) => value >= limit).length;
  const [low, high] = [limits[at - 1] ?? 0, limits[at]];
  const within = high === undefined ? Math.min(FARTHEST, 1 - low / value) : (value - low) / (high - low);
  return SHARE * (at + within);
}

/** @param {Api.Fact} fact */
function unitOf({ type }) {
  return t(type === 'money' ? 'ruler_money' : 'ruler_people');
}

/** @param {Api.Fact} fact @param {number} limit */
function short({ type }, limit) {
  const text = String(limit);
  return group(type === 'money' && isDecimal(text) ? shift(text, -PLACES[language() === 'en' ? 'en' : 'zh']) : text);
}
