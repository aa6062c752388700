// What can be opened for this company, in one list at the head of its result: one press leads to the
// reasons, and the chosen ones are opened without leaving the page.

import { fill, h, reveal } from '../../shared/dom.js';
import { onlyChinese, say, t } from '../../shared/language.js';
import { isForEveryone } from '../../shared/result/arrange.js';
import { isClosed } from '../matter/labels.js';
import { beginMatter, matterThere, refusedOpening } from './matters.js';

const MAY_BE_OPENED = new Set(['eligible', 'conditional', 'undetermined']);
const LISTED = new Set(['eligible', 'conditional']);

/**
 * Whether the window opens a matter for it. What every company gets needs none.
 * @param {Api.Match} match
 */
export function mayBeOpened(match) {
  return MAY_BE_OPENED.has(match.verdict) && !isForEveryone(match);
}

export class OpenMany {
  #record;
  #onOpened;
  /** @type {Map<string, {id: number, reference: string}>} open matters, by measure */
  #there;
  /** @type {Map<string, Api.Match>} */
  #listed = new Map();
  /** @type {Set<string>} */
  #chosen = new Set();
  /** @type {Map<string, unknown>} */
  #failed = new Map();
  #busy = false;
  #title = h('span', {});
  #list = h('ul', { class: 'open-list' });
  #acts = h('div', { class: 'actions' });
  element = h(
    'details',
    { class: 'open-many', hidden: true },
    h('summary', {}, this.#title),
    h('div', { class: 'desk-card' }, this.#list, this.#acts),
  );

  /**
   * `onOpened(made)` is called after each matter that was opened here.
   * @param {Desk.Record} record @param {Api.Matter[]} matters of the applicant
   * @param {(made: Api.MatterWithCode) => unknown} onOpened
   */
  constructor(record, matters, onOpened) {
    this.#record = record;
    this.#onOpened = onOpened;
    this.#there = new Map(matters.filter((one) => !isClosed(one)).map((one) => [one.measure.id, one]));
  }

  /**
   * Follows the answer: what no longer applies is not chosen any more.
   * @param {Api.MatchAnswer} answer
   */
  show({ matches }) {
    const listed = matches.filter((one) => LISTED.has(one.verdict) && mayBeOpened(one));
    this.#listed = new Map(listed.map((one) => [one.measure.id, one]));
    this.#chosen = new Set([...this.#chosen].filter((id) => this.#listed.has(id)));
    this.#draw();
  }

  // The measures without an open matter.
  get #left() {
    return [...this.#listed.keys()].filter((id) => !this.#there.has(id));
  }

  #draw() {
    this.element.hidden = this.#listed.size === 0;
    const left = this.#left.length;
    const there = this.#listed.size - left;
    fill(this.#title, t('open_many', { n: left }), there > 0 ? t('open_many_there', { n: there }) : null);
    fill(
      this.#list,
      [...this.#listed.values()].map((one) => this.#line(one)),
    );
    this.#drawActs();
  }

  #drawActs() {
    const n = this.#chosen.size;
    const left = this.#left;
    this.#acts.hidden = left.length === 0;
    fill(
      this.#acts,
      h(
        'button',
        {
          type: 'button',
          class: 'button button-main',
          'aria-disabled': String(n === 0 || this.#busy),
          click: () => this.#open(),
        },
        this.#busy ? t('saving_staff') : t('open_chosen', { n }),
      ),
      left.length > 1 && n < left.length
        ? h(
            'button',
            {
              type: 'button',
              class: 'button button-quiet',
              click: () => {
                this.#chosen = new Set(left);
                this.#draw();
                this.#acts.querySelector('button')?.focus();
              },
            },
            t('open_all', { n: left.length }),
          )
        : null,
    );
  }

  /** @param {Api.Match} match */
  #line(match) {
    const { id } = match.measure;
    const there = this.#there.get(id);
    const [unit] = match.units;
    return h(
      'li',
      { 'data-opening': id },
      there ? h('span', { class: 'open-sign', 'aria-hidden': 'true' }, '✓') : this.#box(match),
      h(
        'span',
        {},
        h(
          'button',
          { type: 'button', class: 'open-title', click: () => leadTo(id) },
          say(match.measure, 'title'),
          h('span', { class: 'visually-hidden' }, t('open_reasons')),
        ),
        ' ',
        h('span', { class: 'muted', lang: onlyChinese() }, unit ? unit.name : null),
      ),
      h('span', { class: 'muted' }, t(`verdict.${match.verdict}`)),
      there ? matterThere(there) : null,
      this.#failed.has(id)
        ? h(
            'div',
            { class: 'open-said' },
            refusedOpening(this.#record, this.#failed.get(id), (accepts) => this.#openOne(id, accepts)),
          )
        : null,
    );
  }

  /** @param {Api.Match} match */
  #box({ measure }) {
    const box = h('input', {
      type: 'checkbox',
      'aria-label': t('open_choose', { title: say(measure, 'title') }),
      change: () => {
        if (box.checked) this.#chosen.add(measure.id);
        else this.#chosen.delete(measure.id);
        this.#drawActs();
      },
    });
    box.checked = this.#chosen.has(measure.id);
    return h('label', { class: 'open-box' }, box);
  }

  async #open() {
    if (this.#busy || this.#chosen.size === 0) return;
    this.#busy = true;
    this.#draw();
    // One after the other: each change of the record gives the next one its version.
    for (const id of [...this.#chosen]) await this.#openOne(id);
    this.#busy = false;
    this.#draw();
    const done = this.#list.querySelector('.matter-link, .open-said');
    if (done instanceof HTMLElement) reveal(done);
  }

  /** @param {string} id @param {boolean} [accepts] although the authorisation is short */
  async #openOne(id, accepts = false) {
    try {
      const made = await beginMatter(this.#record, id, accepts);
      this.#there.set(id, made);
      this.#chosen.delete(id);
      this.#failed.delete(id);
      this.#onOpened(made);
    } catch (error) {
      this.#failed.set(id, error);
    }
    if (this.element.isConnected) this.#draw();
  }
}

/** @param {string} id of the measure */
function leadTo(id) {
  const title = document.querySelector(`.card[data-measure="${CSS.escape(id)}"] :is(h3, h4)`);
  if (!(title instanceof HTMLElement)) return;
  title.tabIndex = -1;
  reveal(title);
}
