import { h } from '../dom.js';
import { say, t } from '../language.js';

const MOST_RADIOS = 7;

/**
 * One of several; it starts with "not known". Few options are radios, many a list.
 * @param {Api.Fact} fact @param {Pages.FieldIds} ids @param {Pages.Entry} entry
 * @param {(entry: Pages.Entry) => void} emit
 */
export function choiceControl(fact, ids, entry, emit) {
  const options = optionsOf(fact);
  return options.length > MOST_RADIOS ? select(options, ids, entry, emit) : radios(options, ids, entry, emit);
}

/** @param {Api.Fact} fact */
function optionsOf(fact) {
  if (fact.type === 'boolean')
    return [
      { value: true, label: t('yes') },
      { value: false, label: t('no') },
    ];
  return (fact.options ?? []).map((option) => ({ value: option.code, label: say(option) }));
}

/**
 * @param {{value: Api.Value, label: string}[]} options @param {Pages.FieldIds} ids @param {Pages.Entry} entry
 * @param {(entry: Pages.Entry) => void} emit
 */
function select(options, ids, entry, emit) {
  const element = h(
    'select',
    { id: ids.input, 'aria-describedby': ids.notes },
    h('option', { value: '' }, t('unknown_select')),
    options.map(({ value, label }) => h('option', { value: String(value), selected: value === entry.value }, label)),
  );
  element.addEventListener('change', () => emit(element.value === '' ? {} : { value: element.value }));
  return { element, target: element };
}

/**
 * @param {{value: Api.Value, label: string}[]} options @param {Pages.FieldIds} ids @param {Pages.Entry} entry
 * @param {(entry: Pages.Entry) => void} emit
 */
function radios(options, ids, entry, emit) {
  const all = [...options, { value: undefined, label: t('unknown') }];
  const chosen = Math.max(
    0,
    all.findIndex(({ value }) => value === entry.value),
  );
  const inputs = all.map(({ value }, index) =>
    h('input', {
      type: 'radio',
      name: ids.input,
      id: `${ids.input}-${index}`,
      checked: index === chosen,
      change: () => emit(value === undefined ? {} : { value }),
    }),
  );
  const element = h(
    'div',
    { class: 'options' },
    all.map(({ value, label }, index) =>
      h(
        'label',
        { class: value === undefined ? 'option option-unknown' : 'option', for: inputs[index].id },
        inputs[index],
        h('span', {}, label),
      ),
    ),
  );
  return { element, target: inputs[chosen], grouped: true };
}
