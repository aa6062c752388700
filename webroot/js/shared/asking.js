// What follows from the answers, asked of the service a short while after the last change.

/** Milliseconds without a change before the service is asked. */
export const PAUSE = 300;

export class Asking {
  #session;
  #onAnswer;
  #onError;
  /** @type {number | undefined} */
  #timer;
  /** @type {AbortController | undefined} */
  #running;

  /**
   * `onAnswer(answer)` and `onError(error)` are told of each outcome, but for those called off.
   * @param {Pages.Session} session @param {(answer: Api.MatchAnswer) => void} onAnswer
   * @param {(error: unknown) => void} onError
   */
  constructor(session, onAnswer, onError) {
    this.#session = session;
    this.#onAnswer = onAnswer;
    this.#onError = onError;
  }

  /** Asks after the pause; a later call puts it off and calls an earlier question off. */
  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), PAUSE);
  }

  async now() {
    this.stop();
    const mine = (this.#running = new AbortController());
    try {
      const answer = await this.#session.count(mine.signal);
      if (!mine.signal.aborted) this.#onAnswer(answer);
    } catch (error) {
      if (!mine.signal.aborted) this.#onError(error);
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#running?.abort();
  }
}
