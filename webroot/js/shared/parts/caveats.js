// What to know beside a measure. Each kind has its place; nothing is decided by the words of a text.

import { h } from '../dom.js';
import { onlyChinese, t, tCode } from '../language.js';
import { sourceLink } from './links.js';
import { list, row } from './rows.js';

// What changes what a company does next is said at once; the others stand behind.
const PRESSING = new Set(['exclusive', 'ask_first', 'conflict', 'newer_law']);
const BEHIND = new Set(['reading', 'note']);
const COMMON = 2; // measures of a group that say the same before it is said once for all

/**
 * Those that stand on a card at once; none on that of a measure that is refused.
 * @param {Api.Match} given
 */
export function pressing({ verdict, caveats }) {
  return verdict === 'not_eligible' ? [] : caveats.filter(({ kind }) => PRESSING.has(kind));
}

/**
 * `{common: [{caveat, n}], own(match)}`: what is said once for `matches`, and what is left for each.
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
 * Its kind, its text and where that stands. `before`: what is said of it first.
 * @param {Api.Caveat} given @param {string | null} [before]
 */
export function caveatLine({ kind, text, source }, before = null) {
  return [
    before,
    h('strong', { class: 'caveat-kind' }, tCode('caveat', kind, t('caveat.note')), t('optional_colon')),
    ...said(text, source),
  ];
}

/**
 * All of them in rows by kind, for a place that shows everything; `heading` is the level that fits.
 * @param {Api.Caveat[]} caveats @param {string} heading
 */
export function caveatRows(caveats, heading) {
  const kinds = [...PRESSING, ...BEHIND];
  return kinds.map((kind) => {
    const own = caveats.filter((caveat) => caveat.kind === kind || (kind === 'note' && !kinds.includes(caveat.kind)));
    return row(
      t(`caveat.${kind}`),
      list(own.map(({ text, source }) => h('span', { class: 'caveat', 'data-caveat': kind }, said(text, source)))),
      kind,
      heading,
    );
  });
}

/** @param {string} text @param {Api.Source | null | undefined} source */
function said(text, source) {
  return [
    h('span', { lang: onlyChinese() }, text),
    source ? h('span', { class: 'tree-note', lang: onlyChinese() }, sourceLink(source)) : null,
  ];
}
