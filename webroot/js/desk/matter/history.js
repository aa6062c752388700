// The history of a matter.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { timeText } from '../../shared/china_time.js';
import { staffText, stateName } from './labels.js';

/** @param {Desk.MatterFile} file */
export function historyPart({ record }) {
  return h(
    'section',
    { class: 'desk-part matter-history', 'aria-labelledby': 'matter-history' },
    h('h2', { id: 'matter-history' }, t('history_title')),
    h(
      'ol',
      { class: 'entries' },
      record.history.map((one) =>
        h(
          'li',
          {},
          h('p', {}, h('strong', {}, moveText(one))),
          h('p', { class: 'muted' }, `${timeText(one.at)} ${staffText(one.by)}`),
          one.handler ? h('p', {}, t('history_handler'), one.handler.name) : null,
          one.reason ? h('p', { class: 'typed' }, t('history_reason'), one.reason) : null,
        ),
      ),
    ),
  );
}

/** @param {Api.MatterDetail['history'][number]} move */
function moveText({ from, to }) {
  if (!from) return t('history_opened');
  return from === to ? t('history_same') : t('history_moved', { from: stateName(from), to: stateName(to) });
}
