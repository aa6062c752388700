// The sheet: head with the QR code, what it is about, the documents, and lines to sign.

import { fill, h } from '../../shared/dom.js';
import { onlyChinese, say, t } from '../../shared/language.js';
import { qrCode } from '../../shared/parts/qr.js';
import { dueText, firmText, measureText, staffText, stateName } from '../matter/labels.js';
import { timeText } from '../../shared/china_time.js';

export const PAPERS = ['receipt', 'handover'];
const SIGNS = { receipt: ['firm', 'window'], handover: ['over', 'taken'] };

/** `kind`: one of PAPERS. */
export function paper(record, kind) {
  return h(
    'article',
    { class: 'paper', 'data-paper': kind, 'aria-labelledby': 'paper-title' },
    head(record, kind),
    about(record, kind),
    documents(record),
    kind === 'receipt' ? next(record) : null,
    signs(kind),
    h('p', { class: 'paper-note' }, t('paper_note')),
  );
}

function head(record, kind) {
  return h(
    'header',
    { class: 'paper-head' },
    h(
      'div',
      {},
      h('h1', { id: 'paper-title', tabindex: '-1' }, t(`paper_${kind}`)),
      h(
        'p',
        { class: 'paper-reference' },
        `${t('matter_reference')}${t('optional_colon')}`,
        h('strong', {}, record.reference),
      ),
      h(
        'p',
        { class: 'paper-small' },
        `${t('paper_printed')}${t('optional_colon')}${timeText(new Date().toISOString())}`,
      ),
      h('p', { class: 'paper-small' }, t(`paper_for_${kind}`)),
    ),
    qrPlace(record),
  );
}

// The sheet does not wait for its code.
function qrPlace({ id }) {
  const place = h('div', { class: 'paper-qr' });
  qrCode(`${location.origin}${location.pathname}#/matter/${id}`, t('paper_qr')).then(
    (picture) => fill(place, h('figure', {}, picture, h('figcaption', {}, t('paper_qr')))),
    () => fill(place, h('p', { class: 'paper-qr-none' }, t('paper_qr_missing'))),
  );
  return place;
}

function about(record, kind) {
  const line = (label, ...content) => h('div', {}, h('dt', {}, label), h('dd', {}, content));
  const chinese = (text) => h('span', { lang: onlyChinese() }, text);
  return h(
    'dl',
    { class: 'paper-about' },
    line(t('matter_firm'), firmText(record)),
    record.contact ? line(t('matter_contact'), record.contact) : null,
    line(t('matter_measure'), h('span', { class: 'reference' }, record.measure.id), ' ', measureText(record)),
    line(t('county'), record.county.name),
    line(t('matter_unit'), chinese(record.unit.name)),
    line(t('state'), stateName(record.state)),
    record.due ? line(t('matter_due'), dueText(record)) : null,
    line(t('matter_handler'), record.handler ? record.handler.name : t('paper_nobody')),
    line(t('matter_opened'), timeText(record.opened_at)),
    line(t('paper_opened_by'), staffText(record.opened_by)),
    kind === 'handover' ? lastReason(record, line) : null,
  );
}

// Why it was sent back is what the next hand-over answers.
function lastReason({ history }, line) {
  const said = history.findLast(({ reason }) => reason);
  return said ? line(t('history_reason').replace(/[：:]\s*$/, ''), said.reason) : null;
}

function documents({ documents: all }) {
  if (all.length === 0) return null;
  return h(
    'section',
    {},
    h('h2', {}, t('paper_documents')),
    h(
      'table',
      { class: 'paper-documents' },
      h(
        'tbody',
        {},
        all.map(({ name, ticked }) =>
          h(
            'tr',
            { 'data-there': String(ticked !== null) },
            h('th', { scope: 'row', lang: onlyChinese() }, name),
            h(
              'td',
              {},
              h('span', { 'aria-hidden': 'true' }, ticked ? '☑ ' : '☐ '),
              t(ticked ? 'paper_there' : 'paper_missing'),
            ),
          ),
        ),
      ),
    ),
  );
}

function next({ next_step: step, channels }) {
  const named = (channels ?? [])
    .map((one) => (typeof one === 'string' ? one : say(one, 'name') || one.url))
    .filter(Boolean);
  return [
    step ? h('section', {}, h('h2', {}, t('paper_next')), h('p', { lang: onlyChinese() }, step)) : null,
    named.length > 0
      ? h(
          'section',
          {},
          h('h2', {}, t('paper_channels')),
          h('p', { lang: onlyChinese() }, named.join(t('list_separator'))),
        )
      : null,
  ];
}

function signs(kind) {
  return h(
    'div',
    { class: 'paper-signs' },
    SIGNS[kind].map((who) =>
      h(
        'div',
        {},
        h('p', {}, `${t(`sign.${who}`)}${t('optional_colon')}`, h('span', { class: 'paper-line' })),
        h('p', {}, `${t('sign_date')}${t('optional_colon')}`, h('span', { class: 'paper-line' })),
      ),
    ),
  );
}
