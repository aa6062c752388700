// The controls of the desk's forms: a label, a hint, the control, and its problem.
// Each is `{name, element, value, setProblem(message), focus()}`.

import { fill, h, reveal } from '../shared/dom.js';
import { t } from '../shared/language.js';

/**
 * `extra` are attributes of the input; `onInput(text)` is called at each change.
 * @param {Desk.FieldText & {value?: string, type?: string, extra?: Pages.Attributes}} given
 * @param {Desk.OnInput} [onInput] @returns {Desk.InputField<HTMLInputElement>}
 */
export function textField({ name, label, hint, value = '', type = 'text', extra = {} }, onInput) {
  const input = h('input', { id: `h-${name}`, name, type, autocomplete: 'off', spellcheck: 'false', ...extra });
  input.value = value;
  if (onInput) input.addEventListener('input', () => onInput(input.value));
  return field({ name, label, hint, input, control: input });
}

/**
 * A text of several lines.
 * @param {Desk.FieldText & {value?: string, rows?: number}} given @param {Desk.OnInput} [onInput]
 * @returns {Desk.InputField<HTMLTextAreaElement>}
 */
export function areaField({ name, label, hint, value = '', rows = 3 }, onInput) {
  const input = h('textarea', { id: `h-${name}`, name, rows, autocomplete: 'off' });
  input.value = value;
  if (onInput) input.addEventListener('input', () => onInput(input.value));
  return field({ name, label, hint, input, control: input });
}

/**
 * A password field that can show its text and that warns about Caps Lock.
 * @param {Desk.FieldText & {autocomplete: string}} given @returns {Desk.InputField<HTMLInputElement>}
 */
export function passwordField({ name, label, hint, autocomplete }) {
  const input = h('input', {
    id: `h-${name}`,
    name,
    type: 'password',
    autocomplete,
    spellcheck: 'false',
    autocapitalize: 'none',
  });
  const shown = h(
    'button',
    {
      type: 'button',
      class: 'button button-quiet show-password',
      'aria-pressed': 'false',
      click: () => {
        const show = input.type === 'password';
        input.type = show ? 'text' : 'password';
        shown.setAttribute('aria-pressed', String(show));
      },
    },
    t('password_show'),
    h('span', { class: 'visually-hidden' }, ` ${label}`),
  );
  const capitals = h('p', { class: 'field-warnings', role: 'status' });
  /** @param {Event} event */
  const watch = (event) =>
    fill(capitals, event instanceof KeyboardEvent && event.getModifierState('CapsLock') ? t('caps_lock') : null);
  input.addEventListener('keydown', watch);
  input.addEventListener('keyup', watch);
  input.addEventListener('blur', () => fill(capitals));
  return field({ name, label, hint, input, control: [h('div', { class: 'with-button' }, input, shown), capitals] });
}

/**
 * `options` are `{value, label}`, or `{label, options}` for a group of them.
 * @param {Desk.FieldText & {value?: string | null, options: (Desk.FieldOption | Desk.OptionGroup)[]}} given
 * @param {Desk.OnInput} [onInput] @returns {Desk.InputField<HTMLSelectElement>}
 */
export function selectField({ name, label, hint, value, options }, onInput) {
  /** @param {Desk.FieldOption} one */
  const option = (one) => h('option', { value: one.value, lang: one.lang }, one.label);
  const input = h(
    'select',
    { id: `h-${name}`, name },
    options.map((one) =>
      'options' in one ? h('optgroup', { label: one.label }, one.options.map(option)) : option(one),
    ),
  );
  input.value = value ?? '';
  if (input.selectedIndex < 0) input.selectedIndex = 0;
  if (onInput) input.addEventListener('change', () => onInput(input.value));
  return field({ name, label, hint, input, control: input });
}

/**
 * One of a few choices, each with a note; `options` are `{value, label, note}`.
 * @param {Desk.FieldText & {value: string, options: Desk.FieldOption[], disabled?: boolean}} given
 * @param {Desk.OnInput} [onInput] @returns {Desk.Field}
 */
export function choiceField({ name, label, hint, value, options, disabled = false }, onInput) {
  const inputs = options.map((one) => {
    const input = h('input', {
      type: 'radio',
      name,
      value: one.value,
      id: `h-${name}-${one.value}`,
      disabled,
      'aria-describedby': one.note ? `h-${name}-${one.value}-note` : null,
      change: () => onInput?.(one.value),
    });
    input.checked = one.value === value;
    return input;
  });
  const problem = problemPlace(name);
  const element = h(
    'fieldset',
    { class: 'field', 'data-field': name, 'aria-describedby': `h-${name}-hint h-${name}-problem` },
    h('legend', { class: 'field-label' }, label),
    hintOf(name, hint),
    h(
      'div',
      { class: 'picks' },
      options.map((one, index) =>
        h(
          'div',
          { class: 'pick' },
          inputs[index],
          h('label', { for: `h-${name}-${one.value}` }, one.label),
          one.note ? h('p', { id: `h-${name}-${one.value}-note`, class: 'muted' }, one.note) : null,
        ),
      ),
    ),
    problem,
  );
  return {
    name,
    element,
    get value() {
      return inputs.find((input) => input.checked)?.value ?? '';
    },
    setProblem: (message) => showProblem(element, problem, message),
    focus: () => reveal(inputs.find((input) => input.checked) ?? inputs[0]),
  };
}

/**
 * @template {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Input
 * @param {Desk.FieldText & {input: Input, control: Pages.Child}} given @returns {Desk.InputField<Input>}
 */
function field({ name, label, hint, input, control }) {
  const problem = problemPlace(name);
  input.setAttribute('aria-describedby', `h-${name}-hint h-${name}-problem`);
  const element = h(
    'div',
    { class: 'field', 'data-field': name },
    h('div', { class: 'field-label' }, h('label', { for: `h-${name}` }, label)),
    hintOf(name, hint),
    control,
    problem,
  );
  return {
    name,
    element,
    input,
    get value() {
      return input.value;
    },
    setProblem(message) {
      showProblem(element, problem, message);
      if (message) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    },
    focus: () => reveal(input),
  };
}

/** @param {string} name @param {string | undefined} hint */
function hintOf(name, hint) {
  return h('div', { id: `h-${name}-hint`, class: 'field-help' }, hint);
}

/** @param {string} name */
function problemPlace(name) {
  return h('div', { id: `h-${name}-problem`, class: 'field-issues' });
}

/** @param {HTMLElement} element @param {HTMLElement} place @param {string} message */
function showProblem(element, place, message) {
  element.classList.toggle('has-issues', Boolean(message));
  fill(place, message ? h('p', {}, h('span', { 'aria-hidden': 'true' }, '✗ '), message) : null);
}
