// The matches by verdict, the useful ones first; unmet ones are folded. Rights and services form a
// separate block.

import { h, reveal } from '../dom.js';
import { onlyChinese, say, t } from '../language.js';
import { caveatLine, shared } from '../parts/caveats.js';
import { forceText, measureLink } from '../parts/links.js';
import { isForEveryone, GROUPS, groupOf } from './arrange.js';
import { card } from './card.js';
import { open } from './fold.js';

const FIRST = { '': 6, claims: 3 }; // open cards of a group; one tap shows the others

/** The matches of each group that has any: `Map(group → matches)`. */
export function grouped(matches) {
  return new Map(
    GROUPS.map((group) => [group, matches.filter((match) => groupOf(match) === group)]).filter(
      ([, list]) => list.length > 0,
    ),
  );
}

/** `part` is '' for support and 'claims' for rights and services, whose headings are one level deeper. */
export function groupSection(group, list, context, part = '') {
  const key = part ? `${part}-${group}` : group;
  const level = part ? 'h3' : 'h2';
  const title = h(level, { tabindex: '-1' }, t(`verdict.${group}`), count(list.length));
  const { common, own } = shared(list);
  const inner = { ...context, own, level: part ? 'h4' : 'h3' };
  const content = [
    h('p', { class: 'muted' }, t(`verdict_note.${group}`)),
    commonNotes(common, list.length),
    cards(key, list, inner, FIRST[part]),
  ];
  const attributes = { class: `group group-${group}`, id: `g-${key}`, 'data-count': list.length };
  if (group !== 'not_eligible') return h('section', attributes, title, content);
  return h('details', { ...attributes, 'data-fold': `g-${key}` }, h('summary', {}, title), content);
}

/** The first few, a fold with the rest, and a fold with the services for every company. */
export function cards(key, list, context, first = FIRST['']) {
  const [own, everybody] = [list.filter((match) => !isForEveryone(match)), list.filter(isForEveryone)];
  const most = own.length <= first + 1 ? own.length : first;
  return [
    own.length > 0 ? drawn(own.slice(0, most), context) : null,
    own.length > most ? folded(`rest-${key}`, t('more_n', { n: own.length - most }), own.slice(most), context) : null,
    everybody.length > 0
      ? folded(`universal-${key}`, t('universal_n', { n: everybody.length }), everybody, context)
      : null,
  ];
}

function drawn(list, context) {
  return h(
    'div',
    { class: 'cards' },
    list.map((match) => card(match, context)),
  );
}

function folded(key, title, list, context) {
  return h('details', { class: 'more', 'data-fold': key }, h('summary', {}, title), drawn(list, context));
}

function commonNotes(common, all) {
  if (common.length === 0) return null;
  return h(
    'ul',
    { class: 'marks group-notes' },
    common.map(({ caveat, n }) =>
      h(
        'li',
        { class: 'mark mark-wait', 'data-caveat': caveat.kind },
        h('span', { class: 'mark-sign', 'aria-hidden': 'true' }, '!'),
        h('span', {}, caveatLine(caveat, n < all ? t('note_for', { n }) : t('note_all'))),
      ),
    ),
  );
}

function count(n) {
  return h('span', { class: 'group-count' }, t('group_count', { n }));
}

export function claimsSection(groups, context) {
  if (groups.size === 0) return null;
  const all = [...groups.values()].reduce((sum, list) => sum + list.length, 0);
  return h(
    'section',
    { class: 'claims', id: 'g-claims' },
    h('h2', { tabindex: '-1' }, t('claims_title'), count(all)),
    h('p', { class: 'muted' }, t('claims_note')),
    [...groups].map(([group, list]) => groupSection(group, list, context, 'claims')),
  );
}

/** The measures that open up once the company is registered. */
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

/** `parts`: `[[id, label, n]]` in the order of showing. */
export function groupsNav(parts) {
  const go = (event) => {
    event.preventDefault();
    const group = document.getElementById(event.currentTarget.dataset.group);
    if (group.tagName === 'DETAILS') open(group);
    const heading = group.querySelector('h2');
    reveal(heading);
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

/** Measures not in force on the chosen day: since when, and what replaced them. */
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
      list.map(({ measure, verdict, valid, replaced_by: follows, units }) =>
        h(
          'li',
          { 'data-measure': measure.id, 'data-verdict': verdict, 'data-units': units.map(({ id }) => id).join(' ') },
          measureLink(measure, say(measure, 'title')),
          h('span', { class: 'tree-note' }, forceText(valid, day)),
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
