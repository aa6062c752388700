// The door by credit code: checked as it is typed, and never a reason to stop.

import { Asking } from '../../shared/asking.js';
import { append, fill, h } from '../../shared/dom.js';
import { Field } from '../../shared/fields/field.js';
import { creditCodeControl } from '../../shared/fields/text.js';
import { t } from '../../shared/language.js';
import { suggestionList, taken } from '../../shared/parts/suggestions.js';

const kCode = 'credit_code';

export class CreditDoor {
  constructor(session) {
    this.session_ = session;
    // Without an answer from the service the code is taken as it is; the form will say the rest.
    this.asking_ = new Asking(
      session,
      ({ profile }) => this.show_(profile),
      () => this.show_({ warnings: [], suggestions: [] }),
    );
    this.field_ = new Field(session.fact(kCode), session.answers, creditCodeControl, () => {});
    this.field_.setHint(t('door_code_hint'));
    this.offers_ = h('div', { class: 'door-offers', 'aria-live': 'polite' });
    this.taken_ = h('div', { role: 'status', tabindex: '-1' });
    this.element = h(
      'form',
      { class: 'door door-code', novalidate: true, submit: (event) => this.go_(event) },
      h('h3', {}, t('door_code')),
      this.field_.element,
      this.offers_,
      this.taken_,
      h('button', { type: 'submit', class: 'button button-main' }, t('door_code_go')),
    );
    this.end_ = session.answers.subscribe(() => this.asking_.soon());
    if (session.answers.isKnown(kCode)) this.asking_.now();
  }

  stop() {
    this.end_();
    this.asking_.stop();
  }

  show_({ warnings, suggestions }) {
    this.field_.setWarnings(warnings.filter(({ fact }) => fact === kCode).map(({ message }) => message));
    fill(
      this.offers_,
      suggestionList(
        suggestions,
        (id) => this.session_.fact(id),
        (fact, value) => this.take_(fact, value),
      ),
    );
  }

  // The button that had the focus goes with its offer.
  take_(fact, value) {
    this.offers_.querySelector(`[data-suggestion="${fact}"]`)?.remove();
    append(this.taken_, [taken(this.session_.fact(fact), value)]);
    this.taken_.focus();
    this.session_.answers.set(fact, { value });
  }

  go_(event) {
    event.preventDefault();
    location.hash = '#/form';
  }
}
