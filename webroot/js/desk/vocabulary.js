// The words of the service's vocabulary that the desk's pages list, in the order of showing.

/** The states of a matter. */
export const STATES = ['received', 'preparing', 'handed_over', 'in_progress', 'fulfilled', 'refused', 'withdrawn'];
export const CLOSED_STATES = new Set(['fulfilled', 'refused', 'withdrawn']);

export const ROLES = ['clerk', 'handler', 'supervisor', 'administrator'];
