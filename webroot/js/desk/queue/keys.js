// Keys of the queue, and the table that shows them.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';

const TABLE = [
  ['/', 'find'],
  ['Alt+J  Alt+K', 'step'],
  ['Alt+1 … Alt+9', 'view'],
  ['Alt+X', 'choose'],
  ['Alt+A', 'all'],
  ['Alt+G', 'deal'],
  ['?', 'help'],
];

/**
 * Listens until the returned function is called. A single character counts only outside of fields.
 * @param {{find: () => unknown, step: (by: number) => unknown, view: (index: number) => unknown,
 *   choose: () => unknown, all: () => unknown, deal: () => unknown}} actions
 */
export function queueKeys({ find, step, view, choose, all, deal }) {
  /** @param {KeyboardEvent} event */
  const listen = (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || document.querySelector('dialog[open]')) return;
    const digit = /^Digit([1-9])$/.exec(event.code);
    if (event.altKey && event.code === 'KeyJ') act(event, () => step(1));
    else if (event.altKey && event.code === 'KeyK') act(event, () => step(-1));
    else if (event.altKey && event.code === 'KeyX') act(event, choose);
    else if (event.altKey && event.code === 'KeyA') act(event, all);
    else if (event.altKey && event.code === 'KeyG') act(event, deal);
    else if (event.altKey && digit) act(event, () => view(Number(digit[1]) - 1));
    else if (event.altKey || isField(event.target)) return;
    else if (event.key === '/') act(event, find);
    else if (event.key === '?') act(event, showKeys);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

/** Shows the table; as it closes, the browser gives the focus back to where it was. */
export function showKeys() {
  const close = h('button', { type: 'button', class: 'button' }, t('keys_close'));
  const dialog = h(
    'dialog',
    { class: 'keys', 'aria-labelledby': 'keys-title' },
    h('h2', { id: 'keys-title' }, t('keys_title')),
    h(
      'dl',
      {},
      TABLE.map(([keys, key]) => h('div', {}, h('dt', {}, h('kbd', {}, keys)), h('dd', {}, t(`keys.${key}`)))),
    ),
    h('div', { class: 'actions' }, close),
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {Event} event @param {() => unknown} what */
function act(event, what) {
  event.preventDefault();
  what();
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof Element && target.matches('input, select, textarea, [contenteditable]');
}
