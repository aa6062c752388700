// The result: what is worth doing, the groups by verdict, and what is still open. Answers that are
// given here change the page in place.

import { PAUSE } from '../asking.js';
import { fill, h } from '../dom.js';
import { againNotice } from '../form/again.js';
import { placeOf, refusedText } from '../form/issues.js';
import { addWords, say, t } from '../language.js';
import { hallPanel } from '../parts/contacts.js';
import { chineseNote, noticeList } from '../parts/notices.js';
import { addressOf, counted, GROUPS, narrowed, sorted } from './arrange.js';
import { Ask } from './ask.js';
import { basis, contacts, warnings } from './panels.js';
import { Controls } from './controls.js';
import { opened, printWhole, reopen } from './fold.js';
import {
  expiredSection,
  grouped,
  groupSection,
  groupsNav,
  laterSection,
  othersSection,
  universalSection,
} from './groups.js';
import { lead } from './lead.js';
import { MapPanel } from './map_panel.js';
import { isDue, isGeneral, orderFor, worthDoing } from './order.js';
import { sizePanel } from './size_panel.js';
import { summary, updatedText } from './summary.js';
import { totals } from './totals.js';
import { resultWords } from './words.js';
import { readdress } from '../router.js';
import { isIssues } from '../session.js';
import { trouble } from '../trouble.js';

addWords(resultWords);

// The groups of what a company has or can still have by answering.
const APPLIES = ['eligible', 'conditional', 'undetermined'];

export class ResultPage {
  #session;
  #container;
  #view;
  #turn = 0;
  #open;
  #parts;
  #controls;
  #map;
  #said;
  #top;
  #before;
  #after;
  #aside;
  /** @type {(() => unknown)[]} */
  #ends = [];
  /** @type {number | undefined} */
  #timer;
  /** @type {Api.MatchAnswer | null} */
  #answer = null;

  /**
   * @param {Pages.Session} session @param {HTMLElement} container @param {Pages.ResultView} view
   * @param {Pages.ResultParts} parts
   */
  constructor(session, container, view, parts) {
    this.#session = session;
    this.#container = container;
    this.#view = view;
    this.#parts = parts;
    this.#open = parts.open ?? new Ask(session);
    this.#controls = new Controls(view, (/** @type {Pages.ResultView} */ next) => this.#applyView(next));
    this.#map = new MapPanel((item) => this.#applyView({ ...this.#view, item }));
    this.#said = h('p', { class: 'updated', role: 'status' });
    // These are filled again with each answer; the parts between them stay and keep the focus.
    this.#top = h('div', { class: 'result-top' });
    this.#before = h('div', { class: 'result-part' });
    this.#after = h('div', { class: 'result-part' });
    this.#aside = h('aside', { class: 'result-aside' });
  }

  /** @param {Api.MatchAnswer} answer */
  start(answer) {
    this.#show(answer);
    fill(
      this.#container,
      this.#parts.head(),
      h(
        'div',
        { class: 'result' },
        this.#top,
        this.#parts.tools.element,
        this.#map.element,
        this.#controls.element,
        h('div', { class: 'result-groups' }, this.#before, this.#open.element, this.#after),
        this.#aside,
      ),
      this.#said,
    );
    this.#ends = [
      printWhole(),
      this.#session.answers.subscribe(() => this.#soon()),
      this.#parts.marks?.subscribe(() => this.#answer && this.#redraw(this.#answer)) ?? (() => undefined),
    ];
  }

  stop() {
    clearTimeout(this.#timer);
    this.#turn += 1;
    for (const end of this.#ends) end();
  }

  /** @param {Pages.ResultView} view */
  #applyView(view) {
    readdress(addressOf(view, this.#parts.address), view.sort === this.#view.sort);
    this.#view = view;
    this.#controls.set(view);
    if (this.#answer) this.#redraw(this.#answer);
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
      fill(this.#open.trouble);
      if (answer === this.#answer) return;
      this.#redraw(answer);
      fill(this.#said, updatedText(answer));
    } catch (error) {
      if (mine === this.#turn) this.#fail(error);
    }
  }

  // The page now shows an older result than the answers: it says so.
  /** @param {unknown} error */
  #fail(error) {
    fill(this.#said, t('result_stale'));
    if (isIssues(error))
      this.#open.setIssues(
        error.issues.map((/** @type {Api.Issue} */ issue) => ({
          place: placeOf(issue.pointer),
          message: refusedText(issue),
        })),
      );
    else
      fill(
        this.#open.trouble,
        trouble(error, () => this.#update()),
      );
  }

  // The focused element keeps its place in the window, and folds stay as they were.
  /** @param {Api.MatchAnswer} answer */
  #redraw(answer) {
    const looked = document.activeElement;
    const key = looked instanceof HTMLElement ? looked.dataset.stay : undefined;
    const was = looked?.getBoundingClientRect().top ?? 0;
    const open = opened(this.#container);
    this.#show(answer);
    reopen(this.#container, open);
    const again = looked?.isConnected ? looked : key && this.#container.querySelector(`[data-stay="${key}"]`);
    if (!(again instanceof HTMLElement) || again === document.body) return;
    if (again !== looked) again.focus({ preventScroll: true });
    window.scrollBy({ top: again.getBoundingClientRect().top - was, behavior: 'instant' });
  }

  /** @param {Api.MatchAnswer} answer */
  #show(answer) {
    this.#answer = answer;
    const { given } = answer.profile;
    const order = orderFor({
      needs: this.#session.answers.needs,
      given,
      done: (id) => this.#parts.marks?.isDone(id) ?? false,
      fact: (id) => this.#session.fact(id),
    });
    const listed = answer.matches.filter(({ verdict }) => verdict !== 'not_applicable');
    const shown = sorted(narrowed(listed, this.#view), this.#view.sort, order.compare);
    const context = {
      ...this.#context(answer),
      isMinor: (/** @type {Api.Match} */ match) => isGeneral(order.reason(match)),
    };
    const groups = grouped(shown);
    this.#open.show(groups.get('undetermined') ?? [], answer, context);
    this.#controls.show(listed, context.topic);
    this.#map.show(answer.matches, this.#view.item);
    this.#parts.tools.show(answer);
    fill(
      this.#top,
      chineseNote(),
      lead(answer, worthDoing(answer.matches, order)),
      totals(answer.totals),
      summary(answer),
      noticeList(answer.notices),
      againNotice(this.#session.answers.again, context.vocabulary, context.address),
      warnings(answer.profile.warnings, context.vocabulary),
      navigation(shown, this.#foldsOthers(groups)),
    );
    fill(
      this.#before,
      this.#nothing(listed, shown),
      groupSection('eligible', groups.get('eligible'), context),
      groupSection('conditional', groups.get('conditional'), context),
    );
    fill(
      this.#after,
      universalSection(shown, context),
      this.#refused(groups, context),
      laterSection(answer.matches.filter(({ measure }) => answer.after_registration.includes(measure.id))),
      expiredSection(
        shown.filter(({ verdict }) => verdict === 'not_in_force'),
        answer.as_of,
      ),
      rest(answer.counts),
    );
    fill(
      this.#aside,
      sizePanel(answer.profile, context.vocabulary),
      contacts(answer.units, helpful(answer.matches)),
      hallPanel(context.district),
      basis(answer),
    );
  }

  // Of one item a reader wants first what applies; the rest is said in one line.
  /** @param {Map<string, Api.Match[]>} groups */
  #foldsOthers(groups) {
    return this.#view.item !== '' && APPLIES.some((group) => groups.has(group));
  }

  /** @param {Map<string, Api.Match[]>} groups @param {Pages.CardContext} context */
  #refused(groups, context) {
    const [near, others] = [groups.get('near'), groups.get('not_eligible')];
    if (this.#foldsOthers(groups)) return othersSection([...(near ?? []), ...(others ?? [])], context);
    return [
      groupSection('near', near, context),
      groupSection('not_eligible', others, context, this.#view.item !== '' && !near),
    ];
  }

  /** @param {Api.MatchAnswer} answer @returns {Pages.CardContext} */
  #context({ profile: { given } }) {
    const { marks } = this.#parts;
    return {
      ...this.#parts.card,
      vocabulary: (id) => this.#session.fact(id),
      topic: (measure) => this.#topic(measure),
      district: given.district ?? null,
      isGiven: (fact) => given[fact] !== undefined,
      marks: marks ? (match) => marks.row(match) : undefined,
    };
  }

  /** @param {Api.Match[]} listed @param {Api.Match[]} shown */
  #nothing(listed, shown) {
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
    const { eligible, conditional, undetermined, universal } = counted(listed);
    if (eligible + conditional > 0) return null;
    const kind = undetermined > 0 ? 'empty' : 'empty_all';
    return h(
      'div',
      { class: 'notice' },
      h('h2', { class: 'phrases' }, t(`${universal > 0 ? 'empty_own' : kind}_title`)),
      h('p', {}, t(`${kind}_text`)),
    );
  }

  // The matches name their topic in Chinese only.
  /** @param {Api.MatchedMeasure} measure */
  #topic(measure) {
    return say(this.#session.needs.find(({ id }) => id === measure.topic) ?? {}) || measure.topic_label;
  }
}

/** @param {Api.Match[]} shown @param {boolean} foldsOthers */
function navigation(shown, foldsOthers) {
  const own = counted(shown);
  const groups = foldsOthers ? APPLIES : GROUPS;
  const parts = [...groups, 'universal']
    .filter((group) => own[group] > 0)
    .map((group) => /** @type {[string, string, number]} */ ([group, t(`verdict.${group}`), own[group]]));
  return parts.length > 1 ? groupsNav(parts) : null;
}

/** @param {Api.Match[]} matches */
function helpful(matches) {
  return new Map(matches.filter(isDue).map(({ measure }) => [measure.id, say(measure, 'title')]));
}

/** @param {Api.Counts} counts */
function rest({ not_applicable: elsewhere }) {
  return elsewhere > 0 ? h('p', { class: 'muted' }, t('not_listed', { n: elsewhere })) : null;
}
