// One answer of a screen at the desk: its value, how it was given and by whom, and the rules that use it.

import { fill, h } from '../../shared/dom.js';
import { say, t } from '../../shared/language.js';
import { leftOutMark } from '../../shared/parts/left_out.js';
import { QuestionNotes } from './question_notes.js';
import { partValue } from './values.js';

export class AnswerNote {
  #record;
  #fact;
  #notes;
  #value = h('b', {});
  #mark = h('p', { class: 'answer-note-mark' });
  #onReopen;
  #hasRules = false;

  /**
   * `onMark()` is called after the clerk changes the mark, `onReopen()` after an answer was taken back.
   * @param {Desk.Record} record @param {Api.Fact} fact @param {{onMark: () => void, onReopen: () => void}} events
   */
  constructor(record, fact, { onMark, onReopen }) {
    this.#record = record;
    this.#fact = fact;
    this.#onReopen = onReopen;
    this.#notes = new QuestionNotes(record, fact, onMark);
    this.element = h(
      'div',
      { class: 'answer-note', 'data-fact': fact.id },
      h('p', { class: 'answer-note-name' }, say(fact), t('optional_colon'), this.#value),
      this.#mark,
      this.#notes.element,
    );
    this.update();
  }

  get isKnown() {
    return this.#record.answers.isKnown(this.#fact.id);
  }

  update() {
    const { answers } = this.#record;
    const { id } = this.#fact;
    const { isKnown } = this;
    this.#notes.update();
    this.element.hidden = !isKnown && !(this.#hasRules && answers.isOpen(id));
    fill(this.#value, isKnown ? partValue(this.#record, id, answers.entry(id).value) : t('unknown'));
    fill(this.#mark, answers.isLeftOut(id) ? leftOutMark(say(this.#fact), () => this.#reopen()) : null);
  }

  #reopen() {
    this.#record.answers.set(this.#fact.id, {});
    this.#onReopen();
  }

  toggle() {
    this.#notes.toggle();
  }

  /** @param {Desk.UsedRule[] | undefined} rules @param {boolean} open */
  showRules(rules, open) {
    this.#hasRules = rules !== undefined;
    this.#notes.showRules(rules, open);
    this.update();
  }
}
