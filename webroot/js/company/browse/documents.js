// The notices and laws that the catalogue rests on. An argument is the id of one, to which the page goes.

import { fill, h } from '../../shared/dom.js';
import { onlyChinese, t, tCode } from '../../shared/language.js';
import { webLink } from '../../shared/parts/contacts.js';
import { row } from '../../shared/parts/rows.js';
import { notFound, showPlace, title } from './frame.js';
import * as library from '../../shared/library.js';

/** @param {HTMLElement} view @param {string} place */
export async function documentsPage(view, place) {
  const documents = await library.documents();
  if (place && !documents.some(({ id }) => id === place)) {
    fill(view, notFound(t('not_found_document'), [t('nav_documents'), '#/documents']));
    return;
  }
  fill(view, title(t('documents_title')), h('p', { class: 'lead' }, t('documents_lead')), documents.map(entry));
  if (!place) return;
  showPlace(view, place);
}

/** @param {Api.SourceDocument} document */
function entry(document) {
  const {
    id,
    number,
    title: name,
    issuer,
    date,
    level,
    in_force_from: from,
    in_force_to: to,
    note,
    chapters,
    url,
    last_checked: checked,
  } = document;
  return h(
    'article',
    { class: 'card document', 'data-place': id, tabindex: '-1', 'aria-labelledby': `d-${id}` },
    h('p', { class: 'card-topic' }, [tCode('document_level', level, level), number].filter(Boolean).join(' · ')),
    h('h2', { id: `d-${id}`, lang: onlyChinese() }, name),
    note ? h('p', { class: 'card-summary', lang: onlyChinese() }, note) : null,
    row(t('issuer'), issuer, '', 'h3'),
    row(t('issued'), date ?? t('issued_unknown'), '', 'h3'),
    from ? row(t('in_force'), to ? t('valid_between', { from, to }) : t('valid_open', { from }), '', 'h3') : null,
    url ? row(t('website'), webLink(url), '', 'h3') : null,
    checked ? row(t('last_checked'), checked, '', 'h3') : null,
    chapters.length > 0 ? h('p', { class: 'actions-line' }, h('a', { href: '#/notice' }, t('notice_title'))) : null,
  );
}
