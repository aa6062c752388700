// A seat that is left: who does nothing for a while is told, and then logged out. What the pages ask
// by themselves would keep the session for ever, so what counts here is what a person does.

import { fill, h } from '../shared/dom.js';
import { t } from '../shared/language.js';

const kTold = 120_000; // milliseconds before the end
const kOften = 5_000; // between two looks at the clock
const kOtherwise = 1800; // seconds, where the service does not say how long a session lasts unused
const kKept = 4; // until the seat is empty the service is asked this often within that time
const kChannel = 'policycalc.hall.idle';

export class IdleClock {
  /** Watches `visit` in this document from now on. */
  constructor(visit) {
    this.visit_ = visit;
    this.deed_ = Date.now();
    this.asked_ = Date.now();
    this.place_ = h('div', { class: 'idle', role: 'alert' });
    document.body.append(this.place_);
    // Who works in another tab has not left.
    this.channel_ = new BroadcastChannel(kChannel);
    this.channel_.addEventListener('message', () => this.note_(Date.now()));
    for (const kind of ['keydown', 'pointerdown', 'wheel']) {
      document.addEventListener(
        kind,
        (event) => {
          if (!this.place_.contains(event.target)) this.done_();
        },
        { capture: true, passive: true },
      );
    }
    // A computer that slept wakes up late: the clock on the wall counts, not the timer.
    document.addEventListener('visibilitychange', () => this.look_());
    setInterval(() => this.look_(), kOften);
  }

  get length_() {
    return (this.visit_.idleSeconds ?? kOtherwise) * 1000;
  }

  // Somebody did something here.
  done_() {
    const now = Date.now();
    if (!this.visit_.staff || now - this.deed_ >= this.length_) return;
    if (now - this.deed_ >= kOften) this.channel_.postMessage('deed');
    this.note_(now);
  }

  note_(now) {
    this.deed_ = now;
    if (this.place_.childElementCount > 0) fill(this.place_);
  }

  ask_() {
    this.asked_ = Date.now();
    this.visit_.refresh();
  }

  look_() {
    if (!this.visit_.staff) {
      this.note_(Date.now());
      return;
    }
    const left = this.deed_ + this.length_ - Date.now();
    if (left <= 0) {
      fill(this.place_);
      this.visit_.lapse();
      return;
    }
    // Reading and writing ask nothing of the service, which counts from the last request alone.
    if (Date.now() - this.asked_ >= this.length_ / kKept) this.ask_();
    if (left <= kTold) this.tell_(left);
  }

  tell_(left) {
    const minutes = Math.ceil(left / 60_000);
    const title = left > 60_000 ? t('idle_title', { minutes }) : t('idle_soon');
    const shown = this.place_.querySelector('h2');
    if (shown) {
      if (shown.textContent !== title) fill(shown, title);
      return;
    }
    fill(
      this.place_,
      h(
        'div',
        { class: 'notice notice-trouble' },
        h('h2', {}, title),
        h('p', {}, t('idle_text')),
        h(
          'button',
          {
            type: 'button',
            class: 'button button-main',
            click: () => {
              const inside = this.place_.contains(document.activeElement);
              this.channel_.postMessage('deed');
              this.note_(Date.now());
              this.ask_();
              if (inside) document.getElementById('main').focus({ preventScroll: true });
            },
          },
          t('idle_go_on'),
        ),
      ),
    );
  }
}
