// A button that copies a text and says whether that worked.

import { fill, h } from '../dom.js';
import { t } from '../language.js';

const SHOWN = 4000;

/**
 * `source`: the element that shows the text; it is selected if the browser forbids copying.
 * @param {string} label @param {string} text @param {HTMLElement} source
 */
export function copyButton(label, text, source) {
  const said = h('span', { class: 'copy-said', role: 'status' });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button',
      click: async () => {
        fill(said);
        const done = await copy(text);
        if (!done && source) select(source);
        fill(said, t(done ? 'copied' : 'copy_by_hand'));
        setTimeout(() => fill(said), SHOWN);
      },
    },
    label,
  );
  return h('span', { class: 'copy' }, button, said);
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {HTMLElement} element */
function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}
