// Answers that the service derives from the credit code. They are offered and apply only once accepted.

import { h } from '../dom.js';
import { factValue } from '../format.js';
import { onlyChinese, say, t } from '../language.js';

/**
 * `all` is `profile.suggestions`; `accept(fact, value)` gets the accepted one.
 * @param {Api.Suggestion[] | undefined} all @param {Pages.FactOf} vocabulary @param {Pages.AnswerOther} accept
 */
export function suggestionList(all, vocabulary, accept) {
  const known = (all ?? []).flatMap((one) => {
    const about = vocabulary(one.fact);
    return about ? [{ ...one, about }] : [];
  });
  if (known.length === 0) return null;
  return h(
    'div',
    { class: 'suggestions', role: 'group', 'aria-label': t('suggestions_title') },
    h('p', { class: 'suggestions-title' }, t('suggestions_title')),
    h(
      'ul',
      {},
      known.map(({ fact, value, because, about }) =>
        h(
          'li',
          { class: 'suggestion', 'data-suggestion': fact },
          h('p', {}, `${say(about)}${t('optional_colon')}`, h('strong', {}, factValue(about, value))),
          reason(because),
          acceptButton(about, value, accept),
        ),
      ),
    ),
  );
}

/**
 * One suggestion, beside its question.
 * @param {Api.Suggestion} given @param {Api.Fact} about @param {Pages.AnswerOther} accept
 */
export function suggestion({ fact, value, because }, about, accept) {
  return h(
    'div',
    { class: 'suggestions suggestion', 'data-suggestion': fact },
    h('p', {}, h('strong', {}, t('suggestion_one', { value: factValue(about, value) }))),
    reason(because),
    acceptButton(about, value, accept),
  );
}

/**
 * Confirms an accepted suggestion, for the eye and for screen readers.
 * @param {Api.Fact} about @param {Api.Value} value
 */
export function taken(about, value) {
  return h(
    'p',
    { class: 'suggestion-taken' },
    h('span', { 'aria-hidden': 'true' }, '✓ '),
    t('suggestion_taken', { label: say(about), value: factValue(about, value) }),
  );
}

/** @param {string} because */
function reason(because) {
  return h('p', { class: 'muted', lang: onlyChinese() }, because);
}

/** @param {Api.Fact} about @param {Api.Value} value @param {Pages.AnswerOther} accept */
function acceptButton(about, value, accept) {
  return h(
    'button',
    { type: 'button', class: 'button', click: () => accept(about.id, value) },
    t('suggestion_take'),
    h('span', { class: 'visually-hidden' }, ` ${say(about)} ${factValue(about, value)}`),
  );
}
