// Logging in at the desk, the account page, and logging out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  another,
  atDesk,
  choose,
  go,
  heading,
  FIRST,
  OWN,
  logIn,
  lookAgain,
  press,
  refusal,
  useDesk,
} from './desk.mjs';
import { desk, leave, phone } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const nav = (page) => page.getByRole('navigation', { name: '主导航' });
const text = (page, selector) => page.locator(selector).innerText();

/** Logs in elsewhere and ends there all other sessions of the account. */
async function endOtherSessions(login) {
  const elsewhere = await another(site, login);
  await heading(elsewhere, '您好');
  await go(site, elsewhere, '#/account');
  await press(elsewhere, '退出其他所有设备');
  await elsewhere.getByText('其他设备都已退出').waitFor();
  await leave(elsewhere);
}

test('a first password opens only the page that changes it', async () => {
  site.staff('first', 'administrator', { name: '刘敏' });
  const page = await site.openDesk(phone, '#/staff');
  await soon.equal(() => nav(page).count(), 0);
  await logIn(page, ' First ', FIRST);
  await heading(page, '先设一个自己的密码');
  await soon.equal(() => nav(page).getByRole('link').count(), 0);
  await go(site, page, '#/account');
  await heading(page, '先设一个自己的密码');
  await page.reload();
  await choose(page, FIRST);
  await heading(page, '刘敏，您好');
  await page.getByText('密码设好了').waitFor();
  await nav(page).getByRole('link', { name: '人员' }).click();
  await heading(page, '人员');
  await leave(page);
});

test('the cookie is for this host only, scripts see nothing of it, and a reload stays inside', async () => {
  const page = await atDesk(site, 'cookie', 'clerk', { county: '360702' });
  const [cookie, ...rest] = await page.context().cookies();
  assert.deepEqual(rest, []);
  const { name, path, secure, httpOnly, sameSite, domain } = cookie;
  assert.deepEqual(
    { name, path, secure, httpOnly, sameSite, domain },
    { name: '__Host-policycalc', path: '/', secure: true, httpOnly: true, sameSite: 'Strict', domain: '127.0.0.1' },
  );
  const kept = await page.evaluate(() => [document.cookie, { ...sessionStorage }, Object.keys(localStorage)]);
  assert.deepEqual(kept, ['', {}, []]);
  await page.reload();
  await heading(page, '您好');
  await leave(page);
});

test('a new password is checked before it is sent, and by the service', async () => {
  site.staff('checker', 'clerk', { county: '360702' });
  const page = await site.openDesk(phone);
  await logIn(page, 'checker', FIRST);
  const says = async (wanted, old, next, again = next) => {
    await heading(page, '先设一个自己的密码');
    for (const [id, value] of [
      ['old', old],
      ['new', next],
      ['again', again],
    ])
      await page.locator(`#h-${id}`).fill(value);
    await press(page, '设为新密码');
    await soon.match(async () => (await page.locator('.field-issues').allInnerTexts()).join(), wanted);
  };
  await says(/请填写密码/, '', 'long enough, I think');
  await soon.equal(() => page.evaluate(() => document.activeElement.id), 'h-old');
  await says(/太短了/, FIRST, '十一个字的密码还不够长');
  await says(/和现在的一样/, FIRST, FIRST);
  await says(/两次输入的不一样/, FIRST, 'long enough, I think', 'long enough, I thought');
  await says(/现在的密码不对/, 'not the one I was given', 'long enough, I think');
  await says(/容易被猜到。请把四个以上互不相干的词/, FIRST, 'Ganzhou2024!!');
  await choose(page, FIRST, '十二个字的密码刚好够长了');
  await heading(page, '您好');
  await leave(page);
});

test('a wrong password and an unknown account are answered alike', async () => {
  site.staff('alike', 'clerk', { county: '360702' });
  const page = await site.openDesk(phone);
  const answers = [];
  for (const login of ['alike', 'nobody-of-that-name']) {
    await logIn(page, login, 'wrong wrong wrong');
    await page.getByRole('heading', { name: '账号或密码不对' }).waitFor();
    answers.push(await text(page, 'main'));
    await soon.equal(() => page.locator('#h-login').inputValue(), login);
    await soon.equal(() => page.locator('#h-password').inputValue(), '');
    await soon.ok(() => page.locator('.notice-trouble').evaluate((element) => element === document.activeElement));
    await page.reload();
  }
  assert.equal(answers[0], answers[1]);
  await leave(page);
});

test('the log-in begins at the first field that is still blank', async () => {
  const page = await atDesk(site, 'beginner', 'clerk', { county: '360702' });
  const focus = () => page.evaluate(() => document.activeElement.id);
  await press(page, '退出');
  await heading(page, '登录');
  await soon.equal(focus, 'h-login');
  await page.keyboard.type('beginner');
  await page.locator('#language').click();
  await page.getByRole('heading', { name: 'Log in' }).waitFor();
  await soon.equal(focus, 'language');
  await page.reload();
  await soon.equal(focus, 'h-login');
  await page.locator('#language').click();
  await logIn(page, 'beginner', OWN);
  await heading(page, '您好');
  await endOtherSessions('beginner');
  await lookAgain(page);
  await heading(page, '登录');
  await soon.equal(focus, 'h-password'); // the account is known
  await leave(page);
});

test('nothing is sent while a field is blank', async () => {
  const page = await site.openDesk(phone);
  await heading(page, '登录');
  const sent = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await press(page, '登录');
  await page.getByText('请填写账号').waitFor();
  await soon.equal(() => page.locator('#h-login').getAttribute('aria-invalid'), 'true');
  assert.deepEqual(sent, []);
  await leave(page);
});

test('a client that must wait is told how long, and the button is disabled until then', async () => {
  const page = await site.openDesk(phone);
  await page.clock.install();
  await page.route('**/api/v1/hall/session', (route) => route.fulfill(refusal(429, 'wait', { 'Retry-After': '75' })));
  await logIn(page, 'somebody', 'wrong wrong wrong');
  await page.getByRole('heading', { name: '请稍等再试' }).waitFor();
  await soon.match(() => text(page, '.notice'), /请过 75 秒，\d\d:\d\d:\d\d 以后再试/);
  const button = page.getByRole('button', { name: '登录', exact: true });
  await soon.equal(() => button.getAttribute('aria-disabled'), 'true');
  await soon.equal(() => page.locator('#h-login').inputValue(), 'somebody');
  await page.clock.fastForward(74000);
  await soon.equal(() => button.getAttribute('aria-disabled'), 'true');
  await page.clock.fastForward(1500);
  await page.getByText('现在可以再试了').waitFor();
  await soon.equal(() => button.getAttribute('aria-disabled'), 'false');
  await leave(page);
});

for (const { status, code, said } of [
  { status: 403, code: 'open_transport', said: '这个连接没有加密，不能登录' },
  { status: 421, code: 'unknown_host', said: '这里不能登录' },
]) {
  test(`a way in that the service refuses (${code}) is said before a password is asked for`, async () => {
    const page = await site.openDesk(phone);
    await page.route('**/api/v1/hall/session', (route) => route.fulfill(refusal(status, code)));
    await page.reload();
    await page.getByRole('heading', { name: said }).waitFor();
    await soon.equal(() => page.locator('input').count(), 0);
    await leave(page);
  });
}

test('the account page shows the account, and the password can be changed again', async () => {
  const page = await atDesk(site, 'wang.fang', 'clerk', { name: '王芳', county: '360702' });
  const elsewhere = await another(site, 'wang.fang');
  await heading(elsewhere, '您好');
  await nav(page).getByRole('link', { name: '王芳' }).click();
  await heading(page, '我的账号');
  await page.getByText('章贡区').waitFor();
  const facts = await text(page, 'dl.facts');
  for (const part of ['王芳', 'wang.fang', '窗口人员', '章贡区']) assert.ok(facts.includes(part), part);
  await page.getByRole('link', { name: '修改密码' }).click();
  await heading(page, '修改密码');
  for (const [id, value] of [
    ['old', OWN],
    ['new', 'violin harbour maple 62'],
    ['again', 'violin harbour maple 62'],
  ])
    await page.locator(`#h-${id}`).fill(value);
  await press(page, '设为新密码');
  await heading(page, '我的账号');
  await page.getByText('密码已改').waitFor();
  await go(site, elsewhere, '#/account');
  await elsewhere.reload();
  await heading(elsewhere, '登录');
  await logIn(elsewhere, 'wang.fang', OWN);
  await elsewhere.getByRole('heading', { name: '账号或密码不对' }).waitFor();
  await leave(elsewhere);
  await leave(page);
});

test('after logging out nothing is shown, neither by Back nor in another tab', async () => {
  const page = await atDesk(site, 'leaver', 'clerk', { name: '要走的人', county: '360702' });
  const tab = await page.context().newPage();
  await tab.goto(`${site.program.base}/hall.html#/account`);
  await heading(tab, '我的账号');
  await go(site, page, '#/account');
  await heading(page, '我的账号');
  await press(page, '退出');
  await page.getByText('已退出。').waitFor();
  await heading(tab, '登录');
  await page.goBack();
  await heading(page, '登录');
  for (const one of [page, tab]) await soon.ok(async () => !(await one.content()).includes('要走的人'));
  assert.deepEqual(await page.context().cookies(), []);
  await leave(page);
});

test('logging out everywhere ends the sessions of other devices', async () => {
  const page = await atDesk(site, 'everywhere', 'clerk', { county: '360702', viewport: phone });
  const elsewhere = await another(site, 'everywhere');
  await heading(elsewhere, '您好');
  await go(site, page, '#/account');
  await press(page, '在所有设备上退出');
  await page.getByText('已在所有设备上退出').waitFor();
  // The other device comes back into view.
  await lookAgain(elsewhere);
  await heading(elsewhere, '登录');
  await elsewhere.getByText('登录已结束').waitFor();
  await leave(elsewhere);
  await leave(page);
});

test('a session that ends while the first page still loads leaves the log-in, and no fault', async () => {
  const page = await atDesk(site, 'interrupted', 'clerk', { county: '360702' });
  let held;
  const asked = new Promise((resolve) => {
    page.route('**/api/v1/units', (route) => {
      held = route;
      resolve();
    });
  });
  await page.reload();
  await asked;
  await endOtherSessions('interrupted');
  await lookAgain(page);
  await heading(page, '登录');
  const failed = page.waitForEvent('requestfailed');
  await held.abort();
  await failed;
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await leave(page);
});

test('the account page lists where one is logged in, and ends one or all others', async () => {
  const page = await atDesk(site, 'devices', 'clerk', { county: '360702' });
  const second = await another(site, 'devices');
  await heading(second, '您好');
  const third = await another(site, 'devices', OWN, phone);
  await heading(third, '您好');
  await go(site, page, '#/account');
  const lines = page.locator('.sessions li');
  await soon.equal(() => lines.count(), 3);
  await soon.equal(() => lines.filter({ hasText: '这台设备' }).count(), 1);
  await soon.equal(() => lines.filter({ hasText: '这台设备' }).getByRole('button').count(), 0);
  await soon.match(() => lines.first().innerText(), /127\.0\.0\.1，\d{4}-\d\d-\d\d \d\d:\d\d 登录，最近使用/);
  await lines.filter({ hasNotText: '这台设备' }).first().getByRole('button').click();
  await page.getByText('已退出那台设备').waitFor();
  await soon.equal(() => lines.count(), 2);
  await press(page, '退出其他所有设备');
  await page.getByText('其他设备都已退出').waitFor();
  await soon.equal(() => lines.count(), 1);
  await page.getByText('没有在其他设备上登录').waitFor();
  for (const one of [second, third]) {
    await lookAgain(one);
    await heading(one, '登录');
    await leave(one);
  }
  await page.reload();
  await heading(page, '我的账号');
  await leave(page);
});

test('another tab follows a change of account', async () => {
  const page = await atDesk(site, 'tab.one', 'clerk', { name: '第一位', county: '360702' });
  site.staff('tab.two', 'clerk', { name: '第二位', county: '360702' });
  const tab = await page.context().newPage();
  await tab.goto(`${site.program.base}/hall.html`);
  await heading(tab, '第一位，您好');
  await press(tab, '退出');
  await logIn(tab, 'tab.two', FIRST);
  await heading(tab, '先设一个自己的密码');
  await heading(page, '先设一个自己的密码');
  await soon.ok(async () => !(await page.content()).includes('第一位'));
  await leave(page);
});

test('a service that is away: what was typed stays, and a retry goes on', async () => {
  site.staff('patient', 'clerk', { county: '360702' });
  const page = await site.openDesk(phone);
  await heading(page, '登录');
  await page.route('**/api/v1/hall/**', (route) => route.abort());
  await logIn(page, 'patient', FIRST);
  await page.getByRole('heading', { name: '暂时连不上服务' }).waitFor();
  await soon.equal(() => page.locator('#h-login').inputValue(), 'patient');
  await page.unroute('**/api/v1/hall/**');
  await press(page, '重试');
  await heading(page, '先设一个自己的密码');
  await page.route('**/api/v1/hall/**', (route) => route.abort());
  await press(page, '退出');
  await page.getByRole('heading', { name: '还没有退出' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '暂时连不上服务' }).waitFor();
  await page.unroute('**/api/v1/hall/**');
  await press(page, '重试');
  await heading(page, '先设一个自己的密码');
  await leave(page);
});

test('from the log-in to the log-out with only the keyboard', async () => {
  site.staff('keys', 'clerk', { name: '按键的人', county: '360702' });
  const page = await site.openDesk(desk);
  await heading(page, '登录');
  const tabTo = async (reached) => {
    for (let step = 0; step < 40; ++step) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        const box = element.getBoundingClientRect();
        return {
          id: element.id,
          text: element.textContent.trim(),
          seen: box.width > 0 && box.height > 0 && getComputedStyle(element).outlineStyle !== 'none',
        };
      });
      assert.ok(stop.seen, JSON.stringify(stop));
      if (reached(stop)) return;
    }
    throw new Error('never reached by Tab');
  };
  await soon.equal(() => page.evaluate(() => document.activeElement.id), 'h-login');
  await page.keyboard.type('keys');
  await tabTo(({ id }) => id === 'h-password');
  await page.keyboard.type(FIRST);
  await page.keyboard.press('Enter');
  await heading(page, '先设一个自己的密码');
  await soon.equal(() => page.evaluate(() => document.activeElement.tagName), 'H1');
  for (const [id, value] of [
    ['h-old', FIRST],
    ['h-new', OWN],
    ['h-again', OWN],
  ]) {
    await tabTo((stop) => stop.id === id);
    await page.keyboard.insertText(value);
  }
  await page.keyboard.press('Enter');
  await heading(page, '按键的人，您好');
  await soon.equal(() => page.evaluate(() => document.activeElement.tagName), 'H1');
  await page.keyboard.press('Shift+Tab');
  for (let step = 0; step < 5 && !(await page.evaluate(() => document.activeElement.id === 'log-out')); ++step)
    await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByText('已退出。').waitFor();
  await leave(page);
});

test('a password can be shown and hidden again', async () => {
  const page = await site.openDesk(phone);
  await heading(page, '登录');
  await page.locator('#h-password').fill('seen');
  const show = page.getByRole('button', { name: '显示 密码' });
  await show.click();
  await soon.equal(() => page.locator('#h-password').getAttribute('type'), 'text');
  await soon.equal(() => show.getAttribute('aria-pressed'), 'true');
  await show.click();
  await soon.equal(() => page.locator('#h-password').getAttribute('type'), 'password');
  await leave(page);
});

test('the pages for companies load nothing of the desk', async () => {
  const page = await site.open(phone, '/');
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.ok(asked.includes('/js/company/main.js'));
  assert.deepEqual(
    asked.filter((path) => path.includes('hall') || path.includes('/desk/')),
    [],
  );
  await leave(page);
});

// Last of all: afterwards this address has to wait.
test('guessing is made slow for accounts that exist and for those that do not', async () => {
  const page = await site.openDesk(phone);
  const waits = page.getByRole('heading', { name: '请稍等再试' });
  for (let turn = 0; turn < 30 && (await waits.count()) === 0; ++turn) {
    await logIn(page, 'guessed-at', 'wrong wrong wrong');
    await page.locator('.notice-trouble').waitFor();
    if ((await waits.count()) === 0) await page.reload();
  }
  await waits.waitFor();
  await leave(page);
});
