// The QR codes in the sheet's corner: this site, so that anyone can do the same, and the saved answers.

import { fill, h } from '../dom.js';
import { resumeLink } from '../parts/code.js';
import { t } from '../language.js';
import { qrCode } from '../parts/qr.js';
import { savedCode } from './saved_code.js';

/**
 * The place of both codes, which fills itself. The sheet does not wait for it.
 * @param {Pages.CompanySession} session
 */
export function qrPlace(session) {
  const { code, isOther } = savedCode(session);
  return h(
    'div',
    { class: 'sheet-qr' },
    code && !isOther ? drawn(resumeLink(code), 'resume') : null,
    drawn(`${location.origin}/`, 'site'),
    isOther ? toSave('sheet_qr_other', 'sheet_qr_other_link') : null,
    code ? null : toSave('sheet_qr_save', 'sheet_qr_save_link'),
  );
}

/** The place of this site's code only. */
export function sitePlace() {
  return h('div', { class: 'sheet-qr' }, drawn(`${location.origin}/`, 'site'));
}

/** @param {string} text @param {string} link */
function toSave(text, link) {
  return h('p', { class: 'sheet-qr-none' }, t(text), ' ', h('a', { href: '#/save', class: 'sheet-screen' }, t(link)));
}

/** @param {string} link @param {string} kind */
function drawn(link, kind) {
  const place = h('div', {});
  draw(place, link, kind);
  return place;
}

/** @param {HTMLElement} place @param {string} link @param {string} kind */
async function draw(place, link, kind) {
  try {
    fill(
      place,
      h(
        'figure',
        { 'data-qr': kind },
        await qrCode(link, t(`sheet_qr_${kind}`)),
        h('figcaption', {}, h('strong', {}, t(`sheet_qr_${kind}`)), ' ', t(`sheet_qr_${kind}_note`)),
      ),
    );
  } catch {
    fill(place, h('p', { class: 'sheet-qr-none' }, t('sheet_qr_missing')));
  }
}
