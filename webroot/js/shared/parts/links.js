// Links from anything that names a measure, a unit or a source to its page.

import { h } from '../dom.js';
import { sourceText } from '../format.js';
import { t, tCode } from '../language.js';
import { told } from './told.js';

let beside = false; // whether links open in a new tab

/** Makes the links open in a new tab, so that nothing typed here is lost. */
export function openLinksBeside() {
  beside = true;
}

/**
 * The attributes of a link to a page of the server.
 * @param {string} href
 */
export function servedLink(href) {
  return { href, target: beside ? '_blank' : null };
}

/** @param {string} id */
export function measureAddress(id) {
  return `/measures/${encodeURIComponent(id)}`;
}

/** @param {{id: string}} given @param {...Pages.Child} content */
export function measureLink({ id }, ...content) {
  return h('a', servedLink(measureAddress(id)), content);
}

/** @param {{id: string, name: string, name_en?: string | null}} unit */
export function unitLink(unit) {
  return h('a', { ...servedLink(`/units/${encodeURIComponent(unit.id)}`), class: 'unit-link' }, told(unit, 'name'));
}

/**
 * Units with what they are to the measure; `plain` leaves that out.
 * @param {Api.UnitRef[]} units @param {boolean} [plain]
 */
export function unitList(units, plain = false) {
  return h(
    'ul',
    { class: 'units' },
    units.map((unit) =>
      h(
        'li',
        {},
        unitLink(unit),
        plain
          ? null
          : h('span', { class: 'muted' }, ` ${tCode('role', unit.role ?? '') || tCode('level', unit.level ?? '')}`),
      ),
    ),
  );
}

/**
 * Links a place in the notice to its item, at `clause` if given, and other sources to their document.
 * @param {Api.Source} source @param {string | null} [clause]
 */
export function sourceLink(source, clause = null) {
  const inNotice = source.cell !== null && source.cell !== undefined;
  const place = inNotice
    ? `/items/${source.item}${clause ? `#${encodeURIComponent(clause)}` : ''}`
    : `/documents#${encodeURIComponent(source.document)}`;
  return h('a', servedLink(place), sourceText(source, clause));
}

/**
 * The measure's own sources, the first of which is its clause.
 * @param {Api.Source[]} sources @param {string} measure
 */
export function sourceLinks(sources, measure) {
  return sources.map((source, index) => sourceLink(source, index === 0 ? measure : null));
}

/**
 * When a measure that is not in force on `day` ended, or when it begins.
 * @param {Api.Validity} given @param {string} day
 */
export function forceText({ from, to }, day) {
  return from > day ? t('force_begins', { from }) : t('force_ended', { to: to ?? '' });
}
