// The usual jobs of a clerk, a handler and a supervisor, each with the pointer and with the keyboard alone,
// and how many steps it takes; counting.mjs says what a step is. Before: the clicks that an audit of
// 2026-11-29 counted from the desk's first page; the queue and a matter had no keys then. Now: the most steps
// that these tests let pass, from the page in brackets.
//
//   job                               before                            now
//   find by company (queue)           3 clicks over 3 pages             1
//   open by reference (queue)         a list of one, then a click       1
//   hand over (matter, or queue)      3 clicks, 1 more a document       2
//   reassign 30 (their list)          4 clicks each, none at once       3
//   find what has nobody (queue)      a filter with wrong numbers       1
//   note (matter)                     2 clicks                          1
//   tick a document (matter)          1 click                           1
//   send back for papers (matter)     not counted                       2
//   tell the company (matter)         not possible                      2
//   remind (matter)                   not possible                      1
//   print the receipt (matter)        3 clicks                          2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, begun } from './applicants.mjs';
import { counted } from './counting.mjs';
import { atDesk, go, heading, press, useDesk } from './desk.mjs';
import { keysOf } from './hands.mjs';
import { leave } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const MEASURE = '11.1.1a';
const UNIT = 'gz-market-regulation';
const PREPARING = { to: 'preparing', revision: 1 };
let next = 0;

/** A matter of a new company that `page`'s clerk has taken so far. */
async function opened(page, ...steps) {
  next += 1;
  const firm = `赣州第${next}有限公司`;
  const applicant = await begun(page, { name: firm, contact: '0797-8000000', profile: { district: '360702' } });
  const made = await ask(page, 'POST', 'matters', { applicant: applicant.id, measure: MEASURE });
  for (const step of steps) await ask(page, 'POST', `matters/${made.id}/steps`, step);
  return { firm, id: made.id, reference: made.reference };
}

const overTo = (handler) => ({ to: 'handed_over', handler, revision: 2 });

async function queueAt(page, address = '#/') {
  await go(site, page, '#/account');
  await heading(page, '我的账号');
  await go(site, page, address);
  await page.locator('.matter-found .fresh').waitFor();
}

async function matterAt(page, { id, reference }) {
  await go(site, page, `#/matter/${id}`);
  await heading(page, reference);
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
const said = (page, text) => page.locator('.matter-said').getByText(text).waitFor();
const shown = (page) =>
  page.locator('[data-matter]').evaluateAll((all) => all.map((one) => Number(one.dataset.matter)));

/** Does the job by `act` and holds its counts against the most there may be; without `moves`, any number. */
async function job(context, name, page, { steps: mostSteps, moves: mostMoves = Infinity }, act) {
  const { steps, moves } = await counted(page, act);
  context.diagnostic(`${name}: ${steps} steps, ${moves} moves`);
  assert.ok(steps <= mostSteps, `${name}: ${steps} steps instead of ${mostSteps}`);
  assert.ok(moves <= mostMoves, `${name}: ${moves} moves instead of ${mostMoves}`);
}

test('a matter is found by its company, and by its reference', async (context) => {
  const clerk = await atDesk(site, 'find.clerk', 'clerk', { county: '360702' });
  const one = await opened(clerk);
  await opened(clerk);
  const found = async () => {
    await soon.deepEqual(() => shown(clerk), [one.id]);
  };
  const there = () => heading(clerk, one.reference);
  for (const [text, done] of [
    [one.firm.slice(0, -4), found],
    [one.reference, there],
  ]) {
    const what = done === there ? 'open by reference' : 'find by company';
    await queueAt(clerk);
    await job(context, `${what}, pointer`, clerk, { steps: 1, moves: 1 }, async () => {
      await clerk.locator('#matter-q').click();
      await clerk.keyboard.type(text);
      await clerk.keyboard.press('Enter');
      await done();
    });
    await queueAt(clerk);
    await job(context, `${what}, keys`, clerk, { steps: 1, moves: 1 }, async () => {
      await clerk.keyboard.press('/');
      await clerk.keyboard.type(text);
      await clerk.keyboard.press('Enter');
      await done();
    });
  }
  await leave(clerk);
});

test('a matter is handed over, from its page and from the queue', async (context) => {
  const clerk = await atDesk(site, 'over.clerk', 'clerk', { county: '360702' });
  const keys = keysOf(clerk);
  const handedOver = () => said(clerk, '✓ 已改为“已转办”。');

  await matterAt(clerk, await opened(clerk, PREPARING));
  await job(context, 'hand over, pointer', clerk, { steps: 2, moves: 0 }, async () => {
    await press(clerk, '转给责任单位');
    await press(clerk, '确定：转给责任单位');
    await handedOver();
  });
  await matterAt(clerk, await opened(clerk, PREPARING));
  await job(context, 'hand over, keys', clerk, { steps: 2 }, async () => {
    await keys.press(button(clerk, '转给责任单位'));
    await keys.press(button(clerk, '确定：转给责任单位'));
    await handedOver();
  });

  const done = () => clerk.getByText('✓ 已转办 1 件').waitFor();
  const third = await opened(clerk, PREPARING);
  await queueAt(clerk, '#/?view=mine');
  await job(context, 'hand over in the queue, pointer', clerk, { steps: 2, moves: 0 }, async () => {
    await clerk.locator(`[data-choose="${third.id}"]`).click();
    await clerk.locator('#bulk-over').click();
    await done();
  });
  await opened(clerk, PREPARING);
  await queueAt(clerk, '#/?view=mine&state=preparing');
  await job(context, 'hand over in the queue, keys', clerk, { steps: 2, moves: 1 }, async () => {
    await clerk.keyboard.press('Alt+A');
    await clerk.keyboard.press('Alt+G');
    await keys.press(clerk.locator('#bulk-over'));
    await done();
  });
  await leave(clerk);
});

test('thirty matters are given to another person, and those without anyone are found', async (context) => {
  const MANY = 30;
  const clerk = await atDesk(site, 'many.clerk', 'clerk', { county: '360702' });
  const boss = await atDesk(site, 'many.boss', 'supervisor');
  site.staff('many.first', 'handler', { name: '第一位', unit: UNIT });
  site.staff('many.next', 'handler', { name: '下一位', unit: UNIT });
  const { people } = await ask(boss, 'GET', 'people');
  const idOf = (wanted) => people.find(({ name }) => name === wanted).id;
  const before = (await ask(boss, 'GET', `matters?turn=nobody&unit=${UNIT}`)).counts.found;
  for (let i = before; i < MANY; i += 1) await opened(clerk, PREPARING, overTo(null));

  await queueAt(boss);
  const unassigned = () => boss.getByText(`共 ${MANY} 件`).waitFor();
  await job(context, 'find what has nobody, pointer', boss, { steps: 1, moves: 0 }, async () => {
    await boss.locator('#view-nobody').click();
    await unassigned();
  });
  await queueAt(boss);
  await job(context, 'find what has nobody, keys', boss, { steps: 1, moves: 0 }, async () => {
    await boss.keyboard.press('Alt+5');
    await unassigned();
  });

  const done = () => boss.getByText(`✓ 已改派 ${MANY} 件`).waitFor();
  await job(context, 'reassign 30, pointer', boss, { steps: 3, moves: 0 }, async () => {
    await button(boss, `全选 ${MANY} 件`).click();
    await boss.locator('#bulk-to').selectOption(String(idOf('第一位')));
    await boss.locator('#bulk-give').click();
    await done();
  });
  await queueAt(boss, `#/?view=unit&unit=${UNIT}`);
  await job(context, 'reassign 30, keys', boss, { steps: 3 }, async () => {
    const keys = keysOf(boss);
    await boss.keyboard.press('Alt+A');
    await boss.locator('#bulk-to option', { hasText: '下一位' }).waitFor({ state: 'attached' });
    await boss.keyboard.press('Alt+G');
    await keys.select(boss.locator('#bulk-to'), String(idOf('下一位')));
    await keys.press(boss.locator('#bulk-give'));
    await done();
  });
  await leave(clerk);
  await leave(boss);
});

test('a note, a document, a reminder and a receipt', async (context) => {
  const clerk = await atDesk(site, 'page.clerk', 'clerk', { county: '360702' });
  site.staff('page.unit', 'handler', { name: '页上经办', unit: UNIT });
  const boss = await atDesk(site, 'page.boss', 'supervisor');
  const { people } = await ask(boss, 'GET', 'people');
  const unit = people.find(({ name }) => name === '页上经办').id;
  await leave(boss);
  const keys = keysOf(clerk);

  await matterAt(clerk, await opened(clerk, PREPARING));
  await job(context, 'note, pointer', clerk, { steps: 1, moves: 1 }, async () => {
    await clerk.getByLabel('新备注').click();
    await clerk.keyboard.type('read');
    await press(clerk, '添加备注');
    await said(clerk, '✓ 备注已添加。');
  });
  await job(context, 'tick a document, pointer', clerk, { steps: 1, moves: 0 }, async () => {
    await clerk.locator('#document-0').click();
    await said(clerk, '✓ 材料已更新。');
  });
  await matterAt(clerk, await opened(clerk, PREPARING));
  await job(context, 'tick a document, keys', clerk, { steps: 1 }, async () => {
    await keys.press(clerk.locator('#document-0'));
    await said(clerk, '✓ 材料已更新。');
  });
  await job(context, 'note, keys', clerk, { steps: 1 }, async () => {
    await keys.type(clerk.getByLabel('新备注'), 'read');
    await keys.press(button(clerk, '添加备注'));
    await said(clerk, '✓ 备注已添加。');
  });

  for (const hands of ['pointer', 'keys']) {
    const one = await opened(clerk, PREPARING, overTo(unit));
    const push = (target) => (hands === 'keys' ? keys.press(target) : target.click());
    await matterAt(clerk, one);
    await job(context, `remind, ${hands}`, clerk, { steps: 1 }, async () => {
      await push(button(clerk, '提醒 页上经办'));
      await said(clerk, '✓ 已提醒。');
    });
    await matterAt(clerk, one);
    await clerk.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
      document.body.removeAttribute('data-printed');
    });
    await job(context, `print the receipt, ${hands}`, clerk, { steps: 2 }, async () => {
      await push(clerk.getByRole('link', { name: '受理单', exact: true }));
      await heading(clerk, '受理单');
      await push(button(clerk, '打印'));
      await clerk.locator('body[data-printed]').waitFor();
    });
  }
  await leave(clerk);
});

test('a matter is sent back for papers; the company is told how its matter ended', async (context) => {
  const clerk = await atDesk(site, 'end.clerk', 'clerk', { county: '360702' });
  const unit = await atDesk(site, 'end.unit', 'handler', { name: '办结经办', unit: UNIT });
  const me = (await ask(unit, 'GET', 'session')).staff.id;
  for (const hands of ['pointer', 'keys']) {
    const byKeys = hands === 'keys';
    const push = (page, target) => (byKeys ? keysOf(page).press(target) : target.click());

    await matterAt(unit, await opened(clerk, PREPARING, overTo(me)));
    await job(context, `send back, ${hands}`, unit, { steps: 2 }, async () => {
      await push(unit, button(unit, '退回补材料'));
      const reason = unit.getByLabel('原因（要告诉企业）');
      if (!byKeys) await reason.click();
      await soon.ok(() => reason.evaluate((field) => field === document.activeElement));
      await unit.keyboard.type('missing');
      await push(unit, button(unit, '确定：退回补材料'));
      await said(unit, '✓ 已改为“材料准备”。');
    });

    const ended = await opened(clerk, PREPARING, overTo(me));
    await ask(unit, 'POST', `matters/${ended.id}/steps`, { to: 'in_progress', revision: 3 });
    await ask(unit, 'POST', `matters/${ended.id}/steps`, { to: 'refused', reason: '不符合', revision: 4 });
    await matterAt(clerk, ended);
    await job(context, `tell the company, ${hands}`, clerk, { steps: 2 }, async () => {
      if (byKeys) await keysOf(clerk).select(clerk.locator('#h-way'), 'phone');
      else await clerk.locator('#h-way').selectOption('phone');
      await push(clerk, button(clerk, '已告知企业'));
      await said(clerk, '✓ 已记下：企业已告知。');
    });
  }
  await leave(clerk);
  await leave(unit);
});
