// For the tests of saving, opening again and reporting errors.

import assert from 'node:assert/strict';
import { show } from './states.mjs';

export const shop = {
  company_name: { value: '章贡区老街面馆' },
  employees: { value: 4, draft: { text: '4' } },
  loan_need: { value: true },
  annual_revenue: { value: '600000', draft: { text: '60', unit: 'wan' } },
};

/** A code that opens nothing. */
export const WRONG_CODE = '0000-0000-0000-0000-00000-00000';

/** A tab with answers on the page that saves. */
export function ready(site, viewport, entries = shop) {
  return show(site, { address: '#/save', entries, sign: '.keep' }, viewport);
}

/** Saves as a person would and returns the code that is shown. */
export async function save(page, { days = 30, consent = [] } = {}) {
  await page.getByRole('radio', { name: `${days} 天` }).check();
  for (const label of consent) await page.getByRole('checkbox', { name: label }).check();
  await page.getByRole('button', { name: '加密保存' }).click();
  await page.getByRole('heading', { level: 1, name: '已保存' }).waitFor();
  return shownCode(page);
}

export async function shownCode(page) {
  const code = (await page.locator('.code-groups').first().locator('span').allInnerTexts()).join('-');
  assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}(-[0-9A-Z]{5}){2}$/);
  return code;
}

/** The service's answer for `code`: `{status, body}`. */
export async function kept(site, code) {
  const response = await fetch(`${site.program.base}/api/v1/profiles/mine`, {
    headers: { Authorization: `Bearer ${code}` },
  });
  return { status: response.status, body: await response.json() };
}

/** Changes the saved answers, as another device does. */
export async function changeElsewhere(site, code, profile) {
  const { body } = await kept(site, code);
  const response = await fetch(`${site.program.base}/api/v1/profiles/mine`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${code}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      profile,
      as_of: body.as_of,
      needs: body.needs,
      revision: body.revision,
      consent: body.consent,
    }),
  });
  assert.equal(response.status, 200);
}

/** Collects the addresses that the page requests from now on, fragments included. */
export function addresses(page) {
  const all = [];
  page.on('request', (request) => all.push(request.url()));
  return all;
}

/** `code` is neither in the `asked` addresses nor in the tab's address and history. */
export async function assertHidden(page, code, asked) {
  const browser = await page.context().newCDPSession(page);
  const { entries } = await browser.send('Page.getNavigationHistory');
  assert.ok(entries.length > 0);
  const bare = code.replaceAll('-', '');
  for (const address of [...asked, page.url(), ...entries.map(({ url }) => url)])
    assert.ok(!address.replaceAll('-', '').includes(bare), address);
}
