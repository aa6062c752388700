import { capitalYuan, group, parseDecimal, shift } from '../decimal.js';
import { fill, h } from '../dom.js';
import { say, t } from '../language.js';

// Places that a unit moves the point by, and the decimals that leave whole fen.
const kUnits = { wan: { places: 4, decimals: 6 }, yuan: { places: 0, decimals: 2 } };

/** Money is typed in 万元 or 元 and echoed in full, so that a slip of ten thousand is seen. */
export function moneyControl(fact, ids, entry, emit) {
  const draft = entry.draft ?? { text: '', unit: 'wan' };
  const input = h('input', {
    id: ids.input, type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'figure',
    'aria-describedby': `${ids.input}-echo ${ids.input}-hint ${ids.notes}`,
  });
  input.value = draft.text;
  const unit = h('select', { 'aria-label': t('money_unit_of', { label: say(fact) }), class: 'unit-select' },
    Object.keys(kUnits).map((code) => h('option', { value: code, selected: code === draft.unit }, t(`unit_${code}`))));
  const echo = h('p', { id: `${ids.input}-echo`, class: 'echo', 'aria-live': 'polite' });

  const changed = () => {
    const read = readMoney(input.value, unit.value);
    fill(echo, echoText(read.value));
    emit(read);
  };
  input.addEventListener('input', changed);
  unit.addEventListener('change', changed);
  fill(echo, echoText(entry.value));
  const element = h('div', {}, h('div', { class: 'with-unit' }, input, unit), echo,
    h('p', { id: `${ids.input}-hint`, class: 'hint' }, t('money_hint')));
  return { element, target: input };
}

/** The entry for what was typed; the value is a decimal string in yuan. */
export function readMoney(text, unit) {
  if (text.trim() === '') return {};
  const draft = { text, unit };
  const { value, problem } = parseDecimal(text, kUnits[unit].decimals);
  return problem ? { draft, problem } : { draft, value: shift(value, kUnits[unit].places) };
}

export function echoText(value) {
  if (value === undefined) return '';
  const capital = capitalYuan(value);
  return capital ? t('echo', { yuan: group(value), capital }) : t('echo_plain', { yuan: group(value) });
}
