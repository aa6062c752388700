// The feedback form. A text that is too long is kept and marked.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';

// In code points, as the service counts.
const MESSAGE = 2000;
const CONTACT = 200;
const NEAR = 200; // characters left from which the count is spoken
const KINDS = ['error', 'objection', 'suggestion'];

/**
 * `{element, value(), check(), busy(yes)}`. `draft` is what was written before; `onChange` gets it
 * after each change. Feedback without a measure is always a suggestion: `general` asks for no kind.
 * @param {{draft: Pages.FeedbackDraft, general: boolean, privacy: string}} given
 * @param {(draft: Pages.FeedbackDraft) => void} onChange @param {() => void} onSend
 */
export function tellForm({ draft, general, privacy }, onChange, onSend) {
  const now = { ...draft, kind: general ? 'suggestion' : (draft.kind ?? 'error') };
  /** @param {Partial<Pages.FeedbackDraft>} change */
  const set = (change) => onChange(Object.assign(now, change));
  const message = messageField(now.message, (text) => set({ message: text }));
  const contact = contactField(now.contact, (text) => set({ contact: text }));
  const button = h('button', { type: 'submit', class: 'button button-main' }, t('tell_send'));
  /** @param {Event} event */
  const send = (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-disabled') !== 'true') onSend();
  };
  const element = h(
    'form',
    { class: 'panel keep-form tell-form', novalidate: true, submit: send },
    general ? null : kinds(now.kind, (kind) => set({ kind })),
    message.element,
    contact.element,
    h('p', { class: 'muted' }, privacy),
    h('div', { class: 'actions' }, button),
  );
  /** @param {boolean} yes */
  const busy = (yes) => {
    button.setAttribute('aria-disabled', String(yes));
    fill(button, t(yes ? 'tell_sending' : 'tell_send'));
  };
  // Both fields show their problems; the first one gets the focus.
  const check = () => [message, contact].map((field) => field.check()).find((input) => input !== null) ?? null;
  return { element, value: () => now, check, busy };
}

/** @param {string | null} chosen @param {(kind: string) => void} choose */
function kinds(chosen, choose) {
  return h(
    'fieldset',
    { class: 'keep-choice' },
    h('legend', {}, t('kind_legend')),
    KINDS.map((kind) =>
      h(
        'label',
        { class: 'option' },
        h('input', {
          type: 'radio',
          name: 'tell-kind',
          value: kind,
          checked: kind === chosen,
          change: () => choose(kind),
        }),
        h('span', {}, t(`tell_kind.${kind}`), h('span', { class: 'kind-text' }, t(`tell_kind_text.${kind}`))),
      ),
    ),
  );
}

/** @param {string} text @param {(text: string) => void} onText */
function messageField(text, onText) {
  const input = h('textarea', {
    id: 'tell-message',
    rows: '7',
    'aria-describedby': 'tell-message-hint tell-message-problem',
  });
  input.value = text;
  const count = h('p', { class: 'tell-count', 'aria-hidden': 'true' });
  const spoken = h('p', { class: 'visually-hidden', role: 'status' });
  const field = frame(
    'tell-message',
    t('tell_message'),
    [t('tell_message_hint'), h('br'), t('tell_message_privacy')],
    input,
    count,
    spoken,
  );
  const tell = () => {
    const n = length(input.value);
    fill(count, t('tell_message_count', { n, most: MESSAGE }));
    count.classList.toggle('tell-over', n > MESSAGE);
    const near = n > MESSAGE - NEAR && n <= MESSAGE;
    const said = near ? t('tell_message_left', { n: MESSAGE - n }) : '';
    if (spoken.textContent !== said) fill(spoken, said);
    field.setProblem(n > MESSAGE ? t('tell_message_over', { n: n - MESSAGE }) : '');
  };
  input.addEventListener('input', () => {
    tell();
    onText(input.value);
  });
  tell();
  const check = () => {
    if (!isBlank(input.value) && length(input.value) <= MESSAGE) return null;
    if (isBlank(input.value)) field.setProblem(t('tell_message_blank'));
    return input;
  };
  return { element: field.element, check };
}

/** @param {string} text @param {(text: string) => void} onText */
function contactField(text, onText) {
  const input = h('input', {
    id: 'tell-contact',
    type: 'text',
    autocomplete: 'off',
    'aria-describedby': 'tell-contact-hint tell-contact-problem',
  });
  input.value = text;
  const field = frame('tell-contact', t('tell_contact'), t('tell_contact_hint'), input);
  const check = () => {
    const over = length(input.value.trim()) - CONTACT;
    field.setProblem(over > 0 ? t('tell_contact_over', { most: CONTACT, n: over }) : '');
    return over > 0 ? input : null;
  };
  input.addEventListener('input', () => {
    check();
    onText(input.value);
  });
  check();
  return { element: field.element, check };
}

/**
 * @param {string} id @param {string} label @param {Pages.Child} hint @param {HTMLElement} input
 * @param {...Pages.Child} more
 */
function frame(id, label, hint, input, ...more) {
  const problem = h('div', { id: `${id}-problem`, class: 'field-issues', 'aria-live': 'polite' });
  const element = h(
    'div',
    { class: 'field' },
    h('div', { class: 'field-label' }, h('label', { for: id }, label)),
    h('div', { id: `${id}-hint`, class: 'field-help' }, hint),
    input,
    more,
    problem,
  );
  /** @param {string} message */
  const setProblem = (message) => {
    if (problem.textContent === (message && `✗ ${message}`)) return;
    element.classList.toggle('has-issues', message !== '');
    if (message) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    fill(problem, message ? h('p', {}, h('span', { 'aria-hidden': 'true' }, '✗ '), message) : null);
  };
  return { element, setProblem };
}

/** @param {string} text */
function length(text) {
  return [...text].length;
}

/** @param {string} text */
function isBlank(text) {
  return text.replace(/[\s\p{Cc}\p{Cf}]/gu, '') === '';
}
