// Folds whose content is built on first opening: a hundred unread trees of reasons would slow the page
// down. Open folds stay open when the page is drawn again.

import { append, h } from '../dom.js';

const builders = new WeakMap();

/** `key` names the fold on its page; `build` gives its content. */
export function fold(key, kind, title, build) {
  const element = h('details', { class: `fold ${kind}`.trim(), 'data-fold': key }, h('summary', {}, title));
  builders.set(element, build);
  element.addEventListener('toggle', () => element.open && built(element));
  return element;
}

/** Opens a fold of any kind and builds its content at once. */
export function open(element) {
  built(element);
  element.open = true;
}

function built(element) {
  const build = builders.get(element);
  builders.delete(element);
  if (build) append(element, [build()].flat());
}

/** The keys of what is open under `root`, for `reopen`. */
export function opened(root) {
  return new Set([...root.querySelectorAll('details[open][data-fold]')].map((element) => element.dataset.fold));
}

/** Opens what was open, also what lies in another fold. Nothing moves the focus. */
export function reopen(root, keys) {
  for (const element of root.querySelectorAll('details[data-fold]')) {
    if (keys.has(element.dataset.fold)) open(element);
  }
}

/**
 * Prints every card of the groups, including those that the screen folds away. The cards' own folds
 * stay as they are: all reasons of all measures would fill a hundred pages, and the checklist has them
 * for the measures that count. Returns a function that ends this.
 */
export function printWhole() {
  let lifted = [];
  const lift = () => {
    lifted = [...document.querySelectorAll('.group details.more:not([open])')];
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
