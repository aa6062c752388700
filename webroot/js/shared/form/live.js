// Counts that follow the answers as they are given, from the service, with a short wait between.

import { Asking } from '../asking.js';
import { fill, h } from '../dom.js';
import { isIssues } from '../session.js';
import { t } from '../language.js';

const kShown = ['eligible', 'conditional', 'undetermined'];

export class Live {
  /** `onAnswer(answer)` and `onRefused(issues)` are told of each outcome. */
  constructor(session, { onAnswer, onRefused }) {
    this.asking_ = new Asking(
      session,
      (answer) => this.show_(answer),
      (error) => this.fail_(error),
    );
    this.on_answer_ = onAnswer;
    this.on_refused_ = onRefused;
    this.numbers_ = new Map(kShown.map((verdict) => [verdict, h('b', {}, '–')]));
    this.state_ = h('p', { class: 'live-state' });
    this.spoken_ = h('p', { class: 'visually-hidden', role: 'status' });
    this.element = h(
      'div',
      { class: 'live' },
      h('h2', { class: 'visually-hidden' }, t('live_title')),
      h(
        'dl',
        { class: 'counts', 'aria-hidden': 'true' },
        kShown.map((verdict) =>
          h(
            'div',
            { class: `count count-${verdict}` },
            h('dt', {}, t(`count.${verdict}`)),
            h('dd', {}, this.numbers_.get(verdict)),
          ),
        ),
      ),
      this.state_,
      this.spoken_,
    );
  }

  /** Asks after a pause; a later call puts it off and calls an earlier question off. */
  soon() {
    this.asking_.soon();
  }

  now() {
    return this.asking_.now();
  }

  stop() {
    this.asking_.stop();
  }

  show_(answer) {
    for (const [verdict, number] of this.numbers_) fill(number, answer.counts[verdict]);
    fill(this.state_);
    const spoken = t('live_spoken', answer.counts);
    if (this.spoken_.textContent !== spoken) fill(this.spoken_, spoken);
    this.on_answer_(answer);
  }

  fail_(error) {
    for (const number of this.numbers_.values()) fill(number, '–');
    fill(this.spoken_);
    fill(this.state_, t(isIssues(error) ? 'live_invalid' : 'live_away'));
    if (isIssues(error)) this.on_refused_(error.issues);
  }
}
