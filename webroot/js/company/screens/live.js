// The line beside each screen: how many measures the answers have already found for this company.
// What every company gets does not count.

import { Asking } from '../../shared/asking.js';
import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';

/** @type {Api.Verdict[]} */
const USEFUL = ['eligible', 'conditional'];

// The last answer of this visit and what was asked, so that the next screen begins with it.
/** @type {{key: string, answer: Api.MatchAnswer} | null} */
let last = null;

/**
 * Asks for the useful matches and the next screen.
 * @param {Pages.CompanySession} session
 * @returns {Pick<Pages.Session, 'count'>}
 */
export function usefulOf(session) {
  return {
    async count(signal) {
      const key = JSON.stringify(session.answers.request());
      const answer = await session.list(USEFUL, signal);
      last = { key, answer };
      return answer;
    },
  };
}

/**
 * The facts of the screen that can still turn a measure, if the service has just proposed it.
 * @param {string} screen @param {Pages.Answers} answers @returns {string[] | null}
 */
export function turning(screen, answers) {
  if (last?.key !== JSON.stringify(answers.request()) || last.answer.next_screen?.id !== screen) return null;
  return last.answer.next_screen.facts;
}

export class LiveLine {
  #answers;
  #asking;
  #text;

  /** @param {Pages.CompanySession} session */
  constructor(session) {
    this.#answers = session.answers;
    this.#asking = new Asking(
      usefulOf(session),
      (answer) => this.show(answer),
      () => this.#say(t('screen_live_away')),
    );
    this.#text = h('p', { class: 'screen-live-text', role: 'status' });
    this.element = h(
      'aside',
      { class: 'screen-live', 'aria-label': t('live_title') },
      this.#text,
      h('a', { href: '#/result', class: 'screen-live-link' }, t('screen_result')),
    );
  }

  start() {
    if (last?.key === JSON.stringify(this.#answers.request())) this.show(last.answer);
    else if (this.#answers.count() === 0) this.#say(t('screen_live_none'));
    else this.#asking.now();
  }

  /** Asks after a pause; a later call restarts the pause. */
  soon() {
    this.#asking.soon();
  }

  stop() {
    this.#asking.stop();
  }

  /** @param {Api.MatchAnswer} answer */
  show({ matches }) {
    const own = matches.filter(({ measure, verdict }) => USEFUL.includes(verdict) && !measure.universal).length;
    this.#say(own > 0 ? t('screen_live', { n: own }) : t('screen_live_none'));
  }

  /** @param {string} text */
  #say(text) {
    if (this.#text.textContent !== text) fill(this.#text, text);
  }
}
