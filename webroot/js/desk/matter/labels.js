// How a matter is shown in lists and on its page: state, clock, handler.

import { h } from '../../shared/dom.js';
import { say, t, tCode } from '../../shared/language.js';
import { CLOSED_STATES } from '../vocabulary.js';

const GLYPHS = { overdue: '!', due_soon: '◔', calm: '○', closed: '✓' };

/** @param {{state: Api.MatterState}} matter */
export function isClosed({ state }) {
  return CLOSED_STATES.has(state);
}

/**
 * `overdue`, `due_soon`, `calm` or `closed`.
 * @param {Api.Matter} one @returns {Api.Urgency | 'closed'}
 */
export function urgencyOf(one) {
  return isClosed(one) ? 'closed' : one.urgency;
}

/** @param {Api.MatterState} state */
export function stateName(state) {
  return tCode('matter_state', state, state);
}

/** @param {{state: Api.MatterState}} matter */
export function stateTag({ state }) {
  return h('span', { class: `matter-state matter-state-${state}` }, stateName(state));
}

/**
 * What the clock says, as one line of text.
 * @param {Api.Matter} one
 */
export function timeLeftText(one) {
  if (isClosed(one)) return t(one.turn === 'to_tell' ? 'clock_to_tell' : 'clock_closed');
  if (one.completion) return t('clock_rests', { date: one.completion.until });
  if (one.urgency === 'overdue')
    return one.workdays_left < 0 ? t('clock_overdue', { n: -one.workdays_left }) : t('clock_overdue_now');
  return one.workdays_left === 0 ? t('clock_today') : t('clock_left', { n: one.workdays_left });
}

/**
 * The sign before what the clock says.
 * @param {Api.Matter} one
 */
export function clockSign(one) {
  return h('span', { 'aria-hidden': 'true' }, `${GLYPHS[urgencyOf(one)]} `);
}

/**
 * The clock with its sign and the due day.
 * @param {Api.Matter} one
 */
export function clock(one) {
  const group = urgencyOf(one);
  return h(
    'span',
    { class: `clock clock-${group}` },
    h('span', { class: 'clock-says' }, clockSign(one), timeLeftText(one)),
    one.due ? [' ', dueText(one)] : null,
  );
}

/** @param {{due: string | null, provisional: boolean}} matter */
export function dueText({ due, provisional }) {
  return h(
    'span',
    { class: 'clock-due' },
    t('due_on', { date: due }),
    provisional ? [' ', h('span', { class: 'matter-mark', title: t('provisional_note') }, t('provisional'))] : null,
  );
}

/**
 * Whose target the due day is.
 * @param {{target_source: string | null}} matter
 */
export function targetText({ target_source: source }) {
  return source ? t('target_of', { source }) : t('target_own');
}

/**
 * The name of a member of the staff; '' for the service itself.
 * @param {Api.StaffRef | null} who
 */
export function staffText(who) {
  return who ? who.name : t('service');
}

const nobody = () =>
  h('span', { class: 'matter-mark matter-mark-wait' }, h('span', { 'aria-hidden': 'true' }, '! '), t('nobody'));

/**
 * A matter may have no handler before it is handed over.
 * @param {Api.Matter} one
 */
export function handlerText(one) {
  if (one.handler && isAtUnit(one))
    return [one.handler.name, one.unassigned ? [' ', nobody()] : null, standInText(one)];
  if (one.handler) return one.handler.name;
  if (isClosed(one)) return '—';
  return isAtUnit(one) ? nobody() : t('at_window');
}

/**
 * The owner at the window.
 * @param {Api.Matter} one
 */
export function ownerText(one) {
  const name = one.owner ? one.owner.name : '—';
  if (isAtUnit(one)) return name;
  return [name, one.unassigned ? [' ', nobody()] : null, standInText(one)];
}

/**
 * Who has to act, and on which side; of a closed one who did last.
 * @param {Api.Matter} one
 */
export function personText(one) {
  if (one.unassigned) return nobody();
  const byHandler = isAtUnit(one) || (isClosed(one) && one.turn !== 'to_tell' && one.handler);
  const person = byHandler ? one.handler : one.owner;
  const name = person ? person.name : '—';
  return [one.turn === 'mine' ? h('strong', {}, name) : name, standInText(one)];
}

// Who acts while the one whose turn it is is away.
/** @param {Api.Matter} one */
function standInText({ stand_in: who }) {
  return who ? [' ', h('span', { class: 'matter-mark' }, t('stands_in', { name: who.name }))] : null;
}

/**
 * The last day of the authorisation, marked if it is near.
 * @param {Api.Matter} one
 */
export function permissionText({ permission_until: until, permission_ending: ending }) {
  return ending ? h('span', { class: 'matter-mark matter-mark-wait' }, String(until)) : until;
}

/** @param {{state: Api.MatterState}} matter */
function isAtUnit({ state }) {
  return state === 'handed_over' || state === 'in_progress';
}

/** @param {{applicant: Api.ApplicantRef | null}} matter */
export function firmText({ applicant }) {
  return applicant ? applicant.name : h('span', { class: 'muted' }, t('firm_erased'));
}

/** @param {{measure: {id: string}}} matter */
export function measureText({ measure }) {
  return say(measure, 'title') || measure.id;
}
