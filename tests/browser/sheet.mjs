// Firms on their sheet, and what it must hold.

import assert from 'node:assert/strict';
import { canonical } from './js/shared/kept_content.js';
import { orderFor } from './js/shared/result/order.js';
import { readParts, sheetContent } from './js/shared/sheet/content.js';
import { squeeze } from './pdf.mjs';
import { desk, record as fetchRecord } from './site.mjs';

export const firm = '江西赣州某某新材料科技股份有限公司';
export const winner = {
  company_name: { value: firm },
  district: { value: '360702' },
  ownership: { value: 'state_controlled' },
  quality_awards: { value: ['china_quality_award'] },
};
export const shop = {
  company_name: { value: '章贡区老街面馆' },
  entity_type: { value: 'individual_business' },
  district: { value: '360702' },
  employees: { value: 4, draft: { text: '4' } },
  annual_revenue: { value: '600000', draft: { text: '60', unit: 'wan' } },
  size_industry: { value: 'catering' },
  loan_need: { value: true },
  quality_awards: { value: [] },
};
export const CODE = 'ABCD-EFGH-JKMN-PQRS-TVWXY-Z0123';
export const kept = {
  code: CODE,
  revision: 1,
  saved_at: '2026-11-25T08:00:00Z',
  expires_on: '2027-02-23',
  consent: { help: false, notify: false },
  backup_days: 30,
};
/** The saved answers are those of the sheet, unless a test says otherwise. */
export const contentOf = (entries) =>
  canonical({
    profile: Object.fromEntries(Object.entries(entries).map(([id, { value }]) => [id, value])),
    as_of: null,
    needs: [],
  });
const code = { size: 21, rows: Array.from({ length: 21 }, (_, y) => (y % 2 ? '1' : '0').repeat(21)) };

/** A tab with answers, on its sheet. `qr`: the answer of /api/v1/qr; null: it fails; 'real': the program answers. */
export async function sheetOf(
  site,
  entries,
  { viewport = desk, saved = null, qr = code, hash = '#/sheet', preferences = {}, dark = false } = {},
) {
  const page = await site.open(viewport, '/favicon.svg');
  page.coded = [];
  await page.route('**/api/v1/qr', (route) => {
    page.coded.push(route.request().postDataJSON().text);
    if (qr === 'real') return route.continue();
    return qr ? route.fulfill({ json: qr }) : route.abort();
  });
  await page.evaluate(
    ([answers, record, wanted]) => {
      sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries: answers }));
      if (record) sessionStorage.setItem('policycalc.saved.1', JSON.stringify(record));
      localStorage.setItem('policycalc.preferences.1', JSON.stringify(wanted));
    },
    [entries, saved && { content: contentOf(entries), ...saved }, preferences],
  );
  if (dark) await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${site.program.base}/${hash}`);
  await page.locator('.sheet').waitFor();
  return page;
}

/** The service's answer to what is entered. */
export async function answerTo(site, entries) {
  const profile = Object.fromEntries(Object.entries(entries).map(([id, { value }]) => [id, value]));
  const response = await fetch(`${site.program.base}/api/v1/match`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ profile, detail: 'full' }),
  });
  return response.json();
}

export const due = ({ verdict }) => verdict === 'eligible' || verdict === 'conditional';

// What the sheet of an answer lists.
async function contentOfSheet(site, answer) {
  const { facts } = await fetchRecord(site, 'facts');
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const { compare } = orderFor({
    needs: [],
    given: answer.profile.given,
    done: () => false,
    fact: (id) => byId.get(id),
  });
  return sheetContent(answer, readParts(new URLSearchParams()), { compare });
}

/** The text of the sheet holds everything of the answer: what to do whole, the others by name and unit. */
export async function assertWhole(site, flow, answer) {
  const has = (text) => assert.ok(flow.includes(squeeze(text)), `not on paper: ${text}`);
  const { todo, others, universal, near } = await contentOfSheet(site, answer);
  assert.equal(todo.length + others.length + universal.length, answer.matches.filter(due).length);
  for (const { match } of todo) {
    has(match.measure.title);
    if (match.next_step) has(match.next_step);
    for (const { name } of match.units.slice(0, 3)) has(name);
    for (const document of match.documents) has(document);
    for (const { name } of match.channels) has(name);
    for (const { by } of match.judged) has(`由 ${by} 认定`);
  }
  for (const { match } of others) {
    has(match.measure.title);
    has(match.units[0].name);
  }
  for (const { measure } of universal) has(measure.title);
  for (const { measure, unmet } of near) {
    has(measure.title);
    for (const { text } of unmet) has(text);
  }
  has(answer.as_of);
  has(answer.catalogue.slice(0, 'sha256:'.length + 12));
  has('本服务免费');
  has('结果供参考，以主管部门认定为准');
  has('12345');
}
