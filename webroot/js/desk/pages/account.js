// The reader's account: who they are, the password, and logging out.

import { fill, h, reveal } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { secondFactorPart } from '../account/second_factor.js';
import { sessionsPart } from '../account/sessions.js';
import { officeText } from '../offices.js';
import { roleName } from '../roles.js';
import { deskTrouble, saidNotice } from '../trouble.js';

/** @param {Desk.Visit} visit @param {HTMLElement} view */
export function accountPage(visit, view) {
  const staff = visit.person;
  const said = h('div', { class: 'banner' });
  const place = h('dd', {}, '…');
  /** @param {string} key @param {string | HTMLElement} value */
  const line = (key, value) => h('div', {}, h('dt', {}, t(key)), value instanceof Node ? value : h('dd', {}, value));
  fill(
    view,
    h(
      'div',
      { class: 'narrow' },
      h('h1', { tabindex: '-1' }, t('account_title')),
      saidNotice(visit),
      h(
        'dl',
        { class: 'desk-card facts' },
        line('name', staff.name),
        line('login', staff.login),
        line('role', roleName(staff.role)),
        line('place', place),
      ),
      h('p', { class: 'muted' }, t('account_note')),
      h('div', { class: 'actions' }, h('a', { class: 'button', href: '#/password' }, t('password_title'))),
      visit.secondFactor === 'off' ? null : secondFactorPart(visit),
      sessionsPart(visit),
      h('section', { class: 'desk-part' }, h('h2', {}, t('log_out_title')), said, leaving(visit, said)),
    ),
  );
  showPlace(visit, place);
}

/** @param {Desk.Visit} visit @param {HTMLElement} place */
async function showPlace(visit, place) {
  const { person: staff, offices } = visit;
  if (!staff.county && !staff.unit && staff.role !== 'supervisor') return fill(place, t('no_place'));
  try {
    await offices.load();
    return fill(place, officeText(offices, staff));
  } catch {
    return fill(place, [staff.county, staff.unit].filter(Boolean).join(' '));
  }
}

/** @param {Desk.Visit} visit @param {HTMLElement} said */
function leaving(visit, said) {
  /** @param {boolean} everywhere */
  const go = async (everywhere) => {
    fill(said);
    try {
      await visit.logOut(everywhere);
    } catch (error) {
      const notice = deskTrouble(error, () => go(everywhere));
      fill(said, notice);
      notice.tabIndex = -1;
      reveal(notice);
    }
  };
  return h(
    'ul',
    { class: 'ways' },
    h(
      'li',
      {},
      h('button', { type: 'button', class: 'button', click: () => go(false) }, t('log_out_here')),
      h('span', { class: 'muted' }, t('log_out_here_note')),
    ),
    h(
      'li',
      {},
      h('button', { type: 'button', class: 'button button-danger', click: () => go(true) }, t('log_out_everywhere')),
      h('span', { class: 'muted' }, t('log_out_everywhere_note')),
    ),
  );
}
