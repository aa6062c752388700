// One question: label, help, control, and what is said about the answer beside it.

import { h, fill, reveal } from '../dom.js';
import { onlyChinese, say, t } from '../language.js';
import { suggestion } from '../parts/suggestions.js';
import { problemText } from './problems.js';

export class Field {
  /**
   * `control` is `(fact, ids, entry, emit, context) => {element, target, grouped}`: it shows `entry`,
   * calls `emit(entry)` when the user changes it, and `target` takes the focus. A grouped control needs
   * a legend instead of a label. `context`: `{fact(id), take(fact, value)}`, where `take` answers another
   * question.
   */
  constructor(fact, answers, control, take) {
    this.fact = fact;
    this.control_for_ = control;
    this.context_ = { fact: (other) => answers.fact(other), take };
    const id = `f-${fact.id}`;
    this.answers_ = answers;
    this.ids_ = { input: id, notes: `${id}-help ${id}-issues ${id}-warnings` };
    this.issues_ = h('div', { id: `${id}-issues`, class: 'field-issues' });
    this.warnings_ = h('div', { id: `${id}-warnings`, class: 'field-warnings' });
    this.decides_ = h('span', { class: 'decides' });
    this.offer_ = h('div', { 'aria-live': 'polite' });
    this.control_ = this.draw_();
    this.element = this.layOut_(id, this.ids_);
    this.showProblem_(answers.entry(fact.id));
  }

  draw_() {
    return this.control_for_(
      this.fact,
      this.ids_,
      this.answers_.entry(this.fact.id),
      (entry) => {
        this.showProblem_(entry);
        this.answers_.set(this.fact.id, entry);
      },
      this.context_,
    );
  }

  showProblem_(entry) {
    this.setIssues(entry.problem ? [problemText(entry)] : []);
  }

  /** Shows an answer that was not given here. */
  redraw() {
    const before = this.control_.element;
    this.control_ = this.draw_();
    before.replaceWith(this.control_.element);
    this.setIssues([]);
  }

  layOut_(id, ids) {
    const help = h(
      'div',
      { id: `${id}-help`, class: 'field-help', lang: this.tongue_('help') },
      say(this.fact, 'help'),
    );
    const why = this.fact.why
      ? h(
          'details',
          { class: 'why' },
          h('summary', {}, t('why')),
          h('p', { lang: this.tongue_('why') }, say(this.fact, 'why')),
        )
      : null;
    const rest = [help, this.control_.element, this.issues_, this.warnings_, this.offer_, why];
    if (this.control_.grouped) {
      return h(
        'fieldset',
        { class: 'field', 'data-fact': this.fact.id, 'aria-describedby': ids.notes },
        h('legend', { class: 'field-label' }, say(this.fact), this.decides_),
        rest,
      );
    }
    return h(
      'div',
      { class: 'field', 'data-fact': this.fact.id },
      h('div', { class: 'field-label' }, h('label', { for: ids.input }, say(this.fact)), this.decides_),
      rest,
    );
  }

  // Help that has no translation is Chinese on an English page, and must be read as such.
  tongue_(field) {
    return this.fact[`${field}_en`] ? null : onlyChinese();
  }

  setIssues(messages) {
    this.element?.classList.toggle('has-issues', messages.length > 0);
    if (!this.control_?.grouped) {
      if (messages.length > 0) this.control_?.target.setAttribute('aria-invalid', 'true');
      else this.control_?.target.removeAttribute('aria-invalid');
    }
    fill(
      this.issues_,
      messages.map((message) => h('p', {}, h('span', { 'aria-hidden': 'true' }, '✗ '), message)),
    );
  }

  setWarnings(messages) {
    fill(
      this.warnings_,
      messages.map((message) => h('p', {}, h('span', { 'aria-hidden': 'true' }, '! '), message)),
    );
  }

  /** How many open verdicts hang on this answer; 0 says nothing. */
  setDecides(count) {
    fill(this.decides_, count > 0 ? t('decides', { n: count }) : '');
  }

  /** Offers an answer, or none any more (null); `take(fact, value)` is called when it is accepted. */
  setOffer(offered, take) {
    const key = JSON.stringify(offered ?? null);
    if (key === this.offered_) return;
    this.offered_ = key;
    fill(this.offer_, offered ? suggestion(offered, this.fact, take) : null);
  }

  /** What stands in an empty text field. */
  setHint(text) {
    this.control_.target.placeholder = text;
  }

  focus() {
    this.element.hidden = false;
    reveal(this.control_.target);
  }
}
