import { capitalYuan, group } from '../decimal.js';
import { fill, h } from '../dom.js';
import { readFigure } from '../figures.js';
import { say, t } from '../language.js';
import { offerMeant } from './problems.js';

/** @type {Record<string, number>} */
const UNITS = { wan: 4, yuan: 0 }; // places that a unit moves the point by
const DECIMALS = 2; // of yuan: whole fen

/**
 * Money is typed in 万元 or 元 and echoed in full, so that a slip of ten thousand is seen.
 * @param {Api.Fact} fact @param {Pages.FieldIds} ids @param {Pages.Entry} entry
 * @param {(entry: Pages.Entry) => void} emit
 */
export function moneyControl(fact, ids, entry, emit) {
  const draft = entry.draft ?? { text: '', unit: 'wan' };
  const input = h('input', {
    id: ids.input,
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    class: 'figure',
    'aria-describedby': `${ids.input}-echo ${ids.input}-hint ${ids.notes}`,
  });
  input.value = draft.text;
  const unit = h(
    'select',
    { 'aria-label': t('money_unit_of', { label: say(fact) }), class: 'unit-select' },
    Object.keys(UNITS).map((code) => h('option', { value: code, selected: code === draft.unit }, t(`unit_${code}`))),
  );
  const echo = h('p', { id: `${ids.input}-echo`, class: 'echo', 'aria-live': 'polite' });
  const meant = h('div', { class: 'meant' });

  /** @param {Pages.Entry} read */
  const show = (read) => {
    fill(echo, echoText(read.value === undefined ? undefined : String(read.value)));
    offerMeant(meant, read.meant, acceptMeant);
  };
  const changed = () => {
    const read = readMoney(input.value, unit.value);
    show(read);
    emit(read);
  };
  /** @param {string} text */
  function acceptMeant(text) {
    input.value = text;
    input.focus();
    changed();
  }
  input.addEventListener('input', changed);
  unit.addEventListener('change', changed);
  show(entry);
  const element = h(
    'div',
    {},
    h('div', { class: 'with-unit' }, input, unit),
    echo,
    meant,
    h('p', { id: `${ids.input}-hint`, class: 'hint' }, t('money_hint')),
  );
  return { element, target: input };
}

/**
 * The entry for what was typed; the value is a decimal string in yuan. A unit in the text counts before the chosen one.
 * @param {string} text @param {string} unit
 */
export function readMoney(text, unit) {
  if (text.trim() === '') return {};
  const draft = { text, unit };
  const { value, problem, meant } = readFigure(text, { kind: 'money', places: UNITS[unit], decimals: DECIMALS });
  return problem ? { draft, problem, ...(meant ? { meant } : {}) } : { draft, value };
}

/** @param {string | undefined} value */
export function echoText(value) {
  if (value === undefined) return '';
  const capital = capitalYuan(value);
  return capital ? t('echo', { yuan: group(value), capital }) : t('echo_plain', { yuan: group(value) });
}
