// The notice's table item by item: chapter, item, cell, clause, with the units of each. An argument
// is an item's number or a clause's id, to which the page goes.

import { fill, h } from '../../shared/dom.js';
import { say, t, tCode } from '../../shared/language.js';
import { measureAddress, unitList } from '../../shared/parts/links.js';
import { chineseNote } from '../../shared/parts/notices.js';
import { told } from '../../shared/parts/told.js';
import { notFound, showPlace, title } from './frame.js';
import * as library from '../../shared/library.js';

/** @param {HTMLElement} view @param {string} place */
export async function noticePage(view, place) {
  const [clauses, chapters, documents] = await Promise.all([
    library.clauses(),
    library.chapters(),
    library.documents(),
  ]);
  if (place && !clauses.some(({ id, item }) => id === place || String(item) === place)) {
    fill(view, notFound(t('not_found_clause', { id: place }), [t('nav_notice'), '#/notice']));
    return;
  }
  const notice = documents.find((document) => document.chapters.length > 0);
  fill(
    view,
    head(notice, clauses),
    itemsNav(clauses, chapters),
    chapters.map((chapter) =>
      chapterSection(
        chapter,
        clauses.filter((clause) => clause.chapter === chapter.number),
      ),
    ),
  );
  if (place) showPlace(view, place);
}

/** @param {Api.SourceDocument | undefined} notice @param {Api.Clause[]} clauses */
function head(notice, clauses) {
  const counts = {
    items: grouped(clauses, 'item').length,
    clauses: clauses.length,
    measures: clauses.filter(({ kind }) => kind !== 'internal').length,
  };
  return h(
    'header',
    {},
    title(t('notice_title')),
    notice
      ? h(
          'p',
          { class: 'notice-name' },
          h('a', { href: `#/documents/${encodeURIComponent(notice.id)}` }, `${notice.number} ${notice.title}`),
        )
      : null,
    h('p', { class: 'lead' }, t('notice_lead')),
    h('p', { class: 'muted' }, t('notice_counts', counts), ' ', t('text_is_summary')),
    chineseNote(),
  );
}

/** @param {Api.Clause[]} clauses @param {Api.Chapter[]} chapters */
function itemsNav(clauses, chapters) {
  return h(
    'nav',
    { class: 'items-nav', 'aria-label': t('items_nav') },
    h(
      'ul',
      {},
      chapters.map((chapter) =>
        h(
          'li',
          {},
          h('span', { class: 'muted' }, t('chapter', chapter)),
          h(
            'span',
            { class: 'item-links' },
            grouped(
              clauses.filter((clause) => clause.chapter === chapter.number),
              'item',
            ).map(([item]) => h('a', { href: `#/notice/${item}`, 'aria-label': t('item', { item }) }, item)),
          ),
        ),
      ),
    ),
  );
}

/** @param {Api.Chapter} chapter @param {Api.Clause[]} clauses */
function chapterSection(chapter, clauses) {
  return h(
    'section',
    { class: 'chapter' },
    h('h2', {}, t('chapter', chapter)),
    grouped(clauses, 'item').map(([item, list]) => itemSection(item, list)),
  );
}

/** @param {number} item @param {Api.Clause[]} clauses */
function itemSection(item, clauses) {
  const cells = grouped(clauses, 'cell');
  return h(
    'section',
    { class: 'item', 'data-place': item, tabindex: '-1', 'aria-labelledby': `i-${item}` },
    h('h3', { id: `i-${item}` }, `${t('item', { item })} ${say(clauses[0], 'item_title')}`),
    cells.map(([cell, list]) =>
      h('div', { class: 'cell' }, cells.length > 1 ? h('h4', {}, t('cell', { cell })) : null, cellBody(list)),
    ),
  );
}

// If all clauses of a cell have the same units, the cell names them once, as the notice does.
/** @param {Api.Clause[]} clauses */
function cellBody(clauses) {
  const sets = new Set(clauses.map(({ units }) => units.map(({ id }) => id).join(' ')));
  const once = sets.size === 1;
  return [
    h(
      'ul',
      { class: 'clauses' },
      clauses.map((clause) => clauseEntry(clause, !once)),
    ),
    once ? unitList(clauses[0].units, true) : null,
  ];
}

/** @param {Api.Clause} clause @param {boolean} withUnits */
function clauseEntry(clause, withUnits) {
  const internal = clause.kind === 'internal';
  const text = say(clause, 'title');
  return h(
    'li',
    { class: internal ? 'clause clause-internal' : 'clause', 'data-place': clause.id, tabindex: '-1' },
    h(
      'p',
      { class: 'clause-title' },
      clause.clause ? h('span', { class: 'clause-mark' }, clause.id, ' ') : null,
      internal ? text : h('a', { href: measureAddress(clause.id) }, text),
      ' ',
      h('span', { class: 'tag' }, internal ? t('internal') : tCode('kind', clause.kind)),
    ),
    h('p', { class: 'clause-text' }, told(clause, internal ? 'why_internal' : 'summary')),
    withUnits ? unitList(clause.units, true) : null,
  );
}

/**
 * `[[value of key, clauses]]` in the order of first appearance.
 * @param {Api.Clause[]} records @param {'item' | 'cell'} key
 */
function grouped(records, key) {
  /** @type {Map<number, Api.Clause[]>} */
  const groups = new Map();
  for (const record of records) groups.set(record[key], [...(groups.get(record[key]) ?? []), record]);
  return [...groups];
}
