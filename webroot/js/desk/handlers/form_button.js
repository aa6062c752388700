// A button that opens a form in its place, and comes back with the focus.

import { fill, h, reveal } from '../../shared/dom.js';

/** `form(close)` builds the form; `name` is what the button acts on, for the ear. */
export function formButton(label, name, form) {
  const place = h('div', { class: 'opener' });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button button-quiet',
      click: () => {
        fill(place, form(close));
        reveal(place.querySelector('select'));
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
