// A whole day at the desk and the weeks after it: from the first administrator to a withdrawn
// authorisation, on the real program with a clock that the test moves.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { choose, go, heading, FIRST, OWN, logIn, lookAgain, lookAway, press, useDesk } from './desk.mjs';
import { askAll } from './applicants.mjs';
import { assertFits, desk, field, leave, openTopic, phone } from './site.mjs';
import { soon } from './soon.mjs';
import { today } from './js/shared/china_time.js';
import { storyInSteps } from './steps.mjs';

const MEASURE = '11.1.1a';
const FIRM = '赣南老茶厂 <b>有限公司</b>';
const DAY = 24 * 3600;
const folder = mkdtempSync(join(tmpdir(), 'policycalc-day-'));
process.env.TESTED_CLOCK = join(folder, 'clock');
process.env.TESTED_PROGRAM = process.env.TESTED_MOVED_CLOCK_PROGRAM;
const moveClock = (days) => writeFileSync(process.env.TESTED_CLOCK, String(days * DAY));
moveClock(0);
after(() => rmSync(folder, { recursive: true, force: true }));

const site = useDesk();
const people = {}; // login → tab

async function comeIn(login, password = OWN) {
  await logIn(people[login], login, password);
  await people[login].getByRole('button', { name: '退出', exact: true }).waitFor();
}

/** Adds an account on the administrator's page and logs it in. */
async function added(login, name, role, fill) {
  const admin = people.first;
  await go(site, admin, '#/staff/new');
  await heading(admin, '新增人员');
  await admin.locator('#h-login').fill(login);
  await admin.locator('#h-name').fill(name);
  await admin.getByRole('radio', { name: role }).check();
  await fill?.(admin);
  await press(admin, '新增');
  await heading(admin, `已新增 ${name}`);
  const given = (await admin.locator('.once-code').innerText()).trim();
  await admin.getByRole('link', { name: '已交给本人' }).click();
  const page = await site.openDesk(login === 'unit' ? phone : desk);
  people[login] = page;
  await logIn(page, login, given);
  await choose(page, given);
  await heading(page, `${name}，您好`);
}

async function openMatter(page, id) {
  await go(site, page, `#/matter/${id}`);
  await page.locator('.matter-head').waitFor();
}

const state = (page, name) => page.locator('.matter-head .matter-state', { hasText: name }).waitFor();
const says = (place, part) => soon.ok(async () => (await place.innerText()).includes(part), part);
let matterId;
let applicantId;
const step = storyInSteps();

step('the first administrator comes by the command line and adds the others', async () => {
  site.staff('first', 'administrator', { name: '管理员甲' });
  people.first = await site.openDesk(desk);
  await logIn(people.first, 'first', FIRST);
  await choose(people.first, FIRST);
  await heading(people.first, '管理员甲，您好');
  await added('window', '窗口乙', '窗口人员', (page) => page.locator('#h-county').selectOption('章贡区'));
  await added('unit', '经办丙', '经办人', (page) => page.locator('#h-unit').selectOption('gz-market-regulation'));
  await added('chief', '主管丁', '主管');
});

step('the supervisor fills a gap in the table of handlers', async () => {
  const page = people.chief;
  await go(site, page, `#/handlers?q=${MEASURE}`);
  await heading(page, '经办人表');
  const gap = page.locator(`[data-gap="${MEASURE} gz-market-regulation"]`);
  await gap.getByText('所有县（市、区）都缺').waitFor();
  await gap.getByRole('button', { name: /指定/ }).click();
  await gap.getByLabel('经办人').selectOption('经办丙');
  await press(page, '保存');
  await page.getByText('已保存：经办丙').waitFor();
  await soon.equal(() => gap.count(), 0);
});

step('at the window the company agrees on the screen, and the clerk fills in what it says', async () => {
  const page = people.window;
  await go(site, page, '#/applicants/new');
  await heading(page, '新企业');
  await page.getByRole('radio', { name: '屏幕上同意' }).check();
  await page.getByLabel('企业名称').fill(FIRM);
  await page.getByLabel('联系方式').fill('王经理 13900000000');
  await page.getByLabel('授权人').fill('王经理');
  await page.getByRole('radio', { name: '查政策和开办事项' }).check();
  await press(page, '下一步：请企业看屏幕');
  await heading(page, '请您看一看，再决定');
  await press(page, '我同意');
  await heading(page, '企业资料');
  applicantId = /applicant\/(\d+)/.exec(page.url())[1];
  await askAll(page);
  await openTopic(page, 'district');
  await field(page, 'district').locator('select').selectOption({ label: '章贡区' });
  await openTopic(page, 'quality_awards');
  await field(page, 'quality_awards').getByRole('checkbox', { name: '中国质量奖', exact: true }).check();
  await field(page, 'quality_awards').getByRole('checkbox', { name: '窗口核验' }).check();
  await press(page, '保存');
  await page.locator('.notice-done', { hasText: '已保存' }).waitFor();
  await soon.match(() => field(page, 'quality_awards').locator('.origin-state').innerText(), /窗口核验[^]*窗口乙/);
  await assertFits(page);
});

step('the checklist prints, and a matter is opened for what applies', async () => {
  const page = people.window;
  await go(site, page, `#/sheet/${applicantId}`);
  await page.locator('.sheet').waitFor();
  await soon.ok(async () => (await page.locator('.sheet').innerText()).includes('中国质量奖'));
  await go(site, page, `#/applicant/${applicantId}?part=answer`);
  await page.locator(`[data-open="${MEASURE}"] button`).click();
  await page.locator('.matter-head').waitFor();
  matterId = /matter\/(\d+)/.exec(page.url())[1];
  await state(page, '待受理');
  await soon.ok(async () => (await page.locator('main').innerText()).includes(FIRM));
});

step('documents come in, the receipt is printed, and the matter is handed to the person who is named', async () => {
  const page = people.window;
  await page.getByRole('checkbox', { name: /获奖证书/ }).check();
  await page.getByText('材料已更新').waitFor();
  await press(page, '开始准备材料');
  await state(page, '材料准备');
  await page.getByLabel('新备注').fill('=HYPERLINK("http://evil.example") 原件已看');
  await press(page, '添加备注');
  await page.getByText('备注已添加').waitFor();
  await press(page, '转给责任单位');
  await soon.equal(() => page.locator('#h-handler option:checked').innerText(), '经办丙');
  await press(page, '确定：转给责任单位');
  await state(page, '已转办');
  for (const [kind, title] of [
    ['receipt', '受理单'],
    ['handover', '转办单'],
  ]) {
    await go(site, page, `#/paper/${matterId}?kind=${kind}`);
    await heading(page, title);
    for (const part of [FIRM, '获奖证书', '市市场监管局', '经办丙']) await says(page.locator('main'), part);
    await page.locator('main svg, main canvas, main .qr').first().waitFor();
  }
});

step('the handler finds it on the phone and takes it on; a colleague of the window is told who was first', async () => {
  const page = people.unit;
  await page.goto(`${site.program.base}/hall.html#/`);
  await page.reload();
  await page.locator(`[data-matter="${matterId}"] a`).click();
  await state(page, '已转办');
  await assertFits(page);
  await lookAway(people.chief);
  await openMatter(people.chief, matterId);
  await press(page, '开始办理');
  await press(page, '确定：开始办理');
  await state(page, '办理中');
  // The supervisor's page still shows the state before: it has asked nothing since.
  await press(people.chief, '企业撤回');
  await people.chief.locator('#h-way').selectOption('电话');
  await press(people.chief, '确定：企业撤回');
  await people.chief.getByText('刚刚有别人改过').waitFor();
  await soon.match(() => people.chief.locator('main').innerText(), /经办丙/);
  await state(people.chief, '办理中');
  await lookAgain(people.chief);
});

step('weeks later the matter is overdue: it is among the overdue ones of the queue', async () => {
  moveClock(60);
  // No session lasts that long.
  await people.unit.reload();
  for (const login of ['chief', 'unit', 'window', 'first']) {
    await people[login].reload();
    await comeIn(login);
  }
  await go(site, people.chief, '#/');
  const line = people.chief.locator(`[data-group="overdue"][data-matter="${matterId}"]`);
  for (const part of ['逾期', '经办丙']) await says(line, part);
});

async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

step('the queue leaves as CSV and as a workbook, and reads back', async () => {
  const page = people.chief;
  const csv = readFileSync(await download(page, 'CSV 文件'), 'utf8');
  assert.ok(csv.startsWith('\ufeff编号,企业'), csv.slice(0, 40));
  assert.ok(csv.includes(FIRM) && csv.includes('经办丙') && csv.includes('办理中'));
  const book = await download(page, 'Excel 文件');
  execFileSync('cmake', ['-E', 'tar', 'xf', book], { cwd: folder });
  const texts = readFileSync(join(folder, 'xl', 'sharedStrings.xml'), 'utf8');
  assert.ok(texts.includes('赣南老茶厂 &lt;b&gt;') && texts.includes('经办丙'));
  assert.ok(!/<f>/.test(readFileSync(join(folder, 'xl', 'worksheets', 'sheet1.xml'), 'utf8')));
});

step('the handler fulfils it, and it is closed', async () => {
  const page = people.unit;
  await openMatter(page, matterId);
  await press(page, '已兑现');
  await page.getByLabel('金额（元）').fill('300000');
  await page.getByLabel('日期', { exact: true }).fill(today());
  await page.getByLabel('文号或拨付单号').fill('赣财〔2026〕1号');
  await page.getByLabel('凭据').fill('银行回单');
  await press(page, '确定：已兑现');
  await state(page, '已兑现');
  await page.getByText('已办结，没有下一步').waitFor();
});

step('the window sees that the company has to be told, tells it, and says so', async () => {
  const page = people.window;
  await go(site, page, '#/?view=to_tell');
  await page.locator(`[data-matter="${matterId}"] a`).click();
  await page.getByRole('heading', { name: '还没有告知企业' }).waitFor();
  await page.getByText('300,000 元').waitFor();
  await page.locator('#h-way').selectOption('电话');
  await press(page, '已告知企业');
  await page.getByText('✓ 已记下：企业已告知。').waitFor();
  await soon.equal(() => page.locator('.matter-tell').count(), 0);
  await go(site, page, '#/?view=to_tell');
  await soon.equal(() => page.locator('[data-matter]').count(), 0);
});

step(
  'the company withdraws its authorisation: open pages empty themselves, the matter keeps only what it must',
  async () => {
    const page = people.window;
    await openMatter(people.chief, matterId);
    await go(site, page, `#/applicant/${applicantId}`);
    await heading(page, '企业资料');
    const other = await page.context().newPage();
    await other.goto(`${site.program.base}/hall.html#/applicant/${applicantId}?part=answer`);
    await other.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('.authorisation-card summary').click();
    await press(page, '撤回授权');
    await press(page, '确定撤回');
    await heading(page, '授权已撤回');
    for (const tab of [other, people.chief]) await lookAgain(tab);
    await heading(other, '授权已结束');
    await people.chief.getByText('企业已撤回授权').waitFor();
    for (const tab of [page, other, people.chief]) {
      for (const secret of [FIRM, '13900000000', '原件已看'])
        await soon.ok(async () => !(await tab.locator('body').innerText()).includes(secret), secret);
    }
    await go(site, page, '#/applicants');
    await heading(page, '企业');
    await soon.ok(async () => !(await page.locator('main').innerText()).includes(FIRM));
    await other.close();
  },
);

step('the trail tells who did what from where, and no value', async () => {
  const page = people.chief;
  await go(site, page, `#/audit?object=matter&id=${matterId}`);
  await heading(page, '操作记录');
  const main = page.locator('main');
  await page.locator('[data-entry]').first().waitFor();
  for (const part of ['窗口乙', '经办丙', '127.0.0.1']) await says(main, part);
  const text = await main.innerText();
  for (const secret of [FIRM, '13900000000', '原件已看']) assert.ok(!text.includes(secret), secret);
  for (const tab of Object.values(people)) await leave(tab);
});
