// The caveats beside a card or above a group: what must be seen at once, and a line that opens the rest
// in place. Paper has them all.

import { h } from '../dom.js';
import { t } from '../language.js';
import { caveatLine, isAtOnce } from '../parts/caveats.js';

/**
 * `key` names the fold; `before(caveat)`: words in front of one. Null without caveats.
 * @param {string} key @param {Api.Caveat[]} all @param {(caveat: Api.Caveat) => string | null} [before]
 */
export function noteList(key, all, before = () => null) {
  const first = all.filter(isAtOnce);
  const rest = all.filter((caveat) => !isAtOnce(caveat));
  if (all.length === 0) return null;
  return h(
    'div',
    { class: 'notes' },
    marks(first, before),
    more(key, first.length > 0, marks(rest, before), rest.length),
  );
}

/** @param {string} key @param {boolean} follows @param {HTMLElement | null} content @param {number} n */
function more(key, follows, content, n) {
  if (!content) return null;
  return h(
    'details',
    { class: 'fold notes-more', 'data-fold': key },
    h('summary', {}, t(follows ? 'notes_more' : 'notes_some', { n })),
    content,
  );
}

/** @param {Api.Caveat[]} all @param {(caveat: Api.Caveat) => string | null} before */
function marks(all, before) {
  if (all.length === 0) return null;
  return h(
    'ul',
    { class: 'marks' },
    all.map((caveat) =>
      h(
        'li',
        { class: 'mark mark-wait', 'data-caveat': caveat.kind },
        h('span', { class: 'mark-sign', 'aria-hidden': 'true' }, '!'),
        h('span', {}, caveatLine(caveat, before(caveat))),
      ),
    ),
  );
}
