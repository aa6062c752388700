// A company sees how far its matter is, and rates the end, with a matter that a real window opened.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, begun } from './applicants.mjs';
import { violations } from './axe.mjs';
import { atDesk, go, heading, press, useDesk } from './desk.mjs';
import { assertFits, desk, leave, phone } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const MEASURE = '11.1.1a';
const clerk = (login) => atDesk(site, login, 'clerk', { county: '360702', name: `窗口${login}` });
const company = (address, viewport = phone) => site.open(viewport, `/${address}`);

async function openedFor(page, name) {
  const applicant = await begun(page, { name, contact: '0797-8000000', profile: { district: '360702' } });
  return ask(page, 'POST', 'matters', { applicant: applicant.id, measure: MEASURE });
}

for (const viewport of [phone, desk]) {
  test(`the code of the receipt shows state, next and whom, and leaves the address, ${viewport.width} px`, async () => {
    const window = await clerk(`receipt${viewport.width}`);
    const made = await openedFor(window, '赣州查进度有限公司');
    const page = await company(`#/matter?reference=${made.reference}&code=${made.query_code}`, viewport);
    await page.getByRole('heading', { name: `办件 ${made.reference}` }).waitFor();
    await soon.match(() => page.locator('.matter-status').innerText(), /待受理[^]*下一步[^]*找谁[^]*章贡区/);
    await soon.ok(() => page.url().endsWith('/#/matter'));
    const text = await page.locator('main').innerText();
    for (const hidden of ['赣州查进度', '0797-8000000', `窗口receipt${viewport.width}`, made.query_code])
      assert.ok(!text.includes(hidden), hidden);
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    assert.ok(!kept.includes(made.query_code));
    await leave(page);
    await leave(window);
  });
}

test('typed wrong, it says only that nothing was found; typed right in any way, it is found', async () => {
  const window = await clerk('typed');
  const made = await openedFor(window, '赣州手输有限公司');
  const page = await company('#/matter');
  await heading(page, '查办件进度');
  await press(page, '查进度');
  await soon.equal(() => page.getByText('请填写').count(), 2);
  await page.getByLabel('办件编号').fill(made.reference.toLowerCase());
  await page.getByLabel('查询码').fill('0000-0000-0000');
  await press(page, '查进度');
  await page.getByRole('heading', { name: '没有查到' }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByLabel('查询码').fill(made.query_code.toLowerCase().replaceAll('-', ' '));
  await press(page, '查进度');
  await page.getByRole('heading', { name: `办件 ${made.reference}` }).waitFor();
  await soon.equal(() => page.getByRole('heading', { name: '没有查到' }).count(), 0);
  await leave(page);
  await leave(window);
});

test('the closed matter is rated once, and the window reads it', async () => {
  const window = await clerk('rated');
  const made = await openedFor(window, '赣州评价有限公司');
  const link = `#/matter?reference=${made.reference}&code=${made.query_code}`;
  await ask(window, 'POST', `matters/${made.id}/steps`, {
    to: 'withdrawn',
    end: { heard_by: '王窗口', way: 'in_person' },
    revision: 1,
  });
  const page = await company(link);
  await page.getByRole('heading', { name: '给这次帮代办打个分' }).waitFor();
  await press(page, '提交评价');
  await page.getByText('请先选一项').waitFor();
  await page.getByRole('radio', { name: '基本满意' }).check();
  await page.getByLabel('想说的话（可以不填）').fill('讲得清楚，就是慢');
  await assertFits(page);
  assert.deepEqual(await violations(page), []);
  await press(page, '提交评价');
  await page.getByText('已收到您的评价').waitFor();
  await leave(page);
  const again = await company(link);
  await again.getByText('您已经评价过').waitFor();
  await soon.equal(() => again.getByRole('button', { name: '提交评价' }).count(), 0);
  await leave(again);
  await go(site, window, `#/matter/${made.id}`);
  await soon.match(() => window.locator('.matter-rating').innerText(), /基本满意[^]*3 分[^]*讲得清楚，就是慢/);
  await go(site, window, `#/paper/${made.id}?kind=notice`);
  await heading(window, '办理结果告知单');
  await soon.match(() => window.locator('.paper').innerText(), /撤回[^]*章贡区政务服务大厅帮代办窗口[^]*王窗口/);
  await leave(window);
});

test('the receipt carries the code only where it was shown, and the window makes another one', async () => {
  const window = await clerk('receipts');
  const made = await openedFor(window, '赣州换码有限公司');
  await go(site, window, `#/paper/${made.id}?kind=receipt`);
  await window.getByText('见受理单；丢了可在窗口换一个新的').waitFor();
  const codes = [];
  window.on('request', (request) => {
    if (request.url().endsWith('/api/v1/qr')) codes.push(request.postDataJSON().text);
  });
  await press(window, '换一个新的查询码');
  await soon.match(() => window.locator('.paper-ask').innerText(), /查询码：[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  const [shown] = (await window.locator('.paper-ask').innerText()).match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  await soon.ok(() => codes.some((text) => text.includes(`/#/matter?reference=${made.reference}&code=${shown}`)));
  const pdf = await window.pdf({ preferCSSPageSize: true });
  assert.equal(pdf.toString('latin1').match(/\/Type ?\/Page\b/g).length, 1);
  const old = await company(`#/matter?reference=${made.reference}&code=${made.query_code}`);
  await old.getByRole('heading', { name: '没有查到' }).waitFor();
  await leave(old);
  await leave(window);
});
