// The first page of staff who see matters: what waits for whom, the most urgent first.

import { fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { readdress } from '../../shared/router.js';
import { stylesheet } from '../../shared/style.js';
import { waiting } from '../../shared/trouble.js';
import { keepFresh, keepPlace } from '../live.js';
import { clockText } from '../../shared/china_time.js';
import { addressOf, filterBar, isWanted, queryOf, readWanted } from '../queue/filters.js';
import { queueKeys, showKeys } from '../queue/keys.js';
import { matterList } from '../queue/list.js';
import { BulkBar } from '../queue/bulk.js';
import { bulkWords } from '../queue/words.js';
import { viewBar, viewsOf } from '../queue/views.js';
import { deskTrouble, saidNotice } from '../trouble.js';
import { waitingNotice } from '../waiting.js';
import { endingWords } from '../matter/ending_words.js';
import { watchWords } from '../matter/watch_words.js';
import { matterWords } from '../matter/words.js';
import { roomsPart } from './home.js';

addWords({ ...matterWords, ...endingWords, ...watchWords, ...bulkWords });

const PAGE = 50; // of the service

/** Fills `view`; returns what ends the page. */
export async function show(visit, view, argument, query) {
  const place = h('div', { class: 'matter-found' });
  fill(view, h('h1', { tabindex: '-1' }, t('home_title', { name: visit.person.name })), waiting(t('queue_loading')));
  try {
    await Promise.all([visit.offices.load(), stylesheet('/css/desk-matter.css')]);
  } catch (error) {
    return fill(
      view,
      h('h1', { tabindex: '-1' }, t('home_title', { name: visit.person.name })),
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
        h('h1', { tabindex: '-1' }, t('home_title', { name: visit.person.name })),
        visit.may('assist')
          ? h('a', { class: 'button button-main', href: '#/applicants/new' }, t('applicant_new'))
          : null,
      ),
      saidNotice(visit),
      h('p', { class: 'lead' }, t(`home_lead.${visit.person.role}`)),
      queue.views,
      queue.bar,
      queue.waiting,
      queue.bulk.element,
      place,
      roomsPart(visit),
    ),
  );
  await queue.load();
  if (!view.isConnected) return undefined; // the session has ended, or the reader has gone on
  const stopKeys = queue.listen();
  const stopLooks = keepFresh(() => queue.refresh());
  return () => {
    stopKeys();
    stopLooks();
  };
}

class Queue {
  #visit;
  #offered; // the views of the seat, which a session that ends while answers come no longer knows
  #place;
  #wanted;
  #pages; // how many are shown
  #answer;
  #etag;
  #turn;
  #at;

  constructor(visit, place, wanted) {
    this.#visit = visit;
    this.#offered = viewsOf(visit.person);
    this.#place = place;
    this.#wanted = wanted;
    this.#pages = 1;
    this.#answer = null;
    this.#etag = '';
    this.#turn = 0;
    this.views = h('div', {});
    this.bar = h('div', {});
    this.waiting = h('div', {});
    this.bulk = new BulkBar(visit, () => this.load());
    this.#drawViews();
    this.#drawBar();
  }

  /** Until the returned function is called. */
  listen() {
    const views = this.#offered;
    return queueKeys({
      find: () => this.bar.querySelector('#matter-q').focus(),
      step: (by) => this.#step(by),
      choose: () => this.bulk.toggle(Number(document.activeElement?.closest('[data-matter]')?.dataset.matter)),
      all: () => this.bulk.toggleAll(),
      deal: () => this.bulk.focus(),
      view: (index) => {
        if (index < views.length) this.#choose(views[index]);
      },
    });
  }

  /** Asks for what is wanted and shows it, or what went wrong. Only the latest question is answered. */
  async load(searched = false) {
    const turn = ++this.#turn;
    fill(this.#place, waiting(t('queue_loading')));
    try {
      const answer = await this.#ask();
      if (turn !== this.#turn) return;
      if (searched && this.#opens(answer)) return;
      this.#take(answer);
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
      const changed = await this.#visit.getChanged(`matters${queryOf(this.#wanted)}`, this.#etag);
      if (turn !== this.#turn) return;
      if (changed) {
        const answer = await this.#ask(changed);
        if (turn === this.#turn) keepPlace(this.#place, () => this.#take(answer));
      } else fill(this.#place.querySelector('.fresh'), t('queue_fresh', { time: clockText() }));
    } catch {
      const fresh = this.#place.querySelector('.fresh');
      if (turn === this.#turn && fresh) fill(fresh, t('queue_stale', { time: this.#at }));
    }
    this.#at = clockText();
  }

  // The pages that are shown, as one answer; the numbers are those of the first.
  async #ask(first = null) {
    const { record, etag } = first ?? (await this.#visit.getVersion(`matters${queryOf(this.#wanted)}`));
    const matters = [...record.matters];
    let { next } = record;
    for (let page = 1; page < this.#pages && next; page += 1) {
      const more = await this.#visit.get(`matters${queryOf(this.#wanted, { after: next })}`);
      matters.push(...more.matters);
      ({ next } = more);
    }
    return { ...record, matters, next, etag };
  }

  async #more() {
    const shown = this.#answer.matters.length;
    this.#pages += 1;
    const turn = ++this.#turn;
    try {
      const answer = await this.#ask();
      if (turn !== this.#turn) return;
      this.#take(answer);
      this.#links()[shown]?.focus();
    } catch (error) {
      this.#pages -= 1;
      if (turn === this.#turn)
        fill(
          this.#place.querySelector('.queue-more'),
          deskTrouble(error, () => this.#more()),
        );
    }
  }

  // A whole reference leads to its matter.
  #opens({ matters, counts }) {
    const typed = this.#wanted.q.replace(/[\s-]/g, '').toUpperCase();
    if (counts.found !== 1 || matters[0].reference !== typed) return false;
    window.location.hash = `#/matter/${matters[0].id}`;
    return true;
  }

  #choose(view) {
    this.#change({ view, q: '', from: '', to: '' });
    this.views.querySelector('[aria-pressed="true"]')?.focus();
  }

  #change(part, searched = false) {
    Object.assign(this.#wanted, part);
    readdress(addressOf(this.#wanted));
    this.#pages = 1;
    if ('applicant' in part || 'view' in part) {
      this.#drawViews();
      this.#drawBar();
      if (searched) this.bar.querySelector('#matter-q').focus();
    }
    this.load(searched);
  }

  #drawViews() {
    const counts = this.#answer?.counts ?? null;
    keepPlace(this.views, () =>
      fill(
        this.views,
        viewBar(this.#offered, this.#wanted.view, counts, (view) => this.#choose(view)),
      ),
    );
  }

  #drawBar() {
    fill(
      this.bar,
      filterBar(this.#visit, this.#wanted, (part, searched) => this.#change(part, searched)),
    );
  }

  #links() {
    return [...this.#place.querySelectorAll('.matter-line-link')];
  }

  #step(by) {
    const links = this.#links();
    const at = links.indexOf(document.activeElement);
    links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  }

  #take(answer) {
    this.#answer = answer;
    this.#etag = answer.etag;
    this.#at = clockText();
    this.#drawViews();
    this.bulk.follow(answer.matters);
    const { matters, today, counts, next, withdrawals } = answer;
    keepPlace(this.waiting, () => fill(this.waiting, waitingNotice(withdrawals, today)));
    fill(
      this.#place,
      matters.length > 0
        ? [
            h(
              'div',
              { class: 'matter-tools' },
              h(
                'p',
                { class: 'muted', role: 'status' },
                t('queue_found', { n: counts.found }),
                next ? `，${t('queue_shown', { n: matters.length })}` : null,
                ' · ',
                h('span', { class: 'fresh' }, t('queue_fresh', { time: this.#at })),
              ),
              h(
                'div',
                { class: 'exports' },
                this.#exports(),
                h('button', { type: 'button', class: 'keys-button', click: showKeys }, t('keys_title'), ' ?'),
              ),
            ),
            matterList(matters, { today, county: this.#visit.person.county }, (one) => this.bulk.box(one)),
          ]
        : this.#nothing(),
      next
        ? h(
            'div',
            { class: 'actions queue-more' },
            h(
              'button',
              { type: 'button', class: 'button', click: () => this.#more() },
              t('queue_more', { n: Math.min(PAGE, counts.found - matters.length) }),
            ),
          )
        : null,
    );
  }

  #nothing() {
    const fresh = h('p', { class: 'muted fresh' }, t('queue_fresh', { time: this.#at }));
    if (!isWanted(this.#wanted)) {
      return h(
        'div',
        { class: 'notice', role: 'status' },
        h('h2', {}, t('queue_none_title')),
        h('p', {}, t(`queue_none_text.${this.#visit.person.role}`)),
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
      'span',
      {},
      t('exports'),
      ['csv', 'xlsx'].map((kind) => [
        ' ',
        h('a', { href: `/api/v1/hall/matters.${kind}${queryOf(this.#wanted)}`, download: true }, t(`export_${kind}`)),
      ]),
    );
  }
}
