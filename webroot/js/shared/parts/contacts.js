// How to reach units and service halls, with the source and the date of each entry. Unknown parts stay
// empty.

import * as library from '../library.js';
import { fill, h } from '../dom.js';
import { language, onlyChinese, t } from '../language.js';
import { row } from './rows.js';
import { told } from './told.js';

/**
 * A row for a measure's fold: its units and the county's hall as far as they are known. Fills itself.
 * @param {Api.UnitRef[]} units @param {string | null | undefined} [district]
 */
export function contactRow(units, district = null) {
  const place = h('div', { class: 'contact-place' });
  fillLater(place, (all) => {
    const known = [...units.map(({ id }) => contactOf(all, id)), hallOf(all, district)].flatMap((contact) =>
      contact && isKnown(contact) ? [contact] : [],
    );
    return row(t('contact'), [
      known.map((contact) => h('div', { class: 'contact' }, named(contact), contactLines(contact, 'p'))),
      known.some(({ telephone }) => telephone) ? null : fallback(all),
    ]);
  });
  return place;
}

/**
 * The hall of the company's district, or the city's, as a panel. Fills itself.
 * @param {string | null | undefined} district
 */
export function hallPanel(district) {
  const place = h('div', { class: 'contact-place' });
  fillLater(place, (all) => {
    const hall = hallOf(all, district) ?? hallOf(all, null);
    return hall
      ? h(
          'section',
          { class: 'panel panel-hall' },
          h('h2', {}, t('hall_title')),
          named(hall),
          contactLines(hall, 'h3'),
          hall.telephone ? null : fallback(all),
        )
      : null;
  });
  return place;
}

/**
 * The contact of a unit, for its page, and the general number if no telephone is known.
 * @param {Api.Contacts} all @param {string} id
 */
export function unitContact(all, id) {
  const contact = contactOf(all, id);
  return [contact ? contactLines(contact, 'h3') : null, contact?.telephone ? null : fallback(all)];
}

/**
 * The hall of a district, with its name; null if none is known.
 * @param {Api.Contacts} all @param {string | null | undefined} district
 */
export function districtHall(all, district) {
  const hall = hallOf(all, district);
  return hall ? [named(hall), contactLines(hall, 'h3'), hall.telephone ? null : fallback(all)] : null;
}

// Contacts are optional: the card works without them.
/** @param {HTMLElement} place @param {(contacts: Api.Contacts) => Pages.Child} draw */
async function fillLater(place, draw) {
  try {
    fill(place, draw(await library.contacts()));
  } catch {
    /* the units and 12345 are shown anyway */
  }
}

/**
 * The contact of a unit; null without one.
 * @param {Api.Contacts} given @param {string} unit
 */
export function contactOf({ contacts }, unit) {
  return contacts.find((contact) => contact.kind === 'unit' && contact.unit === unit) ?? null;
}

/**
 * The hall of a district, or the city's, which has none; null if it is not known.
 * @param {Api.Contacts} given @param {string | null | undefined} district
 */
export function hallOf({ contacts }, district) {
  return (
    contacts.find((contact) => contact.kind === 'hall' && (contact.district ?? null) === (district ?? null)) ?? null
  );
}

/** @param {Api.ContactWays} given */
function isKnown({ address, telephone, hours, page }) {
  return Boolean(address || telephone || hours || page);
}

/** @param {Api.Contact} contact */
function named(contact) {
  return h('p', { class: 'contact-name' }, told(contact, 'name'));
}

/**
 * How to reach it; null if nothing is known.
 * @param {Api.ContactWays} contact @param {string} heading
 */
export function contactLines(contact, heading) {
  const { address, telephone, hours, page, source, last_checked: checked, outdated } = contact;
  if (!isKnown(contact)) return null;
  return [
    line(t('address'), address && h('span', { lang: onlyChinese() }, address), heading),
    line(t('telephone'), telephone && call(telephone), heading),
    line(t('hours'), hours && h('span', { lang: onlyChinese() }, hours), heading),
    line(t('website'), page && webLink(page), heading),
    h(
      'p',
      { class: 'muted contact-source' },
      [source ? [t('contact_source'), webLink(source)] : null, checked ? t('contact_checked', { date: checked }) : null]
        .filter((part) => part !== null)
        .map((part, index) => [index > 0 ? t('clause_separator') : '', part]),
      outdated ? h('strong', { class: 'contact-old' }, ` ${t('contact_outdated')}`) : null,
    ),
  ];
}

/** @param {string} label @param {Pages.Child} content @param {string} heading */
function line(label, content, heading) {
  return row(label, content || null, '', heading);
}

/**
 * The number of a unit beside its name; empty where none is known. Fills itself.
 * @param {{id: string}} unit
 */
export function unitCall({ id }) {
  const place = h('span', { class: 'unit-call' });
  fillLater(place, (all) => {
    const telephone = contactOf(all, id)?.telephone;
    return telephone ? [' ', call(telephone)] : null;
  });
  return place;
}

/** @param {string} telephone */
function call(telephone) {
  return h('a', { href: `tel:${telephone.replace(/[^\d+]/g, '')}` }, telephone);
}

/**
 * An address on the web as a link, anything else as text.
 * @param {string} address
 */
export function webLink(address) {
  return /^https?:\/\//.test(address) ? h('a', { href: address, rel: 'noopener noreferrer' }, address) : address;
}

/** @param {Api.Contacts} given */
function fallback({ fallback: text, fallback_en: english }) {
  const said = language() === 'en' && english ? english : text;
  return h(
    'p',
    { class: 'contact-fallback', lang: said === english ? null : onlyChinese() },
    h('a', { href: 'tel:12345' }, said),
  );
}
