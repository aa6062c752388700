// One screen at the desk: what it asks, and beside it each answer with its origin and its rules. It folds
// into one line that tells the answers.

import { fill, h, reveal } from '../../shared/dom.js';
import { problemText } from '../../shared/fields/problems.js';
import { say, t } from '../../shared/language.js';
import { suggestion } from '../../shared/parts/suggestions.js';
import { answer, answerRest, leaveRestOpen, problemOn } from '../../shared/screens/acts.js';
import { bodyOf } from '../../shared/screens/bodies.js';
import { factsOf, holds, reduced } from '../../shared/screens/rules.js';
import { factAt, moveBetweenTiles } from './keys.js';
import { ScreenNotes } from './screen_notes.js';
import { partValue } from './values.js';

const WIDE = '(min-width: 64rem)';
const MOST_ROWS = 12; // on a narrow page

export class ScreenSection {
  #record;
  #screen;
  #shown;
  #events;
  #facts;
  /** @type {Set<string>} */
  #opened = new Set();
  /** @type {Pages.ScreenBody} */
  #body;
  #place = h('div', { class: 'desk-screen-body' });
  #issues = h('div', { class: 'field-issues', role: 'status' });
  #warnings = h('div', { class: 'field-warnings' });
  #offers = h('div', { 'aria-live': 'polite' });
  #said = h('span', { class: 'desk-screen-answers' });
  #state = h('span', { class: 'desk-screen-state' });
  #notes;
  /** @type {Map<string, string[]>} */
  #wrong = new Map();
  #drawnFor = '';
  #valueOf = (/** @type {string} */ fact) =>
    this.#record.answers.isKnown(fact) ? this.#record.answers.entry(fact).value : undefined;

  /**
   * `onDone()` is called once the clerk has finished the screen, `onMark()` after a mark has changed.
   * @param {Desk.Record} record @param {Api.Screen} screen @param {{onDone: () => void, onMark: () => void}} events
   */
  constructor(record, screen, events) {
    this.#record = record;
    this.#screen = screen;
    this.#shown = screen;
    this.#events = events;
    this.#facts = factsOf(screen);
    this.#notes = new ScreenNotes(record, screen, { onMark: events.onMark, onReopen: () => this.#askAgain() });
    this.#body = this.#draw();
    this.element = this.#layOut();
    this.update();
  }

  get id() {
    return this.#screen.id;
  }

  get facts() {
    return this.#facts;
  }

  /** Whether the answers so far ask for this screen, or it has answers. */
  get isAsked() {
    return holds(this.#screen.when, this.#valueOf) || this.isAnswered;
  }

  get isAnswered() {
    return this.#facts.some((fact) => this.#record.answers.isAnswered(fact));
  }

  get isPassed() {
    return this.#record.answers.passed.includes(this.id);
  }

  /** @returns {Pages.ScreenBody} */
  #draw() {
    const body = bodyOf({
      session: this.#record,
      screen: this.#shown,
      labelledby: this.#heading,
      deeper: 'h3',
      // A wide page has them all in sight.
      mostRows: matchMedia(WIDE).matches ? Infinity : MOST_ROWS,
      valueOf: this.#valueOf,
      opened: this.#opened,
      set: (values) => answer(this.#record, values),
      goOn: () => this.#goOn(),
      leaveOut: () => this.leaveOut(),
      skip: () => {
        leaveRestOpen(this.#record, this.#screen);
        this.#goOn();
      },
    });
    fill(this.#place, body.element);
    this.#drawnFor = this.#conditions();
    return body;
  }

  // Which options and fields the other answers let the screen ask.
  #conditions() {
    const { options, second, fields } = this.#shown;
    return [...options, ...second, ...fields].map(({ when }) => Number(holds(when, this.#valueOf))).join('');
  }

  get #heading() {
    return `ask-${this.id}`;
  }

  #layOut() {
    const help = say(this.#screen, 'help');
    return h(
      'details',
      { class: 'topic desk-screen', 'data-screen': this.id },
      h(
        'summary',
        { click: () => this.#turn() },
        h('h2', { id: this.#heading }, say(this.#screen, 'ask')),
        this.#state,
        this.#said,
      ),
      h(
        'div',
        { class: 'topic-body desk-screen-parts', keydown: (/** @type {KeyboardEvent} */ event) => this.#press(event) },
        h(
          'div',
          { class: 'desk-screen-ask' },
          help ? h('p', { class: 'muted' }, help) : null,
          this.#issues,
          this.#warnings,
          this.#offers,
          this.#place,
        ),
        this.#notes.element,
      ),
    );
  }

  // In the form around it Enter would save.
  /** @param {KeyboardEvent} event */
  #press(event) {
    moveBetweenTiles(this.#place, event);
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.isComposing) return;
    event.preventDefault();
    if (this.#screen.style === 'fields') this.#goOn();
  }

  /** Shows what the answers have become. */
  update() {
    const isTyping = this.#place.contains(document.activeElement);
    if (!isTyping && this.#drawnFor !== this.#conditions()) this.#body = this.#draw();
    this.#body.update();
    this.#notes.update();
    this.element.hidden = !this.isAsked;
    fill(this.#said, this.#answersText());
  }

  #answersText() {
    const { answers } = this.#record;
    const known = this.#facts.filter((fact) => answers.isKnown(fact));
    const left = known.filter((fact) => answers.isLeftOut(fact));
    const said = known
      .filter((fact) => !left.includes(fact))
      .map(
        (fact) => `${this.#record.isVerified(fact) ? '✓ ' : ''}${partValue(this.#record, fact, this.#valueOf(fact))}`,
      );
    return [...said, ...(left.length > 0 ? [t('screen_left_out', { n: left.length })] : [])].join(
      t('clause_separator'),
    );
  }

  /**
   * The words beside the heading.
   * @param {Desk.ScreenState} state
   */
  show(state) {
    this.element.dataset.state = state;
    fill(this.#state, t(`screen_state.${state}`));
  }

  /**
   * Opens it with those ticks and fields that are about `facts`; null keeps all.
   * @param {string[] | null} facts
   */
  open(facts) {
    this.#shown = reduced(this.#screen, facts, this.#valueOf, this.#opened);
    this.#body = this.#draw();
    this.element.open = true;
    this.update();
  }

  fold() {
    this.element.open = false;
  }

  // Opened by hand, the screen asks everything.
  #turn() {
    if (this.element.open) return;
    this.#shown = this.#screen;
    this.redraw();
  }

  // After an answer was taken back the screen counts as open.
  #askAgain() {
    const { answers } = this.#record;
    answers.passed = answers.passed.filter((id) => id !== this.id);
    this.redraw();
  }

  /** Shows answers that were not given here. */
  redraw() {
    this.#body = this.#draw();
    this.update();
  }

  /** Leads to the chosen tile, or else to the first thing to tap. */
  focus() {
    this.element.hidden = false;
    this.element.open = true;
    const target =
      this.#place.querySelector('.screen-tile[aria-pressed="true"]') ??
      this.#place.querySelector('.screen-tile, input, select, summary');
    if (target instanceof HTMLElement) reveal(target);
    this.element.scrollIntoView({ block: 'nearest' });
  }

  /** The rest is no, where the screen has such an act. */
  leaveOut() {
    if (!this.#screen.none) return;
    answerRest(this.#record, this.#shown, this.#valueOf, this.#opened);
    this.#goOn();
  }

  #goOn() {
    const problem = problemOn(this.#record, this.#screen);
    if (problem) {
      const [id, entry] = problem;
      this.setIssues(id, [problemText(entry)]);
      document.getElementById(`f-${id}`)?.focus();
      return;
    }
    const { answers } = this.#record;
    answers.passed = [...answers.passed.filter((id) => id !== this.id), this.id];
    this.#events.onDone();
  }

  /** Marks the answer at the focus as checked: that of the field, tile or tick. */
  verify() {
    const fact = factAt(this.element) || this.#factOfOption();
    this.#notes.toggle(fact);
  }

  #factOfOption() {
    const chosen = document.activeElement?.closest('[data-option]');
    const id = chosen instanceof HTMLElement ? chosen.dataset.option : '';
    const option = [...this.#screen.options, ...this.#screen.second].find((one) => one.id === id);
    return option ? (Object.keys(option.sets)[0] ?? option.details[0] ?? '') : '';
  }

  /** @param {string} fact @param {string[]} messages */
  setIssues(fact, messages) {
    if (messages.length > 0) this.#wrong.set(fact, messages);
    else this.#wrong.delete(fact);
    fill(
      this.#issues,
      [...this.#wrong].map(([id, all]) =>
        all.map((message) => h('p', {}, `✗ ${say(this.#record.fact(id) ?? {})}${t('optional_colon')}${message}`)),
      ),
    );
  }

  /**
   * Shows the service's remarks on the answers.
   * @param {Api.MatchAnswer} given
   */
  learn({ profile }) {
    fill(
      this.#warnings,
      profile.warnings
        .filter((warning) => this.#facts.includes(warning.fact ?? ''))
        .map((warning) => h('p', {}, `! ${say(warning, 'message')}`)),
    );
    const accept = (/** @type {string} */ fact, /** @type {Api.Value} */ value) => {
      answer(this.#record, { [fact]: value });
      this.redraw();
    };
    fill(
      this.#offers,
      (profile.suggestions ?? []).flatMap((one) => {
        const fact = this.#record.fact(one.fact);
        return fact && this.#facts.includes(one.fact) ? suggestion(one, fact, accept) : [];
      }),
    );
    this.#notes.showSize(profile.derived?.enterprise_size);
  }

  /** @param {Map<string, Desk.UsedRule[]>} rules */
  showRules(rules) {
    this.#notes.showRules(rules);
  }
}
