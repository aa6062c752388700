// Counts from the service that follow the answers, with a short pause between requests.

import { Asking } from '../asking.js';
import { fill, h } from '../dom.js';
import { isIssues } from '../session.js';
import { t } from '../language.js';

/** @type {Api.Verdict[]} */
const SHOWN = ['eligible', 'conditional', 'undetermined'];

export class Live {
  #asking;
  #onAnswer;
  #onRefused;
  #onAway;
  #numbers;
  #state;
  #spoken;

  /**
   * `onAnswer(answer)` and `onRefused(issues)` get each outcome; `onAway()` is called without a network.
   * @param {Pages.Session} session
   * @param {{onAnswer: (answer: Api.MatchAnswer) => void, onRefused: (issues: Api.Issue[]) => void,
   *   onAway?: () => void}} then
   */
  constructor(session, { onAnswer, onRefused, onAway = () => {} }) {
    this.#asking = new Asking(
      session,
      (answer) => this.#show(answer),
      (error) => this.#fail(error),
    );
    this.#onAnswer = onAnswer;
    this.#onRefused = onRefused;
    this.#onAway = onAway;
    this.#numbers = new Map(SHOWN.map((verdict) => [verdict, h('b', {}, '–')]));
    this.#state = h('p', { class: 'live-state' });
    this.#spoken = h('p', { class: 'visually-hidden', role: 'status' });
    this.element = h(
      'div',
      { class: 'live' },
      h('h2', { class: 'visually-hidden' }, t('live_title')),
      h(
        'dl',
        { class: 'counts', 'aria-hidden': 'true' },
        SHOWN.map((verdict) =>
          h(
            'div',
            { class: `count count-${verdict}` },
            h('dt', {}, t(`count.${verdict}`)),
            h('dd', {}, this.#numbers.get(verdict)),
          ),
        ),
      ),
      this.#state,
      this.#spoken,
    );
  }

  /** Asks after a pause; a later call restarts the pause and cancels a pending request. */
  soon() {
    this.#asking.soon();
  }

  now() {
    return this.#asking.now();
  }

  stop() {
    this.#asking.stop();
  }

  /** @param {Api.MatchAnswer} answer */
  #show(answer) {
    for (const [verdict, number] of this.#numbers) fill(number, answer.counts[verdict]);
    fill(this.#state);
    const spoken = t('live_spoken', answer.counts);
    if (this.#spoken.textContent !== spoken) fill(this.#spoken, spoken);
    this.#onAnswer(answer);
  }

  /** @param {unknown} error */
  #fail(error) {
    for (const number of this.#numbers.values()) fill(number, '–');
    fill(this.#spoken);
    fill(this.#state, t(isIssues(error) ? 'live_invalid' : 'live_away'));
    if (isIssues(error)) this.#onRefused(error.issues);
    else this.#onAway();
  }
}
