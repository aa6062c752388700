// A list of ticks. A tick opens what it needs to know below itself.

import { fill, h } from '../dom.js';
import { questionField } from '../fields/question.js';
import { factValue } from '../format.js';
import { language, say, t } from '../language.js';
import { holds, isTicked, tick } from './rules.js';

/**
 * The list of a screen. `opened`: the ticks of this visit that have no answer below them yet.
 * @param {Pages.ScreenContext} context @returns {Pages.ScreenBody}
 */
export function ticks(context) {
  const { screen, valueOf, labelledby, deeper, mostRows } = context;
  const asked = screen.options.filter((option) => holds(option.when, valueOf));
  /** @type {Row[]} */
  const rows = asked.map((option) =>
    row(context, option, () => rows.filter((one) => one.option !== option).forEach((one) => one.fold())),
  );
  const groupCount = new Set(asked.map(({ group }) => group)).size;
  const below = Math.max(0, ...asked.map(({ details }) => details.length));
  const isFolded = groupCount > 1 && asked.length + below > mostRows;
  const first = rows.find((one) => one.isTicked())?.option.group;
  const groups = [...new Set(asked.map(({ group }) => group))].map((group, index) => {
    const own = rows.filter(({ option }) => option.group === group);
    if (!group) return { element: plainGroup(own, labelledby), update: () => {} };
    return groupOf(own, {
      id: `${labelledby}-ticks-${index}`,
      deeper,
      fold: isFolded ? { open: group === first } : null,
    });
  });
  const update = () => [...rows, ...groups].forEach((one) => one.update());
  update();
  return {
    element: h(
      'div',
      { class: 'screen-ticks' },
      groups.map(({ element }) => element),
    ),
    update,
  };
}

/** @param {Row[]} rows @param {string} labelledby */
function plainGroup(rows, labelledby) {
  return h(
    'div',
    { class: 'screen-ticks-group', role: 'group', 'aria-labelledby': labelledby },
    rows.map(({ element }) => element),
  );
}

/**
 * The heading of a group; without an English one its options name it.
 * @param {Api.ScreenOption[]} options
 */
function groupName(options) {
  if (language() === 'zh' || options[0].group_en) return say(options[0], 'group');
  return options.map((option) => say(option)).join(t('list_separator'));
}

// Of the folds one is open at a time; the others say how much is ticked in them.
/** @param {Row[]} rows @param {{id: string, deeper: 'h2' | 'h3', fold: {open: boolean} | null}} how */
function groupOf(rows, { id, deeper, fold }) {
  const name = h(deeper, { id, class: 'screen-ticks-title' }, groupName(rows.map(({ option }) => option)));
  const list = rows.map(({ element }) => element);
  if (!fold) {
    const element = h('div', { class: 'screen-ticks-group', role: 'group', 'aria-labelledby': id }, name, list);
    return { element, update: () => {} };
  }
  const count = h('span', { class: 'screen-ticks-count' });
  const update = () => {
    const ticked = rows.filter((one) => one.isTicked()).length;
    fill(count, ticked > 0 ? t('screen_ticked', { n: ticked }) : '');
  };
  const element = h(
    'details',
    { class: 'screen-ticks-group screen-ticks-fold', name: id.replace(/-\d+$/, ''), open: fold.open },
    h('summary', {}, name, count),
    h('div', { role: 'group', 'aria-labelledby': id }, list),
  );
  return { element, update };
}

/**
 * `foldOthers`: this row opens what it asks, so that the others say in a line what they were told.
 * @typedef {{option: Api.ScreenOption, element: HTMLElement, isTicked: () => boolean, fold: () => void,
 *   update: () => void}} Row
 * @param {Pages.ScreenContext} context @param {Api.ScreenOption} option @param {() => void} foldOthers
 * @returns {Row}
 */
function row(context, option, foldOthers) {
  const { screen, valueOf, opened, set } = context;
  const id = `o-${option.id}`;
  const input = h('input', {
    type: 'checkbox',
    id,
    change: () => {
      if (!input.checked) opened.delete(option.id);
      else if (Object.keys(option.sets).length === 0) opened.add(option.id);
      set(tick(screen, option, input.checked, valueOf));
      if (input.checked) foldOthers();
    },
  });
  const ticked = () => isTicked(option, screen, valueOf, opened);
  const details = new Details(context, option.details, ticked, foldOthers);
  const update = () => {
    input.checked = ticked();
    details.update();
  };
  const element = h(
    'div',
    { class: 'screen-tick', 'data-option': option.id },
    h('label', { class: 'screen-tick-label', for: id }, input, h('span', {}, say(option))),
    details.elements,
  );
  return { option, element, isTicked: ticked, fold: () => details.fold(), update };
}

// What is asked below a tick, or, once that is answered and the reader is elsewhere, a line that says it.
class Details {
  #context;
  #facts;
  #isTicked;
  #below = h('div', { class: 'screen-tick-details' });
  #line;
  #isFolded;

  /**
   * @param {Pages.ScreenContext} context @param {string[]} facts @param {() => boolean} ticked
   * @param {() => void} foldOthers
   */
  constructor(context, facts, ticked, foldOthers) {
    this.#context = context;
    this.#facts = facts;
    this.#isTicked = ticked;
    this.#isFolded = this.#isAnswered();
    const open = () => {
      this.#isFolded = false;
      this.update();
      foldOthers();
      const first = this.#below.querySelector('input, select');
      if (first instanceof HTMLElement) first.focus();
    };
    this.#line = h('button', { type: 'button', class: 'screen-tick-told', click: open });
    this.elements = [this.#line, this.#below];
  }

  fold() {
    this.#isFolded = this.#isAnswered();
    this.update();
  }

  update() {
    const { session, screen } = this.#context;
    if (!this.#isTicked()) fill(this.#below);
    else if (this.#below.childElementCount === 0)
      fill(this.#below, detailFields(session, this.#facts, screen.none?.sets ?? {}));
    showOpen(session.answers, this.#below.children);
    this.#isFolded = this.#isFolded && this.#isAnswered();
    this.#below.hidden = this.#isFolded;
    this.#line.hidden = !this.#isFolded;
    const told = this.#isFolded ? this.#answers().join(t('list_separator')) : '';
    fill(this.#line, h('span', {}, told), h('span', {}, t('screen_change')));
  }

  #isAnswered() {
    return this.#isTicked() && this.#answers().length > 0;
  }

  #answers() {
    const { session, valueOf } = this.#context;
    return this.#facts.filter((id) => valueOf(id) !== undefined).map((id) => factValue(session.fact(id), valueOf(id)));
  }
}

/**
 * The fields of `facts`. Who ticked does not mean "none", so that option of `none` is not offered.
 * @param {Pages.Session} session @param {string[]} facts @param {Api.Profile} [none]
 */
export function detailFields(session, facts, none = {}) {
  return facts.flatMap((id) => {
    const fact = session.fact(id);
    if (!fact) return [];
    const options = fact.options?.filter(({ code }) => code !== none[id]);
    return [questionField({ ...fact, options }, session.answers, () => {}).element];
  });
}

/**
 * Shows of the fields those whose questions are asked at the moment.
 * @param {Pages.Answers} answers @param {Iterable<Element>} fields
 */
export function showOpen(answers, fields) {
  for (const field of fields) {
    if (field instanceof HTMLElement) field.hidden = !answers.isOpen(field.dataset.fact ?? '');
  }
}
