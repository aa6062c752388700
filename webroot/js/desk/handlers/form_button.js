// A button that opens a form in its place. When the form closes, the button returns with the focus.

import { fill, find, h, reveal } from '../../shared/dom.js';

/**
 * `form(close)` builds the form; `name` tells screen readers what the button acts on.
 * @param {string} label @param {string} name @param {(close: () => void) => HTMLElement} form
 */
export function formButton(label, name, form) {
  const place = h('div', { class: 'opener' });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button button-quiet',
      click: () => {
        fill(place, form(close));
        reveal(find(place, 'select'));
      },
    },
    label,
    h('span', { class: 'visually-hidden' }, ` ${name}`),
  );
  function close() {
    fill(place, button);
    button.focus();
  }
  fill(place, button);
  return place;
}
