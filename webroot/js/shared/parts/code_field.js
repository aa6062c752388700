// A field for a code: groups it while it is typed and leaves other text as it is.

import { fill, h } from '../dom.js';
import { groupsOf, readCode } from './code.js';

/**
 * `{element, text, setProblem(message), input}`; `onText` gets what the field holds after each change.
 * @param {{id: string, label: string, hint: string, text: string}} given @param {(text: string) => void} onText
 */
export function codeField({ id, label, hint, text }, onText) {
  const problem = h('div', { id: `${id}-problem`, class: 'field-issues' });
  // A code is wider than a phone: it may take two lines. The return key sends it.
  const input = h('textarea', {
    id,
    rows: '2',
    class: 'code',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    enterkeyhint: 'go',
    'aria-describedby': `${id}-hint ${id}-problem`,
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    input.form?.requestSubmit();
  });
  input.value = grouped(text);
  input.addEventListener('input', (event) => {
    // Only what grows at its end is grouped: elsewhere the caret would jump.
    const growing = input.selectionStart === input.value.length && !(event instanceof InputEvent && isEditing(event));
    if (growing) input.value = grouped(input.value);
    onText(input.value);
  });
  const element = h(
    'div',
    { class: 'field' },
    h('div', { class: 'field-label' }, h('label', { for: id }, label)),
    h('div', { id: `${id}-hint`, class: 'field-help' }, hint),
    input,
    problem,
  );
  /** @param {string} message */
  const setProblem = (message) => {
    element.classList.toggle('has-issues', message !== '');
    if (message) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    fill(problem, message ? h('p', { role: 'alert' }, h('span', { 'aria-hidden': 'true' }, '✗ '), message) : null);
    if (message) input.focus();
  };
  return {
    element,
    input,
    setProblem,
    get text() {
      return input.value;
    },
  };
}

// A hyphen or a blank that has just been typed stays, until the next symbol comes.
/** @param {string} text */
function grouped(text) {
  const read = readCode(text);
  const whole = read.code !== undefined;
  const part = read.problem === 'length' && (read.count ?? 0) < 26 && /[\p{L}\p{N}]$/u.test(text);
  return whole || part ? groupsOf(text).join('-') : text;
}

// Whether text is deleted, or a character is still being composed.
/** @param {InputEvent} event */
function isEditing(event) {
  return event.inputType.startsWith('delete') || event.isComposing;
}
