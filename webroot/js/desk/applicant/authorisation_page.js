// The text that the applicant reads on the screen before agreeing. The clerk turns the screen towards them.

import { fill, find, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { lastDay, TEXT_NUMBER } from './authorisation.js';
import { remains } from './remains.js';

/** The parts of the text that an applicant agrees to, on the screen and on paper. */
export const TERMS = ['who', 'what', 'until', 'withdraw', 'free'];

/**
 * Fills `view`; `banner` shows failures; the buttons call `agree()` and `refuse()`.
 * @param {HTMLElement} view @param {Desk.AuthorisationPage} page
 */
export function authorisationPage(view, { name, draft, clerk, banner, agree, refuse }) {
  const parts = {
    name,
    by: draft.given_by.trim(),
    clerk,
    date: lastDay(Number(draft.days)),
    purpose: t(`screen_purpose.${draft.purpose}`),
  };
  const yes = h(
    'button',
    {
      type: 'button',
      class: 'button button-main',
      click: async () => {
        if (yes.getAttribute('aria-disabled') === 'true') return;
        yes.setAttribute('aria-disabled', 'true');
        await agree();
        yes.setAttribute('aria-disabled', 'false');
      },
    },
    t('screen_agree'),
  );
  const rest = h('div');
  void remains().then((line) => fill(rest, line));
  fill(
    view,
    h(
      'div',
      { class: 'narrow authorisation-page' },
      h('p', { class: 'authorisation-turn' }, t('screen_turn')),
      h('h1', { tabindex: '-1' }, t('screen_title')),
      h(
        'section',
        { class: 'desk-card' },
        h('p', { class: 'authorisation-lead' }, t('screen_lead', parts)),
        h(
          'dl',
          { class: 'authorisation-terms' },
          TERMS.map((term) =>
            h('div', {}, h('dt', {}, t(`screen_term.${term}`)), h('dd', {}, t(`screen_text.${term}`, parts))),
          ),
        ),
        rest,
        h('p', { class: 'muted' }, t('authorisation_text', { number: TEXT_NUMBER })),
      ),
      banner,
      h(
        'div',
        { class: 'actions' },
        yes,
        h('button', { type: 'button', class: 'button', click: refuse }, t('screen_refuse')),
      ),
    ),
  );
  window.scrollTo(0, 0);
  find(view, 'h1').focus({ preventScroll: true });
}
