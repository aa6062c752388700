// All units by level, with a search over names and aliases. The address holds both.

import { fill, h } from '../../shared/dom.js';
import { say, t } from '../../shared/language.js';
import { unitLink } from '../../shared/parts/links.js';
import { readdress } from '../../shared/router.js';
import { holds } from '../../shared/text.js';
import { call12345, searchField, title } from './frame.js';
import * as library from '../../shared/library.js';

const LEVELS = [
  ['municipal', 'level.municipal'],
  ['collective', 'level.collective'],
  ['county', 'level.county'],
  ['provincial', 'level.all_provincial'],
];

/** @param {HTMLElement} view @param {URLSearchParams} query */
export async function unitsPage(view, query) {
  const [units, notice] = await Promise.all([library.units(), library.noticeDocument()]);
  let sought = (query.get('q') ?? '').trim();
  let level = query.get('level') ?? '';
  const hits = h('p', { class: 'hits', role: 'status' });
  const found = h('div', { class: 'found-units' });
  const pills = LEVELS.map(([code, word]) =>
    h(
      'button',
      {
        type: 'button',
        class: 'pill',
        click: () => {
          level = level === code ? '' : code;
          readdress(addressOf(sought, level), true);
          show();
        },
      },
      t(word),
      h('b', {}, units.filter((unit) => unit.level === code).length),
    ),
  );
  const show = () => {
    const list = units.filter((unit) => (level === '' || unit.level === level) && holds(namesOf(unit), sought));
    fill(hits, t(list.length === units.length ? 'units_hits' : 'units_hits_of', { n: list.length, all: units.length }));
    LEVELS.forEach(([code], index) => pills[index].setAttribute('aria-pressed', String(level === code)));
    fill(found, list.length > 0 ? groups(list, sought) : nothing());
  };
  const search = searchField('find', t('units_search'), t('units_hint'), sought, (text) => {
    sought = text.trim();
    readdress(addressOf(sought, level), false);
    show();
  });
  show();
  fill(
    view,
    title(t('units_title')),
    h('p', { class: 'lead' }, t('units_lead')),
    notice?.date ? h('p', { class: 'muted units-names' }, t('units_names', { year: notice.date.slice(0, 4) })) : null,
    h(
      'search',
      {},
      h(
        'form',
        { class: 'filters', submit: (event) => event.preventDefault() },
        search.element,
        h('div', { class: 'pills' }, pills),
      ),
    ),
    hits,
    found,
  );
}

/** @param {string} q @param {string} level */
function addressOf(q, level) {
  const set = Object.entries({ q, level }).filter(([, value]) => value !== '');
  return set.length === 0 ? '#/units' : `#/units?${new URLSearchParams(set)}`;
}

/** @param {Api.UnitEntry[]} list @param {string} sought */
function groups(list, sought) {
  return LEVELS.map(([code, word]) => ({ code, word, units: list.filter((unit) => unit.level === code) }))
    .filter(({ units }) => units.length > 0)
    .map(({ code, word, units }) =>
      h(
        'section',
        { class: 'unit-group', 'aria-labelledby': `l-${code}` },
        h(
          'h2',
          { id: `l-${code}` },
          t(word),
          h('span', { class: 'group-count' }, t('units_hits', { n: units.length })),
        ),
        h(
          'ul',
          { class: 'unit-list' },
          units.map((unit) => h('li', {}, unitLink(unit), because(unit, sought))),
        ),
      ),
    );
}

/** @param {Api.UnitEntry} unit */
function namesOf({ name, name_en: english, aliases }) {
  return [name, english ?? '', ...aliases];
}

// A unit found by another name says which.
/** @param {Api.UnitEntry} unit @param {string} sought */
function because(unit, sought) {
  const { name, aliases } = unit;
  if (sought === '' || holds([say(unit, 'name')], sought)) return null;
  const names = [name, ...aliases].filter((alias) => holds([alias], sought));
  return names.length === 0
    ? null
    : h('span', { class: 'tree-note' }, t('also_called', { names: names.join(t('list_separator')) }));
}

function nothing() {
  return h(
    'div',
    { class: 'notice' },
    h('h2', {}, t('units_none_title')),
    h('p', {}, t('units_none_text')),
    h('p', {}, call12345()),
  );
}
