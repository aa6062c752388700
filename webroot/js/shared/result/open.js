// What is still open, in kinds: one more screen, only if you plan it, other answers, and what only an
// authority knows. The rows of plans stay in place while the reader ticks.

import { fill, h } from '../dom.js';
import { say, t } from '../language.js';
import * as library from '../library.js';
import { byQuestion } from './arrange.js';
import { factLink } from './details.js';
import { opened, reopen } from './fold.js';
import { cards } from './groups.js';
import { openKinds } from './kinds.js';
import { Plans } from './plans.js';

export class Open {
  #session;
  #plans;
  #title;
  #screen;
  #planned;
  #planCount;
  #planRest;
  #rest;

  /** `session` for the vocabulary and the answers. @param {Pages.Session} session */
  constructor(session) {
    this.#session = session;
    this.#plans = new Plans(session);
    this.#title = h('span', { class: 'group-count' });
    this.#screen = h('div', {});
    this.#planCount = h('span', { class: 'group-count' });
    this.#planRest = h('div', {});
    this.#planned = h(
      'section',
      { class: 'open-kind', 'data-kind': 'plan' },
      h('h3', {}, t('open_plan'), this.#planCount),
      h('p', { class: 'muted' }, t('open_plan_note')),
      this.#plans.element,
      this.#planRest,
    );
    this.#rest = h('div', {});
    this.trouble = h('div', {});
    this.element = h(
      'section',
      { class: 'group group-undetermined open', id: 'g-undetermined' },
      h('h2', { tabindex: '-1' }, t('open_title'), this.#title),
      this.#screen,
      this.#planned,
      this.#rest,
      this.trouble,
    );
  }

  /**
   * @param {Api.Match[]} open @param {Api.MatchAnswer} answer @param {Pages.CardContext} context
   */
  show(open, answer, context) {
    const next = /** @type {{next_screen?: Pages.NextScreen | null}} */ (answer).next_screen ?? null;
    const kinds = openKinds(open, next, context.vocabulary);
    /** @param {string} fact */
    const askedFor = (fact) => this.#session.answers.askedFor(fact);
    const isOpen = opened(this.element);
    fill(this.#title, t('group_count', { n: open.length }));
    fill(this.#screen, next ? screenPart(next, kinds.screen, context) : null);
    const groups = byQuestion(kinds.plan, answer.questions, askedFor);
    this.#plans.show(groups);
    fill(this.#planCount, t('group_count', { n: kinds.plan.length }));
    fill(this.#planRest, listed('plan', kinds.plan, context));
    this.#planned.hidden = this.#plans.count + kinds.plan.length === 0;
    fill(
      this.#rest,
      askedPart(kinds.asked, byQuestion(kinds.asked, answer.questions, askedFor), context),
      authorityPart(kinds.authority, context),
    );
    reopen(this.element, isOpen);
    this.element.dataset.count = String(open.length);
    this.element.hidden = open.length === 0 && this.#planned.hidden && next === null;
  }

  /** What the service refused is shown beside the plan, or with the trouble. @param {Pages.PlacedIssue[]} issues */
  setIssues(issues) {
    const others = issues.filter((issue) => !this.#plans.setIssue(issue));
    fill(
      this.trouble,
      others.length > 0
        ? h(
            'div',
            { class: 'notice notice-issues' },
            others.map(({ message, place }) =>
              h('p', {}, place ? h('a', { href: `#/form/${encodeURIComponent(place)}` }, message) : message),
            ),
          )
        : null,
    );
  }
}

/** @param {Pages.NextScreen} next @param {Api.Match[]} matches @param {Pages.CardContext} context */
function screenPart(next, matches, context) {
  return h(
    'section',
    { class: 'open-kind', 'data-kind': 'screen' },
    h('h3', {}, t('open_screen'), count(matches)),
    askOf(next.id),
    h(
      'p',
      { class: 'actions' },
      h(
        'a',
        { class: 'button button-main', href: `#/screen/${encodeURIComponent(next.id)}`, 'data-screen': next.id },
        t('open_screen_go', { n: next.decides.length }),
      ),
    ),
    listed('screen', matches, context),
  );
}

/** The screens that came before, so that drawing again moves nothing. @type {Api.Screen[]} */
let known = [];

// What the screen asks, once it is there; the button does without it.
/** @param {string} id */
function askOf(id) {
  const place = h('p', { class: 'open-ask' });
  const show = () => fill(place, say(known.find((screen) => screen.id === id) ?? {}, 'ask'));
  show();
  library.screens().then(
    (all) => {
      known = all;
      show();
    },
    () => place.remove(),
  );
  return place;
}

/** @param {Api.Match[]} matches @param {Pages.OpenGroup[]} groups @param {Pages.CardContext} context */
function askedPart(matches, groups, context) {
  if (matches.length === 0) return null;
  return h(
    'section',
    { class: 'open-kind', 'data-kind': 'asked' },
    h('h3', {}, t('open_asked'), count(matches)),
    h('p', { class: 'muted' }, t('open_asked_note')),
    h(
      'ul',
      { class: 'links open-questions' },
      groups.map(({ fact, matches: own }) =>
        h(
          'li',
          {},
          factLink(fact, context.vocabulary),
          h('span', { class: 'muted' }, ` ${t('group_count', { n: own.length })}`),
        ),
      ),
    ),
    listed('asked', matches, context),
  );
}

/** @param {Api.Match[]} matches @param {Pages.CardContext} context */
function authorityPart(matches, context) {
  if (matches.length === 0) return null;
  return h(
    'section',
    { class: 'open-kind', 'data-kind': 'authority' },
    h('h3', {}, t('open_authority'), count(matches)),
    h('p', { class: 'muted' }, t('open_authority_note')),
    cards('authority', matches, { ...context, level: 'h4' }),
  );
}

/** @param {string} kind @param {Api.Match[]} matches @param {Pages.CardContext} context */
function listed(kind, matches, context) {
  if (matches.length === 0) return null;
  return h(
    'details',
    { class: 'fold helps-fold', 'data-fold': `helps-${kind}` },
    h('summary', {}, t('helps', { n: matches.length })),
    cards(`helps-${kind}`, matches, { ...context, level: 'h4' }),
  );
}

/** @param {Api.Match[]} matches */
function count(matches) {
  return h('span', { class: 'group-count' }, t('group_count', { n: matches.length }));
}
