// The handlers as a table; on a phone each line is a card.

import { h } from '../../shared/dom.js';
import { onlyChinese, t } from '../../shared/language.js';
import { cellOf } from '../cell.js';
import { nameForm } from './name_form.js';
import { formButton } from './form_button.js';

/** @param {Api.Handler[]} named @param {Desk.HandlerContext} context */
export function handlerTable(named, context) {
  const heads = ['handlers_measure', 'matter_county', 'matter_unit', 'handlers_who'];
  return h(
    'section',
    { class: 'desk-part' },
    h('h2', {}, t('handlers_named', { n: named.length })),
    named.length === 0
      ? h('p', { class: 'muted' }, t('handlers_none'))
      : h(
          'table',
          { class: 'staff-table handlers-table' },
          h('caption', { class: 'visually-hidden' }, t('handlers_title')),
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              heads.map((key) => h('th', { scope: 'col' }, t(key))),
              h('th', { scope: 'col' }, h('span', { class: 'visually-hidden' }, t('handlers_change'))),
            ),
          ),
          h(
            'tbody',
            {},
            named.map((one) => line(one, context)),
          ),
        ),
  );
}

/** @param {Api.Handler} one @param {Desk.HandlerContext} context */
function line(one, context) {
  /** @param {string} text */
  const chinese = (text) => h('span', { lang: onlyChinese() }, text);
  return h(
    'tr',
    { 'data-handler': `${one.measure} ${one.county ?? ''} ${one.unit}` },
    h('th', { scope: 'row' }, h('span', { class: 'reference' }, one.measure), ' ', context.title(one.measure)),
    cellOf('matter_county', context.county(one.county)),
    cellOf('matter_unit', chinese(context.unit(one.unit))),
    cellOf('handlers_who', one.staff?.name ?? '—'),
    h(
      'td',
      { class: 'cell-do' },
      !context.mayChange(one)
        ? null
        : formButton(t('handlers_change'), `${one.measure} ${context.county(one.county)}`, (close) =>
            nameForm({ ...one, counties: [one.county] }, context, close),
          ),
    ),
  );
}
