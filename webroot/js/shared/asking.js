// Asks the service what follows from the answers, shortly after the last change.

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
   * `onAnswer(answer)` and `onError(error)` get each outcome unless the request was cancelled.
   * @param {Pick<Pages.Session, 'count'>} session @param {(answer: Api.MatchAnswer) => void} onAnswer
   * @param {(error: unknown) => void} onError
   */
  constructor(session, onAnswer, onError) {
    this.#session = session;
    this.#onAnswer = onAnswer;
    this.#onError = onError;
  }

  /** Asks after the pause; a later call restarts the pause and cancels a pending request. */
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
