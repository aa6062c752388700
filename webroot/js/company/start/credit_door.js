// The start by credit code: checked while it is typed; a wrong code stops no visitor.

import { Asking } from '../../shared/asking.js';
import { append, fill, h } from '../../shared/dom.js';
import { Field } from '../../shared/fields/field.js';
import { creditCodeControl } from '../../shared/fields/text.js';
import { say, t } from '../../shared/language.js';
import { suggestionList, taken } from '../../shared/parts/suggestions.js';

const CODE = 'credit_code';

export class CreditDoor {
  #session;
  #asking;
  #field;
  #offers;
  #taken;
  #end;

  /** @param {Pages.CompanySession} session */
  constructor(session) {
    this.#session = session;
    // Without an answer from the service the code is accepted; the result warns of it later.
    this.#asking = new Asking(
      session,
      ({ profile }) => this.#show(profile),
      () => this.#show({ warnings: [], suggestions: [] }),
    );
    const fact = session.fact(CODE);
    if (!fact) throw new Error(`the vocabulary has no ${CODE}`);
    this.#field = new Field(fact, session.answers, creditCodeControl, () => {});
    this.#field.setHint(t('door_code_hint'));
    this.#offers = h('div', { class: 'door-offers', 'aria-live': 'polite' });
    this.#taken = h('div', { role: 'status', tabindex: '-1' });
    this.element = h(
      'form',
      { class: 'door door-code', novalidate: true, submit: (event) => this.#go(event) },
      h('h3', {}, t('door_code')),
      this.#field.element,
      this.#offers,
      this.#taken,
      h('button', { type: 'submit', class: 'button' }, t('door_code_go')),
    );
    this.#end = session.answers.subscribe(() => this.#asking.soon());
    if (session.answers.isKnown(CODE)) this.#asking.now();
  }

  stop() {
    this.#end();
    this.#asking.stop();
  }

  /** @param {Pick<Api.GivenProfile, 'warnings' | 'suggestions'>} profile */
  #show({ warnings, suggestions }) {
    this.#field.setWarnings(warnings.filter(({ fact }) => fact === CODE).map((warning) => say(warning, 'message')));
    fill(
      this.#offers,
      suggestionList(
        suggestions,
        (id) => this.#session.fact(id),
        (fact, value) => this.#accept(fact, value),
      ),
    );
  }

  // The focused button disappears with its offer.
  /** @param {string} fact @param {Api.Value} value */
  #accept(fact, value) {
    this.#offers.querySelector(`[data-suggestion="${fact}"]`)?.remove();
    const asked = this.#session.fact(fact);
    if (asked) append(this.#taken, [taken(asked, value)]);
    this.#taken.focus();
    this.#session.answers.set(fact, { value });
  }

  /** @param {SubmitEvent} event */
  #go(event) {
    event.preventDefault();
    location.hash = '#/screen';
  }
}
