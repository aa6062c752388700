import { h } from '../dom.js';
import { t } from '../language.js';

// Codes are written without spaces; people paste them with some.
const kCodes = new Set(['credit_code', 'industry_code']);
const kMostCharacters = 200;  // the service takes no more in a text

export function textControl(fact, ids, entry, emit) {
  const isCode = kCodes.has(fact.id);
  const input = h('input', {
    id: ids.input, type: 'text', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': ids.notes,
    class: isCode ? 'code' : null, placeholder: t('leave_blank'), autocapitalize: isCode ? 'characters' : null,
  });
  input.value = entry.draft?.text ?? entry.value ?? '';
  input.addEventListener('input', () => {
    if (isCode && /\s/.test(input.value)) input.value = input.value.replace(/\s+/g, '');
    emit(readText(isCode ? input.value.toUpperCase() : input.value));
  });
  return { element: input, target: input };
}

/** The entry for what was typed. What is too long stays in the field and is no answer. */
export function readText(typed) {
  const text = typed.trim();
  if (text === '') return {};
  return countCharacters(text) > kMostCharacters ? { draft: { text: typed }, problem: 'too_long' } : { value: text };
}

// As the service counts: a sign outside the basic plane is one character.
function countCharacters(text) {
  return [...text].length;
}
