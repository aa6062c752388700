// What a measure is worth.

import { h } from '../dom.js';
import { amountText } from '../format.js';
import { t } from '../language.js';
import { told } from './told.js';

const EXAMPLE = 'example';

/**
 * `due`: whether the figures are promised; others are marked. Examples are omitted if the measure is
 * `refused`. `formulas`: also shows how each amount is computed.
 * @param {Api.ListedBenefit[]} all
 */
export function benefitList(all, { due = true, refused = false, formulas = true } = {}) {
  const shown = all
    .map((benefit) => ({ ...benefit, said: told(benefit, 'label'), text: amountText(benefit.amount) }))
    .filter(({ text, amount }) => text !== null && !(refused && amount.bound === EXAMPLE));
  if (shown.length === 0) return null;
  return h(
    'ul',
    { class: 'benefits' },
    shown.map(({ id, type, said, amount, text, paid }) =>
      h(
        'li',
        {
          class: isShare({ type, amount }) ? 'benefit-share' : null,
          'data-benefit': id,
          'data-status': amount.status,
          'data-value': amount.value,
          'data-unit': amount.unit,
        },
        h('span', { class: 'benefit-label' }, said),
        h(
          'span',
          { class: 'benefit-worth' },
          hasFigure(amount) && !due && amount.bound !== EXAMPLE ? h('span', { class: 'muted' }, t('amount_if')) : null,
          h('strong', { class: `benefit-amount amount-${amount.status}` }, text),
          isShare({ type, amount }) ? h('span', { class: 'muted' }, t('benefit_share')) : null,
          paid ? h('span', { class: 'paid' }, `✓ ${t('benefit_paid')}`) : null,
        ),
        formulas && amount.formula
          ? h('span', { class: 'benefit-formula' }, `${t('formula')}${t('optional_colon')}${amount.formula}`)
          : null,
      ),
    ),
  );
}

// What a buyer sets aside is no one company's income.
/** @param {{type: string, amount: Api.Amount}} given */
function isShare({ type, amount }) {
  return type === 'procurement' && hasFigure(amount);
}

/** @param {Api.Amount} given */
function hasFigure({ status, value }) {
  return (status === 'fixed' || status === 'computed') && value !== null;
}
