// Every page of the desk, narrow and wide, large, dark and in English: nothing is wider than the
// window, axe-core finds no fault, and every word is there in both languages.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { atDesk, go, heading, FIRST, press, useDesk } from './desk.mjs';
import { look, looks, narrow } from './looks.mjs';
import { assertFits, desk, leave } from './site.mjs';
import { soon } from './soon.mjs';
import { accountWords } from './js/desk/account/words.js';
import { auditWords } from './js/desk/audit/words.js';
import { deskWords, overWords } from './js/desk/words.js';
import { applicantWords } from './js/desk/applicant/words.js';
import { endingWords } from './js/desk/matter/ending_words.js';
import { watchWords } from './js/desk/matter/watch_words.js';
import { matterWords } from './js/desk/matter/words.js';
import { overviewWords } from './js/desk/overview/words.js';
import { peopleWords } from './js/desk/people/words.js';
import { policyWords } from './js/desk/policies/words.js';
import { bulkWords } from './js/desk/queue/words.js';
import { keepWords } from './js/company/keep/words.js';
import { sheetWords } from './js/shared/sheet/words.js';
import { words } from './js/shared/words.js';

const site = useDesk();
// `before`: before any log-in. `act` brings the page into the state.
const states = [
  { name: 'log-in', before: true, address: '#/' },
  { name: 'log-in, blank', before: true, address: '#/', act: (page) => page.locator('button[type="submit"]').click() },
  { name: 'desk', address: '#/' },
  { name: 'account', address: '#/account' },
  { name: 'password', address: '#/password', act: (page) => page.locator('button[type="submit"]').click() },
  { name: 'staff', address: '#/staff', sign: '.staff-table' },
  { name: 'staff, none', address: '#/staff?q=nobody', sign: '.staff-found .notice' },
  {
    name: 'add',
    address: '#/staff/new',
    sign: '.desk-form',
    act: (page) => page.locator('button[type="submit"]').click(),
  },
  { name: 'change', address: '#/staff/1', sign: '.desk-form' },
  { name: 'people', address: '#/people', sign: '.units-table' },
  {
    name: 'duty',
    address: '#/people',
    sign: '.units-table',
    act: (page) => page.locator('[data-unit="gz-industry-it"] .opener button').click(),
  },
  { name: 'not there', address: '#/staff/0', sign: '.notice' },
];

async function examine(page, state, one) {
  await go(site, page, '#/nowhere');
  await look(page, one);
  await page.reload();
  await page.locator('h1').waitFor();
  await go(site, page, state.address);
  await page
    .locator(state.sign ?? 'main h1')
    .first()
    .waitFor();
  await state.act?.(page);
  await assertFits(page);
  assert.deepEqual(await violations(page), [], `${state.name} ${JSON.stringify(one)}`);
  await soon.equal(() => page.locator('h1').count(), 1);
  await soon.equal(() => page.locator('h1').getAttribute('tabindex'), '-1');
}

test('every page fits and has no fault, in every look', async () => {
  const outside = await site.openDesk(desk);
  const page = await atDesk(site, 'looker', 'administrator', { name: '名字特别特别特别长的一位管理员同志' });
  site.staff('long.name.that.does.not.end.at.all-0123456789-0123456789-012345', 'handler', {
    name: '欧阳'.repeat(20),
    county: 'ganzhou_etdz',
    unit: 'gz-industry-it',
  });
  for (const state of states) {
    for (const one of looks) await examine(state.before ? outside : page, state, one);
  }
  await leave(outside);
  await leave(page);
});

test('the password that is shown once fits, too', async () => {
  const page = await atDesk(site, 'once', 'administrator', { viewport: narrow });
  site.staff('once.more', 'supervisor', { name: '再来一次' });
  await go(site, page, '#/staff?q=once.more');
  await page.getByRole('row', { name: '再来一次' }).getByRole('link').click();
  await press(page, '重置密码');
  await press(page, '确定重置');
  await page.locator('.once-code').waitFor();
  await assertFits(page);
  assert.deepEqual(await violations(page), []);
  await press(page, '关怀版');
  await assertFits(page);
  await leave(page);
});

test('a first password in English', async () => {
  site.staff('english', 'clerk', { name: 'Anna', county: '360702' });
  const page = await site.openDesk(narrow);
  await press(page, 'English');
  await heading(page, 'Log in');
  await page.locator('#h-login').fill('english');
  await page.locator('#h-password').fill(FIRST);
  await press(page, 'Log in');
  await heading(page, 'First choose a password of your own');
  await soon.ok(async () => !/\p{Script=Han}/u.test(await page.locator('main').innerText()));
  assert.deepEqual(await violations(page), []);
  await leave(page);
});

test('without scripts the page says whom it is for', async () => {
  const context = await site.context({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.program.base}/hall.html`);
  await soon.match(() => page.locator('main').innerText(), /工作人员[^]*12345/);
  await context.close();
});

test('every word stands in both languages, once, and every word that is named exists', () => {
  const late = { ...peopleWords, ...policyWords, ...overviewWords, ...bulkWords, ...endingWords, ...watchWords };
  const all = {
    ...words,
    ...sheetWords,
    ...deskWords,
    ...accountWords,
    ...overWords,
    ...matterWords,
    ...auditWords,
    ...applicantWords,
    ...late,
  };
  const parts = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  for (const [key, pair] of Object.entries({
    ...deskWords,
    ...accountWords,
    ...overWords,
    ...matterWords,
    ...auditWords,
    ...applicantWords,
    ...late,
  })) {
    assert.ok(pair.length === 2 && pair[0] !== '' && pair[1] !== '', key);
    for (const part of parts(pair[1])) assert.ok(parts(pair[0]).includes(part), `${key}: {${part}}`);
  }
  for (const room of [words, keepWords, sheetWords])
    assert.deepEqual(
      Object.keys({ ...deskWords, ...accountWords, ...matterWords, ...auditWords, ...applicantWords, ...late }).filter(
        (key) => room[key],
      ),
      [],
    );
  assert.deepEqual(
    Object.keys(matterWords).filter((key) => deskWords[key]),
    [],
  );
  assert.deepEqual(
    Object.keys(late).filter((key) => deskWords[key] || matterWords[key] || applicantWords[key]),
    [],
  );
  assert.deepEqual(
    Object.keys(applicantWords).filter((key) => deskWords[key] || matterWords[key]),
    [],
  );
  const scripts = readdirSync('js/desk', { recursive: true }).filter(
    (path) => path.endsWith('.js') && path !== 'words.js',
  );
  assert.ok(scripts.length > 10);
  for (const path of scripts) {
    for (const [, key] of readFileSync(join('js/desk', path), 'utf8').matchAll(/\bt\('([^']+)'/g))
      assert.ok(all[key], `${path}: ${key}`);
  }
  const frame = readFileSync(join(process.env.TESTED_WEBROOT, 'hall.html'), 'utf8');
  for (const [, key] of frame.matchAll(/data-word(?:-label)?="([^"]+)"/g)) assert.ok(all[key], key);
});
