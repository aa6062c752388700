// The second step of an administrator's log-in: setting up an app, showing codes, a lost phone.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';

import { choose, FIRST, go, heading, logIn, OWN, press, useDesk } from './desk.mjs';
import { leave, phone } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk({ POLICYCALC_SECOND_FACTOR: 'administrators' });
const SYMBOLS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const PERIOD = 30_000; // milliseconds

/** An app: gives a code that the service has not seen, and never one of an earlier period. */
class App {
  #key;
  #last = 0;

  constructor(secret) {
    const bits = [...secret].map((one) => SYMBOLS.indexOf(one).toString(2).padStart(5, '0')).join('');
    this.#key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  }

  // The service takes the code of the next period, too, so that no test waits for one.
  next() {
    this.#last = Math.max(this.#last + 1, Math.floor(Date.now() / PERIOD));
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(this.#last));
    const hash = createHmac('sha1', this.#key).update(counter).digest();
    const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, '0');
  }
}

async function enter(page, code, button) {
  await page.getByLabel('验证码', { exact: true }).fill(code);
  await press(page, button);
}

/** From the page that asks for it to the desk; the app and the recovery codes. */
async function setUp(page) {
  await heading(page, '设置第二步验证');
  const app = new App(await page.locator('[data-secret]').getAttribute('data-secret'));
  await page.getByRole('img', { name: '给验证器应用的二维码' }).waitFor();
  await enter(page, app.next(), '完成设置');
  await heading(page, '请保存好恢复码');
  const codes = await page.locator('.recovery-codes li').allInnerTexts();
  assert.equal(codes.length, 10);
  await press(page, '已经保存好');
  return { app, codes };
}

async function newAdministrator(login, viewport) {
  site.staff(login, 'administrator', { name: `管理员${login}` });
  const page = await site.openDesk(viewport);
  await logIn(page, login, FIRST);
  await choose(page, FIRST);
  return page;
}

test('an administrator sets up an app once, and then shows a code at each log-in', async () => {
  const page = await newAdministrator('factor', phone);
  await heading(page, '设置第二步验证');
  await go(site, page, '#/staff');
  const { app, codes } = await setUp(page);
  await heading(page, '人员');
  await press(page, '退出');
  await logIn(page, 'factor', OWN);
  await heading(page, '第二步：输入验证码');
  await soon.equal(() => page.getByRole('navigation', { name: '主导航' }).getByRole('link').count(), 0);
  await page.reload();
  await heading(page, '第二步：输入验证码');
  await press(page, '继续');
  await page.getByText('请填写验证码').waitFor();
  await enter(page, '000000', '继续');
  await page.getByText('验证码不对').waitFor();
  await enter(page, app.next(), '继续');
  await heading(page, '您好');
  // The phone is away: a recovery code helps.
  await press(page, '退出');
  await logIn(page, 'factor', OWN);
  await heading(page, '第二步：输入验证码');
  await enter(page, codes[3].toLowerCase(), '继续');
  await heading(page, '您好');
  await go(site, page, '#/account');
  await page.getByText('还剩 9 个恢复码').waitFor();
  await leave(page);
});

test('a new phone takes the place of the old one', async () => {
  const page = await newAdministrator('renewer');
  await setUp(page);
  await heading(page, '您好');
  await go(site, page, '#/account');
  await page.getByRole('link', { name: '换手机、换恢复码' }).click();
  await setUp(page);
  await heading(page, '我的账号');
  await page.getByText('还剩 10 个恢复码').waitFor();
  await leave(page);
});

test('a lost phone: another administrator resets it, and the owner sets it up anew', async () => {
  const lost = await newAdministrator('lost.phone');
  await setUp(lost);
  await heading(lost, '您好');
  const page = await newAdministrator('helper');
  await setUp(page);
  await heading(page, '您好');
  await go(site, page, '#/staff?q=lost.phone');
  await page.getByRole('row', { name: '管理员lost.phone' }).getByRole('link', { name: '修改' }).click();
  await press(page, '重置第二步验证');
  await press(page, '确定重置验证');
  await page.getByText('已重置 管理员lost.phone 的第二步验证').waitFor();
  await press(page, '重置第二步验证');
  await press(page, '确定重置验证');
  await page.getByText('这个账号还没有设置第二步验证').waitFor();
  await lost.reload();
  await logIn(lost, 'lost.phone', OWN);
  await setUp(lost);
  await heading(lost, '您好');
  await leave(lost);
  await leave(page);
});

test('other roles are not asked', async () => {
  site.staff('no.factor', 'clerk', { county: '360702' });
  const page = await site.openDesk();
  await logIn(page, 'no.factor', FIRST);
  await choose(page, FIRST);
  await heading(page, '您好');
  await go(site, page, '#/account');
  await heading(page, '我的账号');
  await soon.equal(() => page.getByText('恢复码').count(), 0);
  await leave(page);
});
