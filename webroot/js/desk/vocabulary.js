// The words of the service's vocabulary that the desk's pages list, in the order of showing.

/**
 * The states of a matter.
 * @type {Api.MatterState[]}
 */
export const STATES = [
  'received',
  'preparing',
  'handed_over',
  'in_progress',
  'fulfilled',
  'refused',
  'forwarded',
  'unreachable',
  'withdrawn',
  'expired',
];
/** @type {Set<Api.MatterState>} */
export const CLOSED_STATES = new Set(['fulfilled', 'refused', 'forwarded', 'unreachable', 'withdrawn', 'expired']);

/** @type {Api.Role[]} */
export const ROLES = ['clerk', 'handler', 'supervisor', 'administrator', 'keeper'];
