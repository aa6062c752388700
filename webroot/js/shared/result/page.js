// The result: totals, groups by verdict, and next steps. Open questions are answered here, and the
// page follows.

import { PAUSE } from '../asking.js';
import { fill, h } from '../dom.js';
import { againNotice } from '../form/again.js';
import { placeOf, refusedText } from '../form/issues.js';
import { say, t } from '../language.js';
import { hallPanel } from '../parts/contacts.js';
import { chineseNote, noticeList } from '../parts/notices.js';
import { addressOf, byQuestion, isClaim, isForEveryone, GROUPS, narrowed, sorted, sortsFor } from './arrange.js';
import { Ask } from './ask.js';
import { basis, contacts, warnings } from './panels.js';
import { Controls } from './controls.js';
import { opened, printWhole, reopen } from './fold.js';
import { claimsSection, expiredSection, grouped, groupSection, groupsNav, laterSection } from './groups.js';
import { summary, updatedText } from './summary.js';
import { totals } from './totals.js';
import { readdress } from '../router.js';
import { isIssues } from '../session.js';
import { trouble } from '../trouble.js';

export class ResultPage {
  #session;
  #container;
  #view;
  #turn;
  #ask;
  #head;
  #tools;
  #address;
  #card;
  #controls;
  #said;
  #top;
  #before;
  #after;
  #aside;
  #endPrinting;
  #end;
  #timer;
  #answer;

  /**
   * `head()` draws the top; `tools`: `{element, show(answer)}`, what can be done with the answer;
   * `address`: of the page; `card`: additions to the cards' context.
   */
  constructor(session, container, view, { head, tools, address, card = {} }) {
    this.#session = session;
    this.#container = container;
    this.#view = view;
    this.#turn = 0;
    this.#ask = new Ask(session);
    this.#head = head;
    this.#tools = tools;
    this.#address = address;
    this.#card = card;
    this.#controls = new Controls(view, sortsFor(session.answers.needs), (next) => this.#applyView(next));
    this.#said = h('p', { class: 'updated', role: 'status' });
    // These are filled again with each answer; the parts between them stay and keep the focus.
    this.#top = h('div', { class: 'result-top' });
    this.#before = h('div', { class: 'result-part' });
    this.#after = h('div', { class: 'result-part' });
    this.#aside = h('aside', { class: 'result-aside' });
  }

  start(answer) {
    this.#show(answer);
    fill(
      this.#container,
      this.#head(),
      h(
        'div',
        { class: 'result' },
        this.#top,
        this.#tools.element,
        this.#controls.element,
        h('div', { class: 'result-groups' }, this.#before, this.#ask.element, this.#after),
        this.#aside,
      ),
      this.#said,
    );
    this.#endPrinting = printWhole();
    this.#end = this.#session.answers.subscribe(() => this.#soon());
  }

  stop() {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#end();
    this.#endPrinting();
  }

  #applyView(view) {
    readdress(addressOf(view, this.#session.answers.needs, this.#address), view.sort === this.#view.sort);
    this.#view = view;
    this.#redraw(this.#answer);
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#turn += 1; // a pending result belongs to older answers
    this.#timer = setTimeout(() => this.#update(), PAUSE);
  }

  async #update() {
    const mine = ++this.#turn;
    try {
      const answer = await this.#session.match();
      if (mine !== this.#turn) return;
      fill(this.#ask.trouble);
      if (answer === this.#answer) return;
      this.#redraw(answer);
      fill(this.#said, updatedText(answer.counts));
    } catch (error) {
      if (mine === this.#turn) this.#fail(error);
    }
  }

  // The page now shows an older result than the answers: it says so.
  #fail(error) {
    fill(this.#said, t('result_stale'));
    if (isIssues(error))
      this.#ask.setIssues(
        error.issues.map((issue) => ({ place: placeOf(issue.pointer), message: refusedText(issue) })),
      );
    else
      fill(
        this.#ask.trouble,
        trouble(error, () => this.#update()),
      );
  }

  // The focused element keeps its place in the window, and folds stay as they were.
  #redraw(answer) {
    const looked = document.activeElement;
    const was = looked?.getBoundingClientRect().top;
    const open = opened(this.#container);
    this.#show(answer);
    reopen(this.#container, open);
    if (looked?.isConnected && looked !== document.body)
      window.scrollBy({ top: looked.getBoundingClientRect().top - was, behavior: 'instant' });
  }

  #show(answer) {
    this.#answer = answer;
    const listed = answer.matches.filter(({ verdict }) => verdict !== 'not_applicable');
    const shown = sorted(narrowed(listed, this.#view), this.#view.sort, this.#session.answers.needs);
    const context = {
      ...this.#card,
      vocabulary: (id) => this.#session.fact(id),
      topic: (measure) => this.#topic(measure),
      district: answer.profile.given.district ?? null,
    };
    const support = grouped(shown.filter((match) => match.verdict !== 'undetermined' && !isClaim(match)));
    const claims = grouped(shown.filter((match) => match.verdict !== 'undetermined' && isClaim(match)));
    const open = shown.filter(({ verdict }) => verdict === 'undetermined');
    const section = (group) => (support.has(group) ? groupSection(group, support.get(group), context) : null);

    const groups = byQuestion(open, answer.questions, (fact) => this.#session.answers.askedFor(fact));
    const asked = new Set(groups.flatMap(({ matches }) => matches));
    this.#ask.show(
      groups,
      open.filter((match) => !asked.has(match)),
      context,
      answer.profile.warnings,
    );
    this.#controls.show(listed, context.topic);
    this.#tools.show(answer);
    fill(
      this.#top,
      chineseNote(),
      summary(answer),
      totals(answer.totals),
      noticeList(answer.notices),
      againNotice(this.#session.answers.again, context.vocabulary, this.#card.address),
      warnings(answer.profile.warnings, context.vocabulary),
      navigation(support, claims, open),
    );
    fill(this.#before, this.#nothing(listed, shown, answer.counts), section('eligible'), section('conditional'));
    fill(
      this.#after,
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
    fill(this.#aside, contacts(answer.units, helpful(answer.matches)), hallPanel(context.district), basis(answer));
  }

  #nothing(listed, shown, { eligible, conditional, undetermined }) {
    if (shown.length === 0 && listed.length > 0) {
      return h(
        'div',
        { class: 'notice' },
        h('h2', {}, t('narrowed_none')),
        h('p', {}, t('narrowed_none_text', { n: listed.length })),
        h('button', { type: 'button', class: 'button', click: () => this.#controls.clear() }, t('result_filter_clear')),
      );
    }
    // Services for every company say nothing about this one.
    const everybody = listed.filter((match) => isForEveryone(match)).length;
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
  #topic(measure) {
    return say(this.#session.needs.find(({ id }) => id === measure.topic) ?? {}) || measure.topic_label;
  }
}

function navigation(support, claims, open) {
  const parts = [...support].map(([group, list]) => [group, t(`verdict.${group}`), list.length]);
  if (open.length > 0) parts.push(['undetermined', t('verdict.undetermined'), open.length]);
  parts.sort(([one], [other]) => GROUPS.indexOf(one) - GROUPS.indexOf(other));
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
