// What the pages to browse in have in common: trail, search field, and what is not there.

import { isStatus } from '../../shared/api.js';
import { find, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';

/**
 * Links from the list down to this page.
 * @param {...Pages.Link} links
 */
export function trail(...links) {
  return h(
    'nav',
    { class: 'trail', 'aria-label': t('trail') },
    h(
      'ol',
      {},
      links.map(([text, href]) => h('li', {}, h('a', { href }, text))),
    ),
  );
}

/** @param {string} text */
export function title(text) {
  return h('h1', { tabindex: '-1' }, text);
}

/** @param {string} text @param {Pages.Link} given */
export function notFound(text, [listTitle, listHref]) {
  return [
    title(text),
    h(
      'div',
      { class: 'notice not-found' },
      h('p', {}, t('not_found_text')),
      h(
        'p',
        { class: 'actions-line' },
        h('a', { href: listHref, class: 'button' }, listTitle),
        h('a', { href: 'tel:12345', class: 'button button-quiet' }, '12345'),
      ),
    ),
  ];
}

/** @param {unknown} error */
export function isNotFound(error) {
  return isStatus(error, 404);
}

export function calculateLink(main = true) {
  return h('a', { href: '#/form', class: main ? 'button button-main' : 'button' }, t('calculate'));
}

export function call12345() {
  return [`${t('ask_12345')} `, h('a', { href: 'tel:12345' }, '12345')];
}

/**
 * A labelled search field; `onText` gets what it holds after each change.
 * @param {string} id @param {string} label @param {string} hint @param {string} text
 * @param {(text: string) => void} onText
 */
export function searchField(id, label, hint, text, onText) {
  const input = h('input', {
    type: 'search',
    id,
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: '60',
    placeholder: hint,
  });
  input.value = text;
  input.addEventListener('input', () => onText(input.value));
  return { input, element: h('div', { class: 'find' }, h('label', { for: id }, label), input) };
}

/**
 * Marks the part of the page that the address names, and goes there.
 * @param {HTMLElement} view @param {string} place
 */
export function showPlace(view, place) {
  const element = find(view, `[data-place="${CSS.escape(place)}"]`);
  element.classList.add('sought');
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'start' });
}
