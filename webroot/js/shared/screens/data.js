// The screens of the service, read once per visit; a failed request is repeated.

import { fetchRecord } from '../api.js';

/** @type {Promise<Api.Screen[]> | null} */
let reading = null;

/**
 * `anew`: the policies may have changed since.
 * @param {{anew?: boolean}} [how] @returns {Promise<Api.Screen[]>}
 */
export function loadScreens({ anew = false } = {}) {
  if (anew) reading = null;
  reading ??= fetchRecord('screens').then(({ screens }) => screens);
  reading.catch(() => {
    reading = null;
  });
  return reading;
}
