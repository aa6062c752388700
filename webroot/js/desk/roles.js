// The roles at the desk. The service decides what each may do, and sends that with the session.

import { t } from '../shared/language.js';

/**
 * A clerk works in one county and a handler for one unit; that decides what they see.
 * @param {Api.Role | ''} role
 */
export function needsCounty(role) {
  return role === 'clerk';
}

/** @param {Api.Role | ''} role */
export function needsUnit(role) {
  return role === 'handler';
}

/**
 * Whether the role can have a county: an administrator and a keeper see no applicants.
 * @param {Api.Role | ''} role
 */
export function hasCounty(role) {
  return role !== '' && role !== 'administrator' && role !== 'keeper';
}

/** @param {Api.Role | ''} role */
export function hasUnit(role) {
  return role === 'handler' || role === 'supervisor';
}

/** @param {Api.Role} role */
export function roleName(role) {
  return t(`role.${role}`);
}
