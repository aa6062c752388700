// Follow-up questions, and answers that were given to earlier questions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, desk, field, leave, matchBodies, openTopic, phone, useSite } from './site.mjs';
import { soon } from './soon.mjs';
import { WRONG_CODE } from './keeping.mjs';
import { encode } from './js/shared/share/links.js';

const site = useSite();
const arrears = { situations: { value: ['arrears'] }, arrears_debtors: { value: ['large_enterprise'] } };

test('a follow-up comes with its parent, goes with it, and is remembered but not sent', async () => {
  const page = await site.open(desk);
  await openTopic(page, 'situations');
  const bodies = matchBodies(page);
  const debtors = field(page, 'arrears_debtors');
  await soon.ok(async () => !(await debtors.isVisible()));
  await page.getByLabel('显示全部问题').check();
  await soon.ok(async () => !(await debtors.isVisible()));
  await field(page, 'situations').getByLabel('被拖欠账款', { exact: true }).check();
  await openTopic(page, 'arrears_debtors');
  await debtors.getByRole('checkbox').first().check();
  const gone = page.waitForRequest(
    (request) => request.url().endsWith('/match') && request.postDataJSON().profile.situations?.length === 0,
  );
  await field(page, 'situations').getByLabel('以上都没有').check();
  assert.deepEqual((await gone).postDataJSON().profile, { situations: [] });
  await soon.ok(async () => !(await debtors.isVisible()));
  await field(page, 'situations').getByLabel('被拖欠账款', { exact: true }).check();
  await soon.ok(() => debtors.getByRole('checkbox').first().isChecked());
  await page.waitForRequest(
    (request) => request.url().endsWith('/match') && request.postDataJSON().profile.arrears_debtors !== undefined,
  );
  assert.ok(bodies.length > 0);
  await leave(page);
});

test('an answer that outlived its parent is on no page, in no link and is not saved', async () => {
  const page = await answered(site, phone, {
    ...arrears,
    situations: { value: [] },
    exhibition_plan: { value: 'none' },
    exhibition_in_city_list: { value: true },
  });
  await soon.equal(() => field(page, 'arrears_debtors').count(), 0);
  await page.goto(`${site.program.base}/#/check`);
  await page.locator('[data-answer="situations"]').waitFor();
  for (const gone of ['arrears_debtors', 'exhibition_in_city_list'])
    await soon.equal(() => page.locator(`[data-answer="${gone}"]`).count(), 0);
  await page.goto(`${site.program.base}/#/save`);
  await page.getByText('您填写的 2 条回答').waitFor();
  await page.goto(`${site.program.base}/#/result`);
  await page.locator('details.share > summary').click();
  const shown = page.locator('[data-link="answers"]');
  await shown.getByText('a=').waitFor();
  const link = await shown.innerText();
  const content = JSON.parse(Buffer.from(link.split('a=')[1], 'base64url').toString());
  assert.deepEqual(content.profile, { situations: [], exhibition_plan: 'none' });
  await leave(page);
});

test('a link to a follow-up that is not asked leads to its parent', async () => {
  const page = await site.open(phone, '/#/form/arrears_debtors');
  await page.locator('form').waitFor();
  await page.waitForFunction(() => document.activeElement.closest('[data-fact]')?.dataset.fact === 'situations');
  await soon.ok(async () => !(await field(page, 'arrears_debtors').isVisible()));
  await leave(page);
});

for (const [what, address] of [
  ['form', '#/form'],
  ['result', '#/result'],
  ['check', '#/check'],
]) {
  test(`a retired answer is asked again by name, with what was ticked before: ${what}`, async () => {
    const page = await answered(site, phone, {
      situations: { value: ['arrears', 'ip_dispute'] },
      training_plan: { value: 'none' },
    });
    await page.goto(`${site.program.base}/${address}`);
    const again = page.locator('[data-again="situations"]');
    await again.getByText('以前选的还有：').waitFor();
    await soon.match(() => again.innerText(), /请分清.*被拖欠账款/);
    const kept = JSON.parse(await page.evaluate(() => sessionStorage.getItem('policycalc.answers.1')));
    assert.deepEqual(kept.entries.training_plan, { value: [] });
    assert.equal(kept.entries.situations, undefined);
    await page.goto(`${site.program.base}/#/form/situations`);
    await field(page, 'situations').getByLabel('以上都没有').check();
    await again.waitFor({ state: 'detached' });
    await leave(page);
  });
}

test('a shared link from before is read through the same map', async () => {
  const page = await site.open(phone, '/favicon.svg');
  await page.goto(
    `${site.program.base}/#/shared?a=${encode({ profile: { district: '360702', situations: ['ip_dispute'], credit_risk_class: 'A', training_plan: 'none', arrears_debtors: ['large_enterprise'] } })}`,
  );
  await page.getByText('链接里有 2 条回答').waitFor();
  await page.locator('[data-again="situations"]').waitFor();
  await soon.equal(() => page.locator('.shared-left').count(), 0);
  const bodies = matchBodies(page);
  await page.getByRole('button', { name: '用这些回答看结果' }).click();
  await page.locator('.result').waitFor();
  assert.deepEqual(bodies.at(-1).profile, { district: '360702', training_plan: [] });
  await page.locator('[data-again="situations"]').waitFor();
  await leave(page);
});

test('a profile that was saved before is read through the same map, and nothing is called lost', async () => {
  const page = await site.open(phone, '/favicon.svg');
  const kept = {
    profile: {
      district: '360702',
      situations: ['arrears', 'ip_dispute'],
      training_plan: 'none',
      arrears_debtors: ['large_enterprise'],
    },
    as_of: null,
    needs: [],
    revision: 1,
    saved_at: '2026-01-01T00:00:00Z',
    expires_on: '2027-01-01',
    consent: { help: false, notify: false },
    backup_days: 7,
  };
  await page.route('**/api/v1/profiles/mine', (route) => route.fulfill({ json: kept }));
  const bodies = matchBodies(page);
  await page.goto(`${site.program.base}/#/resume/${WRONG_CODE}`);
  await page.locator('.result').waitFor();
  assert.deepEqual(bodies.at(-1).profile, { district: '360702', training_plan: [] });
  await soon.match(() => page.locator('[data-again="situations"]').innerText(), /以前选的还有：被拖欠账款/);
  await leave(page);
});
