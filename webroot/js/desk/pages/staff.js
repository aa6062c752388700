// The staff as a table, and one member of it; for administrators.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { readdress } from '../../shared/router.js';
import { waiting } from '../../shared/trouble.js';
import { roleName } from '../roles.js';
import { ROLES } from '../vocabulary.js';
import { addPage, editPage } from '../staff/edit.js';
import { staffTable } from '../staff/table.js';
import { deskTrouble, notice, saidNotice } from '../trouble.js';

/**
 * `argument`: `new`, an id, or nothing for the table.
 * @param {Desk.Visit} visit @param {HTMLElement} view @param {string} argument @param {URLSearchParams} query
 */
export async function show(visit, view, argument, query) {
  fill(view, waiting(t('opening')));
  const again = () => show(visit, view, argument, query);
  try {
    if (argument === 'new') {
      await visit.offices.load();
      addPage(visit, view);
      return;
    }
    const [{ staff }] = await Promise.all([visit.get('staff'), visit.offices.load()]);
    if (!argument) return list(visit, view, staff, query);
    const one = staff.find(({ id }) => String(id) === argument);
    if (one) editPage(visit, view, one);
    else
      fill(
        view,
        h('h1', { tabindex: '-1' }, t('staff_title')),
        notice('not_there'),
        h('p', {}, h('a', { href: '#/staff' }, t('staff_back'))),
      );
  } catch (error) {
    fill(view, h('h1', { tabindex: '-1' }, t('staff_title')), deskTrouble(error, again));
  }
}

/** @param {Desk.Visit} visit @param {HTMLElement} view @param {Api.Staff[]} all @param {URLSearchParams} query */
function list(visit, view, all, query) {
  const wanted = { q: query.get('q') ?? '', role: query.get('role') ?? '' };
  const table = h('div', { class: 'staff-found' });
  const draw = () => {
    const found = all.filter((one) => matches(visit.offices, one, wanted));
    fill(
      table,
      h('p', { class: 'muted', role: 'status' }, t('staff_count', { n: found.length, all: all.length })),
      found.length > 0
        ? staffTable(visit.offices, found, visit.person.id)
        : h('p', { class: 'notice' }, t('staff_none')),
    );
  };
  /** @param {{q?: string, role?: string}} part */
  const change = (part) => {
    Object.assign(wanted, part);
    const kept = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
    readdress(`#/staff${kept.size > 0 ? `?${kept}` : ''}`);
    draw();
  };
  fill(
    view,
    h(
      'div',
      { class: 'desk' },
      h(
        'div',
        { class: 'desk-head' },
        h('h1', { tabindex: '-1' }, t('staff_title')),
        h('a', { class: 'button button-main', href: '#/staff/new' }, t('staff_add')),
      ),
      h('p', { class: 'lead' }, t('staff_lead')),
      saidNotice(visit),
      filters(wanted, change),
      table,
    ),
  );
  draw();
}

/** @param {{q: string, role: string}} wanted @param {(part: {q?: string, role?: string}) => void} change */
function filters(wanted, change) {
  /** @type {HTMLInputElement} */
  const search = h('input', {
    id: 'staff-q',
    type: 'search',
    autocomplete: 'off',
    input: () => change({ q: search.value.trim() }),
  });
  search.value = wanted.q;
  /** @type {HTMLSelectElement} */
  const role = h(
    'select',
    { id: 'staff-role', change: () => change({ role: role.value }) },
    h('option', { value: '' }, t('all_roles')),
    ROLES.map((one) => h('option', { value: one }, roleName(one))),
  );
  role.value = ROLES.some((one) => one === wanted.role) ? wanted.role : '';
  return h(
    'search',
    { class: 'staff-filter' },
    h('div', {}, h('label', { for: 'staff-q' }, t('staff_search')), search),
    h('div', {}, h('label', { for: 'staff-role' }, t('role')), role),
  );
}

/** @param {Desk.Offices} offices @param {Api.Staff} one @param {{q: string, role: string}} wanted */
function matches(offices, one, { q, role }) {
  if (role && one.role !== role) return false;
  const text = [one.name, one.login, offices.district(one.county), offices.unit(one.unit)].join('\n').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((part) => text.includes(part));
}
