// The matches by verdict, the useful ones first; what is not met for now is folded.

import { h } from '../dom.js';
import { say, t } from '../language.js';
import { forceText, measureAddress } from '../parts/links.js';
import { bestQuestions } from './aside.js';
import { card } from './card.js';

const kOrder = ['eligible', 'conditional', 'undetermined', 'near', 'not_eligible'];

/** The group of a match: its verdict, but one failed condition is a group of its own. */
export function groupOf({ verdict, one_condition_away: near }) {
  return verdict === 'not_eligible' && near ? 'near' : verdict;
}

/** `[[group, matches]]` in the order of showing, without empty groups. */
export function grouped(matches) {
  return kOrder.map((group) => [group, matches.filter((match) => groupOf(match) === group)])
    .filter(([, list]) => list.length > 0);
}

export function groupsNav(groups) {
  const go = (event) => {
    event.preventDefault();
    const group = document.getElementById(event.currentTarget.dataset.group);
    if (group.tagName === 'DETAILS') group.open = true;
    group.querySelector('h2').focus({ preventScroll: true });
    group.scrollIntoView({ block: 'start' });
  };
  return h('nav', { class: 'groups-nav', 'aria-label': t('groups_nav') }, h('ul', {}, groups.map(([group, list]) =>
    h('li', {}, h('a', { href: '#/result', 'data-group': `g-${group}`, class: `pill pill-${group}`, click: go },
      t(`verdict.${group}`), h('b', {}, list.length))))));
}

/** `questions` are those of the answer; they stand above what waits for them. */
export function groupSection([group, list], vocabulary, questions) {
  const title = h('h2', { tabindex: '-1' }, t(`verdict.${group}`),
    h('span', { class: 'group-count' }, t('group_count', { n: list.length })));
  const note = h('p', { class: 'muted' }, t(`verdict_note.${group}`));
  const ask = group === 'undetermined' ? bestQuestions(questions, vocabulary) : null;
  const cards = list.map((match) => card(match, vocabulary));
  const attributes = { class: `group group-${group}`, id: `g-${group}` };
  if (group !== 'not_eligible') return h('section', attributes, title, note, ask, cards);
  return h('details', attributes, h('summary', {}, title), note, cards);
}

/** Measures that the chosen day lies outside of: since when, and what followed. */
export function expiredSection({ matches, counts, as_of: day }) {
  const list = matches.filter(({ verdict }) => verdict === 'not_in_force');
  if (list.length === 0) return null;
  return h('details', { class: 'group group-not_in_force', id: 'g-not_in_force' },
    h('summary', {}, h('h2', { tabindex: '-1' }, t('not_in_force_title'),
      h('span', { class: 'group-count' }, t('group_count', { n: counts.not_in_force })))),
    h('p', { class: 'muted' }, t('not_in_force', { n: counts.not_in_force })),
    h('ul', { class: 'expired' }, list.map(({ measure, valid, replaced_by: follows }) => h('li', {},
      h('a', { href: measureAddress(measure.id) }, say(measure, 'title')),
      h('span', { class: 'tree-note' }, forceText(valid, day)),
      follows ? h('span', { class: 'tree-note' }, `${t('replaced_by')}${t('optional_colon')}${follows}`) : null))));
}
