import { h } from '../dom.js';
import { say, t } from '../language.js';

const SHORT = 7; // characters of an option that fit beside another one on a phone

/**
 * Any of several. "None of these" answers with the empty list; "not known", the start, gives no answer.
 * These two exclude the options.
 * @param {Api.Fact} fact @param {Pages.FieldIds} ids @param {Pages.Entry} entry
 * @param {(entry: Pages.Entry) => void} emit
 */
export function choicesControl(fact, ids, entry, emit) {
  const options = fact.options ?? [];
  const picked = new Set(Array.isArray(entry.value) ? entry.value : []);
  const boxes = options.map((option) => box(`${ids.input}-${option.code}`, say(option), picked.has(option.code)));
  const none = box(`${ids.input}-none`, t('none_of_these'), Array.isArray(entry.value) && picked.size === 0);
  const unknown = box(`${ids.input}-unknown`, t('unknown'), entry.value === undefined);
  none.element.classList.add('option-none');
  unknown.element.classList.add('option-unknown');

  /** @param {string[] | undefined} codes */
  const show = (codes) => {
    for (const [index, { input }] of boxes.entries()) input.checked = codes?.includes(options[index].code) ?? false;
    none.input.checked = codes?.length === 0;
    unknown.input.checked = codes === undefined;
    emit(codes === undefined ? {} : { value: codes });
  };
  for (const { input } of boxes) {
    input.addEventListener('change', () => {
      const codes = options.filter((option, index) => boxes[index].input.checked).map((option) => option.code);
      show(codes.length > 0 ? codes : undefined);
    });
  }
  none.input.addEventListener('change', () => show(none.input.checked ? [] : undefined));
  unknown.input.addEventListener('change', () => show(undefined));

  const short = options.every((option) => say(option).length <= SHORT);
  const element = h(
    'div',
    { class: short ? 'options options-many options-short' : 'options options-many' },
    boxes.map((one) => one.element),
    none.element,
    unknown.element,
  );
  return { element, target: boxes[0].input, grouped: true };
}

/** @param {string} id @param {string} label @param {boolean} checked */
function box(id, label, checked) {
  const input = h('input', { type: 'checkbox', id, checked });
  return { input, element: h('label', { class: 'option', for: id }, input, h('span', {}, label)) };
}
