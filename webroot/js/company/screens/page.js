// A screen with its way on and back, and the line of the result beside it.

import { Asking } from '../../shared/asking.js';
import { announce, fill, h } from '../../shared/dom.js';
import { problemText } from '../../shared/fields/problems.js';
import { say, t } from '../../shared/language.js';
import { refusedText } from '../../shared/form/issues.js';
import { answer, answerRest, leaveRestOpen, problemOn } from '../../shared/screens/acts.js';
import { isIssues } from '../../shared/session.js';
import { trouble } from '../../shared/trouble.js';
import { bodyOf } from '../../shared/screens/bodies.js';
import { LiveLine, turning, usefulOf } from './live.js';
import { progress } from './progress.js';
import { nextByOrder, reduced } from '../../shared/screens/rules.js';

const ASK = 'screen-ask';
const MOST_ROWS = 12; // on a phone

export class ScreenPage {
  #session;
  #screens;
  #screen;
  #toCheck;
  #live;
  #going;
  #isGoing = false;
  #body;
  #trouble = h('div', { class: 'screen-trouble' });
  #said = h('p', { class: 'screen-said', role: 'status' });
  /** @type {(() => unknown) | null} */
  #end = null;
  #valueOf = (/** @type {string} */ fact) =>
    this.#session.answers.isKnown(fact) ? this.#session.answers.entry(fact).value : undefined;

  /**
   * `toCheck`: the reader came from the page of all answers and returns there.
   * @param {Pages.CompanySession} session @param {Api.Screen[]} screens @param {Api.Screen} screen
   * @param {boolean} toCheck
   */
  constructor(session, screens, screen, toCheck) {
    this.#session = session;
    this.#screens = screens;
    const facts = toCheck ? null : turning(screen.id, session.answers);
    this.#screen = reduced(screen, facts, this.#valueOf, session.tickedOf(screen.id));
    this.#toCheck = toCheck;
    this.#live = new LiveLine(session);
    this.#going = new Asking(
      usefulOf(session),
      ({ next_screen: next }) => this.#leave(next?.id ?? null),
      (error) => this.#fail(error),
    );
    this.#body = this.#drawBody();
    this.element = this.#layOut();
  }

  start() {
    this.#dropSecondPress();
    this.#live.start();
    this.#end = this.#session.answers.subscribe(() => {
      this.#body.update();
      // A change takes back a step that has not been made.
      if (this.#isGoing) this.#stay();
      this.#live.soon();
    });
  }

  // The second press of a double click on the screen before may arrive here; it meant nothing here.
  #dropSecondPress() {
    const first = (/** @type {MouseEvent} */ event) => {
      if (event.detail < 2) return;
      event.preventDefault();
      event.stopPropagation();
    };
    this.element.addEventListener('click', first, { capture: true, once: true });
  }

  stop() {
    this.#end?.();
    this.#live.stop();
    this.#going.stop();
  }

  /** @returns {Pages.ScreenBody} */
  #drawBody() {
    /** @type {Pages.ScreenContext} */
    const context = {
      session: this.#session,
      screen: this.#screen,
      labelledby: ASK,
      deeper: 'h2',
      mostRows: MOST_ROWS,
      valueOf: this.#valueOf,
      opened: this.#session.tickedOf(this.#screen.id),
      set: (values) => answer(this.#session, values),
      goOn: () => this.#goOn(),
      leaveOut: () => this.#leaveOut(),
      skip: () => this.#skip(),
    };
    return bodyOf(context);
  }

  #layOut() {
    const { answers } = this.#session;
    return h(
      'div',
      { class: 'screen', 'data-screen': this.#screen.id },
      h(
        'div',
        { class: 'screen-top' },
        this.#wayBack(),
        progress(this.#screens, this.#screen, answers.passed, this.#valueOf),
      ),
      h('h1', { id: ASK, tabindex: '-1' }, say(this.#screen, 'ask')),
      this.#screen.help ? h('p', { class: 'lead' }, say(this.#screen, 'help')) : null,
      h('div', { class: 'screen-main' }, this.#body.element, this.#said, this.#trouble),
      this.#live.element,
    );
  }

  #wayBack() {
    if (this.#toCheck) return h('a', { href: '#/check', class: 'screen-back' }, `‹ ${t('screen_to_check')}`);
    const before = this.#screens.slice(
      0,
      this.#screens.findIndex(({ id }) => id === this.#screen.id),
    );
    const last = before.findLast(({ id }) => this.#session.answers.passed.includes(id));
    return h(
      'a',
      { href: last ? addressOf(last.id) : '#/', class: 'screen-back' },
      `‹ ${t(last ? 'screen_back' : 'screen_to_start')}`,
    );
  }

  // The rest is "no", which the page of all answers says.
  #leaveOut() {
    answerRest(this.#session, this.#screen, this.#valueOf, this.#session.tickedOf(this.#screen.id));
    this.#goOn();
  }

  #skip() {
    leaveRestOpen(this.#session, this.#screen);
    this.#goOn();
  }

  #goOn() {
    if (this.#stopsAtProblem()) return;
    const { answers } = this.#session;
    const { id } = this.#screen;
    answers.passed = [...answers.passed.filter((other) => other !== id), id];
    this.#live.stop();
    this.#isGoing = true;
    fill(this.#trouble);
    fill(this.#said, t('screen_going'));
    this.#going.now();
  }

  #stay() {
    const { answers } = this.#session;
    this.#isGoing = false;
    this.#going.stop();
    answers.passed = answers.passed.filter((id) => id !== this.#screen.id);
    fill(this.#said);
  }

  // What is typed and cannot be read is asked about before the reader goes on.
  #stopsAtProblem() {
    const problem = problemOn(this.#session, this.#screen);
    if (!problem) return false;
    const [id, entry] = problem;
    fill(this.#said, problemText(entry));
    document.getElementById(`f-${id}`)?.focus();
    return true;
  }

  /** @param {string | null} next */
  #leave(next) {
    this.#isGoing = false;
    fill(this.#said);
    if (this.#toCheck) location.hash = '#/check';
    else location.hash = next === null ? '#/result' : addressOf(next);
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#isGoing = false;
    fill(this.#said);
    const notice = trouble(error, () => this.#goOn());
    const refused = isIssues(error) ? error.issues.map((issue) => h('p', {}, refusedText(issue))) : [];
    const { answers } = this.#session;
    const next = nextByOrder(this.#screens, this.#screen.id, answers.passed, this.#valueOf);
    notice.append(
      ...refused,
      h('p', {}, t('screen_on_note')),
      h(
        'button',
        { type: 'button', class: 'button', click: () => this.#leave(next?.id ?? null) },
        t(next || this.#toCheck ? 'screen_on' : 'screen_result'),
      ),
    );
    announce(this.#trouble, notice);
  }
}

/** @param {string} id */
function addressOf(id) {
  return `#/screen/${encodeURIComponent(id)}`;
}
