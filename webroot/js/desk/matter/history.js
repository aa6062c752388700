// The history of a matter: its steps, and what was done besides.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { timeText } from '../../shared/china_time.js';
import { endLines } from './ending.js';
import { isClosed, staffText, stateName } from './labels.js';

/** @param {Desk.MatterFile} file */
export function historyPart({ record }) {
  const entries = [
    ...record.history.map((one) => ({ at: one.at, element: moveEntry(one) })),
    ...record.deeds.map((one) => ({ at: one.at, element: deedEntry(one) })),
  ].sort((a, b) => a.at.localeCompare(b.at)); // stable: of one second, the steps come first
  return h(
    'section',
    { class: 'desk-part matter-history', 'aria-labelledby': 'matter-history' },
    h('h2', { id: 'matter-history' }, t('history_title')),
    h(
      'ol',
      { class: 'entries' },
      entries.map(({ element }) => element),
    ),
  );
}

/** @param {Api.MatterDetail['history'][number]} one */
function moveEntry(one) {
  return h(
    'li',
    {},
    h('p', {}, h('strong', {}, moveText(one))),
    h('p', { class: 'muted' }, `${timeText(one.at)} ${staffText(one.by)}`),
    one.handler ? h('p', {}, t('history_handler'), one.handler.name) : null,
    one.reason ? h('p', { class: 'typed' }, t('history_reason'), one.reason) : null,
    one.end ? endLines(one.end) : null,
  );
}

/** @param {Api.MatterDeed} one */
function deedEntry({ at, by, deed, said, to, seen_at: seen }) {
  const parts = [said?.way ? t(`way.${said.way}`) : '', said?.day ?? ''].filter(Boolean);
  return h(
    'li',
    {},
    h('p', {}, h('strong', {}, t(`deed.${deed}`)), parts.length > 0 ? ` ${parts.join(' ')}` : null),
    h('p', { class: 'muted' }, `${timeText(at)} ${staffText(by)}`),
    to ? h('p', {}, t('deed_to', { name: to.name }), ' · ', seenText(seen)) : null,
    said?.note ? h('p', { class: 'typed' }, said.note) : null,
  );
}

/** @param {string | null} seen */
function seenText(seen) {
  return seen ? t('deed_seen', { time: timeText(seen) }) : t('deed_unseen');
}

/** @param {Api.MatterDetail['history'][number]} move */
function moveText({ from, to, reason }) {
  if (!from) return t('history_opened');
  if (isClosed({ state: from }) && !isClosed({ state: to }))
    return t(reason ? 'history_reopened' : 'history_undone', { from: stateName(from), to: stateName(to) });
  return from === to ? t('history_same') : t('history_moved', { from: stateName(from), to: stateName(to) });
}
