// 一次性告知单 of an applicant: the same paper that companies print for themselves.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { drawSheet, ready as sheetReady } from '../../shared/sheet/page.js';
import { readParts } from '../../shared/sheet/content.js';
import { sitePlace } from '../../shared/sheet/picture.js';
import { isIssues } from '../../shared/session.js';
import { applicantHead } from '../applicant/head.js';
import { ready, withRecord } from '../applicant/record_page.js';
import { deskTrouble } from '../trouble.js';
import { showAgain } from '../../shared/router.js';

/** @param {Desk.Visit} visit @param {HTMLElement} view @param {string} id @param {URLSearchParams} query */
export async function show(visit, view, id, query) {
  await Promise.all([sheetReady(), ready('/css/parts.css', '/css/result.css')]);
  return withRecord(visit, view, id, async (record, place) => {
    try {
      const answer = await record.match();
      if (!place.isConnected) return undefined;
      return drawSheet(record, place, answer, readParts(query), {
        qr: sitePlace(),
        page: `#/sheet/${id}`,
        back: `#/applicant/${id}?part=answer`,
        desk: { name: record.base.name, county: record.base.county.code, clerk: visit.person.name },
      });
    } catch (error) {
      if (!place.isConnected) return undefined;
      if (isIssues(error)) location.replace(`#/applicant/${id}`);
      else fill(place, applicantHead(record, 'sheet', t('sheet_title')), h('div', {}, deskTrouble(error, showAgain)));
      return undefined;
    }
  });
}
