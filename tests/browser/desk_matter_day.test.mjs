// A matter from its opening to its end, each step by the role whose turn it is, with the real service.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ask, begun } from './applicants.mjs';
import { atDesk, go, heading, lookAgain, lookAway, press, useDesk } from './desk.mjs';
import { leave, phone, turn } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const MEASURE = '11.1.1a';
const UNIT = 'gz-market-regulation';
const clerk = (login, options = {}) => atDesk(site, login, 'clerk', { county: '360702', ...options });
const said = (page, text) => page.locator('.matter-said').getByText(text).waitFor();

/** Opens a matter for a new applicant, as `page`'s clerk. */
async function openedFor(page, name, measure = MEASURE) {
  const applicant = await begun(page, {
    name,
    contact: '0797-8000000',
    profile: { district: '360702', employees: 30 },
    verified: ['employees'],
  });
  return { applicant, made: await ask(page, 'POST', 'matters', { applicant: applicant.id, measure }) };
}

async function openMatter(page, { id, reference }) {
  await go(site, page, `#/matter/${id}`);
  await heading(page, reference);
}

async function downloaded(page, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  return readFileSync(await file.path());
}

test('a matter goes from the window to its named handler, and to its end', async () => {
  const boss = await atDesk(site, 'day.boss', 'supervisor', { name: '王主管' });
  const unit = await atDesk(site, 'day.unit', 'handler', { name: '李经办', unit: UNIT, viewport: phone });
  const window = await clerk('day.clerk', { name: '张窗口' });

  await go(site, boss, `#/handlers?q=${MEASURE}`);
  const gap = boss.locator(`[data-gap="${MEASURE} ${UNIT}"]`);
  await gap.getByText('所有县（市、区）都缺').waitFor();
  await gap.getByRole('button', { name: /指定/ }).click();
  await gap.locator('#h-staff').selectOption('李经办');
  await press(boss, '保存');
  await boss.getByText('✓ 已保存：李经办').waitFor();
  await soon.match(
    () => boss.locator(`[data-handler="${MEASURE}  ${UNIT}"]`).innerText(),
    /所有县（市、区）[^]*李经办/,
  );

  const { made } = await openedFor(window, '赣州一天有限公司');
  await go(site, window, '#/account');
  await go(site, window, '#/');
  await window.getByRole('link', { name: made.reference }).click();
  await heading(window, made.reference);
  await window.locator('.lead', { hasText: '赣州一天有限公司' }).waitFor();
  await press(window, '开始准备材料');
  await said(window, '✓ 已改为“材料准备”。');
  await window.getByLabel(made.documents[0].name).check();
  await said(window, '✓ 材料已更新。');
  await window.getByLabel('新备注').fill('原件已看\n=1+1');
  await press(window, '添加备注');
  await said(window, '✓ 备注已添加。');
  await window.locator('.matter-facts summary').click();
  await soon.match(() => window.locator('[data-fact="employees"]').innerText(), /30[^]*窗口核验/);
  await press(window, '转给责任单位');
  await soon.equal(() => window.locator('#h-handler').evaluate((one) => one.selectedOptions[0].textContent), '李经办');
  await press(window, '确定：转给责任单位');
  await said(window, '✓ 已改为“已转办”。');

  await go(site, unit, '#/account');
  await go(site, unit, '#/');
  await unit.getByRole('link', { name: made.reference }).click();
  await unit.getByText('原件已看').waitFor();
  await press(unit, '开始办理');
  await press(unit, '确定：开始办理');
  await said(unit, '✓ 已改为“办理中”。');
  await press(unit, '已兑现');
  await unit.getByText('点错的可在十分钟内撤销').waitFor();
  await unit.getByText('提供了服务').click();
  await unit.getByLabel('提供了什么').fill('上门培训');
  await unit.getByLabel('日期', { exact: true }).fill('2026-11-20');
  await press(unit, '确定：已兑现');
  await said(unit, '✓ 已改为“已兑现”。');
  await unit.getByText('已办结，没有下一步。').waitFor();

  await go(site, window, '#/?view=closed');
  await soon.match(
    () => window.locator(`[data-group="closed"][data-matter="${made.id}"]`).innerText(),
    /已兑现[^]*待告知企业[^]*张窗口/,
  );
  const csv = (await downloaded(window, 'CSV 文件')).toString('utf8');
  assert.ok(csv.includes(made.reference) && csv.includes('赣州一天有限公司') && csv.includes('已兑现'), csv);
  assert.equal((await downloaded(window, 'Excel 文件')).subarray(0, 2).toString(), 'PK');

  await go(site, boss, `#/audit?object=matter&id=${made.id}`);
  await boss.locator('[data-entry]').first().waitFor();
  const table = boss.locator('.audit-table');
  for (const part of ['开办', '材料准备', '勾材料', '写备注', '已转办', '办理中', '已兑现', '张窗口', '李经办']) {
    await soon.ok(async () => (await table.innerText()).includes(part), part);
  }
  const trail = await table.innerText();
  assert.ok(!trail.includes('原件') && !trail.includes('一天'));
  for (const page of [boss, unit, window]) await leave(page);
});

test('two at one matter: the second is told what the first did, and goes on from there', async () => {
  const first = await clerk('pair.first', { name: '先手' });
  const second = await clerk('pair.second', { name: '后手' });
  const { made } = await openedFor(first, '赣州两人有限公司');
  await openMatter(first, made);
  await lookAway(second);
  await openMatter(second, made);
  await press(first, '开始准备材料');
  await said(first, '✓ 已改为“材料准备”。');
  await second.getByLabel('新备注').fill('没写完');
  await press(second, '开始准备材料');
  await second.locator('.conflict').waitFor();
  await soon.match(() => second.locator('.conflict').innerText(), /先手 改了状态/);
  await soon.equal(() => second.getByLabel('新备注').inputValue(), '没写完');
  await second.getByRole('button', { name: '转给责任单位' }).waitFor();
  assert.equal((await ask(second, 'GET', `matters/${made.id}`)).history.length, 2);
  await leave(first);
  await leave(second);
});

test('a matter without a named handler is found, goes to a supervisor, and is reassigned', async () => {
  const window = await clerk('free.clerk');
  const boss = await atDesk(site, 'free.boss', 'supervisor', { name: '全市主管' });
  const { made } = await openedFor(window, '赣州无人有限公司', '11.1.1c');
  assert.equal(made.unassigned, false);
  await openMatter(window, made);
  await press(window, '开始准备材料');
  await press(window, '转给责任单位');
  await window.getByText('没有指定经办人').waitFor();
  await press(window, '确定：转给责任单位');
  await said(window, '✓ 已改为“已转办”。');
  await go(site, boss, '#/?view=nobody');
  await boss.locator(`[data-matter="${made.id}"]`).getByText('没人负责').waitFor();
  const csv = (await downloaded(boss, 'CSV 文件')).toString('utf8');
  assert.ok(csv.includes(made.reference));
  await openMatter(boss, made);
  await boss.locator('.matter-reassign summary').click();
  await boss.locator('#h-to_handler').selectOption('全市主管');
  await press(boss, '改派');
  await said(boss, '✓ 已改派。');
  await soon.equal(() => boss.locator('.fact-handler dd').innerText(), '全市主管');
  await go(site, boss, '#/?view=nobody');
  await boss.locator('.matter-found .fresh').waitFor();
  await soon.equal(() => boss.locator(`[data-matter="${made.id}"]`).count(), 0);
  await leave(window);
  await leave(boss);
});

test('an open matter that looks again is not opened again, and shows what a colleague changes', async () => {
  const window = await clerk('again.clerk');
  const other = await clerk('again.other');
  const boss = await atDesk(site, 'again.boss', 'supervisor');
  const { made } = await openedFor(other, '赣州再看有限公司');
  const audit = async () => (await ask(boss, 'GET', `audit?object=matter&id=${made.id}`)).entries;
  const viewed = async () => (await audit()).filter(({ action }) => action === 'viewed').length;
  await openMatter(window, made);
  assert.equal(await viewed(), 1);
  const again = window.waitForResponse((response) => response.url().endsWith(`/matters/${made.id}`));
  await lookAgain(window);
  assert.equal((await again).status(), 304);
  await ask(other, 'POST', `matters/${made.id}/notes`, { text: '同事写的' });
  await lookAgain(window);
  await window.getByText('同事写的').waitFor();
  assert.equal(await viewed(), 2);
  // The answer to a change is a version, too. Nothing is on its way when the change is sent.
  await lookAway(window);
  await turn(window);
  await press(window, '开始准备材料');
  await said(window, '✓ 已改为“材料准备”。');
  const after = window.waitForResponse((response) => response.url().endsWith(`/matters/${made.id}`));
  await lookAgain(window);
  assert.equal((await after).status(), 304);
  assert.equal(await viewed(), 2);
  for (const page of [window, other, boss]) await leave(page);
});

test('a withdrawn authorisation ends the open page; another county never sees the matter', async () => {
  const window = await clerk('end.clerk');
  const other = await atDesk(site, 'end.other', 'clerk', { county: '360703' });
  const { applicant, made } = await openedFor(window, '赣州撤回有限公司');
  await go(site, other, `#/matter/${made.id}`);
  await heading(other, '这个办件看不到了');
  await go(site, other, `#/?q=${made.reference}`);
  await other.getByText('没有符合条件的办件。').waitFor();
  await openMatter(window, made);
  await window.getByLabel('新备注').fill('对方电话');
  await ask(window, 'DELETE', `applicants/${applicant.id}/authorisation`);
  await lookAgain(window);
  await window.getByRole('heading', { name: '企业已撤回授权，资料已删除' }).waitFor();
  const left = await window.locator('main').innerText();
  assert.ok(left.includes(made.reference) && left.includes('撤回'));
  for (const gone of ['赣州撤回有限公司', '0797-8000000', '对方电话']) assert.ok(!left.includes(gone), gone);
  await leave(window);
  await leave(other);
});

test('the paper of a real matter leads back to it', async () => {
  const window = await clerk('paper.clerk');
  const { made } = await openedFor(window, '赣州纸面有限公司');
  await go(site, window, `#/paper/${made.id}?kind=receipt`);
  await heading(window, '受理单');
  await window.locator('.paper svg.qr').waitFor();
  const text = await window.locator('.paper').innerText();
  for (const part of [
    made.reference,
    '赣州纸面有限公司',
    made.measure.title,
    made.unit.name,
    made.due,
    made.documents[0].name,
  ])
    assert.ok(text.includes(part), part);
  await leave(window);
});
