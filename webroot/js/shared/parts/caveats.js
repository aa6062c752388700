// The caveats of a measure. Their kind decides their place, never their words.

import { h } from '../dom.js';
import { onlyChinese, t, tCode } from '../language.js';
import { sourceLink } from './links.js';
import { list, row } from './rows.js';
import { told } from './told.js';

// Caveats that change a company's next step are on the card, the first few kinds of them at once; the
// others are in the card's fold.
const PRESSING = new Set(['exclusive', 'deadline', 'conflict', 'ask_first', 'newer_law']);
const AT_ONCE = new Set(['exclusive', 'deadline', 'conflict']);
const BEHIND = new Set(['reading', 'note']);
const COMMON = 2; // from this many measures of a group on, a shared caveat is written once

/**
 * The caveats of a card, the most pressing kind first; none if the measure is refused.
 * @param {Api.Match} given
 */
export function pressing({ verdict, caveats }) {
  if (verdict === 'not_eligible') return [];
  return [...PRESSING].flatMap((kind) => caveats.filter((caveat) => caveat.kind === kind));
}

/**
 * Whether no fold may hide it: who overlooks it loses money, or the time to act.
 * @param {Api.Caveat} given
 */
export function isAtOnce({ kind }) {
  return AT_ONCE.has(kind);
}

/**
 * `{common: [{caveat, n}], own(match)}`: the caveats that `matches` share, and those that each has left.
 * @param {Api.Match[]} matches
 */
export function shared(matches) {
  const counts = new Map();
  for (const match of matches) {
    for (const caveat of pressing(match)) {
      const { caveat: first, n } = counts.get(caveat.text) ?? { caveat, n: 0 };
      counts.set(caveat.text, { caveat: first, n: n + 1 });
    }
  }
  const common = [...counts.values()].filter(({ n }) => n >= COMMON);
  const saidOnce = new Set(common.map(({ caveat }) => caveat.text));
  return { common, own: (/** @type {Api.Match} */ match) => pressing(match).filter(({ text }) => !saidOnce.has(text)) };
}

/**
 * A caveat's kind, text and source. `before`: text in front of it.
 * @param {Api.Caveat} caveat @param {string | null} [before]
 */
export function caveatLine(caveat, before = null) {
  return [
    before,
    h('strong', { class: 'caveat-kind' }, tCode('caveat', caveat.kind, t('caveat.note')), t('optional_colon')),
    ...said(caveat),
  ];
}

/**
 * All caveats in rows by kind; `heading` is the level that fits the page.
 * @param {Api.Caveat[]} caveats @param {string} heading
 */
export function caveatRows(caveats, heading) {
  const kinds = [...PRESSING, ...BEHIND];
  return kinds.map((kind) => {
    const own = caveats.filter((caveat) => caveat.kind === kind || (kind === 'note' && !kinds.includes(caveat.kind)));
    return row(
      t(`caveat.${kind}`),
      list(own.map((caveat) => h('span', { class: 'caveat', 'data-caveat': kind }, said(caveat)))),
      kind,
      heading,
    );
  });
}

/** @param {Api.Caveat} caveat */
function said(caveat) {
  const { source } = caveat;
  return [
    told(caveat, 'text'),
    source ? h('span', { class: 'tree-note', lang: onlyChinese() }, sourceLink(source)) : null,
  ];
}
