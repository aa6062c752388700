// The screens of the company's pages as one column: every heading and answer is in sight, and the screen
// that the service proposes next is open. What no screen asks, the number of the company, is at the head.

import { h, reveal } from '../../shared/dom.js';
import { questionField } from '../../shared/fields/question.js';
import { t } from '../../shared/language.js';
import { answer } from '../../shared/screens/acts.js';
import { screenOf } from '../../shared/screens/rules.js';
import { factAt } from './keys.js';
import { QuestionNotes } from './question_notes.js';
import { ScreenSection } from './screen_section.js';

const NAME = 'company_name'; // the form asks the name at its head

export class ScreenQuestions {
  #record;
  #screens;
  #sections;
  /** @type {Pages.Field[]} */
  #named;
  /** @type {Map<string, QuestionNotes>} */
  #notes = new Map();
  #events;
  #end;
  /** The id of the screen that the service proposes; null for none, undefined before it has answered. */
  /** @type {string | null | undefined} */
  #next;
  /** The screen that the clerk has just finished: the next one is opened. */
  #finished = '';
  /** The keys that the form explains. */
  keys = ['save', 'next_screen', 'last_screen', 'verify', 'leave_out'];
  tool = null;
  /** What belongs beside name and contact. @type {HTMLElement[]} */
  named;

  /**
   * `onDone()` is called once a screen is finished: learn() with the new answer goes on from there.
   * `onMark()` is called after the clerk changes a mark.
   * @param {Desk.Record} record @param {Api.Screen[]} screens @param {{onDone: () => void, onMark: () => void}} events
   */
  constructor(record, screens, events) {
    this.#record = record;
    this.#screens = screens;
    this.#events = events;
    this.#sections = screens.map(
      (screen) => new ScreenSection(record, screen, { onDone: () => this.#done(screen.id), onMark: events.onMark }),
    );
    this.#named = record.facts
      .filter(({ id, asked }) => asked !== false && id !== NAME && screenOf(screens, id) === null)
      .map((fact) => this.#namedField(fact, events.onMark));
    this.named = this.#named.map(({ element }) => element);
    this.#end = h(
      'p',
      { class: 'notice desk-screens-end', tabindex: '-1', hidden: true },
      t('screens_end'),
      ' ',
      h('a', { href: `#/applicant/${record.id}?part=answer` }, t('screens_end_go')),
    );
    this.element = h(
      'div',
      { class: 'desk-screens' },
      this.#sections.map((section) => section.element),
      this.#end,
    );
    this.#dropSecondPress();
    /** What shows issues, by fact. @type {Map<string, Pages.IssueField>} */
    this.fields = new Map([
      ...this.#named.map((field) => /** @type {[string, Pages.IssueField]} */ ([field.fact.id, field])),
      ...this.#sections.flatMap((section) =>
        section.facts.map(
          (fact) =>
            /** @type {[string, Pages.IssueField]} */ ([
              fact,
              { setIssues: (messages) => section.setIssues(fact, messages), focus: () => this.focus(fact) },
            ]),
        ),
      ),
    ]);
  }

  /** @param {Api.Fact} fact @param {() => void} onMark */
  #namedField(fact, onMark) {
    const field = questionField(fact, this.#record.answers, (other, value) => this.#accept(other, value));
    const notes = new QuestionNotes(this.#record, fact, onMark);
    this.#notes.set(fact.id, notes);
    field.element.append(notes.element);
    return field;
  }

  /** @param {string} fact @param {Api.Value} value */
  #accept(fact, value) {
    answer(this.#record, { [fact]: value });
    this.redraw();
  }

  // The second press of a double click may arrive at the screen that has just opened.
  #dropSecondPress() {
    /** @type {Element | null} */
    let last = null;
    const drop = (/** @type {MouseEvent} */ event) => {
      const place = event.target instanceof Element ? event.target.closest('[data-screen]') : null;
      if (event.detail > 1 && place !== last) {
        event.preventDefault();
        event.stopPropagation();
      }
      last = place;
    };
    this.element.addEventListener('click', drop, { capture: true });
  }

  update() {
    for (const section of this.#sections) section.update();
    for (const notes of this.#notes.values()) notes.update();
  }

  /** @param {string} id */
  #done(id) {
    this.#finished = id;
    this.#events.onDone();
  }

  /** @param {Api.MatchAnswer} given */
  learn(given) {
    const { next_screen: next, profile } = given;
    const before = this.#next;
    this.#next = next?.id ?? null;
    for (const field of this.#named)
      field.setWarnings(profile.warnings.filter(({ fact }) => fact === field.fact.id).map(({ message }) => message));
    for (const section of this.#sections) section.learn(given);
    this.#showStates();
    this.#end.hidden = this.#next !== null;
    if (before === undefined && !this.#finished) this.#section(this.#next)?.open(next?.facts ?? null);
    this.#goOn(next?.facts ?? null);
    this.update();
  }

  /** The service does not answer: the next screen by the order. */
  goOnAway() {
    const after = this.#sections.slice(this.#sections.findIndex(({ id }) => id === this.#finished) + 1);
    if (!this.#finished) return;
    this.#next = after.find(({ isAsked, isPassed }) => isAsked && !isPassed)?.id ?? null;
    this.#goOn(null);
  }

  // Opens the next screen after one was finished, and leads there.
  /** @param {string[] | null} facts */
  #goOn(facts) {
    if (!this.#finished) return;
    this.#section(this.#finished)?.fold();
    this.#finished = '';
    const next = this.#section(this.#next);
    if (!next) {
      reveal(this.#end);
      return;
    }
    next.open(facts);
    next.focus();
  }

  /** @param {string | null | undefined} id */
  #section(id) {
    return this.#sections.find((section) => section.id === id);
  }

  #showStates() {
    const at = this.#sections.findIndex(({ id }) => id === this.#next);
    for (const [index, section] of this.#sections.entries()) {
      const isOver = at < 0 || index < at;
      if (index === at) section.show('next');
      else if (section.isPassed) section.show('done');
      else if (section.isAnswered) section.show('answered');
      else section.show(isOver ? 'unneeded' : 'later');
    }
  }

  /** @param {Map<string, Desk.UsedRule[]>} rules */
  showRules(rules) {
    for (const [fact, notes] of this.#notes) notes.showRules(rules.get(fact));
    for (const section of this.#sections) section.showRules(rules);
  }

  /** Shows answers that were not given here. */
  redraw() {
    for (const field of this.#named) field.redraw();
    for (const section of this.#sections) section.redraw();
  }

  /** @param {string} fact */
  focus(fact) {
    const named = this.#named.find((field) => field.fact.id === fact);
    if (named) named.focus();
    const section = this.#section(screenOf(this.#screens, fact)?.id);
    section?.open(null);
    section?.focus();
  }

  #current() {
    const place = document.activeElement?.closest('[data-screen]');
    return place instanceof HTMLElement ? this.#section(place.dataset.screen) : undefined;
  }

  /**
   * To the next screen or the one before; from elsewhere to the one that the service proposes.
   * @param {number} by
   */
  step(by) {
    const shown = this.#sections.filter(({ isAsked }) => isAsked);
    const current = this.#current();
    const at = shown.findIndex((section) => section === current);
    const target = at < 0 ? (this.#section(this.#next) ?? shown[0]) : shown[at + by];
    if (target && !target.element.open) target.open(null);
    target?.focus();
  }

  verify() {
    const current = this.#current();
    if (current) current.verify();
    else this.#notes.get(factAt(this.element))?.toggle();
  }

  leaveOut() {
    this.#current()?.leaveOut();
  }
}
