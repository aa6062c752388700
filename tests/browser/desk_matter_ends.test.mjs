// How a matter ends and how the company is told of it, with answers that the test makes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { go, press, useDesk } from './desk.mjs';
import { aFile, anErased, atStub, changes, HANDLER, MAY_NOTHING } from './desk_stub.mjs';
import { assertFits, desk, leave, phone } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const clerk = (more) => atStub(site, 'clerk', { county: '360702', ...more });
const handler = (more) => atStub(site, 'handler', { unit: 'gz-industry-it', ...more });

const step = (to, more = {}) => ({ to, needs_reason: false, names_handler: false, needs_handler: false, ...more });
const IN_PROGRESS = {
  state: 'in_progress',
  handler: HANDLER,
  steps: [step('fulfilled'), step('refused', { needs_reason: true }), step('forwarded'), step('unreachable')],
};
const TO_TELL = {
  state: 'refused',
  due: null,
  turn: 'to_tell',
  steps: [],
  may: { ...MAY_NOTHING, tell: true },
};

const DAY = 24 * 3600_000; // milliseconds
const dateOf = (time) => new Date(time + 8 * 3600_000).toISOString().slice(0, 10);

for (const [wrong, days] of [
  ['three days behind', -3],
  ['three days ahead', 3],
]) {
  test(`a computer whose clock is ${wrong} records what happens today, and nothing later`, async () => {
    const { page, stub } = await handler();
    const now = Date.now();
    stub.files.set(1, aFile(1, IN_PROGRESS));
    stub.files.set(2, aFile(2, TO_TELL));
    // On a page of the desk, a clock that jumps ahead would end the session as left alone.
    await page.goto('about:blank');
    await page.clock.setFixedTime(now + days * DAY);
    await go(site, page, '#/matter/1');
    await press(page, '已兑现');
    await page.getByLabel('金额（元）').fill('1');
    await page.getByLabel('日期', { exact: true }).fill(dateOf(now + DAY));
    await page.getByLabel('文号或拨付单号').fill('一');
    await page.getByLabel('凭据').fill('二');
    await press(page, '确定：已兑现');
    await page.getByText('不能晚于今天').waitFor();
    assert.deepEqual(changes(stub), []);
    await page.getByLabel('日期', { exact: true }).fill(dateOf(now));
    await press(page, '确定：已兑现');
    await page.getByText('✓ 已改为“已兑现”。').waitFor();
    await go(site, page, '#/matter/2');
    await page.getByRole('heading', { name: '还没有告知企业' }).waitFor();
    await soon.equal(() => page.locator('#h-day').inputValue(), dateOf(now));
    await leave(page);
  });
}

for (const viewport of [phone, desk]) {
  test(`a payment is recorded with amount, day, number and proof, ${viewport.width} px`, async () => {
    const { page, stub } = await handler({ viewport });
    stub.files.set(1, aFile(1, IN_PROGRESS));
    await go(site, page, '#/matter/1');
    await press(page, '已兑现');
    await soon.equal(() => page.evaluate(() => document.activeElement.value), 'money');
    await press(page, '确定：已兑现');
    for (const part of ['amount', 'day', 'number', 'proof'])
      await page.locator(`[data-field="${part}"]`).getByText('请填写').waitFor();
    await page.getByLabel('金额（元）').fill('1.234');
    await press(page, '确定：已兑现');
    await page.getByText('请填大于 0 的金额').waitFor();
    await page.getByLabel('金额（元）').fill('300,000.50');
    await page.getByLabel('日期', { exact: true }).fill('2999-01-01');
    await page.getByLabel('文号或拨付单号').fill('赣财〔2026〕1号');
    await page.getByLabel('凭据').fill('银行回单');
    await press(page, '确定：已兑现');
    await page.getByText('不能晚于今天').waitFor();
    assert.deepEqual(changes(stub), []);
    await page.getByLabel('日期', { exact: true }).fill('2026-11-20');
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    await press(page, '确定：已兑现');
    await page.getByText('✓ 已改为“已兑现”。').waitFor();
    const end = { amount: 300000.5, day: '2026-11-20', number: '赣财〔2026〕1号', proof: '银行回单' };
    assert.deepEqual(changes(stub), [['POST', 'matters/1/steps', { to: 'fulfilled', end, revision: 1 }]]);
    await soon.match(() => page.locator('.matter-history').innerText(), /300,000.5 元[^]*赣财〔2026〕1号[^]*银行回单/);
    await leave(page);
  });

  test(`the page of a closed matter asks first of all to tell the company, ${viewport.width} px`, async () => {
    const { page, stub } = await clerk({ viewport });
    stub.files.set(1, aFile(1, TO_TELL));
    await go(site, page, '#/matter/1');
    await page.getByRole('heading', { name: '还没有告知企业' }).waitFor();
    await press(page, '已告知企业');
    await page.locator('[data-field="way"]').getByText('请填写').waitFor();
    await page.locator('#h-way').selectOption('电话');
    await page.locator('#h-day').fill('2026-11-24');
    await page.locator('#h-note').fill('王经理接的');
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    await press(page, '已告知企业');
    await page.getByText('✓ 已记下：企业已告知。').waitFor();
    const said = { way: 'phone', day: '2026-11-24', note: '王经理接的' };
    assert.deepEqual(changes(stub), [['POST', 'matters/1/told', { ...said, revision: 1 }]]);
    await soon.equal(() => page.locator('.matter-tell').count(), 0);
    await soon.match(() => page.locator('.matter-history').innerText(), /已告知企业 电话 2026-11-24[^]*王经理接的/);
    await leave(page);
  });
}

test('a service is an end without money; what was typed is kept when another kind is chosen', async () => {
  const { page, stub } = await handler();
  stub.files.set(1, aFile(1, IN_PROGRESS));
  await go(site, page, '#/matter/1');
  await press(page, '已兑现');
  await page.getByLabel('日期', { exact: true }).fill('2026-11-19');
  await page.getByText('提供了服务').click();
  await soon.equal(() => page.getByLabel('日期', { exact: true }).inputValue(), '2026-11-19');
  await soon.equal(() => page.getByLabel('金额（元）').count(), 0);
  await page.getByLabel('提供了什么').fill('上门培训');
  await press(page, '确定：已兑现');
  await page.getByText('✓ 已改为“已兑现”。').waitFor();
  assert.deepEqual(
    changes(stub).map(([, , body]) => body.end),
    [{ service: '上门培训', day: '2026-11-19' }],
  );
  await leave(page);
});

test('forwarding asks to whom; withdrawing, who heard it and how', async () => {
  const { page, stub } = await clerk();
  stub.files.set(1, aFile(1, { steps: [step('forwarded'), step('withdrawn')] }));
  await go(site, page, '#/matter/1');
  await press(page, '不归我们办，转交');
  await press(page, '确定：不归我们办，转交');
  await page.locator('[data-field="recipient"]').getByText('请填写').waitFor();
  await press(page, '企业撤回');
  await soon.ok(async () => (await page.getByLabel('谁听到的').inputValue()) !== '');
  await page.getByLabel('谁听到的').fill('小王');
  await press(page, '确定：企业撤回');
  await page.locator('[data-field="way"]').getByText('请填写').waitFor();
  await page.locator('#h-way').selectOption('当面');
  await press(page, '确定：企业撤回');
  await page.getByText('✓ 已改为“撤回”。').waitFor();
  assert.deepEqual(
    changes(stub).map(([, , body]) => body.end),
    [{ heard_by: '小王', way: 'in_person' }],
  );
  await leave(page);
});

test('a company is unreachable only after attempts, which are recorded in its place', async () => {
  const { page, stub } = await clerk();
  stub.files.set(1, aFile(1, { steps: [step('unreachable')] }));
  await go(site, page, '#/matter/1');
  await press(page, '联系不上企业');
  await page.getByText('要在两个不同的工作日各联系一次').waitFor();
  await page.locator('#h-way').selectOption('电话');
  await page.locator('#h-note').fill('无人接听');
  await press(page, '记一次联系不上');
  await page.getByText('✓ 已记下一次联系不上。').waitFor();
  await soon.match(() => page.locator('.matter-history').innerText(), /联系不上企业 电话[^]*无人接听/);
  const { record } = { record: stub.files.get(1) };
  stub.files.set(1, { ...record, may: { ...record.may, end_unreachable: true }, revision: 2 });
  await page.reload();
  await press(page, '联系不上企业');
  await press(page, '确定：联系不上企业');
  await page.getByText('✓ 已改为“联系不上”。').waitFor();
  assert.deepEqual(changes(stub), [
    ['POST', 'matters/1/attempts', { way: 'phone', note: '无人接听' }],
    ['POST', 'matters/1/steps', { to: 'unreachable', revision: 2 }],
  ]);
  await leave(page);
});

test('an erased matter says how the authorisation ended', async () => {
  const { page, stub } = await clerk();
  stub.files.set(1, anErased(1));
  stub.files.set(2, anErased(2, { state: 'expired', erased: 'expired' }));
  await go(site, page, '#/matter/1');
  await page.getByRole('heading', { name: '企业已撤回授权，资料已删除' }).waitFor();
  await go(site, page, '#/matter/2');
  await page.getByRole('heading', { name: '授权已到期，资料已删除' }).waitFor();
  await soon.equal(() => page.getByText('企业已撤回授权').count(), 0);
  await leave(page);
});

test('a slip is undone with one press; a supervisor reopens with a reason', async () => {
  const { page, stub } = await atStub(site, 'supervisor');
  const closed = aFile(1, { ...TO_TELL, may: { ...TO_TELL.may, undo: true, reopen: true } });
  stub.files.set(1, closed);
  stub.files.set(2, { ...closed, id: 2, may: { ...closed.may, undo: false } });
  await go(site, page, '#/matter/1');
  await press(page, '点错了，撤销办结');
  await page.getByText('✓ 已撤销').waitFor();
  await soon.match(() => page.locator('.matter-history').innerText(), /撤销办结：未通过 → 办理中/);
  await go(site, page, '#/matter/2');
  await page.locator('.matter-reopen').waitFor();
  await soon.equal(() => page.getByRole('button', { name: '点错了，撤销办结' }).count(), 0);
  await press(page, '重新打开');
  await press(page, '确定：重新打开');
  await page.getByText('请写原因').waitFor();
  await page.getByLabel('为什么重新打开').fill('企业又补来了材料');
  await assertFits(page);
  assert.deepEqual(await violations(page), []);
  await press(page, '确定：重新打开');
  await page.getByText('✓ 已重新打开。').waitFor();
  await soon.match(() => page.locator('.matter-history').innerText(), /重新打开：未通过 → 办理中[^]*企业又补来了材料/);
  assert.deepEqual(changes(stub), [
    ['POST', 'matters/1/undo', { revision: 1 }],
    ['POST', 'matters/2/reopening', { reason: '企业又补来了材料', revision: 1 }],
  ]);
  await leave(page);
});
