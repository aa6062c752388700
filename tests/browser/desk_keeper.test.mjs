// The keeper's page: what runs out, versions with both names, differences, and the preview of the site.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { atDesk, go, heading, useDesk } from './desk.mjs';
import { look, looks } from './looks.mjs';
import { assertFits, desk, leave, phone } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const HASH = /sha256:[0-9a-f]{64}/;

/** Publishes a copy of the policies in which the first award ends; it waits for a second person. */
function propose() {
  const folder = join(site.program.folder, 'new');
  cpSync(process.env.TESTED_POLICIES, folder, { recursive: true });
  const file = join(folder, 'measures/11-quality.json');
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf('"to": null', text.indexOf('"id": "11.1.1a"'));
  writeFileSync(file, `${text.slice(0, at)}"to": "2999-06-30"${text.slice(at + '"to": null'.length)}`);
  const said = execFileSync(process.env.TESTED_PROGRAM, ['publish', folder, '--by', '李娜', '--why', '到期'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      POLICYCALC_DATABASE: join(site.program.folder, 'test.db'),
      POLICYCALC_SECOND_APPROVAL: 'true',
    },
  });
  return HASH.exec(said.slice(said.lastIndexOf('\nsha256:')))[0];
}

/** Lets the page have these answers in place of the service's. */
async function answers(page, upkeep, versions) {
  const json = (body) => ({ contentType: 'application/json', body: JSON.stringify(body) });
  await page.route('**/api/v1/hall/policies/upkeep', (route) => route.fulfill(json(upkeep)));
  await page.route('**/api/v1/hall/policies/versions', (route) => route.fulfill(json(versions)));
}

const TERMS = { soon_months: 6, urgent_days: 15, check_months: 12 };
const hashOf = (n) => `sha256:${String(n).padStart(64, '0')}`;

function many() {
  const title = '获得中国质量奖的，给予一次性奖励，名称很长以便看出表格会不会溢出';
  const upkeep = {
    today: '2026-11-30',
    terms: TERMS,
    ends: Array.from({ length: 60 }, (_, i) => ({
      kind: ['measure', 'parameter', 'check'][i % 3],
      id: `${i}.1.1`,
      title,
      last_day: '2026-12-10',
      urgent: i < 3,
    })),
    unchecked: Array.from({ length: 115 }, (_, i) => ({
      id: `${i}.2.1`,
      title,
      last_checked: i === 0 ? null : '2025-01-01',
    })),
    contacts: [
      { place: 'hall', unit: null, county: null, last_checked: null },
      { place: 'hall-360702', unit: null, county: '章贡区', last_checked: '2025-01-01' },
      { place: 'gz-finance', unit: '市财政局', county: null, last_checked: '2025-01-01' },
    ],
  };
  const versions = Array.from({ length: 60 }, (_, i) => ({
    number: i === 0 || i === 59 ? null : 60 - i,
    hash: hashOf(60 - i),
    state: ['waiting', 'in_use'][i] ?? (i === 59 ? 'withdrawn' : 'former'),
    way: i === 58 ? 'folder' : 'publish',
    at: '2026-11-25T01:30:00Z',
    by: i === 58 ? null : '李娜',
    approved_by: i === 1 ? '王芳' : null,
    why: i === 58 ? null : '换季，按新的文件调整了采购份额和上限',
    what: i === 58 ? null : 'parameter procurement.goods_services_ceiling periods 200万元 -> 250万元',
    kept: i < 40,
    withdrawn: i === 59 ? { at: '2026-11-25T02:30:00Z', by: '李娜', why: '写错了' } : null,
  }));
  return [upkeep, { served: hashOf(1), versions }];
}

test('a keeper sees what waits, how it differs, and the whole site by it', async () => {
  const page = await atDesk(site, 'keep.one', 'keeper');
  await page.getByText('政策维护：核对政策').waitFor();
  const waiting = propose();
  await page.getByRole('link', { name: '政策维护', exact: true }).click();
  await heading(page, '政策维护');
  const row = page.locator(`[data-version="${waiting}"]`);
  await row.getByText('等待批准').waitFor();
  await row.getByText('李娜').waitFor();
  await page.locator('[data-state="in_use"]').getByText('服务目录').waitFor();
  await page.locator('[data-upkeep="ends"]').waitFor();

  await row.getByRole('link', { name: '与正在使用的对比' }).click();
  const difference = page.locator('[data-difference="11.1.1a"]');
  await difference.getByText('2999-06-30').waitFor();
  await soon.match(() => difference.innerText(), /valid[^]*2024-03-13/);

  await page.locator('#preview-version').selectOption(waiting);
  await page.locator('#preview-day').fill('2026-12-24');
  const [shown] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: '打开预览' }).click(),
  ]);
  const banner = shown.locator('#preview');
  await banner.getByText('不是正式结果').waitFor();
  const asked = shown.waitForRequest((request) => request.url().includes('/api/v1/facts?'));
  await shown.goto(`${site.program.base}/#/form`);
  await shown.reload();
  assert.ok((await asked).url().includes(encodeURIComponent(waiting)));
  const match = shown.waitForRequest((request) => request.url().endsWith('/api/v1/match'));
  await shown.goto(`${site.program.base}/#/result`);
  await shown.reload();
  const { catalogue, as_of: day } = (await match).postDataJSON();
  assert.deepEqual([catalogue, day], [waiting, '2026-12-24']);

  await shown.goto(`${site.program.base}/measures/11.1.1a`);
  await banner.waitFor();
  await soon.match(() => shown.locator('main').innerText(), /2999-06-30/);
  for (const viewport of [phone, desk]) {
    await shown.setViewportSize(viewport);
    await assertFits(shown);
    assert.deepEqual(await violations(shown), []);
  }
  await shown.goto(`${site.program.base}/hall.html`);
  await soon.equal(() => banner.count(), 0);
  await shown.goto(`${site.program.base}/measures`);
  await banner.getByRole('link', { name: '结束预览' }).click();
  await shown.waitForURL(`${site.program.base}/`);
  await soon.equal(() => banner.count(), 0);
  await shown.goto(`${site.program.base}/measures/11.1.1a`);
  assert.doesNotMatch(await shown.locator('main').innerText(), /2999/);

  site.program.command('approve', waiting, '--by', '王芳');
  await go(site, page, '#/policies');
  await soon.match(async () => {
    await page.reload();
    return page.locator(`[data-version="${waiting}"]`).innerText();
  }, /正在使用[^]*李娜[^]*王芳/);
  await leave(page);
});

test('the page is empty or long, on a phone and a desk, without a fault', async () => {
  const page = await atDesk(site, 'keep.look', 'keeper');
  const empty = { today: '2026-11-30', terms: TERMS, ends: [], unchecked: [], contacts: [] };
  const cases = [
    [empty, { served: hashOf(1), versions: [] }, '没有快到期的'],
    [{ ...empty, terms: null }, { served: hashOf(1), versions: [] }, '没有写明提醒期限'],
    [...many(), '快到期（60）'],
  ];
  for (const [upkeep, versions, sign] of cases) {
    await answers(page, upkeep, versions);
    for (const viewport of [phone, desk]) {
      await page.setViewportSize(viewport);
      await go(site, page, '#/account');
      await go(site, page, '#/policies');
      await page.getByText(sign).first().waitFor();
      for (const fold of await page.locator('details[data-upkeep]').all()) {
        await fold.evaluate((element) => {
          element.open = true;
        });
      }
      await assertFits(page);
      assert.deepEqual(await violations(page), [], sign);
    }
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
  await leave(page);
});

test('the page fits and has no fault in every look', async () => {
  const page = await atDesk(site, 'keep.looks', 'keeper');
  await answers(page, ...many());
  for (const one of looks) {
    await look(page, one);
    await go(site, page, '#/policies');
    await page.reload();
    await page.locator('[data-version]').first().waitFor();
    await assertFits(page);
    assert.deepEqual(await violations(page), [], JSON.stringify(one));
  }
  await leave(page);
});

test('no other role has the page', async () => {
  const page = await atDesk(site, 'keep.clerk', 'clerk', { county: '360702' });
  assert.equal(await page.getByRole('link', { name: '政策维护', exact: true }).count(), 0);
  await go(site, page, '#/policies');
  await heading(page, '没有这一页的权限');
  await leave(page);
});
