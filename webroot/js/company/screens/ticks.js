// A list of ticks. A tick opens what it needs to know below itself.

import { fill, h } from '../../shared/dom.js';
import { questionField } from '../../shared/fields/question.js';
import { language, say, t } from '../../shared/language.js';
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
  const groupCount = new Set(asked.map(({ group }) => group)).size;
  const below = Math.max(0, ...asked.map(({ details }) => details.length));
  const isFolded = groupCount > 1 && asked.length + below > MOST_ROWS;
  const first = rows.find((one) => one.isTicked())?.option.group;
  const groups = [...new Set(asked.map(({ group }) => group))].map((group, index) => {
    const own = rows.filter(({ option }) => option.group === group);
    if (!group) return { element: plainGroup(own), update: () => {} };
    return groupOf(own, index, isFolded ? { open: group === first } : null);
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

/** @param {Row[]} rows */
function plainGroup(rows) {
  return h(
    'div',
    { class: 'screen-ticks-group', role: 'group', 'aria-labelledby': 'screen-ask' },
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
/** @param {Row[]} rows @param {number} index @param {{open: boolean} | null} fold */
function groupOf(rows, index, fold) {
  const id = `ticks-${index}`;
  const name = h('h2', { id, class: 'screen-ticks-title' }, groupName(rows.map(({ option }) => option)));
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
    { class: 'screen-ticks-group screen-ticks-fold', name: 'screen-ticks', open: fold.open },
    h('summary', {}, name, count),
    h('div', { role: 'group', 'aria-labelledby': id }, list),
  );
  return { element, update };
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
