// The line that says how many withdrawals wait for the window, and since when.

import { timeText } from '../shared/china_time.js';
import { h } from '../shared/dom.js';
import { t } from '../shared/language.js';

const DATE = 'YYYY-MM-DD'.length;
const DAY = 86_400_000; // milliseconds

/**
 * Null while none wait, or for who sees no applicants.
 * @param {Api.WaitingNumbers} waiting @param {string} today
 */
export function waitingNotice(waiting, today) {
  if (!waiting?.oldest) return null;
  const at = timeText(waiting.oldest);
  const days = Math.round((Date.parse(today) - Date.parse(at.slice(0, DATE))) / DAY);
  return h(
    'p',
    { class: 'notice withdrawals-wait', role: 'status' },
    h('a', { id: 'withdrawals-wait', href: '#/applicants' }, t('withdrawals_wait', { n: waiting.count })),
    ' ',
    t(days > 0 ? 'withdrawals_oldest' : 'withdrawals_oldest_today', { at, n: days }),
  );
}
