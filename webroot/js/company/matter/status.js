// How far a matter is: its state, what comes next, and whom to ask.

import { h } from '../../shared/dom.js';
import { t, tCode } from '../../shared/language.js';
import { contactLines } from '../../shared/parts/contacts.js';
import { told } from '../../shared/parts/told.js';

/** @param {Api.MatterStatus} status @param {string} reference */
export function statusPart(status, reference) {
  const { state, since, whom, rated } = status;
  return h(
    'section',
    { class: 'panel matter-status', 'aria-labelledby': 'matter-status' },
    h('h2', { id: 'matter-status' }, t('matter_status_title', { reference: reference.trim().toUpperCase() })),
    h(
      'p',
      { class: 'matter-state-now' },
      h('strong', {}, tCode('asked_state', state, state)),
      ' ',
      h('span', { class: 'muted' }, t('asked_since', { date: since })),
    ),
    h('h3', {}, t('asked_next')),
    h('p', {}, told(status, 'next')),
    h('h3', {}, t('asked_whom')),
    h('p', { class: 'contact-name' }, told(whom, 'name')),
    h('div', { class: 'contact' }, contactLines(whom.contact, 'h4')),
    rated ? h('p', { class: 'muted' }, t('asked_rated')) : null,
  );
}
