// The matters of one applicant, and a button that opens one for a measure.

import { fill, h } from '../../shared/dom.js';
import { onlyChinese, say, t } from '../../shared/language.js';
import { isClosed, stateName } from '../matter/labels.js';
import { deskTrouble, notice } from '../trouble.js';
import { isProblem } from '../visit.js';
import { pieces } from './values.js';

/**
 * The matters that this member of the staff may see, open and closed.
 * @param {Desk.Record} record @returns {Promise<Api.Matter[]>}
 */
export async function mattersOf(record) {
  let page = await record.get(`matters?applicant=${record.id}&closed=true`);
  const all = [...page.matters];
  while (page.next) {
    page = await record.get(`matters?applicant=${record.id}&closed=true&after=${page.next}`);
    all.push(...page.matters);
  }
  return all;
}

const SHOWN = 3; // lines above the questions; more would push these out of sight

/**
 * A section that loads its own content.
 * @param {Desk.Record} record
 */
export function mattersPart(record) {
  const place = h('div', {});
  const load = async () => {
    try {
      const matters = await mattersOf(record);
      fill(place, matters.length === 0 ? h('p', { class: 'muted' }, t('matters_none')) : list(matters));
    } catch (error) {
      fill(place, deskTrouble(error, load));
    }
  };
  load();
  return h(
    'section',
    { class: 'desk-part applicant-matters-part', 'aria-labelledby': 'matters-title' },
    h('h2', { id: 'matters-title' }, t('matters_title')),
    place,
  );
}

// The open ones first.
/** @param {Api.Matter[]} matters */
function list(matters) {
  const lines = [...matters.filter((one) => !isClosed(one)), ...matters.filter(isClosed)].map(line);
  /** @param {HTMLElement[]} some */
  const all = (some) => h('ul', { class: 'applicant-list' }, some);
  if (lines.length <= SHOWN + 1) return all(lines);
  return [
    all(lines.slice(0, SHOWN)),
    h(
      'details',
      { class: 'matters-more' },
      h('summary', {}, t('matters_more', { n: lines.length - SHOWN })),
      all(lines.slice(SHOWN)),
    ),
  ];
}

/** @param {Api.Matter} matter */
function line({ id, reference, state, measure, unit, handler, due }) {
  const rest = [
    stateName(state),
    unit?.name,
    handler?.name,
    !isClosed({ state }) && due ? t('due_on', { date: due }) : null,
  ];
  return h(
    'li',
    { 'data-matter': id },
    h('a', { class: 'applicant-name', href: `#/matter/${id}` }, say(measure, 'title')),
    h('p', { class: 'muted', lang: onlyChinese() }, pieces([reference, ...rest])),
  );
}

/**
 * For a card: a link to the open matter, or a button that opens one. `matters` are the applicant's.
 * @param {Desk.Record} record @param {Api.Match} match @param {Api.Matter[]} matters
 */
export function openPart(record, match, matters) {
  const { id, title } = match.measure;
  const open = matters.find((one) => one.measure.id === id && !isClosed(one));
  if (open) return matterThere(open);
  const said = h('div', { class: 'open-said' });
  const button = h(
    'button',
    { type: 'button', class: 'button', click: () => begin() },
    t('matter_open'),
    h('span', { class: 'visually-hidden' }, `${t('optional_colon')}${say(match.measure, 'title') || title}`),
  );
  /** Once more with `accepts`: although the authorisation is short. */
  async function begin(accepts = false) {
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    fill(said);
    try {
      const made = await beginMatter(record, id, accepts);
      location.hash = `#/matter/${made.id}`;
    } catch (error) {
      if (said.isConnected) fill(said, refusedOpening(record, error, begin));
    }
    button.setAttribute('aria-disabled', 'false');
  }
  return h('div', { class: 'open-matter', 'data-open': id }, button, said);
}

/**
 * Opens a matter for the measure `id`. Throws what the requests throw.
 * @param {Desk.Record} record @param {string} id @param {boolean} accepts although the authorisation is short
 */
export async function beginMatter(record, id, accepts) {
  // The service judges the saved record, so unsaved changes are saved first.
  if (record.isChanged()) await record.save();
  return record.openMatter(id, accepts);
}

/**
 * Says why no matter was opened, and what to do.
 * @param {Desk.Record} record @param {unknown} error @param {(accepts?: boolean) => unknown} retry
 */
export function refusedOpening(record, error, retry) {
  if (isProblem(error, 'matter_open'))
    return h(
      'div',
      { class: 'notice notice-trouble', role: 'alert' },
      h('p', {}, t('matter_open_elsewhere')),
      error.problem.matter ? matterLink(error.problem.matter, t('matter_go')) : null,
    );
  if (isProblem(error, 'permission_short')) return short(record, error.problem, () => retry(true));
  if (isProblem(error, 'not_authorised')) return notice('matter_no_authorisation');
  if (isProblem(error, 'does_not_apply')) return notice('matter_not_applying');
  if (isProblem(error, 'changed_elsewhere'))
    return h(
      'div',
      { class: 'notice notice-trouble', role: 'alert' },
      h('p', {}, t('save_on_form')),
      h('a', { class: 'button', href: `#/applicant/${record.id}` }, t('to_form')),
    );
  return deskTrouble(error, () => retry());
}

/** @param {Desk.Record} record @param {Api.Problem} problem @param {() => unknown} accept */
function short(record, { permission_until: until = '', whole_target: target = '' }, accept) {
  return h(
    'div',
    { class: 'notice notice-trouble', role: 'alert' },
    h('p', {}, t('matter_permission_short', { until, target })),
    h(
      'div',
      { class: 'actions' },
      h('a', { class: 'button', href: `#/applicant/${record.id}` }, t('matter_renew_first')),
      h('button', { type: 'button', class: 'button button-quiet', click: accept }, t('matter_open_anyway')),
    ),
  );
}

/**
 * A link to a matter that was opened.
 * @param {{id: number, reference: string}} matter
 */
export function matterThere({ id, reference }) {
  return matterLink(id, t('matter_there', { reference }));
}

/** @param {number} id @param {string} text */
function matterLink(id, text) {
  return h('a', { class: 'matter-link', href: `#/matter/${id}` }, text);
}
