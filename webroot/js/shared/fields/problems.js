// What is wrong with a typed text, and the one reading that it may mean.

import { fill, h } from '../dom.js';
import { t } from '../language.js';

/** @param {Pages.Entry} given */
export function problemText({ problem, meant }) {
  return meant ? t(`problem.${problem}_meant`, { meant }) : t(`problem.${problem}`);
}

/**
 * Puts a button for `meant` into `place`, or nothing.
 * @param {HTMLElement} place @param {string | undefined} meant @param {(meant: string) => void} accept
 */
export function offerMeant(place, meant, accept) {
  fill(
    place,
    meant
      ? h('button', { type: 'button', class: 'button', click: () => accept(meant) }, t('meant_take', { meant }))
      : null,
  );
}
