// The result: totals, groups by verdict, and what to do about it. Questions that are still open are
// answered here, and the page follows.

import { kPause } from '../asking.js';
import { fill, h } from '../dom.js';
import { againNotice } from '../form/again.js';
import { placeOf, refusedText } from '../form/issues.js';
import { say, t } from '../language.js';
import { hallPanel } from '../parts/contacts.js';
import { chineseNote, noticeList } from '../parts/notices.js';
import {
  addressOf,
  byQuestion,
  isClaim,
  isEverybodys,
  kGroups,
  narrowed,
  readView,
  sorted,
  sortsFor,
} from '../result/arrange.js';
import { Ask } from '../result/ask.js';
import { basis, contacts, warnings } from '../result/aside.js';
import { Controls } from '../result/controls.js';
import { opened, printWhole, reopen } from '../result/fold.js';
import { claimsSection, expiredSection, grouped, groupSection, groupsNav, laterSection } from '../result/groups.js';
import { summary, updatedText } from '../result/summary.js';
import { Take } from '../result/take.js';
import { totals } from '../result/totals.js';
import { readdress } from '../router.js';
import { isIssues } from '../session.js';
import { trouble, waiting } from '../trouble.js';

export async function resultPage(session, container, query) {
  fill(container, head(), waiting(t('matching')));
  try {
    await session.load();
    const answer = await session.match();
    if (!container.isConnected) return undefined;
    const page = new ResultPage(session, container, readView(query, session.answers.needs), {
      head,
      take: new Take(session),
      address: '#/result',
    });
    page.start(answer);
    return () => page.stop();
  } catch (error) {
    if (!container.isConnected) return undefined;
    if (isIssues(error)) location.replace('#/form');
    else
      fill(
        container,
        head(),
        trouble(error, () => resultPage(session, container, query)),
      );
    return undefined;
  }
}

function head() {
  return h(
    'div',
    { class: 'result-head' },
    h('h1', { tabindex: '-1' }, t('result_title')),
    h(
      'p',
      { class: 'result-links' },
      h('a', { href: '#/form' }, t('result_back')),
      h('a', { href: '#/check' }, t('check_link')),
    ),
  );
}

export class ResultPage {
  /**
   * `head()`: what stands above; `take`: `{element, show(answer)}`, ways to take it away; `address`: of the
   * page; `card`: what the cards' context holds beside the usual.
   */
  constructor(session, container, view, { head: above, take, address, card = {} }) {
    this.session_ = session;
    this.container_ = container;
    this.view_ = view;
    this.turn_ = 0;
    this.ask_ = new Ask(session);
    this.head_ = above;
    this.take_ = take;
    this.address_ = address;
    this.card_ = card;
    this.controls_ = new Controls(view, sortsFor(session.answers.needs), (next) => this.look_(next));
    this.said_ = h('p', { class: 'updated', role: 'status' });
    // Places that are filled anew with each answer; the parts between them stay, with their focus.
    this.top_ = h('div', { class: 'result-top' });
    this.before_ = h('div', { class: 'result-part' });
    this.after_ = h('div', { class: 'result-part' });
    this.aside_ = h('aside', { class: 'result-aside' });
  }

  start(answer) {
    this.show_(answer);
    fill(
      this.container_,
      this.head_(),
      h(
        'div',
        { class: 'result' },
        this.top_,
        this.take_.element,
        this.controls_.element,
        h('div', { class: 'result-groups' }, this.before_, this.ask_.element, this.after_),
        this.aside_,
      ),
      this.said_,
    );
    this.end_printing_ = printWhole();
    this.end_ = this.session_.answers.subscribe(() => this.soon_());
  }

  stop() {
    clearTimeout(this.timer_);
    this.turn_ += 1;
    this.end_();
    this.end_printing_();
  }

  look_(view) {
    readdress(addressOf(view, this.session_.answers.needs, this.address_), view.sort === this.view_.sort);
    this.view_ = view;
    this.redraw_(this.answer_);
  }

  soon_() {
    clearTimeout(this.timer_);
    this.turn_ += 1; // what is on its way belongs to older answers
    this.timer_ = setTimeout(() => this.update_(), kPause);
  }

  async update_() {
    const mine = ++this.turn_;
    try {
      const answer = await this.session_.match();
      if (mine !== this.turn_) return;
      fill(this.ask_.trouble);
      if (answer === this.answer_) return;
      this.redraw_(answer);
      fill(this.said_, updatedText(answer.counts));
    } catch (error) {
      if (mine === this.turn_) this.fail_(error);
    }
  }

  // What is shown is older than the answers now: it says so.
  fail_(error) {
    fill(this.said_, t('result_stale'));
    if (isIssues(error))
      this.ask_.setIssues(
        error.issues.map((issue) => ({ place: placeOf(issue.pointer), message: refusedText(issue) })),
      );
    else
      fill(
        this.ask_.trouble,
        trouble(error, () => this.update_()),
      );
  }

  // The place that the reader looks at stays where it is in the window, and folds stay as they were.
  redraw_(answer) {
    const looked = document.activeElement;
    const was = looked?.getBoundingClientRect().top;
    const open = opened(this.container_);
    this.show_(answer);
    reopen(this.container_, open);
    if (looked?.isConnected && looked !== document.body)
      window.scrollBy({ top: looked.getBoundingClientRect().top - was, behavior: 'instant' });
  }

  show_(answer) {
    this.answer_ = answer;
    const listed = answer.matches.filter(({ verdict }) => verdict !== 'not_applicable');
    const shown = sorted(narrowed(listed, this.view_), this.view_.sort, this.session_.answers.needs);
    const context = {
      ...this.card_,
      vocabulary: (id) => this.session_.fact(id),
      topic: (measure) => this.topic_(measure),
      district: answer.profile.given.district ?? null,
    };
    const support = grouped(shown.filter((match) => match.verdict !== 'undetermined' && !isClaim(match)));
    const claims = grouped(shown.filter((match) => match.verdict !== 'undetermined' && isClaim(match)));
    const open = shown.filter(({ verdict }) => verdict === 'undetermined');
    const section = (group) => (support.has(group) ? groupSection(group, support.get(group), context) : null);

    const groups = byQuestion(open, answer.questions, (fact) => this.session_.answers.askedFor(fact));
    const asked = new Set(groups.flatMap(({ matches }) => matches));
    this.ask_.show(
      groups,
      open.filter((match) => !asked.has(match)),
      context,
      answer.profile.warnings,
    );
    this.controls_.show(listed, context.topic);
    this.take_.show(answer);
    fill(
      this.top_,
      chineseNote(),
      summary(answer),
      totals(answer.totals),
      noticeList(answer.notices),
      againNotice(this.session_.answers.again, context.vocabulary, this.card_.address),
      warnings(answer.profile.warnings, context.vocabulary),
      navigation(support, claims, open),
    );
    fill(this.before_, this.nothing_(listed, shown, answer.counts), section('eligible'), section('conditional'));
    fill(
      this.after_,
      section('near'),
      section('not_eligible'),
      claimsSection(claims, context),
      laterSection(matchesOf(answer, answer.after_registration)),
      expiredSection(
        shown.filter(({ verdict }) => verdict === 'not_in_force'),
        answer.as_of,
      ),
      rest(answer.counts),
    );
    fill(this.aside_, contacts(answer.units, helpful(answer.matches)), hallPanel(context.district), basis(answer));
  }

  nothing_(listed, shown, { eligible, conditional, undetermined }) {
    if (shown.length === 0 && listed.length > 0) {
      return h(
        'div',
        { class: 'notice' },
        h('h2', {}, t('narrowed_none')),
        h('p', {}, t('narrowed_none_text', { n: listed.length })),
        h('button', { type: 'button', class: 'button', click: () => this.controls_.clear() }, t('result_filter_clear')),
      );
    }
    // What everybody has says nothing of this company.
    const everybody = listed.filter((match) => isEverybodys(match)).length;
    if (eligible + conditional > everybody) return null;
    const kind = undetermined > 0 ? 'empty' : 'empty_all';
    return h(
      'div',
      { class: 'notice' },
      h('h2', {}, t(`${everybody > 0 ? 'empty_own' : kind}_title`)),
      h('p', {}, t(`${kind}_text`)),
    );
  }

  // The matches name their topic in Chinese only.
  topic_(measure) {
    return say(this.session_.needs.find(({ id }) => id === measure.topic) ?? {}) || measure.topic_label;
  }
}

function navigation(support, claims, open) {
  const parts = [...support].map(([group, list]) => [group, t(`verdict.${group}`), list.length]);
  if (open.length > 0) parts.push(['undetermined', t('verdict.undetermined'), open.length]);
  parts.sort(([one], [other]) => kGroups.indexOf(one) - kGroups.indexOf(other));
  if (claims.size > 0)
    parts.push(['claims', t('claims_title'), [...claims.values()].reduce((sum, list) => sum + list.length, 0)]);
  return parts.length > 1 ? groupsNav(parts) : null;
}

function matchesOf({ matches }, ids) {
  return matches.filter(({ measure }) => ids.includes(measure.id));
}

function helpful(matches) {
  return new Map(
    matches
      .filter(({ verdict }) => verdict === 'eligible' || verdict === 'conditional')
      .map(({ measure }) => [measure.id, say(measure, 'title')]),
  );
}

function rest({ not_applicable: elsewhere }) {
  return elsewhere > 0 ? h('p', { class: 'muted' }, t('not_listed', { n: elsewhere })) : null;
}
