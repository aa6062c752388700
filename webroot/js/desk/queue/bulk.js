// Chooses matters of the queue and does one thing with all of them: hand over, remind,
// or give to another person.
// The service judges each for itself; what it left is listed with the reason.

import { announce, fill, h } from '../../shared/dom.js';
import { say, t } from '../../shared/language.js';
import { deskTrouble } from '../trouble.js';

export class BulkBar {
  #visit;
  #done;
  /** @type {Map<number, Api.Matter>} those that are shown */
  #shown = new Map();
  /** @type {Set<number>} */
  #chosen = new Set();
  /** @type {Api.Person[] | null} */
  #people = null;
  #to = '';
  #busy = false;
  #bar = h('div', { class: 'bulk', role: 'group', 'aria-label': t('bulk') });
  #said = h('div', { class: 'handlers-said' });
  element = h('div', {}, this.#said, this.#bar);

  /**
   * `done()` is called after a change.
   * @param {Desk.Visit} visit @param {() => unknown} done
   */
  constructor(visit, done) {
    this.#visit = visit;
    this.#done = done;
  }

  /** Whether this member of the staff can do anything with many matters. */
  get isThere() {
    return this.#visit.may('reassign') || this.#visit.person.role === 'clerk';
  }

  /**
   * Follows the list: what is no longer shown is not chosen any more.
   * @param {Api.Matter[]} matters
   */
  follow(matters) {
    this.#shown = new Map(matters.filter(({ turn }) => turn !== null).map((one) => [one.id, one]));
    this.#chosen = new Set([...this.#chosen].filter((id) => this.#shown.has(id)));
    this.#draw();
  }

  /**
   * The box of a line; null for a closed matter.
   * @param {Api.Matter} one
   */
  box(one) {
    if (!this.isThere || one.turn === null) return null;
    const input = h('input', {
      type: 'checkbox',
      'data-choose': one.id,
      'aria-label': t('bulk_choose', { reference: one.reference }),
      change: () => {
        this.#choose(one.id, input.checked);
      },
    });
    input.checked = this.#chosen.has(one.id);
    return h('label', { class: 'matter-box' }, input);
  }

  /** Chooses the matter, or no longer. @param {number} id */
  toggle(id) {
    if (this.isThere && this.#shown.has(id)) this.#choose(id, !this.#chosen.has(id));
  }

  /** Leads to what can be done with the chosen ones, or to the button that chooses all. */
  focus() {
    const first = this.#bar.querySelector('#bulk-over') ?? this.#bar.querySelector('button');
    if (first instanceof HTMLElement) first.focus();
  }

  /** Chooses all that are shown, or none if all are. */
  toggleAll() {
    if (!this.isThere) return;
    const all = this.#chosen.size === this.#shown.size;
    this.#chosen = new Set(all ? [] : this.#shown.keys());
    this.#draw();
  }

  /** @param {number} id @param {boolean} yes */
  #choose(id, yes) {
    if (yes) this.#chosen.add(id);
    else this.#chosen.delete(id);
    this.#draw();
  }

  #draw() {
    for (const input of document.querySelectorAll('[data-choose]')) {
      if (input instanceof HTMLInputElement) input.checked = this.#chosen.has(Number(input.dataset.choose));
    }
    if (!this.isThere || this.#shown.size === 0) return fill(this.#bar);
    const n = this.#chosen.size;
    return fill(
      this.#bar,
      h(
        'button',
        { type: 'button', class: 'button button-quiet', id: 'bulk-all', click: () => this.toggleAll() },
        t(n === this.#shown.size ? 'bulk_none' : 'bulk_all', { n: this.#shown.size }),
      ),
      h('span', { role: 'status' }, t('bulk_chosen', { n })),
      n > 0 ? this.#acts() : null,
    );
  }

  #acts() {
    /** @param {string} id @param {string} label @param {() => unknown} act */
    const button = (id, label, act) => h('button', { type: 'button', class: 'button', id, click: act }, label);
    return [
      button('bulk-over', t('bulk_over'), () => this.#send('hand-overs', {}, 'bulk_over_done')),
      button('bulk-remind', t('bulk_remind'), () => this.#send('reminders', {}, 'bulk_remind_done')),
      this.#visit.may('reassign') ? [this.#person(), button('bulk-give', t('bulk_give'), () => this.#give())] : null,
    ];
  }

  #person() {
    if (!this.#people) this.#load();
    const input = h(
      'select',
      {
        id: 'bulk-to',
        'aria-label': t('bulk_to'),
        change: () => {
          this.#to = input.value;
        },
      },
      h('option', { value: '' }, t('bulk_to')),
      (this.#people ?? []).map(({ id, name, absence }) =>
        h('option', { value: id }, absence ? t('bulk_away', { name, from: absence.from }) : name),
      ),
    );
    input.value = this.#to;
    return input;
  }

  async #load() {
    this.#people = [];
    try {
      const { people } = await this.#visit.get('people');
      this.#people = people.filter(({ active }) => active);
      this.#draw();
    } catch (error) {
      this.#people = null;
      fill(
        this.#said,
        deskTrouble(error, () => this.#load()),
      );
    }
  }

  #give() {
    if (this.#to) this.#send('reassignments', { to: Number(this.#to) }, 'bulk_give_done');
    else document.getElementById('bulk-to')?.focus();
  }

  /** @param {string} what @param {object} more @param {string} said */
  async #send(what, more, said) {
    if (this.#busy) return;
    this.#busy = true;
    fill(this.#said);
    const matters = [...this.#chosen].map((id) => ({ id, revision: this.#shown.get(id)?.revision }));
    try {
      /** @type {Api.BulkAnswer} */
      const answer = await this.#visit.send('POST', `bulk/${what}`, { matters, ...more });
      this.#chosen.clear();
      await this.#done();
      announce(this.#said, result(answer, said));
    } catch (error) {
      announce(
        this.#said,
        deskTrouble(error, () => this.#send(what, more, said)),
      );
    } finally {
      this.#busy = false;
    }
  }
}

/** @param {Api.BulkAnswer} answer @param {string} said */
function result({ done, left }, said) {
  if (left.length === 0) return h('p', { class: 'notice notice-done', role: 'status' }, t(said, { n: done.length }));
  return h(
    'div',
    { class: 'notice notice-trouble', role: 'alert' },
    h('h2', {}, t(said, { n: done.length }), t('bulk_left', { n: left.length })),
    h(
      'ul',
      {},
      left.map((one) =>
        h(
          'li',
          { 'data-left': one.id },
          h('span', { class: 'reference' }, one.reference ?? String(one.id)),
          ' ',
          say(one, 'message'),
        ),
      ),
    ),
  );
}
