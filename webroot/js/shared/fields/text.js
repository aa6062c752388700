import { h } from '../dom.js';
import { t } from '../language.js';
import { unspaced } from './codes.js';

const MOST_CHARACTERS = 200; // the service takes no more in a text

/**
 * @param {Api.Fact} fact @param {Pages.FieldIds} ids @param {Pages.Entry} entry
 * @param {(entry: Pages.Entry) => void} emit
 */
export function textControl(fact, ids, entry, emit) {
  const input = textInput(ids, entry, {});
  input.addEventListener('input', () => emit(readText(input.value)));
  return { element: input, target: input };
}

/**
 * The credit code: it is written without spaces, and people paste it with some.
 * @param {Api.Fact} fact @param {Pages.FieldIds} ids @param {Pages.Entry} entry
 * @param {(entry: Pages.Entry) => void} emit
 */
export function creditCodeControl(fact, ids, entry, emit) {
  const input = textInput(ids, entry, { class: 'code', autocapitalize: 'characters' });
  input.addEventListener('input', () => {
    const text = unspaced(input.value);
    if (text !== input.value) input.value = text;
    emit(readText(text.toUpperCase()));
  });
  return { element: input, target: input };
}

/**
 * A field of one line that shows `entry`.
 * @param {Pages.FieldIds} ids @param {Pages.Entry} entry @param {Pages.Attributes} more
 */
export function textInput(ids, entry, more) {
  const input = h('input', {
    id: ids.input,
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': ids.notes,
    placeholder: t('leave_blank'),
    ...more,
  });
  input.value = entry.draft?.text ?? String(entry.value ?? '');
  return input;
}

/**
 * The entry for the typed text. A text that is too long stays in the field as a problem.
 * @param {string} typed
 */
export function readText(typed) {
  const text = typed.trim();
  if (text === '') return {};
  return countCharacters(text) > MOST_CHARACTERS ? { draft: { text: typed }, problem: 'too_long' } : { value: text };
}

// Code points, as the service counts.
/** @param {string} text */
function countCharacters(text) {
  return [...text].length;
}
