// Asks whether one is sure before something that cannot be undone.

import { fill, h, reveal } from '../shared/dom.js';
import { t } from '../shared/language.js';

/**
 * Shows in `place` what will happen, a button that does it and one that cancels.
 * @param {HTMLElement} place
 * @param {{ sure: string, yes: string, more?: HTMLElement | null, act: () => void, cancel: () => void }} parts
 *   `more` comes between the sentence `sure` and the buttons
 */
export function askSure(place, { sure, yes, more = null, act, cancel }) {
  const sentence = h('p', { class: 'ask-sure', tabindex: '-1' }, sure);
  fill(
    place,
    sentence,
    more,
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'button button-danger', click: act }, yes),
      h('button', { type: 'button', class: 'button button-quiet', click: cancel }, t('cancel')),
    ),
  );
  reveal(sentence);
}

/**
 * A section with one button, which asks for confirmation where it is. `act(said, calm)` does it: `said`
 * takes a notice, `calm()` shows the button again.
 * @param {{ title: string, text: string, button: string, sure: string, yes: string,
 *   act: (said: HTMLElement, calm: () => void) => Promise<void> }} words
 */
export function surePart({ title, text, button, sure, yes, act }) {
  const place = h('div', { class: 'ask' });
  const said = h('div', {});
  const first = h('button', { type: 'button', class: 'button', click: ask }, button);
  fill(place, first);
  return h('section', { class: 'desk-part' }, h('h2', {}, title), h('p', {}, text), said, place);

  function ask() {
    askSure(place, { sure, yes, act: () => act(said, calm), cancel: calm });
  }
  function calm() {
    fill(place, first);
    first.focus();
  }
}
