// Folds whose content is built on first opening: a hundred unread trees of reasons would slow the page
// down. Open folds stay open when the page is drawn again.

import { append, h } from '../dom.js';

/** @type {WeakMap<HTMLElement, () => Pages.Child>} */
const builders = new WeakMap();

/**
 * `key` names the fold on its page; `build` gives its content.
 * @param {string} key @param {string} kind @param {Pages.Child} title @param {() => Pages.Child} build
 */
export function fold(key, kind, title, build) {
  const element = h('details', { class: `fold ${kind}`.trim(), 'data-fold': key }, h('summary', {}, title));
  builders.set(element, build);
  element.addEventListener('toggle', () => element.open && built(element));
  return element;
}

/**
 * Opens a fold of any kind and builds its content at once.
 * @param {HTMLDetailsElement} element
 */
export function open(element) {
  built(element);
  element.open = true;
}

/** @param {HTMLElement} element */
function built(element) {
  const build = builders.get(element);
  builders.delete(element);
  if (build) append(element, [build()].flat());
}

/**
 * The keys of what is open under `root`, for `reopen`.
 * @param {HTMLElement} root @returns {Set<string | undefined>}
 */
export function opened(root) {
  return new Set(folds(root, '[open]').map((element) => element.dataset.fold));
}

/**
 * Opens what was open, also what lies in another fold. Nothing moves the focus.
 * @param {HTMLElement} root @param {Set<string | undefined>} keys
 */
export function reopen(root, keys) {
  for (const element of folds(root)) {
    if (keys.has(element.dataset.fold)) open(element);
  }
}

/** @param {HTMLElement} root @param {string} [that] @returns {HTMLDetailsElement[]} */
function folds(root, that = '') {
  return [.../** @type {NodeListOf<HTMLDetailsElement>} */ (root.querySelectorAll(`details${that}[data-fold]`))];
}

/**
 * Prints every card of the groups, including those that the screen folds away, with all that is to be
 * noted. The cards' other folds stay as they are: all reasons of all measures would fill a hundred
 * pages, and the checklist has them for the measures that count. Returns a function that ends this.
 */
export function printWhole() {
  /** @type {HTMLDetailsElement[]} */
  let lifted = [];
  const lift = () => {
    const shut = document.querySelectorAll('.group :is(details.more, details.notes-more):not([open])');
    lifted = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (shut)];
    for (const element of lifted) open(element);
  };
  const lower = () => {
    for (const element of lifted) element.open = false;
    lifted = [];
  };
  window.addEventListener('beforeprint', lift);
  window.addEventListener('afterprint', lower);
  return () => {
    window.removeEventListener('beforeprint', lift);
    window.removeEventListener('afterprint', lower);
  };
}
