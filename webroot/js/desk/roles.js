// The roles at the desk. The service decides what each may do, and sends that with the session.

import { t } from '../shared/language.js';

/** A clerk sits in one county and a handler works for one unit; that says what they see. */
export function needsCounty(role) {
  return role === 'clerk';
}

export function needsUnit(role) {
  return role === 'handler';
}

/** Whether the county says anything about the role: an administrator sees no applicant at all. */
export function hasCounty(role) {
  return role !== '' && role !== 'administrator';
}

export function hasUnit(role) {
  return role === 'handler' || role === 'supervisor';
}

export function roleName(role) {
  return t(`role.${role}`);
}
