// What the matter is, for whom, and what its clock says.

import { h } from '../../shared/dom.js';
import { onlyChinese, t } from '../../shared/language.js';
import { timeText } from '../../shared/china_time.js';
import {
  clock,
  dueText,
  handlerText,
  isClosed,
  measureText,
  ownerText,
  permissionText,
  staffText,
  stateTag,
  targetText,
} from './labels.js';

/** @param {Api.MatterDetail} one */
export function matterHead(one) {
  return h(
    'header',
    { class: 'matter-head' },
    h('p', { class: 'trail' }, h('a', { href: '#/' }, `← ${t('matter_back')}`)),
    h(
      'h1',
      { tabindex: '-1' },
      h('span', { class: 'reference' }, one.reference),
      ' ',
      h('span', { lang: one.measure.title_en ? null : onlyChinese() }, measureText(one)),
    ),
    one.applicant ? h('p', { class: 'lead matter-for' }, t('matter_for', { name: one.applicant.name })) : null,
    h(
      'p',
      { class: 'matter-stand' },
      stateTag(one),
      ' ',
      h('span', { class: 'clock-due' }, isClosed(one) ? one.since : t('matter_since', { date: one.since })),
      ' ',
      clock(one),
    ),
  );
}

/**
 * County, unit, handler and days as a list.
 * @param {Api.MatterDetail} one
 */
export function matterSummary(one) {
  /** @param {string} key @param {...Pages.Child} content */
  const line = (key, ...content) =>
    h('div', { class: `fact-${key}` }, h('dt', {}, t(`matter_${key}`)), h('dd', {}, content));
  return h(
    'dl',
    { class: 'facts desk-card matter-summary' },
    one.applicant ? [line('firm', one.applicant.name), one.contact ? line('contact', one.contact) : null] : null,
    line('county', one.county.name),
    line('unit', h('span', { lang: onlyChinese() }, one.unit.name)),
    line('owner', ownerText(one)),
    line('handler', handlerText(one)),
    isClosed(one) || !one.due ? null : line('due', dueText(one), ' ', h('span', { class: 'muted' }, targetText(one))),
    line('age', t('line_age', { n: one.age })),
    one.permission_until ? line('permission', permissionText(one)) : null,
    line('opened', `${timeText(one.opened_at)} ${staffText(one.opened_by)}`),
    line(
      'measure',
      h(
        'a',
        { href: `/measures/${encodeURIComponent(one.measure.id)}`, target: '_blank', rel: 'noopener' },
        t('matter_measure_open'),
      ),
    ),
  );
}
