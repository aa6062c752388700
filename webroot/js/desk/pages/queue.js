// The first page of staff who see matters: urgent ones come first.

import { fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { readdress } from '../../shared/router.js';
import { stylesheet } from '../../shared/style.js';
import { waiting } from '../../shared/trouble.js';
import { keepFresh, keepPlace } from '../live.js';
import { clockText } from '../../shared/china_time.js';
import { addressOf, filterBar, isWanted, queryOf, readWanted } from '../queue/filters.js';
import { matterGroups } from '../queue/list.js';
import { deskTrouble, saidNotice } from '../trouble.js';
import { matterWords } from '../matter/words.js';
import { roomsPart } from './home.js';

addWords(matterWords);

/** Fills `view`; returns what ends the page. */
export async function show(visit, view, argument, query) {
  const place = h('div', { class: 'matter-found' });
  fill(view, h('h1', { tabindex: '-1' }, t('home_title', { name: visit.staff.name })), waiting(t('queue_loading')));
  try {
    await Promise.all([visit.offices.load(), stylesheet('/css/desk-matter.css')]);
  } catch (error) {
    return fill(
      view,
      h('h1', { tabindex: '-1' }, t('home_title', { name: visit.staff.name })),
      deskTrouble(error, () => show(visit, view, argument, query)),
    );
  }
  if (!view.isConnected) return undefined;
  const queue = new Queue(visit, place, readWanted(query));
  fill(
    view,
    h(
      'div',
      { class: 'desk' },
      h(
        'div',
        { class: 'desk-head' },
        h('h1', { tabindex: '-1' }, t('home_title', { name: visit.staff.name })),
        visit.may('assist')
          ? h('a', { class: 'button button-main', href: '#/applicants/new' }, t('applicant_new'))
          : null,
      ),
      saidNotice(visit),
      h('p', { class: 'lead' }, t(`home_lead.${visit.staff.role}`)),
      queue.bar,
      place,
      roomsPart(visit),
    ),
  );
  await queue.load();
  return keepFresh(() => queue.refresh());
}

class Queue {
  #visit;
  #place;
  #wanted;
  #shown;
  #answer;
  #turn;
  #at;

  constructor(visit, place, wanted) {
    this.#visit = visit;
    this.#place = place;
    this.#wanted = wanted;
    this.#shown = new Map();
    this.#answer = null;
    this.#turn = 0;
    this.bar = h('div', {});
    this.#drawBar();
  }

  /** Asks for what is wanted and shows it, or what went wrong. Only the latest question is answered. */
  async load() {
    const turn = ++this.#turn;
    fill(this.#place, waiting(t('queue_loading')));
    try {
      const answer = await this.#ask();
      if (turn === this.#turn) this.#take(answer);
    } catch (error) {
      if (turn === this.#turn)
        fill(
          this.#place,
          deskTrouble(error, () => this.load()),
        );
    }
  }

  /** Shows what has changed since; what cannot be asked stays, and is said to be old. */
  async refresh() {
    const turn = this.#turn;
    try {
      const answer = await this.#ask();
      if (turn !== this.#turn) return;
      const same = JSON.stringify(answer) === JSON.stringify(this.#answer);
      if (same) fill(this.#place.querySelector('.fresh'), t('queue_fresh', { time: clockText() }));
      else keepPlace(this.#place, () => this.#take(answer));
    } catch {
      const fresh = this.#place.querySelector('.fresh');
      if (turn === this.#turn && fresh) fill(fresh, t('queue_stale', { time: this.#at }));
    }
    this.#at = clockText();
  }

  #ask() {
    return this.#visit.get(`matters${queryOf(this.#wanted)}`);
  }

  #change(part) {
    Object.assign(this.#wanted, part);
    readdress(addressOf(this.#wanted));
    this.#shown.clear();
    if ('applicant' in part) this.#drawBar();
    this.load();
  }

  #drawBar() {
    fill(
      this.bar,
      filterBar(this.#visit, this.#wanted, (part) => this.#change(part)),
    );
  }

  #take(answer) {
    this.#answer = answer;
    this.#at = clockText();
    const {
      matters,
      counts: { unassigned },
    } = answer;
    fill(
      this.bar.querySelector('.tick-unassigned'),
      unassigned ? t('queue_unassigned_n', { n: unassigned }) : t('queue_unassigned'),
    );
    fill(
      this.#place,
      matters.length > 0
        ? h(
            'div',
            { class: 'matter-tools' },
            h(
              'p',
              { class: 'muted', role: 'status' },
              t('queue_found', { n: matters.length }),
              ' · ',
              h('span', { class: 'fresh' }, t('queue_fresh', { time: this.#at })),
            ),
            this.#exports(),
          )
        : null,
      answer.more ? h('p', { class: 'notice', role: 'status' }, t('queue_too_many')) : null,
      matters.length > 0 ? matterGroups(matters, this.#shown) : this.#nothing(),
    );
  }

  #nothing() {
    const fresh = h('p', { class: 'muted fresh' }, t('queue_fresh', { time: this.#at }));
    if (!isWanted(this.#wanted)) {
      return h(
        'div',
        { class: 'notice', role: 'status' },
        h('h2', {}, t('queue_none_title')),
        h('p', {}, t(`queue_none_text.${this.#visit.staff.role}`)),
        fresh,
      );
    }
    return h(
      'div',
      { class: 'notice', role: 'status' },
      h('p', {}, t('queue_none_found')),
      fresh,
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          click: () => {
            this.#wanted = readWanted(new URLSearchParams());
            this.#change({ applicant: '' });
            this.bar.querySelector('input').focus();
          },
        },
        t('queue_clear'),
      ),
    );
  }

  #exports() {
    if (!this.#visit.may('export')) return null;
    return h(
      'p',
      { class: 'exports' },
      t('exports'),
      ['csv', 'xlsx'].map((kind) => [
        ' ',
        h('a', { href: `/api/v1/hall/matters.${kind}${queryOf(this.#wanted)}`, download: true }, t(`export_${kind}`)),
      ]),
    );
  }
}
