// What the visitor came for: chosen here, asked first in the form.

import { h } from '../../shared/dom.js';
import { say, t } from '../../shared/language.js';

/** @param {Pages.CompanySession} session */
export function needsChooser(session) {
  const { answers, needs } = session;
  /** @param {string} id @param {boolean} chosen */
  const change = (id, chosen) => {
    const others = answers.needs.filter((need) => need !== id);
    answers.needs = chosen
      ? needs.map((need) => need.id).filter((need) => need === id || others.includes(need))
      : others;
  };
  return h(
    'fieldset',
    { class: 'needs' },
    h(
      'legend',
      {},
      h('span', { class: 'needs-title' }, t('needs_title')),
      ' ',
      h('span', { class: 'muted' }, t('needs_note')),
    ),
    h(
      'div',
      { class: 'chips' },
      needs.map((need) => {
        const input = h('input', { type: 'checkbox', id: `need-${need.id}`, checked: answers.needs.includes(need.id) });
        input.addEventListener('change', () => change(need.id, input.checked));
        return h('label', { class: 'chip', for: input.id }, input, h('span', {}, say(need)));
      }),
    ),
  );
}
