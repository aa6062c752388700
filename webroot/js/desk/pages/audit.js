// What was done at the desk, the latest first. Nothing here can be changed.

import { fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { readdress } from '../../shared/router.js';
import { stylesheet } from '../../shared/style.js';
import { waiting } from '../../shared/trouble.js';
import { auditTable, lines } from '../audit/table.js';
import { filterForm, readAsked } from '../audit/filters.js';
import { auditWords } from '../audit/words.js';
import { deskTrouble } from '../trouble.js';
import { matterWords } from '../matter/words.js';

addWords({ ...matterWords, ...auditWords });

/**
 * @param {Desk.Visit} visit @param {HTMLElement} view @param {string} argument @param {URLSearchParams} query
 * @returns {Promise<void>}
 */
export async function show(visit, view, argument, query) {
  fill(view, waiting(t('opening')));
  const found = h('div', { class: 'audit-found' });
  try {
    await Promise.all([visit.offices.load(), stylesheet('/css/desk-matter.css')]);
  } catch (error) {
    return fill(
      view,
      h('h1', { tabindex: '-1' }, t('audit_title')),
      deskTrouble(error, () => show(visit, view, argument, query)),
    );
  }
  if (!view.isConnected) return undefined;
  const asked = readAsked(query);
  /** @param {URLSearchParams} next */
  const ask = (next) => {
    readdress(`#/audit${next.size > 0 ? `?${next}` : ''}`);
    load(visit, found, next);
  };
  fill(
    view,
    h(
      'div',
      { class: 'desk' },
      h('h1', { tabindex: '-1' }, t('audit_title')),
      h('p', { class: 'lead' }, t('audit_lead')),
      filterForm(asked, ask),
      found,
    ),
  );
  await load(visit, found, asked);
  return undefined;
}

const turns = new WeakMap();

// Drops the answers to all requests but the latest.
/** @param {Desk.Visit} visit @param {HTMLElement} found @param {URLSearchParams} asked */
async function load(visit, found, asked) {
  const turn = {};
  turns.set(found, turn);
  fill(found, waiting(t('opening')));
  try {
    const page = await visit.get(`audit${asked.size > 0 ? `?${asked}` : ''}`);
    if (turns.get(found) !== turn) return;
    if (page.entries.length === 0) fill(found, h('p', { class: 'notice', role: 'status' }, t('audit_none')));
    else drawPages(visit, found, asked, page);
  } catch (error) {
    if (turns.get(found) === turn)
      fill(
        found,
        deskTrouble(error, () => load(visit, found, asked)),
      );
  }
}

/** @param {Desk.Visit} visit @param {HTMLElement} found @param {URLSearchParams} asked @param {Api.Audit} first */
function drawPages(visit, found, asked, first) {
  const { table, body } = auditTable(first.entries, visit.offices);
  const foot = h('div', { class: 'actions audit-foot' });
  const place = h('div', {});
  /** @param {number | null} next */
  const follow = (next) =>
    fill(
      foot,
      next === null
        ? h('p', { class: 'muted', role: 'status' }, t('audit_end'))
        : h('button', { type: 'button', class: 'button', click: () => older(next) }, t('audit_older')),
    );
  /** @param {number} below */
  async function older(below) {
    fill(place);
    try {
      const page = await visit.get(`audit?${new URLSearchParams([...asked, ['below', String(below)]])}`);
      const more = lines(page.entries, visit.offices);
      body.append(...more);
      follow(page.next);
      more[0]?.querySelector('a')?.focus();
    } catch (error) {
      fill(
        place,
        deskTrouble(error, () => older(below)),
      );
    }
  }
  follow(first.next);
  fill(found, table, place, foot, exports(asked));
}

// The files have all that the filter finds, not only what is shown.
/** @param {URLSearchParams} asked */
function exports(asked) {
  const query = asked.size > 0 ? `?${asked}` : '';
  /** @param {string} kind */
  const file = (kind) =>
    h('a', { href: `/api/v1/hall/audit.${kind}${query}`, download: `audit.${kind}` }, t(`export_${kind}`));
  return h('p', { class: 'exports' }, t('audit_export'), file('csv'), ' ', file('xlsx'));
}
