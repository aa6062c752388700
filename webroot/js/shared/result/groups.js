// The matches by verdict, the useful ones first; unmet ones are folded. What every company gets is
// folded apart.

import { h, reveal } from '../dom.js';
import { onlyChinese, say, t } from '../language.js';
import { shared } from '../parts/caveats.js';
import { forceText, measureLink } from '../parts/links.js';
import { GROUPS, groupOf, isForEveryone } from './arrange.js';
import { card } from './card.js';
import { open } from './fold.js';
import { noteList } from './notes.js';

const FIRST = { wide: 6, narrow: 4 }; // open cards of a group; one tap shows the others

/**
 * The matches of each group that has any, without the services for every company.
 * @param {Api.Match[]} matches @returns {Map<string, Api.Match[]>}
 */
export function grouped(matches) {
  const own = matches.filter((match) => !isForEveryone(match));
  return new Map(
    GROUPS.map(
      (group) => /** @type {[string, Api.Match[]]} */ ([group, own.filter((match) => groupOf(match) === group)]),
    ).filter(([, list]) => list.length > 0),
  );
}

/**
 * A group with its heading and cards; null without any. Refused measures are folded, unless `isOpen`.
 * @param {string} group @param {Api.Match[] | undefined} list @param {Pages.CardContext} context
 * @param {boolean} [isOpen]
 */
export function groupSection(group, list, context, isOpen = false) {
  if (!list) return null;
  const title = h('h2', { tabindex: '-1' }, t(`verdict.${group}`), count(list.length));
  const { common, own } = shared(list);
  const content = [
    h('p', { class: 'muted' }, t(`verdict_note.${group}`)),
    commonNotes(group, common, list.length),
    cards(group, list, { ...context, own, level: 'h3' }),
  ];
  const attributes = { class: `group group-${group}`, id: `g-${group}`, 'data-count': list.length };
  if (group !== 'not_eligible') return h('section', attributes, title, content);
  return h('details', { ...attributes, 'data-fold': `g-${group}`, open: isOpen }, h('summary', {}, title), content);
}

/**
 * What an item has besides what applies, under one line; null without any.
 * @param {Api.Match[]} list @param {Pages.CardContext} context
 */
export function othersSection(list, context) {
  if (list.length === 0) return null;
  return h(
    'details',
    { class: 'group group-others', id: 'g-others', 'data-fold': 'g-others', 'data-count': list.length },
    h('summary', {}, h('h2', { tabindex: '-1' }, t('item_others', { n: list.length }))),
    drawn(list, { ...context, level: 'h3' }),
  );
}

/**
 * What every company gets, under one line.
 * @param {Api.Match[]} matches @param {Pages.CardContext} context
 */
export function universalSection(matches, context) {
  const list = matches.filter(isForEveryone);
  if (list.length === 0) return null;
  return h(
    'details',
    { class: 'group group-universal', id: 'g-universal', 'data-fold': 'g-universal', 'data-count': list.length },
    h('summary', {}, h('h2', { tabindex: '-1' }, t('universal_n', { n: list.length }))),
    drawn(list, { ...context, level: 'h3' }),
  );
}

/**
 * The first few, and a fold with the rest.
 * @param {string} key @param {Api.Match[]} list @param {Pages.CardContext} context
 */
export function cards(key, list, context) {
  const first = matchMedia('(min-width: 48rem)').matches ? FIRST.wide : FIRST.narrow;
  const most = list.length <= first + 1 ? list.length : first;
  return [
    drawn(list.slice(0, most), context),
    list.length > most
      ? h(
          'details',
          { class: 'more', 'data-fold': `rest-${key}` },
          h('summary', {}, t('more_n', { n: list.length - most })),
          drawn(list.slice(most), context),
        )
      : null,
  ];
}

/** @param {Api.Match[]} list @param {Pages.CardContext} context */
function drawn(list, context) {
  return h(
    'div',
    { class: 'cards' },
    list.map((match) => card(match, context)),
  );
}

/** @param {string} group @param {{caveat: Api.Caveat, n: number}[]} common @param {number} all */
function commonNotes(group, common, all) {
  const counts = new Map(common.map(({ caveat, n }) => [caveat, n]));
  const list = noteList(`notes-g-${group}`, [...counts.keys()], (caveat) => {
    const n = counts.get(caveat) ?? all;
    return n < all ? t('note_for', { n }) : t('note_all');
  });
  list?.classList.add('group-notes');
  return list;
}

/** @param {number} n */
function count(n) {
  return h('span', { class: 'group-count' }, t('group_count', { n }));
}

/**
 * The measures that open up once the company is registered.
 * @param {Api.Match[]} matches
 */
export function laterSection(matches) {
  if (matches.length === 0) return null;
  return h(
    'details',
    { class: 'group group-later', id: 'g-later', 'data-fold': 'g-later' },
    h('summary', {}, h('h2', { tabindex: '-1' }, t('later_title'), count(matches.length))),
    h('p', { class: 'muted' }, t('later_note')),
    h(
      'ul',
      { class: 'links' },
      matches.map(({ measure }) => h('li', { 'data-later': measure.id }, measureLink(measure, say(measure, 'title')))),
    ),
  );
}

/**
 * `parts`: `[[id, label, n]]` in the order of showing.
 * @param {[string, string, number][]} parts
 */
export function groupsNav(parts) {
  /** @param {MouseEvent} event */
  const go = (event) => {
    event.preventDefault();
    const link = /** @type {HTMLElement} */ (event.currentTarget);
    const group = document.getElementById(link.dataset.group ?? '');
    if (!group) return;
    if (group instanceof HTMLDetailsElement) open(group);
    const heading = group.querySelector('h2');
    if (heading) reveal(heading);
    group.scrollIntoView({ block: 'start' });
  };
  return h(
    'nav',
    { class: 'groups-nav', 'aria-label': t('groups_nav') },
    h(
      'ul',
      {},
      parts.map(([id, label, n]) =>
        h(
          'li',
          {},
          h(
            'a',
            { href: '#/result', 'data-group': `g-${id}`, class: `pill pill-${id}`, click: go },
            label,
            h('b', {}, n),
          ),
        ),
      ),
    ),
  );
}

/**
 * Measures not in force on the chosen day: since when, and what replaced them.
 * @param {Api.Match[]} list @param {string} day
 */
export function expiredSection(list, day) {
  if (list.length === 0) return null;
  return h(
    'details',
    { class: 'group group-not_in_force', id: 'g-not_in_force', 'data-fold': 'g-not_in_force' },
    h('summary', {}, h('h2', { tabindex: '-1' }, t('not_in_force_title'), count(list.length))),
    h('p', { class: 'muted' }, t('not_in_force', { n: list.length })),
    h(
      'ul',
      { class: 'expired' },
      list.map(({ measure, verdict, valid, replaced_text: follows, units }) =>
        h(
          'li',
          { 'data-measure': measure.id, 'data-verdict': verdict, 'data-units': units.map(({ id }) => id).join(' ') },
          measureLink(measure, say(measure, 'title')),
          valid ? h('span', { class: 'tree-note' }, forceText(valid, day)) : null,
          follows
            ? h(
                'span',
                { class: 'tree-note', lang: onlyChinese() },
                `${t('replaced_by')}${t('optional_colon')}${follows}`,
              )
            : null,
        ),
      ),
    ),
  );
}
