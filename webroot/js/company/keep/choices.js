// The owner's choices about the saved profile: for how long, and who else may open it.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';

/**
 * `{element, value()}`; `value()` is `{days, help, notify}`, where `days` null leaves the expiry as
 * it is. `record` is what is kept already, if anything; `wishes` is what was chosen before the page
 * was drawn anew, and `onChange` gets each new choice.
 * @param {Api.Terms} terms @param {Pages.SavedRecord | null} record @param {Pages.Wishes | null} wishes
 * @param {(wishes: Pages.Wishes) => void} onChange
 */
export function termsChoices(terms, record, wishes, onChange) {
  const days = record ? [null, ...terms.expires_in_days] : terms.expires_in_days;
  const now = wishes ?? { days: days[0], help: record?.consent.help ?? false, notify: record?.consent.notify ?? false };
  /** @param {Partial<Pages.Wishes>} change */
  const choose = (change) => {
    Object.assign(now, change);
    onChange({ ...now });
  };
  const element = h(
    'div',
    { class: 'keep-choices' },
    h(
      'fieldset',
      { class: 'keep-choice' },
      h('legend', {}, t('days_legend')),
      h(
        'div',
        { class: 'options' },
        days.map((n) => dayOption(n, n === now.days, record, () => choose({ days: n }))),
      ),
    ),
    h(
      'fieldset',
      { class: 'keep-choice' },
      h('legend', {}, t('consent_legend')),
      consent('help', now.help, choose),
      consent('notify', now.notify, choose),
      h('p', { class: 'muted' }, t('consent_later')),
    ),
  );
  return { element, value: () => now };
}

/**
 * @param {number | null} n @param {boolean} checked @param {Pages.SavedRecord | null} record
 * @param {() => void} choose
 */
function dayOption(n, checked, record, choose) {
  const label = n === null ? t('days_same', { date: record?.expires_on }) : t(record ? 'days_again' : 'days', { n });
  return h(
    'label',
    { class: 'option' },
    h('input', { type: 'radio', name: 'keep-days', value: n ?? 'same', checked, change: choose }),
    h('span', {}, label),
  );
}

/** @param {'help' | 'notify'} name @param {boolean} checked @param {(change: object) => void} choose */
function consent(name, checked, choose) {
  const id = `consent-${name}`;
  return h(
    'div',
    { class: 'consent' },
    h(
      'label',
      { class: 'option', for: id },
      h('input', {
        type: 'checkbox',
        id,
        checked,
        'aria-describedby': `${id}-text`,
        change: ({ target }) => choose({ [name]: target.checked }),
      }),
      h('span', {}, t(`consent_${name}`)),
    ),
    h('p', { id: `${id}-text`, class: 'consent-text' }, t(`consent_${name}_text`)),
  );
}
