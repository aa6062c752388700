// What a measure is worth.

import { h } from '../dom.js';
import { amountText } from '../format.js';
import { t } from '../language.js';

/** `due` tells whether figures are promised; one that is not due yet says so. */
export function benefitList(all, due = true) {
  const shown = all.map((benefit) => ({ ...benefit, text: amountText(benefit.amount) })).filter(({ text }) => text !== null);
  if (shown.length === 0) return null;
  return h('ul', { class: 'benefits' }, shown.map(({ label, amount, text }) => h('li', {},
    h('span', { class: 'benefit-label' }, label),
    h('span', { class: 'benefit-worth' },
      hasFigure(amount) && !due ? h('span', { class: 'muted' }, t('amount_if')) : null,
      h('strong', { class: `benefit-amount amount-${amount.status}` }, text)),
    amount.formula ? h('span', { class: 'benefit-formula' }, `${t('formula')}${t('optional_colon')}${amount.formula}`) : null)));
}

function hasFigure({ status, value }) {
  return (status === 'fixed' || status === 'computed') && value !== null;
}
