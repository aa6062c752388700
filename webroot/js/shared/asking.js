// What follows from the answers, asked of the service a short while after the last change.

/** Milliseconds without a change before the service is asked. */
export const kPause = 300;

export class Asking {
  /** `onAnswer(answer)` and `onError(error)` are told of each outcome, but for those called off. */
  constructor(session, onAnswer, onError) {
    this.session_ = session;
    this.on_answer_ = onAnswer;
    this.on_error_ = onError;
  }

  /** Asks after the pause; a later call puts it off and calls an earlier question off. */
  soon() {
    clearTimeout(this.timer_);
    this.timer_ = setTimeout(() => this.now(), kPause);
  }

  async now() {
    this.stop();
    const mine = (this.running_ = new AbortController());
    try {
      const answer = await this.session_.count(mine.signal);
      if (!mine.signal.aborted) this.on_answer_(answer);
    } catch (error) {
      if (!mine.signal.aborted) this.on_error_(error);
    }
  }

  stop() {
    clearTimeout(this.timer_);
    this.running_?.abort();
  }
}
