// For all tests of the desk: staff made by the command line, and ways to log in.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { desk, useSite } from './site.mjs';

export const FIRST = 'given by somebody else 1'; // the password that the command sets
export const OWN = '自己想的一句 长一点的密码';

/** As useSite(), with `site.staff(login, role, options)` and `site.openDesk(viewport, address)`. */
export function useDesk(settings) {
  const site = useSite(settings);
  site.staff = (login, role, options = {}) => makeStaff(site, login, role, options);
  site.openDesk = (viewport = desk, address = '#/') => site.open(viewport, `/hall.html${address}`);
  return site;
}

function makeStaff(site, login, role, { name = `测试${login}`, county, unit } = {}) {
  const words = [
    '--name',
    name,
    '--role',
    role,
    ...(county ? ['--county', county] : []),
    ...(unit ? ['--unit', unit] : []),
  ];
  execFileSync(
    process.env.TESTED_PROGRAM,
    ['--policies', process.env.TESTED_POLICIES, 'staff', 'add', login, ...words],
    {
      input: `${FIRST}\n`,
      env: { ...process.env, POLICYCALC_DATABASE: join(site.program.folder, 'test.db') },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
}

export const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();
export const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

export async function logIn(page, login, password) {
  await heading(page, '登录');
  await page.getByLabel('账号', { exact: true }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await press(page, '登录');
}

/** Replaces the given password after the first log-in. */
export async function choose(page, given, password = OWN) {
  await heading(page, '先设一个自己的密码');
  await page.locator('#h-old').fill(given);
  await page.locator('#h-new').fill(password);
  await page.locator('#h-again').fill(password);
  await press(page, '设为新密码');
}

/** A tab of a new member of the staff, who has logged in and set a password. */
export async function atDesk(site, login, role, options = {}) {
  site.staff(login, role, options);
  const page = await site.openDesk(options.viewport ?? desk);
  await logIn(page, login, FIRST);
  await choose(page, FIRST);
  await heading(page, '您好');
  return page;
}

/** A tab in another browser, for an account that has set its password. */
export async function another(site, login, password = OWN, viewport = desk) {
  const page = await site.openDesk(viewport);
  await logIn(page, login, password);
  return page;
}

/** Makes the tab believe that it is hidden: its pages no longer ask the service by themselves. */
export function lookAway(page) {
  return page.evaluate(() =>
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' }),
  );
}

/** Brings the tab back into view: its pages ask the service at once. */
export function lookAgain(page) {
  return page.evaluate(() => {
    delete document.visibilityState;
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

/**
 * Sets the tab's clock to `time`, where it stays, and lets the page look at it at once. Timers go on, so
 * that the page works as usual and the test may take as long as it needs.
 */
export async function clockAt(page, time) {
  await page.clock.setFixedTime(time);
  await lookAgain(page);
}

/** Stops the tab's clock and timers; only the test moves them from then on. */
export async function stopClock(page) {
  const now = Date.now();
  await page.clock.install({ time: now });
  await page.clock.pauseAt(now + 1000);
}

export async function go(site, page, address) {
  await page.goto(`${site.program.base}/hall.html${address}`);
}

/** A refusal in the form that the service gives it. */
export function refusal(status, code, headers = {}) {
  return {
    status,
    contentType: 'application/problem+json',
    headers,
    body: JSON.stringify({
      type: 'about:blank',
      title: 'x',
      status,
      detail: 'x',
      request_id: 'r-17',
      issues: [{ pointer: '', code, message: 'x' }],
    }),
  };
}
