// All questions of the assisted form by topic, each with its rules and the origin of its answer beside it.

import { h } from '../../shared/dom.js';
import { Relevance } from '../../shared/form/relevance.js';
import { Sections } from '../../shared/form/sections.js';
import { t } from '../../shared/language.js';
import { factAt } from './keys.js';
import { QuestionNotes } from './question_notes.js';

export class TopicQuestions {
  #record;
  #relevance;
  #sections;
  /** @type {Map<string, QuestionNotes>} */
  #notes = new Map();
  /** The keys that the form explains. */
  keys = ['save', 'next', 'back', 'verify'];
  /** What belongs beside name and contact. @type {HTMLElement[]} */
  named = [];

  /**
   * `onMark()` is called after the clerk changes a mark.
   * @param {Desk.Record} record @param {() => void} onMark
   */
  constructor(record, onMark) {
    this.#record = record;
    const { answers, facts } = record;
    this.#relevance = new Relevance(facts, answers);
    this.#sections = new Sections(facts, answers, record.fact('enterprise_size')?.derived_from ?? []);
    /** The fields by fact. @type {Map<string, Pages.IssueField>} */
    this.fields = this.#sections.fields;
    for (const [id, field] of this.#sections.fields) {
      const notes = new QuestionNotes(record, field.fact, onMark);
      this.#notes.set(id, notes);
      field.element.append(notes.element);
    }
    this.element = h('div', {}, this.#sections.elements);
    this.tool = this.#showAllSwitch();
  }

  update() {
    this.#sections.update(this.#relevance);
    for (const notes of this.#notes.values()) notes.update();
  }

  /** @param {Api.MatchAnswer} answer */
  learn(answer) {
    this.#relevance.learn(answer.questions);
    this.#sections.learn(answer, (/** @type {string} */ id) => this.#record.fact(id));
    this.#sections.offer(answer.profile.suggestions);
    this.update();
  }

  /** There is no other order than that of the topics. */
  goOnAway() {}

  /** @param {Map<string, Desk.UsedRule[]>} rules */
  showRules(rules) {
    for (const [fact, notes] of this.#notes) notes.showRules(rules.get(fact));
  }

  /** Shows answers that were not given here. */
  redraw() {
    for (const field of this.#sections.fields.values()) field.redraw();
    this.update();
  }

  /** @param {string} fact */
  focus(fact) {
    this.fields.get(this.#record.answers.askedFor(fact))?.focus();
  }

  /**
   * To the next question or the one before; without one in focus to the first or the last.
   * @param {number} by
   */
  step(by) {
    const shown = [...this.#sections.fields.values()].filter(({ element }) => !element.hidden);
    const at = shown.findIndex(({ fact }) => fact.id === factAt(this.element));
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by;
    shown[next]?.focus();
  }

  verify() {
    this.#notes.get(factAt(this.element))?.toggle();
  }

  leaveOut() {}

  #showAllSwitch() {
    const all = h('input', {
      type: 'checkbox',
      id: 'show-all',
      change: () => {
        this.#record.answers.showAll = all.checked;
        this.#sections.update(this.#relevance);
      },
    });
    all.checked = this.#record.answers.showAll;
    return h('label', { class: 'option option-inline', for: 'show-all' }, all, h('span', {}, t('show_all')));
  }
}
