// The sheet: head with the QR code, what it is about, the documents, and lines to sign.

import { fill, h } from '../../shared/dom.js';
import { onlyChinese, t } from '../../shared/language.js';
import { qrCode } from '../../shared/parts/qr.js';
import { endLines } from '../matter/ending.js';
import { leftOutNames } from '../matter/facts.js';
import { dueText, firmText, isClosed, measureText, staffText, stateName, targetText } from '../matter/labels.js';
import { serviceTime, timeText } from '../../shared/china_time.js';
import { askSection, companyQr, windowPlace } from './company.js';

/** @type {Desk.Paper[]} */
const PAPERS = ['receipt', 'handover', 'notice'];
const SIGNS = { receipt: ['firm', 'window'], handover: ['over', 'taken'], notice: ['firm', 'window'] };

/**
 * The papers that can be printed of a matter: how it ended only once it did.
 * @param {Api.MatterDetail} record
 */
export function papersOf(record) {
  return PAPERS.filter((kind) => kind !== 'notice' || (isClosed(record) && record.applicant !== null));
}

/**
 * `kind`: one of papersOf(); `code`: the query code of the company, '' where it is not known here.
 * @param {Api.MatterDetail} record @param {Desk.Paper} kind @param {string} code
 */
export function paper(record, kind, code) {
  return h(
    'article',
    { class: 'paper', 'data-paper': kind, 'aria-labelledby': 'paper-title' },
    head(record, kind, code),
    about(record, kind),
    kind === 'notice' ? null : documents(record),
    kind === 'receipt' ? next(record) : kind === 'handover' ? leftOut(record) : null,
    kind === 'handover' ? null : askSection(kind === 'receipt' ? code : ''),
    signs(kind),
    h('p', { class: 'paper-note' }, t(kind === 'notice' ? 'paper_note_notice' : 'paper_note')),
  );
}

/** @param {Api.MatterDetail} record @param {Desk.Paper} kind @param {string} code */
function head(record, kind, code) {
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
        `${t('paper_printed')}${t('optional_colon')}${timeText(new Date(serviceTime()).toISOString())}`,
      ),
      h('p', { class: 'paper-small' }, t(`paper_for_${kind}`)),
    ),
    kind === 'handover' ? qrPlace(record) : companyQr(record.reference, kind === 'receipt' ? code : ''),
  );
}

// The sheet does not wait for its QR code.
/** @param {Api.MatterDetail} record */
function qrPlace({ id }) {
  const place = h('div', { class: 'paper-qr' });
  qrCode(`${location.origin}${location.pathname}#/matter/${id}`, t('paper_qr')).then(
    (picture) => fill(place, h('figure', {}, picture, h('figcaption', {}, t('paper_qr')))),
    () => fill(place, h('p', { class: 'paper-qr-none' }, t('paper_qr_missing'))),
  );
  return place;
}

/** @param {Api.MatterDetail} record @param {Desk.Paper} kind */
function about(record, kind) {
  /** @param {string} label @param {...Pages.Child} content */
  const line = (label, ...content) => h('div', {}, h('dt', {}, label), h('dd', {}, content));
  /** @param {string} text */
  const chinese = (text) => h('span', { lang: onlyChinese() }, text);
  return h(
    'dl',
    { class: 'paper-about' },
    line(t('matter_firm'), firmText(record)),
    record.contact ? line(t('matter_contact'), record.contact) : null,
    kind === 'receipt' && record.authorisation_text ? line(t('paper_authorisation'), record.authorisation_text) : null,
    line(t('matter_measure'), h('span', { class: 'reference' }, record.measure.id), ' ', measureText(record)),
    line(t('county'), record.county.name),
    line(t('matter_unit'), chinese(record.unit.name)),
    line(t(kind === 'notice' ? 'paper_result' : 'state'), stateName(record.state)),
    record.due ? line(t('matter_due'), dueText(record), ' ', targetText(record)) : null,
    kind === 'notice' ? null : line(t('matter_handler'), record.handler ? record.handler.name : t('paper_nobody')),
    line(t('matter_opened'), timeText(record.opened_at)),
    line(t('paper_opened_by'), staffText(record.opened_by)),
    kind === 'handover' ? null : line(t('paper_window'), windowPlace(record.county)),
    kind === 'notice' ? line(t('paper_clerk'), staffText(record.owner ?? record.opened_by)) : null,
    kind === 'notice' ? resultLines(record, line) : null,
    kind === 'handover' ? lastReason(record, line) : null,
  );
}

// How it ended: what is recorded of the end, and the reason.
/** @param {Api.MatterDetail} record @param {(label: string, ...content: Pages.Child[]) => HTMLElement} line */
function resultLines({ since, history }, line) {
  const end = history.findLast(({ from, to }) => from && !isClosed({ state: from }) && isClosed({ state: to }));
  return [
    line(t('paper_ended'), since),
    end?.end ? line(t('paper_end'), endLines(end.end)) : null,
    end?.reason ? line(t('history_reason').replace(/[：:]\s*$/, ''), end.reason) : null,
  ];
}

// The next hand-over answers the reason for which the matter was sent back.
/** @param {Api.MatterDetail} record @param {(label: string, ...content: Pages.Child[]) => HTMLElement} line */
function lastReason({ history }, line) {
  const said = history.findLast(({ reason }) => reason);
  return said ? line(t('history_reason').replace(/[：:]\s*$/, ''), said.reason) : null;
}

/** @param {Api.MatterDetail} record */
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

// The unit that takes the matter over should know which answers were not given on purpose.
/** @param {Api.MatterDetail} record */
function leftOut(record) {
  const names = leftOutNames(record);
  if (names.length === 0) return null;
  return h('section', {}, h('h2', {}, t('provenance.left_out')), h('p', {}, names.join(t('list_separator'))));
}

/** @param {Api.MatterDetail} record */
function next({ next_step: step, channels }) {
  return [
    step ? h('section', {}, h('h2', {}, t('paper_next')), h('p', { lang: onlyChinese() }, step)) : null,
    channels.length > 0
      ? h(
          'section',
          {},
          h('h2', {}, t('paper_channels')),
          h('p', { lang: onlyChinese() }, channels.join(t('list_separator'))),
        )
      : null,
  ];
}

/**
 * Lines to sign on.
 * @param {Desk.Paper} kind
 */
export function signs(kind) {
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
