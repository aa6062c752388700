// One question: label, help, control, and remarks on the answer.

import { h, fill, reveal } from '../dom.js';
import { onlyChinese, say, t } from '../language.js';
import { leftOutMark } from '../parts/left_out.js';
import { suggestion } from '../parts/suggestions.js';
import { problemText } from './problems.js';

export class Field {
  #controlFor;
  #context;
  #answers;
  #ids;
  #issues;
  #warnings;
  #decides;
  #offer;
  #leftOut;
  #control;
  /** @type {string | undefined} */
  #offered;

  /**
   * `control` is `(fact, ids, entry, emit, context) => {element, target, grouped}`: it shows `entry`,
   * calls `emit(entry)` when the user changes it, and `target` takes the focus. A grouped control needs
   * a legend instead of a label. `context`: `{fact(id), answerOther(fact, value)}`,
   * the vocabulary and what answers another question.
   * @param {Api.Fact} fact @param {Pages.Answers} answers @param {Pages.MakeControl} control
   * @param {Pages.AnswerOther} answerOther
   */
  constructor(fact, answers, control, answerOther) {
    this.fact = fact;
    this.#controlFor = control;
    this.#context = { fact: (/** @type {string} */ other) => answers.fact(other), answerOther };
    const id = `f-${fact.id}`;
    this.#answers = answers;
    this.#ids = { input: id, notes: `${id}-help ${id}-issues ${id}-warnings` };
    this.#issues = h('div', { id: `${id}-issues`, class: 'field-issues' });
    this.#warnings = h('div', { id: `${id}-warnings`, class: 'field-warnings' });
    this.#decides = h('span', { class: 'decides' });
    this.#offer = h('div', { 'aria-live': 'polite' });
    this.#leftOut = h('div', { class: 'field-left-out' });
    this.#control = this.#draw();
    this.element = this.#layOut(id, this.#ids);
    this.#showProblem(answers.entry(fact.id));
    this.#showLeftOut();
  }

  #draw() {
    return this.#controlFor(
      this.fact,
      this.#ids,
      this.#answers.entry(this.fact.id),
      (entry) => {
        this.#showProblem(entry);
        this.#answers.set(this.fact.id, entry);
        this.#showLeftOut();
      },
      this.#context,
    );
  }

  /** @param {Pages.Entry} entry */
  #showProblem(entry) {
    this.setIssues(entry.problem ? [problemText(entry)] : []);
  }

  /** Shows an answer that was not given here. */
  redraw() {
    const before = this.#control.element;
    this.#control = this.#draw();
    before.replaceWith(this.#control.element);
    this.setIssues([]);
    this.#showLeftOut();
  }

  // An answer that was given by leaving it out says so, and can be taken back.
  #showLeftOut() {
    const reopen = () => {
      this.#answers.set(this.fact.id, {});
      this.redraw();
      this.focus();
    };
    fill(this.#leftOut, this.#answers.isLeftOut(this.fact.id) ? leftOutMark(say(this.fact), reopen) : null);
  }

  /** @param {string} id @param {Pages.FieldIds} ids */
  #layOut(id, ids) {
    const help = h(
      'div',
      { id: `${id}-help`, class: 'field-help', lang: this.#tongue('help') },
      say(this.fact, 'help'),
    );
    const why = this.fact.why
      ? h(
          'details',
          { class: 'why' },
          h('summary', {}, t('why')),
          h('p', { lang: this.#tongue('why') }, say(this.fact, 'why')),
        )
      : null;
    const rest = [help, this.#control.element, this.#leftOut, this.#issues, this.#warnings, this.#offer, why];
    if (this.#control.grouped) {
      return h(
        'fieldset',
        { class: 'field', 'data-fact': this.fact.id, 'aria-describedby': ids.notes },
        h('legend', { class: 'field-label' }, say(this.fact), this.#decides),
        rest,
      );
    }
    return h(
      'div',
      { class: 'field', 'data-fact': this.fact.id },
      h('div', { class: 'field-label' }, h('label', { for: ids.input }, say(this.fact)), this.#decides),
      rest,
    );
  }

  // Untranslated help is Chinese on an English page; screen readers need to know.
  /** @param {'help' | 'why'} field */
  #tongue(field) {
    return this.fact[`${field}_en`] ? null : onlyChinese();
  }

  /** @param {string[]} messages */
  setIssues(messages) {
    this.element?.classList.toggle('has-issues', messages.length > 0);
    if (!this.#control?.grouped) {
      if (messages.length > 0) this.#control?.target.setAttribute('aria-invalid', 'true');
      else this.#control?.target.removeAttribute('aria-invalid');
    }
    fill(
      this.#issues,
      messages.map((message) => h('p', {}, h('span', { 'aria-hidden': 'true' }, '✗ '), message)),
    );
  }

  /** @param {string[]} messages */
  setWarnings(messages) {
    fill(
      this.#warnings,
      messages.map((message) => h('p', {}, h('span', { 'aria-hidden': 'true' }, '! '), message)),
    );
  }

  /**
   * Shows how many open verdicts depend on this answer; 0 shows nothing.
   * @param {number} count
   */
  setDecides(count) {
    fill(this.#decides, count > 0 ? t('decides', { n: count }) : '');
  }

  /**
   * Offers an answer, or withdraws the offer (null); `accept(fact, value)` gets it when accepted.
   * @param {Api.Suggestion | null | undefined} offered @param {Pages.AnswerOther} accept
   */
  setOffer(offered, accept) {
    const key = JSON.stringify(offered ?? null);
    if (key === this.#offered) return;
    this.#offered = key;
    fill(this.#offer, offered ? suggestion(offered, this.fact, accept) : null);
  }

  /**
   * Sets the hint in an empty text field.
   * @param {string} text
   */
  setHint(text) {
    this.#control.target.setAttribute('placeholder', text);
  }

  focus() {
    this.element.hidden = false;
    reveal(this.#control.target);
  }
}
