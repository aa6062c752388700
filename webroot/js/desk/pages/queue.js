// The desk's first page for those who see matters: what presses comes first.

import { fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { readdress } from '../../shared/router.js';
import { stylesheet } from '../../shared/style.js';
import { waiting } from '../../shared/trouble.js';
import { keepFresh, keepPlace } from '../live.js';
import { clockText } from '../../shared/china_time.js';
import { addressOf, filterBar, isWanted, queryOf, readWanted } from '../queue/filters.js';
import { matterGroups } from '../queue/list.js';
import { hallTrouble, saidNotice } from '../trouble.js';
import { matterWords } from '../words/matter.js';
import { roomsPart } from './home.js';

addWords(matterWords);

/** Fills `view`; returns what ends the page. */
export async function show(visit, view, argument, query) {
  const place = h('div', { class: 'matter-found' });
  fill(view, h('h1', { tabindex: '-1' }, t('home_title', { name: visit.staff.name })), waiting(t('queue_loading')));
  try {
    await Promise.all([visit.places.load(), stylesheet('/css/hall-matter.css')]);
  } catch (error) {
    return fill(
      view,
      h('h1', { tabindex: '-1' }, t('home_title', { name: visit.staff.name })),
      hallTrouble(error, () => show(visit, view, argument, query)),
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
  constructor(visit, place, wanted) {
    this.visit_ = visit;
    this.place_ = place;
    this.wanted_ = wanted;
    this.shown_ = new Map();
    this.answer_ = null;
    this.turn_ = 0;
    this.bar = h('div', {});
    this.drawBar_();
  }

  /** Asks for what is wanted and shows it, or what went wrong. Only the latest question is answered. */
  async load() {
    const turn = ++this.turn_;
    fill(this.place_, waiting(t('queue_loading')));
    try {
      const answer = await this.ask_();
      if (turn === this.turn_) this.take_(answer);
    } catch (error) {
      if (turn === this.turn_)
        fill(
          this.place_,
          hallTrouble(error, () => this.load()),
        );
    }
  }

  /** Shows what has changed since; what cannot be asked stays, and is said to be old. */
  async refresh() {
    const turn = this.turn_;
    try {
      const answer = await this.ask_();
      if (turn !== this.turn_) return;
      const same = JSON.stringify(answer) === JSON.stringify(this.answer_);
      if (same) fill(this.place_.querySelector('.fresh'), t('queue_fresh', { time: clockText() }));
      else keepPlace(this.place_, () => this.take_(answer));
    } catch {
      const fresh = this.place_.querySelector('.fresh');
      if (turn === this.turn_ && fresh) fill(fresh, t('queue_stale', { time: this.at_ }));
    }
    this.at_ = clockText();
  }

  ask_() {
    return this.visit_.get(`matters${queryOf(this.wanted_)}`);
  }

  change_(part) {
    Object.assign(this.wanted_, part);
    readdress(addressOf(this.wanted_));
    this.shown_.clear();
    if ('applicant' in part) this.drawBar_();
    this.load();
  }

  drawBar_() {
    fill(
      this.bar,
      filterBar(this.visit_, this.wanted_, (part) => this.change_(part)),
    );
  }

  take_(answer) {
    this.answer_ = answer;
    this.at_ = clockText();
    const {
      matters,
      counts: { unassigned },
    } = answer;
    fill(
      this.bar.querySelector('.tick-unassigned'),
      unassigned ? t('queue_unassigned_n', { n: unassigned }) : t('queue_unassigned'),
    );
    fill(
      this.place_,
      matters.length > 0
        ? h(
            'div',
            { class: 'matter-tools' },
            h(
              'p',
              { class: 'muted', role: 'status' },
              t('queue_found', { n: matters.length }),
              ' · ',
              h('span', { class: 'fresh' }, t('queue_fresh', { time: this.at_ })),
            ),
            this.exports_(),
          )
        : null,
      answer.more ? h('p', { class: 'notice', role: 'status' }, t('queue_too_many')) : null,
      matters.length > 0 ? matterGroups(matters, this.shown_) : this.nothing_(),
    );
  }

  nothing_() {
    const fresh = h('p', { class: 'muted fresh' }, t('queue_fresh', { time: this.at_ }));
    if (!isWanted(this.wanted_)) {
      return h(
        'div',
        { class: 'notice', role: 'status' },
        h('h2', {}, t('queue_none_title')),
        h('p', {}, t(`queue_none_text.${this.visit_.staff.role}`)),
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
            this.wanted_ = readWanted(new URLSearchParams());
            this.change_({ applicant: '' });
            this.bar.querySelector('input').focus();
          },
        },
        t('queue_clear'),
      ),
    );
  }

  exports_() {
    if (!this.visit_.may('export')) return null;
    return h(
      'p',
      { class: 'exports' },
      t('exports'),
      ['csv', 'xlsx'].map((kind) => [
        ' ',
        h('a', { href: `/api/v1/hall/matters.${kind}${queryOf(this.wanted_)}`, download: true }, t(`export_${kind}`)),
      ]),
    );
  }
}
