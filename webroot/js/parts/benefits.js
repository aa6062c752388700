// What a measure is worth.

import { h } from '../dom.js';
import { amountText } from '../format.js';
import { onlyChinese, t } from '../language.js';

/** `due` tells whether figures are promised; one that is not due yet says so. `formulas`: with how they come about. */
export function benefitList(all, due = true, formulas = true) {
  const shown = all.map((benefit) => ({ ...benefit, text: amountText(benefit.amount) })).filter(({ text }) => text !== null);
  if (shown.length === 0) return null;
  return h('ul', { class: 'benefits' }, shown.map(({ id, label, amount, text }) => h('li',
    { 'data-benefit': id, 'data-status': amount.status, 'data-value': amount.value, 'data-unit': amount.unit },
    h('span', { class: 'benefit-label', lang: onlyChinese() }, label),
    h('span', { class: 'benefit-worth' },
      hasFigure(amount) && !due ? h('span', { class: 'muted' }, t('amount_if')) : null,
      h('strong', { class: `benefit-amount amount-${amount.status}` }, text)),
    formulas && amount.formula ? h('span', { class: 'benefit-formula' }, `${t('formula')}${t('optional_colon')}${amount.formula}`) : null)));
}

function hasFigure({ status, value }) {
  return (status === 'fixed' || status === 'computed') && value !== null;
}
