// The matters of a queue in their groups: what is overdue, what is due soon, the rest, what is closed.

import { fill, h } from '../../shared/dom.js';
import { onlyChinese, t } from '../../shared/language.js';
import { clock, firmText, urgencyOf, handlerText, measureText, stateTag } from '../matter/labels.js';

const GROUPS = ['overdue', 'due_soon', 'calm', 'closed'];
const STEP = 50; // lines that are drawn at once

/**
 * `shown`: group → how many lines; it outlives a redraw.
 * @param {Api.Matter[]} matters @param {Map<string, number>} shown
 */
export function matterGroups(matters, shown) {
  return GROUPS.map((group) => {
    const all = matters.filter((one) => urgencyOf(one) === group);
    return all.length > 0 ? section(group, all, shown) : null;
  });
}

/** @param {string} group @param {Api.Matter[]} all @param {Map<string, number>} shown */
function section(group, all, shown) {
  const list = h('ul', { class: 'matter-list' });
  const more = h('div', { class: 'actions' });
  const draw = () => {
    const n = shown.get(group) ?? STEP;
    fill(list, all.slice(0, n).map(line));
    const left = Math.min(STEP, all.length - n);
    fill(
      more,
      left > 0
        ? h(
            'button',
            {
              type: 'button',
              class: 'button',
              click: () => {
                shown.set(group, n + STEP);
                draw();
                list.children[n].querySelector('a')?.focus();
              },
            },
            t('queue_more', { n: left }),
          )
        : null,
    );
  };
  draw();
  return h(
    'section',
    { class: `desk-part matter-group matter-group-${group}`, 'data-group': group },
    h('h2', {}, t(`group.${group}`), ' ', h('span', { class: 'matter-count' }, String(all.length))),
    list,
    more,
  );
}

/** @param {Api.Matter} one */
function line(one) {
  /** @param {string} key @param {...Pages.Child} content */
  const cell = (key, ...content) => h('span', { class: `matter-${key}` }, content);
  return h(
    'li',
    { class: 'matter-line', 'data-matter': one.id },
    h(
      'div',
      { class: 'matter-what' },
      h(
        'a',
        { id: `matter-link-${one.id}`, href: `#/matter/${one.id}` },
        h('span', { class: 'reference' }, one.reference),
        ' ',
        h('span', { lang: one.measure.title_en ? null : onlyChinese() }, measureText(one)),
      ),
      h('p', { class: 'matter-whom' }, firmText(one)),
    ),
    h('div', { class: 'matter-when' }, stateTag(one), ' ', clock(one)),
    h(
      'div',
      { class: 'matter-who' },
      cell('county', one.county.name),
      ' · ',
      h('span', { lang: onlyChinese() }, one.unit.name),
      ' · ',
      cell('handler', handlerText(one)),
    ),
  );
}
