// Four weeks at the desk by eight people, on the real program with a clock that the test moves. What they do
// is done in the pages; on each Friday the supervisor's numbers and everyone's views equal the hand count of
// weeks.mjs, and each number opens exactly its matters.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { ask, begun } from './applicants.mjs';
import { atDesk, clockAt, go, heading, logIn, OWN, press, useDesk } from './desk.mjs';
import { leave } from './site.mjs';
import { soon } from './soon.mjs';
import { compareFlow, compareOverview, compareQueue, MATTERS, PEOPLE, WEEKS } from './weeks.mjs';
import { storyInSteps } from './steps.mjs';

const folder = mkdtempSync(join(tmpdir(), 'policycalc-weeks-'));
process.env.TESTED_CLOCK = join(folder, 'clock');
process.env.TESTED_PROGRAM = process.env.TESTED_MOVED_CLOCK_PROGRAM;
let now; // where the clock was put
/** The service's clock goes on from nine o'clock in China on this day. */
function moveClock(day) {
  now = Date.parse(`${day}T09:00:00+08:00`);
  writeFileSync(process.env.TESTED_CLOCK, String(Math.round((now - Date.now()) / 1000)));
}
moveClock('2026-10-19');
after(() => rmSync(folder, { recursive: true, force: true }));

const site = useDesk();
const tabs = {}; // by log-in
const ids = {}; // of the accounts, by log-in
const applicants = {}; // ids, by the name of the company
const matters = {}; // ids, by the names of weeks.mjs
const references = {};

const step = storyInSteps();

async function arrive(login) {
  const { role, ...rest } = PEOPLE[login];
  tabs[login] = await atDesk(site, login, role, rest);
  await clockAt(tabs[login], now);
}

/** It is another day: sessions are over, and these people log in. */
async function nextDay(day, ...logins) {
  moveClock(day);
  for (const login of logins) {
    const page = tabs[login];
    await page.clock.setFixedTime(now);
    await go(site, page, '#/');
    await page.reload();
    await logIn(page, login, OWN);
    await page.getByRole('button', { name: '退出', exact: true }).waitFor();
  }
}

/** The service starts anew, and does at once what it does by itself once a minute. */
async function restart() {
  await site.program.stop();
  await site.program.run(site.program.port);
}

async function takeIn(login, firm, days = 90) {
  const { id } = await begun(tabs[login], {
    name: `赣南${firm}业有限公司`,
    contact: '王经理 13900000000',
    profile: { district: PEOPLE[login].county },
    authorisation: { days },
  });
  applicants[firm] = id;
}

/** Opens the matter of weeks.mjs and takes it on `through` these states, all by its clerk. */
async function opened(name, through = [], more = {}) {
  const { clerk, measure, unit } = MATTERS[name];
  const firm = name[0];
  if (!applicants[firm]) await takeIn(clerk, firm);
  const made = await ask(tabs[clerk], 'POST', 'matters', {
    applicant: applicants[firm],
    measure,
    unit,
    ...more,
  });
  matters[name] = made.id;
  references[name] = made.reference;
  for (const part of through) await moved(clerk, name, part);
}

/** Takes one step without the page. */
async function moved(login, name, part) {
  const { revision } = await ask(tabs[login], 'GET', `matters/${matters[name]}`);
  await ask(tabs[login], 'POST', `matters/${matters[name]}/steps`, { ...part, revision });
}

const PREPARING = { to: 'preparing' };
const overTo = (login) => ({ to: 'handed_over', handler: ids[login] });

async function openMatter(login, name) {
  const page = tabs[login];
  await go(site, page, `#/matter/${matters[name]}`);
  await heading(page, references[name]);
  return page;
}

const said = (page, text) => page.locator('.matter-said').getByText(text).waitFor();
const confirm = async (page, name) => {
  await press(page, `确定：${name}`);
};

async function compare(week, ...logins) {
  for (const login of logins) {
    const page = tabs[login];
    await go(site, page, '#/account');
    await heading(page, '我的账号');
    await go(site, page, '#/');
    await compareQueue(page, week, login, references);
  }
  await compareOverview(tabs.sun, week, 'sun', references);
  await compareFlow(tabs.sun, week, 'sun');
}

step('two weeks before, a company gives its authorisation for thirty days', async () => {
  await arrive('zhang');
  await takeIn('zhang', '纸', 30);
});

step('first Monday: the other seven come, and matters are opened and handed over', async () => {
  await nextDay('2026-11-02', 'zhang');
  for (const login of Object.keys(PEOPLE)) if (login !== 'zhang') await arrive(login);
  const { people } = await ask(tabs.sun, 'GET', 'people');
  for (const [login, { name }] of Object.entries(PEOPLE)) ids[login] = people.find((one) => one.name === name)?.id;
  await ask(tabs.qian, 'PUT', 'duty-handlers', { unit: PEOPLE.zhao.unit, staff: ids.zhao, before: null });

  await opened('茶', [PREPARING]);
  await opened('木', [PREPARING, overTo('wang')]);
  await opened('铁', [PREPARING, overTo('li')]);
  await opened('纸', [PREPARING], { accept_short_permission: true });
  await opened('糖', [PREPARING]);
  await opened('瓷');

  const clerk = await openMatter('zhang', '茶');
  await press(clerk, '转给责任单位');
  await clerk.locator('#h-handler').selectOption(PEOPLE.wang.name);
  await confirm(clerk, '转给责任单位');
  await said(clerk, '✓ 已改为“已转办”。');
  for (const [login, name] of [
    ['wang', '茶'],
    ['li', '铁'],
  ]) {
    const page = await openMatter(login, name);
    await press(page, '开始办理');
    await confirm(page, '开始办理');
    await said(page, '✓ 已改为“办理中”。');
  }
});

step('first Friday: paid, sent back, paused, handed over on paper, and a company that does not answer', async () => {
  await nextDay('2026-11-06', 'liu', 'wang', 'li', 'sun');
  const wang = await openMatter('wang', '茶');
  await press(wang, '已兑现');
  await wang.getByLabel('金额（元）').fill('300000');
  await wang.getByLabel('日期', { exact: true }).fill('2026-11-05');
  await wang.getByLabel('文号或拨付单号').fill('赣财〔2026〕1号');
  await wang.getByLabel('凭据').fill('银行回单');
  await confirm(wang, '已兑现');
  await said(wang, '✓ 已改为“已兑现”。');
  await sendBack('wang', '木');

  const li = await openMatter('li', '铁');
  await li.getByText('等企业补正', { exact: true }).click();
  await li.getByLabel('等到哪天').fill('2026-11-11');
  await li.getByLabel('缺什么').fill('设备发票');
  await confirm(li, '等企业补正');
  await said(li, '✓ 已改为等企业补正。');

  const liu = await openMatter('liu', '糖');
  await press(liu, '转给责任单位');
  await liu.getByText('该单位还没有任何账号').waitFor();
  await confirm(liu, '转给责任单位');
  await said(liu, '✓ 已改为“已转办”。');
  await triedInVain('瓷');

  const sun = tabs.sun;
  await go(site, sun, '#/people');
  await sun.locator('[data-unit="gz-commerce"]').getByRole('link', { name: '打印转办清单' }).click();
  await heading(sun, '转办清单');
  await sun.locator(`.paper-list [data-matter="${matters.糖}"]`).getByText(references.糖).waitFor();
  await soon.equal(() => sun.locator('.paper-list [data-matter]').count(), 1);
});

async function sendBack(login, name) {
  const page = await openMatter(login, name);
  await press(page, '退回补材料');
  await page.getByLabel('原因（要告诉企业）').fill('缺获奖证书');
  await confirm(page, '退回补材料');
  await said(page, '✓ 已改为“材料准备”。');
}

async function triedInVain(name) {
  const page = await openMatter('liu', name);
  await press(page, '联系不上企业');
  await page.locator('#h-way').selectOption('电话');
  await press(page, '记一次联系不上');
  await said(page, '✓ 已记下一次联系不上。');
}

step('first count', () => compare(WEEKS[0], 'sun', 'liu', 'wang', 'li'));

step('second Monday: a handler is away, a company is told, another is given up as unreachable', async () => {
  await nextDay('2026-11-09', 'zhang', 'liu', 'qian');
  const qian = tabs.qian;
  await go(site, qian, '#/people');
  const line = qian.locator(`[data-person="${ids.wang}"]`);
  await line.getByRole('button', { name: '登记休假' }).click();
  await line.locator('#h-to').fill('2026-11-13');
  await line.locator('#h-substitute').selectOption(PEOPLE.zhao.name);
  await press(qian, '保存');
  await qian.getByText('✓ 已登记。转给代理人 0 件。').waitFor();

  const zhang = await openMatter('zhang', '茶');
  await zhang.locator('#h-way').selectOption('电话');
  await press(zhang, '已告知企业');
  await said(zhang, '✓ 已记下：企业已告知。');
  await moved('liu', '木', overTo('wang'));

  await triedInVain('瓷');
  const liu = tabs.liu;
  await press(liu, '联系不上企业');
  await confirm(liu, '联系不上企业');
  await said(liu, '✓ 已改为“联系不上”。');

  await opened('布', [PREPARING, overTo('wang')]);
  await opened('药', [PREPARING]);
});

step('second Friday: the substitute sends back what was sent back before; a pause has ended by itself', async () => {
  await nextDay('2026-11-13', 'zhang', 'li', 'zhao', 'sun');
  await restart();
  await sendBack('zhao', '木');
  const li = await openMatter('li', '铁');
  await soon.match(() => li.locator('.matter-history').innerText(), /继续办[^]*系统/);
  assert.equal(await li.getByRole('heading', { name: '企业补正中' }).count(), 0);
});

step('second count', () => compare(WEEKS[1], 'sun', 'zhang', 'zhao', 'li'));

step('third Monday: one is reopened, one is taken by the supervisor, one is withdrawn', async () => {
  await nextDay('2026-11-16', 'zhang', 'liu', 'wang', 'sun');
  const sun = await openMatter('sun', '茶');
  await press(sun, '重新打开');
  await sun.getByLabel('为什么重新打开').fill('金额算错了');
  await confirm(sun, '重新打开');
  await said(sun, '✓ 已重新打开。');

  await openMatter('sun', '糖');
  await sun.locator('.matter-reassign summary').click();
  await sun.locator('#h-to_handler').selectOption(PEOPLE.sun.name);
  await press(sun, '改派');
  await said(sun, '✓ 已改派。');
  await press(sun, '开始办理');
  await confirm(sun, '开始办理');
  await said(sun, '✓ 已改为“办理中”。');

  const zhang = await openMatter('zhang', '药');
  await press(zhang, '企业撤回');
  await zhang.locator('#h-way').selectOption('当面');
  await confirm(zhang, '企业撤回');
  await said(zhang, '✓ 已改为“撤回”。');

  const liu = await openMatter('liu', '瓷');
  await liu.locator('#h-way').selectOption('信函');
  await press(liu, '已告知企业');
  await said(liu, '✓ 已记下：企业已告知。');

  await moved('wang', '布', { to: 'in_progress' });
  await opened('米', [PREPARING]);
  await opened('灯', [PREPARING, overTo('li')]);
});

step('third Friday: an authorisation has run out, a handler is reminded, a matter changes hands', async () => {
  await nextDay('2026-11-20', 'zhang', 'liu', 'qian', 'sun');
  await restart();
  const zhang = await openMatter('zhang', '纸');
  await zhang.getByRole('heading', { name: '授权已到期，资料已删除' }).waitFor();

  const liu = await openMatter('liu', '灯');
  await press(liu, `提醒 ${PEOPLE.li.name}`);
  await said(liu, '✓ 已提醒。');

  const qian = tabs.qian;
  await go(site, qian, '#/');
  await qian.locator(`[data-choose="${matters.布}"]`).click();
  await qian.locator('#bulk-to').selectOption(PEOPLE.zhao.name);
  await qian.locator('#bulk-give').click();
  await qian.getByText('✓ 已改派 1 件').waitFor();
});

step('third count', () => compare(WEEKS[2], 'sun', 'zhang', 'liu', 'qian'));

step('fourth Monday: refused, served, forwarded; an authorisation is withdrawn, an account disabled', async () => {
  await nextDay('2026-11-23', 'zhang', 'liu', 'wang', 'zhao', 'sun', 'zhou');
  const wang = await openMatter('wang', '茶');
  await press(wang, '未通过');
  await wang.getByLabel('原因（要告诉企业）').fill('同一奖项已奖过');
  await confirm(wang, '未通过');
  await said(wang, '✓ 已改为“未通过”。');
  await moved('zhao', '布', { to: 'refused', reason: '不是市长质量奖' });

  const sun = await openMatter('sun', '糖');
  await press(sun, '已兑现');
  await sun.getByText('提供了服务').click();
  await sun.getByLabel('提供了什么').fill('展位');
  await sun.getByLabel('日期', { exact: true }).fill('2026-11-20');
  await confirm(sun, '已兑现');
  await said(sun, '✓ 已改为“已兑现”。');

  const liu = tabs.liu;
  await go(site, liu, `#/applicant/${applicants.米}`);
  await heading(liu, '企业资料');
  await liu.locator('.authorisation-card summary').click();
  await press(liu, '撤回授权');
  await press(liu, '确定撤回');
  await heading(liu, '授权已撤回');

  await opened('茶二');
  const zhang = await openMatter('zhang', '茶二');
  await press(zhang, '不归我们办，转交');
  await zhang.getByLabel('转交给谁').fill('省市场监管局');
  await confirm(zhang, '不归我们办，转交');
  await said(zhang, '✓ 已改为“已转交”。');

  const zhou = tabs.zhou;
  await go(site, zhou, `#/staff/${ids.li}`);
  await zhou.locator('#h-active-off').check();
  await press(zhou, '保存');
  await zhou.getByText('此人名下还有 2 件在办办件，交给谁？').waitFor();
  await zhou.locator('#h-matters_to').selectOption('交各单位值班经办人');
  await press(zhou, '保存');
  await heading(zhou, '人员');
});

step('fourth Friday: the last company is told', async () => {
  await nextDay('2026-11-27', 'zhang', 'liu', 'zhao', 'qian', 'sun');
  await restart();
  const zhang = await openMatter('zhang', '布');
  await zhang.locator('#h-way').selectOption('电话');
  await press(zhang, '已告知企业');
  await said(zhang, '✓ 已记下：企业已告知。');
});

step('fourth count', async () => {
  await compare(WEEKS[3], 'sun', 'zhang', 'liu', 'zhao', 'qian');
  await compareOverview(tabs.qian, WEEKS[3], 'qian', references);
  for (const page of Object.values(tabs)) await leave(page);
});
