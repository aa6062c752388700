// The table of staff: adding, changing, closing, a new password; and the roles that may not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { another, atDesk, choose, go, heading, FIRST, OWN, logIn, press, refusal, useDesk } from './desk.mjs';
import { leave, phone } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const line = (page, name) => page.getByRole('row', { name });

/** Neither the addresses in `asked` nor the tab's history hold `secret`. */
async function assertNoAddressHas(page, asked, secret) {
  const browser = await page.context().newCDPSession(page);
  const { entries } = await browser.send('Page.getNavigationHistory');
  for (const address of [...asked, ...entries.map(({ url }) => url)]) assert.ok(!address.includes(secret), address);
}

async function shownOnce(page) {
  const password = (await page.locator('.once-code').innerText()).trim();
  assert.match(password, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  return password;
}

test('a new account logs in with the password that is shown once, and sees no page of administrators', async () => {
  const page = await atDesk(site, 'adder', 'administrator', { viewport: phone });
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await go(site, page, '#/staff');
  await page.getByRole('link', { name: '新增人员' }).click();
  await heading(page, '新增人员');
  await page.locator('#h-login').fill('New.Clerk');
  await page.locator('#h-name').fill('  新来的窗口  ');
  await page.getByRole('radio', { name: '窗口人员' }).check();
  await press(page, '新增');
  await page.getByText('窗口人员要选县（市、区）').waitFor();
  await soon.equal(() => page.evaluate(() => document.activeElement.id), 'h-county');
  await page.locator('#h-county').selectOption('章贡区');
  await soon.ok(() => page.locator('#h-unit').isHidden());
  await press(page, '新增');
  await heading(page, '已新增 新来的窗口');
  const password = await shownOnce(page);
  await page.getByRole('link', { name: '已交给本人' }).click();
  await line(page, '新来的窗口').waitFor();
  const shown = await line(page, '新来的窗口').innerText();
  for (const part of ['new.clerk', '窗口人员', '章贡区', '还没改一次性密码']) assert.ok(shown.includes(part), part);
  await page.goBack();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await soon.ok(async () => !(await page.content()).includes(password));
  await assertNoAddressHas(page, asked, password);

  const clerk = await site.openDesk(phone);
  await logIn(clerk, 'new.clerk', password);
  await choose(clerk, password);
  await heading(clerk, '新来的窗口，您好');
  await soon.equal(() => clerk.getByRole('link', { name: '人员' }).count(), 0);
  await go(site, clerk, '#/staff');
  await heading(clerk, '没有这一页的权限');
  await leave(clerk);
  await leave(page);
});

test('an account that is taken is said at its field, and the rest stays', async () => {
  const page = await atDesk(site, 'taken.one', 'administrator');
  await go(site, page, '#/staff/new');
  await page.locator('#h-login').fill('taken.one');
  await page.locator('#h-name').fill('同名的人');
  await page.getByRole('radio', { name: '主管' }).check();
  await press(page, '新增');
  await page.getByText('这个账号已经有人用了').waitFor();
  await soon.equal(() => page.evaluate(() => document.activeElement.id), 'h-login');
  await soon.equal(() => page.locator('#h-name').inputValue(), '同名的人');
  for (const wrong of ['带汉字', '.dot', 'a b', 'x']) {
    await page.locator('#h-login').fill(wrong);
    await press(page, '新增');
    await page.getByText('只能用小写字母').waitFor();
  }
  await leave(page);
});

test('a change of role asks for what the role needs, and holds', async () => {
  const page = await atDesk(site, 'changer', 'administrator');
  site.staff('to.change', 'clerk', { name: '要改的人', county: '360702' });
  await go(site, page, '#/staff?q=to.change');
  await line(page, '要改的人').getByRole('link', { name: '修改' }).click();
  await heading(page, '修改：要改的人');
  await page.getByRole('radio', { name: '经办人' }).check();
  await press(page, '保存');
  await page.getByText('经办人要选单位').waitFor();
  await page.locator('#h-unit').selectOption('gz-industry-it');
  await press(page, '保存');
  await heading(page, '人员');
  await page.getByText('已保存').waitFor();
  await soon.match(() => line(page, '要改的人').innerText(), /经办人[^]*市工信局/);
  await leave(page);
});

test('two administrators at one account: the second is told, and overwrites nothing', async () => {
  const page = await atDesk(site, 'second', 'administrator');
  const other = await atDesk(site, 'quick', 'administrator');
  site.staff('contended', 'clerk', { name: '两个人改', county: '360702' });
  for (const tab of [page, other]) {
    await go(site, tab, '#/staff?q=contended');
    await line(tab, '两个人改').getByRole('link', { name: '修改' }).click();
    await heading(tab, '修改：两个人改');
  }
  await other.locator('#h-name').fill('先改好的');
  await press(other, '保存');
  await line(other, '先改好的').waitFor();
  await page.locator('#h-name').fill('后来改的');
  await press(page, '保存');
  await page.getByRole('heading', { name: '刚刚有别人改过' }).waitFor();
  await soon.equal(() => page.locator('#h-name').inputValue(), '后来改的');
  await press(page, '载入最新的');
  await heading(page, '修改：先改好的');
  await page.locator('#h-name').fill('后来改的');
  await press(page, '保存');
  await line(page, '后来改的').waitFor();
  await leave(other);
  await leave(page);
});

test('a closed account is logged out at once, and comes back only when opened again', async () => {
  const page = await atDesk(site, 'closer', 'administrator');
  const clerk = await atDesk(site, 'closed', 'clerk', { name: '离岗的人', county: '360702' });
  const change = async (state) => {
    await go(site, page, '#/staff?q=closed');
    await line(page, '离岗的人').getByRole('link', { name: '修改' }).click();
    await page.getByRole('radio', { name: state }).check();
    await press(page, '保存');
    await heading(page, '人员');
  };
  await change('停用');
  await line(page, '离岗的人').getByText('停用').waitFor();
  await clerk.reload();
  await logIn(clerk, 'closed', OWN);
  await clerk.getByRole('heading', { name: '账号或密码不对' }).waitFor();
  await change('在用');
  await logIn(clerk, 'closed', OWN);
  await heading(clerk, '离岗的人，您好');
  await leave(clerk);
  await leave(page);
});

test('a password is reset after one question, and the old one opens nothing', async () => {
  const page = await atDesk(site, 'resetter', 'administrator', { viewport: phone });
  const clerk = await atDesk(site, 'forgetful', 'clerk', { name: '健忘的人', county: '360702' });
  await go(site, page, '#/staff?q=forgetful');
  await line(page, '健忘的人').getByRole('link', { name: '修改' }).click();
  await press(page, '重置密码');
  await page.getByText('确定重置 健忘的人 的密码吗').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await press(page, '重置密码');
  await press(page, '确定重置');
  await heading(page, '已重置 健忘的人 的密码');
  const password = await shownOnce(page);
  await clerk.reload();
  await logIn(clerk, 'forgetful', OWN);
  await clerk.getByRole('heading', { name: '账号或密码不对' }).waitFor();
  await logIn(clerk, 'forgetful', password);
  await choose(clerk, password, '这一次一定要记住的新密码');
  await heading(clerk, '健忘的人，您好');
  await leave(clerk);
  await leave(page);
});

test('a password that is not fresh is asked for again, and then the change goes on', async () => {
  const page = await atDesk(site, 'stale', 'administrator');
  site.staff('stale.other', 'clerk', { name: '要改的人', county: '360702' });
  await go(site, page, '#/staff?q=stale.other');
  await line(page, '要改的人').getByRole('link', { name: '修改' }).click();
  await page.locator('#h-name').fill('改过的人');
  const stale = (route) =>
    route.request().method() === 'PUT' ? route.fulfill(refusal(403, 'fresh_password_required')) : route.fallback();
  const dialog = page.getByRole('dialog', { name: '请再输一次自己的密码' });
  // Given up: nothing is saved, what was typed is kept, and the page says so.
  await page.route('**/api/v1/hall/staff/*', stale, { times: 1 });
  await press(page, '保存');
  await dialog.waitFor();
  await soon.equal(() => page.evaluate(() => document.activeElement.id), 'h-password');
  await dialog.getByRole('button', { name: '取消' }).click();
  await page.getByRole('heading', { name: '还没有保存' }).waitFor();
  await soon.equal(() => page.locator('#h-name').inputValue(), '改过的人');
  // A wrong password is said in the dialog; the right one lets the change go on.
  await page.route('**/api/v1/hall/staff/*', stale, { times: 1 });
  await press(page, '保存');
  await dialog.waitFor();
  await dialog.getByRole('button', { name: '确认' }).click();
  await dialog.getByText('请填写密码').waitFor();
  await dialog.locator('#h-password').fill('wrong wrong wrong');
  await dialog.getByRole('button', { name: '确认' }).click();
  await dialog.getByText('现在的密码不对').waitFor();
  await dialog.locator('#h-password').fill(OWN);
  await dialog.getByRole('button', { name: '确认' }).click();
  await heading(page, '人员');
  await page.getByText('已保存').waitFor();
  await soon.equal(() => page.locator('dialog').count(), 0);
  await line(page, '改过的人').waitFor();
  await leave(page);
});

test("only another administrator changes an administrator's role and state", async () => {
  const page = await atDesk(site, 'myself', 'administrator', { name: '我自己' });
  await go(site, page, '#/staff?q=myself');
  await line(page, '我自己').getByRole('link', { name: '修改' }).click();
  await heading(page, '修改：我自己');
  for (const radio of await page.getByRole('radio').all()) await soon.ok(() => radio.isDisabled());
  await soon.equal(() => page.getByRole('button', { name: '重置密码' }).count(), 0);
  await page.locator('#h-name').fill('还是我自己');
  await press(page, '保存');
  await line(page, '还是我自己').waitFor();
  await leave(page);
});

test('the table is searched and narrowed, and Back returns to what was sought', async () => {
  const page = await atDesk(site, 'searcher', 'administrator');
  site.staff('find.me', 'handler', { name: '找得到', county: '360781', unit: 'gz-science' });
  await go(site, page, '#/staff');
  await page.getByLabel('查找').fill('瑞金 科技');
  await page.getByText(/^1 人/).waitFor();
  await line(page, '找得到').waitFor();
  await page.getByLabel('角色').selectOption('经办人');
  await line(page, '找得到').getByRole('link', { name: '修改' }).click();
  await heading(page, '修改：找得到');
  await page.goBack();
  await heading(page, '人员');
  await soon.equal(() => page.getByLabel('查找').inputValue(), '瑞金 科技');
  await page.getByText(/^1 人/).waitFor();
  await page.getByLabel('查找').fill('没有这样的人');
  await page.getByText('没有符合的人员').waitFor();
  await leave(page);
});

test('what is being typed outlives the end of the session for its owner only', async () => {
  const page = await atDesk(site, 'typist', 'administrator');
  const elsewhere = await another(site, 'typist');
  await heading(elsewhere, '您好');
  const end = async () => {
    await go(site, elsewhere, '#/account');
    await press(elsewhere, '在所有设备上退出');
    await heading(elsewhere, '登录');
  };
  await go(site, page, '#/staff/new');
  await page.locator('#h-login').fill('half.typed');
  await page.locator('#h-name').fill('打了一半');
  await page.getByRole('radio', { name: '管理员' }).check();
  await end();
  await press(page, '新增');
  await page.getByText('登录已结束，请重新登录').waitFor();
  await soon.ok(async () => !(await page.content()).includes('打了一半'));
  await logIn(page, 'typist', OWN);
  await heading(page, '新增人员');
  await soon.equal(() => page.locator('#h-name').inputValue(), '打了一半');
  await soon.ok(() => page.getByRole('radio', { name: '管理员' }).isChecked());

  await logIn(elsewhere, 'typist', OWN);
  await heading(elsewhere, '您好');
  await end();
  await press(page, '新增');
  await heading(page, '登录');
  site.staff('other.typist', 'administrator');
  await logIn(page, 'other.typist', FIRST);
  await choose(page, FIRST);
  await heading(page, '您好');
  await go(site, page, '#/staff/new');
  await heading(page, '新增人员');
  await soon.equal(() => page.locator('#h-name').inputValue(), '');
  await leave(elsewhere);
  await leave(page);
});

test('a switch of the language keeps what was typed', async () => {
  const page = await atDesk(site, 'linguist', 'administrator');
  await go(site, page, '#/staff/new');
  await page.locator('#h-name').fill('Anna 安娜');
  await page.getByRole('radio', { name: '主管' }).check();
  await press(page, 'English');
  await heading(page, 'Add somebody');
  await soon.equal(() => page.locator('#h-name').inputValue(), 'Anna 安娜');
  await soon.ok(() => page.getByRole('radio', { name: 'Supervisor' }).isChecked());
  await soon.equal(() => page.locator('#h-unit option[value="gz-science"]').getAttribute('lang'), 'zh-Hans');
  await leave(page);
});

test('names are shown as text, whatever they hold', async () => {
  const page = await atDesk(site, 'shower', 'administrator');
  const hostile = '<img src=x onerror="document.title=1"><script>1</script>\u202e';
  await go(site, page, '#/staff/new');
  await page.locator('#h-login').fill('hostile');
  await page.locator('#h-name').fill(hostile);
  await page.getByRole('radio', { name: '管理员' }).check();
  await press(page, '新增');
  await page.locator('.once-code, .notice, .field-issues:not(:empty)').first().waitFor();
  await go(site, page, '#/staff');
  await page.locator('.staff-table').waitFor();
  await soon.equal(() => page.locator('main img, main script').count(), 0);
  await leave(page);
});

test('a failure of the service shows its number, keeps what was typed, and goes on', async () => {
  const page = await atDesk(site, 'unlucky', 'administrator', { viewport: phone });
  await page.route('**/api/v1/hall/staff', (route) => route.fulfill(refusal(500, 'x')));
  await go(site, page, '#/staff');
  await page.getByText('编号：r-17').waitFor();
  await page.unroute('**/api/v1/hall/staff');
  await press(page, '重试');
  await line(page, 'unlucky').waitFor();
  await go(site, page, '#/staff/new');
  await page.locator('#h-login').fill('later');
  await page.locator('#h-name').fill('稍后再来');
  await page.getByRole('radio', { name: '管理员' }).check();
  const port = site.program.port;
  await site.program.stop();
  await press(page, '新增');
  await page.getByRole('heading', { name: '暂时连不上服务' }).waitFor();
  await soon.equal(() => page.locator('#h-name').inputValue(), '稍后再来');
  await site.program.run(port);
  await press(page, '重试');
  await heading(page, '已新增 稍后再来');
  await leave(page);
});

test('a missing account is reported', async () => {
  const page = await atDesk(site, 'lost', 'administrator');
  for (const id of ['999999', '-1', 'x', '%3Cscript%3E']) {
    await go(site, page, `#/staff/${id}`);
    await page.getByRole('heading', { name: '没有找到' }).waitFor();
  }
  await leave(page);
});
