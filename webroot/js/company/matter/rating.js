// 好差评: a company rates once how its matter was handled.

import { rateMatter, isStatus } from '../../shared/api.js';
import { announce, fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { troubleOrWait } from '../parts/retry.js';

const SCORES = [5, 4, 3, 2, 1];
const MOST = 500; // code points, as the service counts

/**
 * `again()` shows the matter anew.
 * @param {Api.MatterKey} key @param {() => unknown} again
 */
export function ratingPart(key, again) {
  let score = 0;
  const said = h('div', { class: 'banner' });
  const words = h('textarea', { id: 'rating-words', rows: '4', 'aria-describedby': 'rating-hint' });
  const button = h('button', { type: 'submit', class: 'button button-main' }, t('rating_do'));
  const send = async () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    fill(said);
    const typed = words.value.trim();
    const over = [...typed].length - MOST;
    if (score === 0 || over > 0)
      return announce(said, problem(score === 0 ? t('rating_blank') : t('rating_over', { most: MOST, n: over })));
    button.setAttribute('aria-disabled', 'true');
    try {
      await rateMatter({ ...key, score, ...(typed ? { words: typed } : {}) });
      fill(element, h('p', { class: 'notice notice-done', role: 'status' }, t('rating_done')));
    } catch (error) {
      button.setAttribute('aria-disabled', 'false');
      // Rated in another tab meanwhile, or opened again: the latest state says so.
      if (isStatus(error, 409) || isStatus(error, 404)) again();
      else announce(said, troubleOrWait(error, send));
    }
  };
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    send();
  };
  const element = h(
    'form',
    { class: 'panel keep-form rating-form', novalidate: true, submit },
    h('h2', {}, t('rating_title')),
    said,
    h(
      'fieldset',
      { class: 'keep-choice' },
      h('legend', {}, t('rating_legend')),
      SCORES.map((value) =>
        h(
          'label',
          { class: 'option' },
          h('input', {
            type: 'radio',
            name: 'rating',
            value,
            change: () => {
              score = value;
            },
          }),
          h('span', {}, t(`rating.${value}`)),
        ),
      ),
    ),
    h(
      'div',
      { class: 'field' },
      h('div', { class: 'field-label' }, h('label', { for: 'rating-words' }, t('rating_words'))),
      h('div', { id: 'rating-hint', class: 'field-help' }, t('rating_words_hint', { n: MOST })),
      words,
    ),
    h('div', { class: 'actions' }, button),
  );
  return element;
}

/** @param {string} text */
function problem(text) {
  return h('p', { class: 'notice notice-trouble', role: 'alert' }, text);
}
