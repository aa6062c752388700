// What keeps a matter from being forgotten, with answers that the test makes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { go, press, useDesk } from './desk.mjs';
import { aFile, aMatter, atStub, changes, HANDLER, MAY_NOTHING } from './desk_stub.mjs';
import { assertFits, desk, leave, phone } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const clerk = (more) => atStub(site, 'clerk', { county: '360702', ...more });
const handler = (more) => atStub(site, 'handler', { unit: 'gz-industry-it', ...more });

const history = (page) => page.locator('.matter-history').innerText();

for (const viewport of [phone, desk]) {
  test(`papers are awaited until a day and are complete before it, ${viewport.width} px`, async () => {
    const { page, stub } = await handler({ viewport });
    stub.files.set(1, aFile(1, { state: 'in_progress', may: { ...MAY_NOTHING, work: true, await_papers: true } }));
    await go(site, page, '#/matter/1');
    await page.getByText('等企业补正', { exact: true }).click();
    await press(page, '确定：等企业补正');
    await page.locator('[data-field="until"]').getByText('请填写').waitFor();
    assert.deepEqual(changes(stub), []);
    await page.getByLabel('等到哪天').fill('2026-12-04');
    await page.getByLabel('缺什么').fill('营业执照复印件');
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    await press(page, '确定：等企业补正');
    await page.getByText('✓ 已改为等企业补正。').waitFor();
    await page.getByRole('heading', { name: '企业补正中' }).waitFor();
    await soon.match(() => page.locator('.matter-head').innerText(), /企业补正中，到 2026-12-04/);
    await soon.match(() => history(page), /等企业补正，到 2026-12-04[^]*营业执照复印件/);
    await press(page, '资料已补齐，继续办');
    await page.getByText('✓ 已继续办。').waitFor();
    const said = { until: '2026-12-04', note: '营业执照复印件', revision: 1 };
    assert.deepEqual(changes(stub), [
      ['POST', 'matters/1/completion', said],
      ['POST', 'matters/1/completed', { revision: 2 }],
    ]);
    await leave(page);
  });

  test(`what has changed in the measure is read and recorded, ${viewport.width} px`, async () => {
    const { page, stub } = await clerk({ viewport });
    const change = { title: '奖励金额', field: 'amount', before: '10 万元', after: '8 万元', affects: 'amount' };
    stub.files.set(
      1,
      aFile(1, { measure_moved: true, measure_changes: [change], may: { ...MAY_NOTHING, read_measure: true } }),
    );
    await go(site, page, '#/matter/1');
    await soon.match(() => page.locator('.matter-moved').innerText(), /奖励金额[^]*原来：10 万元[^]*现在：8 万元/);
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    await press(page, '已看过');
    await page.getByText('✓ 已记下：看过措施的变化。').waitFor();
    assert.deepEqual(changes(stub), [['POST', 'matters/1/measure', { revision: 1 }]]);
    await soon.equal(() => page.locator('.matter-moved').count(), 0);
    await leave(page);
  });
}

test('an authorisation that ends is renewed at the window', async () => {
  const { page, stub } = await clerk();
  const ending = { permission_until: '2026-12-02', permission_ending: true, permission_warning: 5 };
  stub.files.set(1, aFile(1, ending));
  await go(site, page, '#/matter/1');
  await page.getByRole('heading', { name: '授权到 2026-12-02 为止，只剩 5 个工作日以内' }).waitFor();
  assert.equal(await page.getByRole('link', { name: '续授权' }).getAttribute('href'), '#/applicant/5');
  assert.deepEqual(await violations(page), []);
  await leave(page);
});

test('the unit reads who has to renew it', async () => {
  const { page, stub } = await handler();
  stub.files.set(1, aFile(1, { permission_until: '2026-12-02', permission_ending: true, permission_warning: 1 }));
  await go(site, page, '#/matter/1');
  await page.getByText('请窗口（窗口一号）请企业续授权。').waitFor();
  assert.equal(await page.getByRole('link', { name: '续授权' }).count(), 0);
  await leave(page);
});

test('a reminder is recorded with the person, and seen or not', async () => {
  const { page, stub } = await clerk();
  const seen = { at: '2026-11-24T03:00:00Z', by: HANDLER, deed: 'reminded', said: null, to: HANDLER };
  stub.files.set(
    1,
    aFile(1, {
      state: 'in_progress',
      handler: HANDLER,
      may: { ...MAY_NOTHING, remind: true },
      deeds: [{ ...seen, seen_at: '2026-11-24T05:00:00Z' }],
    }),
  );
  await go(site, page, '#/matter/1');
  await soon.match(() => history(page), /提醒 经办人甲 · 2026-11-24 13:00 已看到/);
  await press(page, '提醒 经办人甲');
  await page.getByText('✓ 已提醒。').waitFor();
  assert.deepEqual(
    changes(stub).map(([method, path]) => [method, path]),
    [['POST', 'matters/1/reminders']],
  );
  await soon.match(() => history(page), /还没看到/);
  await leave(page);
});

test('a line tells the reminder, the authorisation that ends and the papers that are awaited', async () => {
  const reminded = { to: HANDLER, at: '2026-11-24T03:00:00Z' };
  const { page, stub } = await handler();
  stub.matters = [
    aMatter(1, { turn: 'mine', reminders: 2, reminded }),
    aMatter(2, { reminders: 2, reminded, measure_moved: true }),
    aMatter(3, { permission_until: '2026-12-02', permission_ending: true, permission_warning: 5 }),
    aMatter(4, { turn: 'company', completions: 1, completion: { from: '2026-11-24', until: '2026-12-01' } }),
  ];
  await go(site, page, '#/account');
  await go(site, page, '#/');
  const line = (id) => page.locator(`[data-matter="${id}"]`).innerText();
  await soon.match(() => line(1), /请您办理：11-24 提醒/);
  await soon.match(() => line(2), /已提醒 2 次，11-24 提醒 经办人甲[^]*措施有变/);
  await soon.match(() => line(3), /授权到 12-02（5 个工作日内）/);
  await soon.match(() => line(4), /补正 1 次[^]*企业补正中，到 2026-12-01/);
  await soon.match(() => page.locator('#view-company').innerText(), /待企业补正 1/);
  await soon.match(() => page.locator('#view-measure').innerText(), /措施有变 1/);
  await leave(page);
});
