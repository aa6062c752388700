// The screens of the service, read once per visit; a failed request is repeated.

import { fetchRecord } from '../../shared/api.js';

/** @type {Promise<Api.Screen[]> | null} */
let reading = null;

/** @returns {Promise<Api.Screen[]>} */
export function loadScreens() {
  reading ??= fetchRecord('screens').then(({ screens }) => screens);
  reading.catch(() => {
    reading = null;
  });
  return reading;
}
