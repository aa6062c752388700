// What the desk's pages show when the service gives no answer, or asks to wait.

import { Refused } from '../shared/api.js';
import { h } from '../shared/dom.js';
import { t } from '../shared/language.js';
import { trouble } from '../shared/trouble.js';

/**
 * As trouble(), but 403 and 404 get their own notice: another try would not help.
 * @param {unknown} error @param {() => unknown} retry
 */
export function deskTrouble(error, retry) {
  if (!(error instanceof Refused) || (error.status !== 403 && error.status !== 404)) return trouble(error, retry);
  if (error.issues.some(({ code }) => code === 'fresh_password_required')) return notice('fresh_needed');
  return notice(error.status === 403 ? 'no_right' : 'not_there');
}

/**
 * A notice that takes its words from `key_title` and `key_text`.
 * @param {string} key @param {Pages.WordParts} [parts] @param {...Pages.Child} rest
 */
export function notice(key, parts = {}, ...rest) {
  return h(
    'div',
    { class: 'notice notice-trouble', role: 'alert' },
    h('h2', {}, t(`${key}_title`)),
    h('p', {}, t(`${key}_text`, parts)),
    rest,
  );
}

/**
 * If the service asks to wait: holds `form` for that time and returns a notice. Else null.
 * @param {unknown} error @param {Desk.Form} form
 */
export function waitNotice(error, form) {
  if (!(error instanceof Refused) || error.retryAfter === null || (error.status !== 429 && error.status !== 503))
    return null;
  form.hold(error.retryAfter * 1000, () => form.say(h('p', { class: 'notice', role: 'status' }, t('wait_over'))));
  return notice(error.status === 429 ? 'wait_tries' : 'wait_busy', waitParts(error.retryAfter));
}

// The words for how long and until when.
/** @param {number} seconds */
function waitParts(seconds) {
  const until = new Date(Date.now() + seconds * 1000);
  const time = [until.getHours(), until.getMinutes(), until.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  const wait =
    seconds <= 90
      ? t('wait_for_seconds', { n: Math.max(seconds, 1) })
      : t('wait_for_minutes', { n: Math.ceil(seconds / 60) });
  return { wait, time };
}

/**
 * The notice of what was just done, shown once.
 * @param {Desk.Visit} visit
 */
export function saidNotice(visit) {
  if (!visit.said) return null;
  const said = h('p', { class: 'notice notice-done', role: 'status' }, t(`said.${visit.said}`));
  visit.said = '';
  return said;
}
