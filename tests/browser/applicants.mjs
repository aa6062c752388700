// Makes applicants for the tests of the desk, and reads their pages.

import { atDesk, go, heading } from './desk.mjs';
import { field } from './site.mjs';

/** Sends a request as the pages do, for the account logged in at `page`. Throws status and text of a refusal. */
export function ask(page, method, path, body) {
  return page.evaluate(
    async ([how, where, what]) => {
      const { csrf } = await (await fetch('/api/v1/hall/session', { credentials: 'same-origin' })).json();
      const headers = { 'Content-Type': 'application/json', ...(how === 'GET' ? {} : { 'X-CSRF-Token': csrf }) };
      const response = await fetch(`/api/v1/hall/${where}`, {
        method: how,
        headers,
        credentials: 'same-origin',
        body: what === undefined ? undefined : JSON.stringify(what),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${how} ${where}: ${response.status} ${text}`);
      return text ? JSON.parse(text) : null;
    },
    [method, path, body],
  );
}

/** Begins an applicant as `page`'s clerk, even if another has its name, and returns it as the service answers it. */
export function begun(page, { name, profile = {}, verified = [], contact, authorisation = {} }) {
  return ask(page, 'POST', 'applicants', {
    name,
    ...(contact ? { contact } : {}),
    profile,
    verified,
    authorisation: { given: 'paper', for_matters: true, given_by: '王经理', days: 90, ...authorisation },
    is_another: true,
  });
}

/** A tab of a new clerk of one county. */
export const clerkOf = (site, login, options = {}) => atDesk(site, login, 'clerk', { county: '360702', ...options });

/** Opens all questions of applicant `id`, by topic. */
export async function openApplicant(site, page, id) {
  await go(site, page, `#/applicant/${id}?ask=all`);
  await heading(page, '企业资料');
}

/** Opens name and contact, which are folded to one line. */
export async function openWho(page) {
  const card = page.locator('.assisted-who-card');
  if ((await card.getAttribute('open')) === null) await card.locator('summary').first().click();
}

/** All pages of applicant `id` say that its authorisation is over. */
export async function findOver(site, page, id) {
  await go(site, page, `#/applicant/${id}?part=answer`);
  await heading(page, '授权已结束');
  await go(site, page, `#/sheet/${id}`);
  await heading(page, '授权已结束');
}

/** Leaves the screens of the assisted form for all its questions. */
export async function askAll(page) {
  await page.getByRole('link', { name: '全部问题' }).click();
  await page.getByRole('link', { name: '按屏问' }).waitFor(); // until then the topics are those of the screens
}

export const saved = (page) => page.locator('.notice-done', { hasText: '已保存' }).waitFor();
export const unsaved = (page, n) => page.getByText(`${n} 处还没保存`).waitFor();
/** Who gave the answer to `fact`, as the page says beside it. */
export const origin = (page, fact) => field(page, fact).locator('.origin-state').innerText();
