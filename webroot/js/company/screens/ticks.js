// A list of ticks. A tick opens what it needs to know below itself.

import { fill, h } from '../../shared/dom.js';
import { questionField } from '../../shared/fields/question.js';
import { onlyChinese, say } from '../../shared/language.js';
import { holds, isTicked, tick } from './rules.js';

const MOST_ROWS = 12; // that a reader takes in at once; more are folded by group

/**
 * The list of a screen. `opened`: the ticks of this visit that have no answer below them yet.
 * @param {Pages.ScreenContext} context @returns {Pages.ScreenBody}
 */
export function ticks(context) {
  const { screen, valueOf } = context;
  const asked = screen.options.filter((option) => holds(option.when, valueOf));
  const rows = asked.map((option) => row(context, option));
  const isFolded = asked.length > MOST_ROWS;
  const groups = [...new Set(asked.map(({ group }) => group))].map((group, index) => {
    const own = rows.filter(({ option }) => option.group === group);
    return group ? groupOf(own, index, isFolded) : plainGroup(own);
  });
  const update = () => rows.forEach((one) => one.update());
  update();
  return { element: h('div', { class: 'screen-ticks' }, groups), update };
}

/** @param {Row[]} rows */
function plainGroup(rows) {
  return h(
    'div',
    { class: 'screen-ticks-group', role: 'group', 'aria-labelledby': 'screen-ask' },
    rows.map(({ element }) => element),
  );
}

/** @param {Row[]} rows @param {number} index @param {boolean} isFolded */
function groupOf(rows, index, isFolded) {
  const id = `ticks-${index}`;
  const { option } = rows[0];
  const name = h(
    'h2',
    { id, class: 'screen-ticks-title', lang: option.group_en ? null : onlyChinese() },
    say(option, 'group'),
  );
  const list = rows.map(({ element }) => element);
  if (!isFolded) return h('div', { class: 'screen-ticks-group', role: 'group', 'aria-labelledby': id }, name, list);
  return h(
    'details',
    { class: 'screen-ticks-group screen-ticks-fold', open: rows.some((one) => one.isTicked()) },
    h('summary', {}, name),
    h('div', { role: 'group', 'aria-labelledby': id }, list),
  );
}

/**
 * @typedef {{option: Api.ScreenOption, element: HTMLElement, isTicked: () => boolean, update: () => void}} Row
 * @param {Pages.ScreenContext} context @param {Api.ScreenOption} option @returns {Row}
 */
function row({ session, screen, valueOf, opened, set }, option) {
  const id = `o-${option.id}`;
  const input = h('input', {
    type: 'checkbox',
    id,
    change: () => {
      if (!input.checked) opened.delete(option.id);
      else if (Object.keys(option.sets).length === 0) opened.add(option.id);
      set(tick(screen, option, input.checked, valueOf));
    },
  });
  const below = h('div', { class: 'screen-tick-details' });
  const ticked = () => isTicked(option, screen, valueOf, opened);
  const update = () => {
    input.checked = ticked();
    if (!input.checked) fill(below);
    else if (below.childElementCount === 0) fill(below, detailFields(session, option.details, screen.none?.sets ?? {}));
    showOpen(session.answers, below.children);
  };
  const element = h(
    'div',
    { class: 'screen-tick', 'data-option': option.id },
    h('label', { class: 'screen-tick-label', for: id }, input, h('span', {}, say(option))),
    below,
  );
  return { option, element, isTicked: ticked, update };
}

/**
 * The fields of `facts`. Who ticked does not mean "none", so that option of `none` is not offered.
 * @param {Pages.CompanySession} session @param {string[]} facts @param {Api.Profile} [none]
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
