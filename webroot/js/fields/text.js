import { h } from '../dom.js';
import { t } from '../language.js';

// Codes are written without spaces; people paste them with some.
const kCodes = new Set(['credit_code', 'industry_code']);

export function textControl(fact, ids, entry, emit) {
  const isCode = kCodes.has(fact.id);
  const input = h('input', {
    id: ids.input, type: 'text', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': ids.notes,
    class: isCode ? 'code' : null, placeholder: t('leave_blank'), autocapitalize: isCode ? 'characters' : null,
  });
  input.value = entry.value ?? '';
  input.addEventListener('input', () => {
    if (isCode && /\s/.test(input.value)) input.value = input.value.replace(/\s+/g, '');
    const text = input.value.trim();
    emit(text === '' ? {} : { value: text });
  });
  return { element: input, target: input };
}
