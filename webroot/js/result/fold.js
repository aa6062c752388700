// Folds whose content is built when they are first opened: a hundred trees of reasons that nobody
// reads would make a slow page. Which ones are open is kept when the page is drawn anew.

import { append, h } from '../dom.js';

const builders = new WeakMap();

/** `key` names the fold on its page; `build` gives its content. */
export function fold(key, kind, title, build) {
  const element = h('details', { class: `fold ${kind}`.trim(), 'data-fold': key }, h('summary', {}, title));
  builders.set(element, build);
  element.addEventListener('toggle', () => element.open && built(element));
  return element;
}

/** Opens a fold of any kind with what belongs in it, at once. */
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

/** Paper has no folds: all are open while the page prints. Returns what ends that. */
export function printWhole() {
  let lifted = [];
  const lift = () => {
    lifted = [];
    // A fold may hold folds that are built only now.
    for (let found = closed(); found.length > 0; found = closed()) {
      for (const element of found) open(element);
      lifted.push(...found);
    }
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

// What loads something when it is opened has nothing to print.
function closed() {
  return [...document.querySelectorAll('details:not([open]):not([data-unprinted])')];
}
