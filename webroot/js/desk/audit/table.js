// Entries of the trail; on a phone each is a card.

import { h } from '../../shared/dom.js';
import { t, tCode } from '../../shared/language.js';
import { timeText } from '../../shared/china_time.js';
import { cellOf } from '../cell.js';

/**
 * `{table, body}`: lines can be added to `body`.
 * @param {Api.AuditEntry[]} entries @param {Desk.Offices} offices
 */
export function auditTable(entries, offices) {
  const heads = ['audit_when', 'audit_who', 'audit_what', 'audit_fields', 'audit_where'];
  const body = h('tbody', {}, lines(entries, offices));
  return {
    body,
    table: h(
      'table',
      { class: 'staff-table audit-table' },
      h('caption', { class: 'visually-hidden' }, t('audit_title')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((key) => h('th', { scope: 'col' }, t(key))),
        ),
      ),
      body,
    ),
  };
}

/** @param {Api.AuditEntry[]} entries @param {Desk.Offices} offices */
export function lines(entries, offices) {
  return entries.map((one) => line(one, offices));
}

/** @param {Api.AuditEntry} one @param {Desk.Offices} offices */
function line(one, offices) {
  const fields = one.fields.map(fieldText).join(t('list_separator'));
  return h(
    'tr',
    { 'data-entry': one.id },
    h('th', { scope: 'row' }, h('time', { datetime: one.at }, timeText(one.at))),
    cellOf('audit_who', whoText(one)),
    cellOf(
      'audit_what',
      actionText(one),
      ' ',
      objectText(one),
      one.county ? h('span', { class: 'muted' }, ` ${offices.district(one.county)}`) : null,
    ),
    cellOf('audit_fields', fields || '—'),
    cellOf('audit_where', one.address || '—'),
  );
}

// After a failed log-in it is not known who it was.
/** @param {Api.AuditEntry} entry */
function whoText({ staff, action }) {
  if (staff) return h('a', { href: `#/audit?staff=${staff.id}` }, staff.name);
  return action === 'log_in_failed' ? '—' : t('service');
}

/** @param {Api.AuditEntry} entry */
function objectText({ object, object_id: id, reference }) {
  const name = tCode('object', object, object);
  if (reference) return h('a', { href: `#/audit?${new URLSearchParams({ reference })}` }, `${name} ${reference}`);
  return id ? h('a', { href: `#/audit?${new URLSearchParams({ object, id: String(id) })}` }, `${name} ${id}`) : name;
}

// Some actions have other words for other objects; a step of a matter is named by its new state.
/** @param {Api.AuditEntry} entry */
function actionText({ object, action }) {
  return (
    tCode('action', `${object}.${action}`) ||
    (object === 'matter' && tCode('matter_state', action)) ||
    tCode('action', action, action)
  );
}

// A field may name an item after a colon: `measure:1.1.a`.
/** @param {string} field */
function fieldText(field) {
  const [name, of] = field.split(/:(.*)/s);
  return [tCode('what', name, name), of].filter(Boolean).join(' ');
}
