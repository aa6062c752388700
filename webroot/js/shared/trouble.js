// What a page shows when the service gives no answer. The answers are never touched.

import { Refused } from './api.js';
import { h } from './dom.js';
import { t } from './language.js';

const BUSY = new Set([429, 503]);

/**
 * A notice for `error` with a button that tries again.
 * @param {unknown} error @param {() => unknown} retry
 */
export function trouble(error, retry) {
  const refused = error instanceof Refused ? error : null;
  const kind = !refused ? 'away' : BUSY.has(refused.status) ? 'busy' : 'failed';
  return h(
    'div',
    { class: 'notice notice-trouble', role: 'alert' },
    h('h2', {}, t(`${kind}_title`)),
    h('p', {}, t(`${kind}_text`)),
    refused?.detail ? h('p', {}, refused.detail) : null,
    refused?.requestId ? h('p', { class: 'muted' }, t('request_number', { id: refused.requestId })) : null,
    h('button', { type: 'button', class: 'button', click: retry }, t('retry')),
  );
}

/** @param {string} text */
export function waiting(text) {
  return h(
    'div',
    { class: 'waiting', role: 'status' },
    h('span', { class: 'spinner', 'aria-hidden': 'true' }),
    h('p', {}, text),
  );
}
