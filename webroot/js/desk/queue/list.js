// The matters of a queue, a line each: whose turn, what state, until when.

import { timeText } from '../../shared/china_time.js';
import { h } from '../../shared/dom.js';
import { onlyChinese, t } from '../../shared/language.js';
import {
  clockSign,
  firmText,
  isClosed,
  measureText,
  personText,
  stateTag,
  targetText,
  timeLeftText,
  urgencyOf,
} from '../matter/labels.js';

const DAY = 'YYYY-MM-DD'.length;
const YEAR = 'YYYY-'.length;

/**
 * Days of the year of `today` are shown without it, and `county`, to which the reader belongs, not at all;
 * `box(matter)` may make a box to choose it by.
 * @param {Api.Matter[]} matters @param {{today: string, county: string | null}} context
 * @param {(one: Api.Matter) => HTMLElement | null} [box]
 */
export function matterList(matters, { today, county }, box = () => null) {
  const year = today.slice(0, YEAR);
  /** @param {string} date */
  const short = (date) => (date.startsWith(year) ? date.slice(YEAR) : date);
  /** @param {Api.Matter} one */
  const place = (one) => (one.county.code === county ? one.unit.name : `${one.unit.name} · ${one.county.name}`);
  return h(
    'ul',
    { class: 'matter-list' },
    matters.map((one) => line(one, short, place(one), box(one))),
  );
}

/**
 * @param {Api.Matter} one @param {(date: string) => string} short @param {string} place
 * @param {HTMLElement | null} box
 */
function line(one, short, place, box) {
  const urgency = urgencyOf(one);
  return h(
    'li',
    {
      class: `matter-line matter-line-${urgency}${box ? ' matter-line-boxed' : ''}`,
      'data-matter': one.id,
      'data-group': urgency,
    },
    box,
    h(
      'a',
      { id: `matter-link-${one.id}`, class: 'matter-line-link', href: `#/matter/${one.id}` },
      h('span', { class: 'reference' }, one.reference),
      ' ',
      h('span', { class: 'matter-whom' }, firmText(one)),
    ),
    h('span', { class: 'matter-what', lang: one.measure.title_en ? null : onlyChinese() }, measureText(one)),
    h('span', { class: 'matter-how' }, stateTag(one), marks(one, short)),
    h(
      'span',
      { class: `clock clock-${urgency}` },
      h('span', { class: 'clock-says' }, clockSign(one), timeLeftText(one)),
      one.due
        ? [
            ' ',
            h(
              'span',
              { class: 'clock-due', title: one.provisional ? t('provisional_note') : targetText(one) },
              dueText(one, short),
            ),
          ]
        : null,
    ),
    h(
      'span',
      { class: 'matter-who' },
      personText(one),
      ' ',
      h('span', { class: 'matter-where', lang: onlyChinese() }, place),
    ),
    h(
      'span',
      { class: 'matter-last' },
      t('line_changed', { date: short(timeText(one.changed_at).slice(0, DAY)) }),
      ' · ',
      t('line_age', { n: one.age }),
    ),
  );
}

/** @param {Api.Matter} one @param {(date: string) => string} short */
function dueText({ due, provisional }, short) {
  const date = short(String(due));
  return provisional ? `${date} ${t('provisional')}` : date;
}

/** @param {Api.Matter} one @param {(date: string) => string} short */
function marks(one, short) {
  if (isClosed(one) && one.turn !== 'to_tell') return null;
  /** @param {string} text @param {string} [kind] */
  const mark = (text, kind = 'wait') => [' ', h('span', { class: `matter-mark matter-mark-${kind}` }, text)];
  return [
    one.returns > 0 ? mark(t('line_returns', { n: one.returns })) : null,
    one.completions > 0 ? mark(t('line_completions', { n: one.completions })) : null,
    one.reminded ? mark(remindedText(one, short), one.turn === 'mine' ? 'bad' : 'wait') : null,
    one.measure_moved ? mark(t('line_measure')) : null,
    one.permission_until && one.permission_warning !== null
      ? mark(t('line_warning', { date: short(one.permission_until), n: one.permission_warning }), 'bad')
      : null,
    one.permission_until && one.permission_warning === null && one.turn === 'to_tell'
      ? mark(t('line_permission', { date: short(one.permission_until) }))
      : null,
  ];
}

/** @param {Api.Matter} one @param {(date: string) => string} short */
function remindedText({ reminders, reminded, turn }, short) {
  const date = reminded ? short(timeText(reminded.at).slice(0, DAY)) : '';
  if (turn === 'mine') return t('line_reminded_you', { date });
  return t('line_reminded', { n: reminders, date, name: reminded?.to?.name ?? '—' });
}
