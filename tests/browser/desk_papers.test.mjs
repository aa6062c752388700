// The papers of the desk that are about an applicant: 授权书 and 一次性告知单.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begun, clerkOf } from './applicants.mjs';
import { violations } from './axe.mjs';
import { atDesk, go, heading, useDesk } from './desk.mjs';
import { printed, squeeze } from './pdf.mjs';
import { assertFits, desk, leave, phone, record } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const COUNTY = '360702';

/** Name and telephone of the window of the county, as companies see them. */
async function windowOf() {
  const { contacts } = await record(site, 'contacts');
  return contacts.find(({ kind, district }) => kind === 'hall' && district === COUNTY);
}

const row = (page, name) => page.locator(`[data-row="${name}"] dd`);

async function isOnePage(page) {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.equal(pdf.toString('latin1').match(/\/Type ?\/Page\b/g).length, 1);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
}

test('the authorisation says what a database server keeps after an erasure, on paper and on the screen', async () => {
  const page = await clerkOf(site, 'remains', { viewport: desk });
  await go(site, page, '#/authorisation');
  await heading(page, '帮代办授权书');
  const remains = page.locator('[data-remains]');
  assert.equal(await remains.count(), 0);
  await page.route('**/api/v1/profiles/terms', async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, overwritten: false } });
  });
  await page.reload();
  await heading(page, '帮代办授权书');
  await soon.match(() => remains.innerText(), /删除以后.*加密的残留/);
  assert.deepEqual(await violations(page), []);
  await isOnePage(page);

  await page.unroute('**/api/v1/profiles/terms');
  await page.route('**/api/v1/profiles/terms', (route) => route.abort());
  await page.reload();
  await soon.match(() => remains.innerText(), /加密的残留/);

  await page.getByRole('link', { name: '新企业' }).click();
  await page.getByRole('radio', { name: '屏幕上同意' }).check();
  await page.locator('#h-name').fill('赣州残留有限公司');
  await page.locator('#h-given_by').fill('王经理');
  await page.getByRole('radio', { name: '查政策和开办事项' }).check();
  await page.getByRole('radio', { name: '30 天' }).check();
  await page.getByRole('button', { name: '下一步：请企业看屏幕' }).click();
  await heading(page, '请您看一看，再决定');
  await soon.match(() => page.locator('.authorisation-page [data-remains]').innerText(), /加密的残留/);
  await leave(page);
});

for (const viewport of [phone, desk]) {
  test(`the authorisation on paper names its text, the window and the clerk, ${viewport.width} px`, async () => {
    const name = `窗口纸${viewport.width}`;
    const page = await clerkOf(site, `paper${viewport.width}`, { name, viewport });
    await go(site, page, '#/authorisation');
    await heading(page, '帮代办授权书');
    const hall = await windowOf();
    await soon.match(() => row(page, 'authorisation_paper_window').innerText(), /章贡区/);
    await soon.ok(async () =>
      (await row(page, 'authorisation_paper_window').innerText()).includes(hall?.telephone || '12345'),
    );
    assert.equal(await row(page, 'authorisation_paper_staff').innerText(), name);
    assert.match(await page.locator('.paper-reference').innerText(), /SQ-2026-1/);
    for (const blank of ['authorisation_paper_name', 'applicant_credit_code', 'authorisation_given_by'])
      assert.equal((await row(page, blank).innerText()).trim(), '');
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    await isOnePage(page);

    // What was typed about the new company is filled in.
    await page.getByRole('link', { name: '新企业' }).click();
    await page.locator('#h-name').fill('赣州写在纸上有限公司');
    await page.locator('#h-contact').fill('王经理 0797-8000000');
    await page.getByRole('link', { name: '打印纸质授权书' }).click();
    await soon.equal(() => row(page, 'authorisation_paper_name').innerText(), '赣州写在纸上有限公司');
    assert.equal(await row(page, 'authorisation_paper_contact').innerText(), '王经理 0797-8000000');
    await isOnePage(page);
    await page.getByRole('link', { name: '新企业' }).click();
    await soon.equal(() => page.locator('#h-name').inputValue(), '赣州写在纸上有限公司');
    await soon.equal(() => page.locator('html').getAttribute('data-paper'), null);
    await leave(page);
  });

  test(`the sheet of an applicant has the desk's name of it, window, telephone and clerk, ${viewport.width} px`, async () => {
    const name = `窗口单${viewport.width}`;
    const page = await clerkOf(site, `sheet${viewport.width}`, { name, viewport });
    const { id } = await begun(page, {
      name: `赣州告知${viewport.width}有限公司`,
      contact: '0797-8000000',
      profile: { district: COUNTY, quality_awards: ['china_quality_award'], company_name: '旧名字' },
    });
    await go(site, page, `#/sheet/${id}`);
    await page.locator('.sheet-clerk').waitFor();
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    const hall = await windowOf();
    await soon.ok(async () => (await printed(page)).flow.includes(squeeze(hall?.telephone || '12345')));
    const { flow } = await printed(page);
    for (const part of [`赣州告知${viewport.width}有限公司`, name, '章贡区']) assert.ok(flow.includes(part), part);
    assert.ok(!flow.includes('旧名字'));
    await leave(page);
  });
}

test('a supervisor of the city leaves the window blank', async () => {
  const page = await atDesk(site, 'paper.city', 'supervisor');
  await go(site, page, '#/authorisation');
  await heading(page, '帮代办授权书');
  assert.equal((await row(page, 'authorisation_paper_window').innerText()).trim(), '');
  await isOnePage(page);
  await leave(page);
});
