// The start by credit code: checked while it is typed, and never a reason to stop.

import { Asking } from '../../shared/asking.js';
import { append, fill, h } from '../../shared/dom.js';
import { Field } from '../../shared/fields/field.js';
import { creditCodeControl } from '../../shared/fields/text.js';
import { t } from '../../shared/language.js';
import { suggestionList, taken } from '../../shared/parts/suggestions.js';

const CODE = 'credit_code';

export class CreditDoor {
  #session;
  #asking;
  #field;
  #offers;
  #taken;
  #end;

  constructor(session) {
    this.#session = session;
    // Without an answer from the service the code is accepted; the form shows problems later.
    this.#asking = new Asking(
      session,
      ({ profile }) => this.#show(profile),
      () => this.#show({ warnings: [], suggestions: [] }),
    );
    this.#field = new Field(session.fact(CODE), session.answers, creditCodeControl, () => {});
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
      h('button', { type: 'submit', class: 'button button-main' }, t('door_code_go')),
    );
    this.#end = session.answers.subscribe(() => this.#asking.soon());
    if (session.answers.isKnown(CODE)) this.#asking.now();
  }

  stop() {
    this.#end();
    this.#asking.stop();
  }

  #show({ warnings, suggestions }) {
    this.#field.setWarnings(warnings.filter(({ fact }) => fact === CODE).map(({ message }) => message));
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
  #accept(fact, value) {
    this.#offers.querySelector(`[data-suggestion="${fact}"]`)?.remove();
    append(this.#taken, [taken(this.#session.fact(fact), value)]);
    this.#taken.focus();
    this.#session.answers.set(fact, { value });
  }

  #go(event) {
    event.preventDefault();
    location.hash = '#/form';
  }
}
