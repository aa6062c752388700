// What the hall's pages show when the service gives no answer, or asks to wait.

import { Refused } from '../shared/api.js';
import { h } from '../shared/dom.js';
import { t } from '../shared/language.js';
import { trouble } from '../shared/trouble.js';

/** As trouble(), but a missing permission is reported as such, since retrying would not help. */
export function hallTrouble(error, retry) {
  if (!(error instanceof Refused) || (error.status !== 403 && error.status !== 404)) return trouble(error, retry);
  return notice(error.status === 403 ? 'no_right' : 'not_there');
}

/** A notice that takes its words from `key_title` and `key_text`. */
export function notice(key, parts = {}, ...rest) {
  return h(
    'div',
    { class: 'notice notice-trouble', role: 'alert' },
    h('h2', {}, t(`${key}_title`)),
    h('p', {}, t(`${key}_text`, parts)),
    rest,
  );
}

/** A notice until when `form` waits where the service asks for that, else null. Its button rests that long. */
export function waitNotice(error, form) {
  if (!(error instanceof Refused) || error.retryAfter === null || (error.status !== 429 && error.status !== 503))
    return null;
  form.hold(error.retryAfter * 1000, () => form.say(h('p', { class: 'notice', role: 'status' }, t('wait_over'))));
  return notice(error.status === 429 ? 'wait_tries' : 'wait_busy', waitParts(error.retryAfter));
}

// How long, and the time of day from which on.
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

/** What has just been done, said once. */
export function saidNotice(visit) {
  if (!visit.said) return null;
  const said = h('p', { class: 'notice notice-done', role: 'status' }, t(`said.${visit.said}`));
  visit.said = '';
  return said;
}
