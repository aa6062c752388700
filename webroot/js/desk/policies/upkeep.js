// What of the policies runs out or has to be checked.

import { h } from '../../shared/dom.js';
import { onlyChinese, t } from '../../shared/language.js';
import { cellOf } from '../cell.js';
import { part, tableOf } from './table.js';

/** @param {Api.Upkeep} upkeep */
export function upkeepPart(upkeep) {
  const { terms } = upkeep;
  if (!terms) return part(t('policies_upkeep'), h('p', { class: 'notice' }, t('upkeep_no_terms')));
  const { soon_months: months, urgent_days: days, check_months: check } = terms;
  return part(
    t('policies_upkeep'),
    h('p', { class: 'muted' }, t('upkeep_lead', { months, days, check })),
    list('ends', upkeep.ends, ['end_what', 'end_day'], endRow),
    list('unchecked', upkeep.unchecked, ['end_what', 'checked_on'], uncheckedRow),
    list('contacts_old', upkeep.contacts, ['contact_place', 'checked_on'], contactRow),
  );
}

/**
 * A fold with its number; open while it is short.
 * @template One
 * @param {string} key @param {One[]} all @param {string[]} heads @param {(one: One) => HTMLElement} row
 */
function list(key, all, heads, row) {
  const title = t(`${key}_title`, { n: all.length });
  if (all.length === 0) return h('p', { 'data-upkeep': key }, t(`${key}_none`));
  const few = 12;
  return h(
    'details',
    { 'data-upkeep': key, open: all.length <= few },
    h('summary', {}, title),
    tableOf(title, heads, all.map(row)),
  );
}

/** @param {Api.UpkeepEnd} end */
function endRow(end) {
  const { kind, id, title, last_day: day, urgent } = end;
  return h(
    'tr',
    { 'data-end': id },
    h('th', { scope: 'row' }, t(`end.${kind}`), ` ${id} `, h('span', { lang: onlyChinese() }, title)),
    cellOf('end_day', day, urgent ? h('strong', { class: 'policy-urgent' }, ` ${t('end_urgent')}`) : null),
  );
}

/** @param {Api.UncheckedMeasure} one */
function uncheckedRow({ id, title, last_checked: day }) {
  return h(
    'tr',
    { 'data-unchecked': id },
    h('th', { scope: 'row' }, `${id} `, h('span', { lang: onlyChinese() }, title)),
    cellOf('checked_on', day ?? t('never_checked')),
  );
}

/** @param {Api.OldContact} one */
function contactRow({ place, unit, county, last_checked: day }) {
  const hall = county ? t('contact_hall', { county }) : t('contact_city_hall');
  return h(
    'tr',
    { 'data-contact': place },
    h('th', { scope: 'row', lang: unit ? onlyChinese() : null }, unit ?? hall),
    cellOf('checked_on', day ?? t('never_checked')),
  );
}
