import { group } from '../decimal.js';
import { fill, h } from '../dom.js';
import { readFigure } from '../figures.js';
import { t, tCode } from '../language.js';
import { offerMeant } from './problems.js';

const PERCENT_DECIMALS = 4;
const MOST_DIGITS = 15; // an integer that a JSON number carries exactly

/**
 * Whole numbers and percentages. The unit follows the field; a figure that was reread is echoed.
 * @param {Api.Fact} fact @param {Pages.FieldIds} ids @param {Pages.Entry} entry
 * @param {(entry: Pages.Entry) => void} emit
 */
export function numberControl(fact, ids, entry, emit) {
  const isPercent = fact.type === 'percent';
  const input = h('input', {
    id: ids.input,
    type: 'text',
    inputmode: isPercent ? 'decimal' : 'numeric',
    autocomplete: 'off',
    'aria-describedby': `${ids.input}-unit ${ids.input}-echo ${ids.input}-hint ${ids.notes}`,
    class: 'figure',
  });
  input.value = entry.draft?.text ?? '';
  const unit = tCode('unit', fact.unit ?? '', fact.unit ?? '');
  const echo = h('p', { id: `${ids.input}-echo`, class: 'echo', 'aria-live': 'polite' });
  const meant = h('div', { class: 'meant' });
  const show = () => {
    const { read, entry: now } = readTyped(input.value, isPercent);
    fill(
      echo,
      now.value !== undefined && read.reread
        ? t('echo_figure', { figure: `${group(String(now.value))}${isPercent ? '' : ' '}${unit}` })
        : '',
    );
    offerMeant(meant, now.meant, acceptMeant);
    return now;
  };
  /** @param {string} text */
  function acceptMeant(text) {
    input.value = text;
    input.focus();
    emit(show());
  }
  input.addEventListener('input', () => emit(show()));
  show();
  const element = h(
    'div',
    {},
    h('div', { class: 'with-unit' }, input, h('span', { id: `${ids.input}-unit`, class: 'unit' }, unit)),
    echo,
    meant,
    h('p', { id: `${ids.input}-hint`, class: 'hint' }, t('leave_blank')),
  );
  return { element, target: input };
}

/**
 * The entry for what was typed.
 * @param {string} text @param {boolean} isPercent
 */
export function readNumber(text, isPercent) {
  return readTyped(text, isPercent).entry;
}

/**
 * @param {string} text @param {boolean} isPercent
 * @returns {{entry: Pages.Entry, read: {reread?: boolean}}}
 */
function readTyped(text, isPercent) {
  if (text.trim() === '') return { entry: {}, read: {} };
  const draft = { text };
  const read = readFigure(
    text,
    isPercent ? { kind: 'percent', decimals: PERCENT_DECIMALS } : { kind: 'count', decimals: 0 },
  );
  const { value = '', problem, meant } = read;
  /** @returns {Pages.Entry} */
  const entry = () => {
    if (problem) return { draft, problem, ...(meant ? { meant } : {}) };
    if (isPercent) return isAboveHundred(value) ? { draft, problem: 'percent_range' } : { draft, value };
    return value.length > MOST_DIGITS ? { draft, problem: 'too_large' } : { draft, value: Number(value) };
  };
  return { entry: entry(), read };
}

/** @param {string} value */
function isAboveHundred(value) {
  const [whole, fraction] = value.split('.');
  return whole.length > 3 || (whole.length === 3 && (whole !== '100' || fraction !== undefined));
}
