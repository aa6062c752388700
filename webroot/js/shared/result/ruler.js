// Rulers: where the company is on a scale, for people who look rather than read. The sentence of each
// ruler says the same for those who do not see it.

import { isDecimal } from '../decimal.js';
import { h } from '../dom.js';
import { factValue } from '../format.js';
import { say, t } from '../language.js';

const MEASURED = new Set(['money', 'percent', 'integer']);
const SPARE = 1.25; // how much longer a ruler is than the largest figure on it

/**
 * One ruler for each figure of the company that a measure has limits for.
 * @param {Api.Match['criteria']} criteria @param {Pages.FactOf} vocabulary
 */
export function rulers(criteria, vocabulary) {
  /** @type {Map<string, {fact: Api.Fact, given: number, limits: Set<number>}>} */
  const found = new Map();
  for (const leaf of judging(criteria)) {
    const fact = vocabulary(leaf.fact);
    const [given, limit] = [numberOf(leaf.given), numberOf(leaf.required)];
    if (!fact || !MEASURED.has(fact.type) || given === null || limit === null) continue;
    const known = found.get(leaf.fact) ?? { fact, given, limits: new Set() };
    known.limits.add(limit);
    found.set(leaf.fact, known);
  }
  return [...found.values()].map(({ fact, given, limits }) =>
    ruler(
      fact,
      given,
      [...limits].sort((a, b) => a - b),
    ),
  );
}

// The limits that decide: of alternatives the one that is met, if one is.
/** @param {Api.Criterion | null} node @returns {Api.CriterionLeaf[]} */
function judging(node) {
  if (!node || node.op === 'not') return [];
  if (!('children' in node)) return [node];
  const met = node.children.filter((child) => child.truth === 'true');
  return (node.op === 'any' && met.length > 0 ? met : node.children).flatMap(judging);
}

/** @param {unknown} value */
function numberOf(value) {
  const text = String(value ?? '');
  return isDecimal(text) ? Number(text) : null;
}

/** @param {Api.Fact} fact @param {number} given @param {number[]} limits */
function ruler(fact, given, limits) {
  const end = Math.max(given, ...limits) * SPARE || 1;
  /** @param {number} value */
  const at = (value) => `${Math.round((value / end) * 100)}`;
  const words = limits.map((limit) => factValue(fact, limit));
  return figure(
    t('ruler', { label: say(fact), value: factValue(fact, given), limits: words.join(t('list_separator')) }),
    'measure',
    [
      h('span', { class: 'ruler-bar' }),
      limits.map((limit, index) =>
        h('span', { class: 'ruler-limit', 'data-at': at(limit) }, h('span', { class: 'ruler-word' }, words[index])),
      ),
      h('span', { class: 'ruler-dot', 'data-at': at(given) }),
    ],
  );
}

/**
 * A picture with its sentence.
 * @param {string} sentence @param {string} kind @param {Pages.Child} content
 */
export function figure(sentence, kind, content) {
  const picture = h('div', { class: `ruler ruler-${kind}`, 'aria-hidden': 'true' }, content);
  // The content policy allows no style in markup; a script may set one.
  for (const mark of /** @type {NodeListOf<HTMLElement>} */ (picture.querySelectorAll('[data-at]')))
    mark.style.insetInlineStart = `${mark.dataset.at}%`;
  return h('figure', { class: 'ruler-figure' }, picture, h('figcaption', {}, sentence));
}
