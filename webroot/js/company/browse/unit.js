// One unit: its names, how to reach it, and all it answers for.

import { fill, h } from '../../shared/dom.js';
import { say, t, tCode } from '../../shared/language.js';
import { measureAddress, unitLink } from '../../shared/parts/links.js';
import { districtHall, unitContact } from '../../shared/parts/contacts.js';
import { isNotFound, notFound, title, trail } from './frame.js';
import * as library from '../../shared/library.js';

/** @param {HTMLElement} view @param {string} id */
export async function unitPage(view, id) {
  try {
    const [unit, units, contacts] = await Promise.all([library.unit(id), library.units(), library.contacts()]);
    fill(view, h('article', { class: 'whole' }, head(unit, units), contact(unit, contacts), work(unit)));
  } catch (error) {
    if (!isNotFound(error)) throw error;
    fill(view, notFound(t('not_found_unit'), [t('nav_units'), '#/units']));
  }
}

/** @param {Api.Unit} unit @param {Api.UnitEntry[]} units */
function head(unit, units) {
  const level = tCode('level', unit.level === 'provincial' ? 'all_provincial' : unit.level, unit.level);
  const parent = units.find(({ id }) => id === unit.parent);
  const others = say(unit, 'name') === unit.name ? unit.aliases : [unit.name, ...unit.aliases];
  return h(
    'header',
    {},
    trail([t('nav_units'), '#/units'], [level, `#/units?level=${encodeURIComponent(unit.level)}`]),
    title(say(unit, 'name')),
    others.length > 0 ? h('p', { class: 'lead' }, t('also_called', { names: others.join(t('list_separator')) })) : null,
    parent ? h('p', {}, `${t('parent')}${t('optional_colon')}`, unitLink(parent)) : null,
  );
}

// Companies reach a county through its service hall.
/** @param {Api.Unit} given @param {Api.Contacts} contacts */
function contact({ id, level }, contacts) {
  const hall = level === 'county' ? districtHall(contacts, id.replace(/^county-/, '')) : null;
  return h(
    'section',
    { class: 'part', 'aria-labelledby': 'h-contact' },
    h('h2', { id: 'h-contact' }, t('contact')),
    hall ?? unitContact(contacts, id),
  );
}

/** @param {Api.Unit} given */
function work({ id, level, clauses }) {
  if (clauses.length === 0) {
    return h(
      'section',
      { class: 'part' },
      h('p', {}, t('nothing_led')),
      level === 'county'
        ? h('p', {}, t('counties_too'), ' ', h('a', { href: '#/measures' }, t('measures_title')))
        : null,
    );
  }
  const measures = clauses.filter(({ kind }) => kind !== 'internal');
  const led = measures.filter(({ role }) => role === 'responsible');
  return [
    part(
      'leads',
      led,
      (one) => h('a', { href: measureAddress(one.id) }, say(one, 'title')),
      h('p', {}, h('a', { href: `#/measures?unit=${encodeURIComponent(id)}` }, t('unit_filter'))),
    ),
    part(
      'supports',
      measures.filter(({ role }) => role !== 'responsible'),
      (one) => h('a', { href: measureAddress(one.id) }, say(one, 'title')),
    ),
    part(
      'internal_work',
      clauses.filter(({ kind }) => kind === 'internal'),
      (one) => h('a', { href: `#/notice/${encodeURIComponent(one.id)}` }, say(one, 'title')),
    ),
  ];
}

/**
 * @param {string} word @param {Api.Unit['clauses']} list
 * @param {(clause: Api.Unit['clauses'][number]) => HTMLElement} link
 * @param {HTMLElement | null} [after]
 */
function part(word, list, link, after = null) {
  if (list.length === 0) return null;
  return h(
    'section',
    { class: `part part-${word}`, 'aria-labelledby': `h-${word}` },
    h('h2', { id: `h-${word}` }, t(word), h('span', { class: 'group-count' }, t('group_count', { n: list.length }))),
    h(
      'ul',
      { class: 'work' },
      list.map((one) =>
        h(
          'li',
          {},
          link(one),
          h('span', { class: 'muted' }, ` ${one.kind === 'internal' ? t('internal') : tCode('kind', one.kind)}`),
        ),
      ),
    ),
    after,
  );
}
