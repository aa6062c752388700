// What is wrong with what was typed, in words; and the one thing that it may have meant, to be taken.

import { fill, h } from '../dom.js';
import { t } from '../language.js';

export function problemText({ problem, meant }) {
  return meant ? t(`problem.${problem}_meant`, { meant }) : t(`problem.${problem}`);
}

/** Puts a button for `meant` into `place`, or nothing. */
export function offerMeant(place, meant, take) {
  fill(
    place,
    meant
      ? h('button', { type: 'button', class: 'button', click: () => take(meant) }, t('meant_take', { meant }))
      : null,
  );
}
