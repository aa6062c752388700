import { parseDecimal } from '../decimal.js';
import { h } from '../dom.js';
import { t, tCode } from '../language.js';

const kPercentDecimals = 4;
const kMostDigits = 15;  // an integer that a JSON number carries exactly

/** Whole numbers and percentages. The unit stands behind the field. */
export function numberControl(fact, ids, entry, emit) {
  const isPercent = fact.type === 'percent';
  const input = h('input', {
    id: ids.input, type: 'text', inputmode: isPercent ? 'decimal' : 'numeric', autocomplete: 'off',
    'aria-describedby': `${ids.input}-unit ${ids.input}-hint ${ids.notes}`, class: 'figure',
  });
  input.value = entry.draft?.text ?? '';
  input.addEventListener('input', () => emit(readNumber(input.value, isPercent)));
  const element = h('div', {},
    h('div', { class: 'with-unit' }, input, h('span', { id: `${ids.input}-unit`, class: 'unit' }, tCode('unit', fact.unit, fact.unit))),
    h('p', { id: `${ids.input}-hint`, class: 'hint' }, t('leave_blank')));
  return { element, target: input };
}

export function readNumber(text, isPercent) {
  if (text.trim() === '') return {};
  const draft = { text };
  const { value, problem } = parseDecimal(text, isPercent ? kPercentDecimals : 0);
  if (problem) return { draft, problem };
  if (isPercent) return isAboveHundred(value) ? { draft, problem: 'percent_range' } : { draft, value };
  return value.length > kMostDigits ? { draft, problem: 'too_large' } : { draft, value: Number(value) };
}

function isAboveHundred(value) {
  const [whole, fraction] = value.split('.');
  return whole.length > 3 || (whole.length === 3 && (whole !== '100' || fraction !== undefined));
}
