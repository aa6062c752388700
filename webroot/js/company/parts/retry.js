// Failures on pages with codes: if the service asks to wait, the notice says until when.

import { isStatus } from '../../shared/api.js';
import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { trouble } from '../../shared/trouble.js';

/**
 * A notice for `error` with a button that tries again.
 * @param {unknown} error @param {() => unknown} retry
 */
export function troubleOrWait(error, retry) {
  const seconds = isStatus(error, 429) ? error.retryAfter : null;
  if (seconds === null) return trouble(error, retry);
  const until = new Date(Date.now() + seconds * 1000);
  return h(
    'div',
    { class: 'notice notice-trouble', role: 'alert' },
    h('h2', {}, t('wait_title')),
    h('p', {}, t('wait_text', { wait: waitText(seconds), time: clock(until) })),
    h('button', { type: 'button', class: 'button', click: retry }, t('retry')),
  );
}

/** @param {number} seconds */
function waitText(seconds) {
  return seconds <= 90
    ? t('wait_seconds', { n: Math.max(seconds, 1) })
    : t('wait_minutes', { n: Math.ceil(seconds / 60) });
}

/** @param {Date} time */
function clock(time) {
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}
