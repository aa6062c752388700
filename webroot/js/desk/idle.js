// Logs out at an empty seat, after a warning. Requests that pages send by themselves would keep the
// session alive for ever, so only what a person does counts.

import { fill, find, h } from '../shared/dom.js';
import { t } from '../shared/language.js';

const TOLD = 120_000; // milliseconds before the end
const OFTEN = 5_000; // between two looks at the clock
const OTHERWISE = 1800; // seconds, where the service does not say how long a session lasts unused
const KEPT = 4; // requests within that time that keep the session alive until the seat is empty
const CHANNEL = 'policycalc.desk.idle';

export class IdleClock {
  #visit;
  #deed;
  #asked;
  #place;
  #channel;

  /**
   * Watches `visit` in this document from now on.
   * @param {Desk.Visit} visit
   */
  constructor(visit) {
    this.#visit = visit;
    this.#deed = Date.now();
    this.#asked = Date.now();
    this.#place = h('div', { class: 'idle', role: 'alert' });
    document.body.append(this.#place);
    // Work in another tab counts too.
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.addEventListener('message', () => this.#note(Date.now()));
    for (const kind of ['keydown', 'pointerdown', 'wheel']) {
      document.addEventListener(
        kind,
        (event) => {
          if (!(event.target instanceof Node && this.#place.contains(event.target))) this.#done();
        },
        { capture: true, passive: true },
      );
    }
    // Timers stop while a computer sleeps, so the wall clock decides.
    document.addEventListener('visibilitychange', () => this.#look());
    setInterval(() => this.#look(), OFTEN);
  }

  get #length() {
    return (this.#visit.idleSeconds ?? OTHERWISE) * 1000;
  }

  // A person did something here.
  #done() {
    const now = Date.now();
    if (!this.#visit.staff || now - this.#deed >= this.#length) return;
    if (now - this.#deed >= OFTEN) this.#channel.postMessage('deed');
    this.#note(now);
  }

  /** @param {number} now */
  #note(now) {
    this.#deed = now;
    if (this.#place.childElementCount > 0) fill(this.#place);
  }

  #ask() {
    this.#asked = Date.now();
    this.#visit.refresh();
  }

  #look() {
    if (!this.#visit.staff) {
      this.#note(Date.now());
      return;
    }
    const left = this.#deed + this.#length - Date.now();
    if (left <= 0) {
      fill(this.#place);
      this.#visit.lapse();
      return;
    }
    // Reading and writing send no requests, and the service counts from the last request.
    if (Date.now() - this.#asked >= this.#length / KEPT) this.#ask();
    if (left <= TOLD) this.#tell(left);
  }

  /** @param {number} left */
  #tell(left) {
    const minutes = Math.ceil(left / 60_000);
    const title = left > 60_000 ? t('idle_title', { minutes }) : t('idle_soon');
    const shown = /** @type {HTMLElement | null} */ (this.#place.querySelector('h2'));
    if (shown) {
      if (shown.textContent !== title) fill(shown, title);
      return;
    }
    fill(
      this.#place,
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
              const inside = this.#place.contains(document.activeElement);
              this.#channel.postMessage('deed');
              this.#note(Date.now());
              this.#ask();
              if (inside) find(document, '#main').focus({ preventScroll: true });
            },
          },
          t('idle_go_on'),
        ),
      ),
    );
  }
}
