// The QR code in the sheet's corner. It opens the saved answers, or else this list of measures if a
// phone can read a code of that length off paper.

import { fill, h } from '../dom.js';
import { canonical, contentOf } from '../kept_content.js';
import { resumeLink } from '../parts/code.js';
import { t } from '../language.js';
import { qrCode } from '../parts/qr.js';
import { linkWithoutAnswers } from '../share/links.js';

const MOST_READ = 300; // bytes; above that the dots are too small on paper

/**
 * The place, which fills itself. The sheet does not wait for it.
 * @param {Pages.CompanySession} session @param {Api.MatchAnswer} answer
 */
export function qrPlace(session, answer) {
  const place = h('div', { class: 'sheet-qr' });
  const { code, content } = session.saved.record ?? {};
  const list = linkWithoutAnswers(answer);
  if (code && content !== canonical(contentOf(session.answers)))
    fill(place, toSave('sheet_qr_other', 'sheet_qr_other_link'));
  else if (code) draw(place, resumeLink(code), 'resume');
  else if (drawn(list)) draw(place, list, 'list');
  else fill(place, toSave('sheet_qr_save', 'sheet_qr_save_link'));
  return place;
}

/**
 * The place of the code that opens this list of measures; null if the list is too long for one.
 * @param {Api.MatchAnswer} answer
 */
export function listPlace(answer) {
  const list = linkWithoutAnswers(answer);
  if (!drawn(list)) return null;
  const place = h('div', { class: 'sheet-qr' });
  draw(place, list, 'list');
  return place;
}

/** @param {string} list */
function drawn(list) {
  return list !== '' && list.length <= MOST_READ;
}

/** @param {string} text @param {string} link */
function toSave(text, link) {
  return h('p', { class: 'sheet-qr-none' }, t(text), ' ', h('a', { href: '#/save', class: 'sheet-screen' }, t(link)));
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
