// What the owner takes along: code, link, QR code, and the day on which it ends.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { qrCode } from '../../shared/parts/qr.js';
import { codeText, resumeLink } from '../../shared/parts/code.js';
import { copyButton } from '../../shared/parts/copy.js';

/** @param {Pages.SavedRecord} record */
export function ticket(record) {
  const code = codeText(record.code);
  return h(
    'section',
    { class: 'panel ticket' },
    h('h2', {}, t('code_title')),
    code,
    h(
      'div',
      { class: 'actions' },
      copyButton(t('code_copy'), record.code, code),
      h('button', { type: 'button', class: 'button button-quiet', click: () => window.print() }, t('print_page')),
    ),
    h('p', { class: 'muted' }, t('code_note')),
    linkPart(resumeLink(record.code)),
  );
}

/** @param {string} link */
function linkPart(link) {
  const text = h('p', { class: 'code-link' }, link);
  const picture = h('div', { class: 'qr-place' });
  drawQr(picture, link);
  return h(
    'div',
    { class: 'ticket-link' },
    picture,
    h(
      'div',
      {},
      h('h2', {}, t('link_title')),
      text,
      h('div', { class: 'actions' }, copyButton(t('link_copy'), link, text)),
      h('p', { class: 'muted' }, t('link_note')),
    ),
  );
}

/** @param {HTMLElement} place @param {string} text */
async function drawQr(place, text) {
  try {
    fill(place, h('figure', {}, await qrCode(text, t('qr_name')), h('figcaption', {}, t('qr_note'))));
  } catch {
    fill(place, h('p', { class: 'muted', role: 'status' }, t('qr_missing')));
  }
}

/**
 * Until when it is kept and what was agreed.
 * @param {Pages.SavedRecord} record
 */
export function agreement(record) {
  const said = h('p', { class: 'muted', role: 'status' });
  /** @param {string} label @param {Pages.Child} value */
  const line = (label, value) => h('div', {}, h('dt', {}, label), h('dd', {}, value));
  return h(
    'section',
    { class: 'panel agreement' },
    h('h2', {}, t('terms_title')),
    h(
      'dl',
      {},
      line(t('terms_until'), h('time', { datetime: record.expires_on }, record.expires_on)),
      line(t('terms_backup'), t('terms_backup_text', { n: record.backup_days })),
      line(t('terms_help'), t(record.consent.help ? 'agreed' : 'not_agreed')),
      line(t('terms_notify'), t(record.consent.notify ? 'agreed' : 'not_agreed')),
    ),
    h(
      'div',
      { class: 'actions' },
      h(
        'button',
        { type: 'button', class: 'button button-quiet', click: () => offerCalendar(record, said) },
        t('calendar_expiry'),
      ),
    ),
    said,
  );
}

// Loaded when asked for. The code itself stays out of the file: calendars are shared and synchronised.
/** @param {Pages.SavedRecord} record @param {HTMLElement} said */
async function offerCalendar(record, said) {
  fill(said);
  try {
    const [{ calendarFile }, { download }] = await Promise.all([
      import('../../shared/parts/calendar.js'),
      import('../../shared/parts/download.js'),
    ]);
    const text = calendarFile([
      {
        uid: `saved-${record.expires_on}`,
        date: record.expires_on,
        title: t('calendar_title'),
        text: t('calendar_text'),
      },
    ]);
    download('policycalc.ics', text, 'text/calendar');
  } catch {
    fill(said, t('calendar_missing'));
  }
}
