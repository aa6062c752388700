// What has changed since the last visit, on the start page and above the result: after other policies
// came, on a later day, in several tabs, and after a saved profile was opened.
import assert from 'node:assert/strict';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { violations } from './axe.mjs';
import { ready, save } from './keeping.mjs';
import { answered, assertFits, desk, leave, phone, record, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();
const KEY = 'policycalc.seen.1';
const real = process.env.TESTED_POLICIES;

/** A firm with a measure that is worth more under the next policies, and one that applies no longer. */
const firm = {
  district: { value: '360702' },
  quality_awards: { value: ['china_quality_award'] },
  rooftop_solar_plan: { value: true },
};
const other = { loan_need: { value: true } };

after(() => {
  process.env.TESTED_POLICIES = real;
});

async function edit(folder, file, from, to) {
  const text = await readFile(join(folder, file), 'utf8');
  assert.ok(text.includes(from), from);
  await writeFile(join(folder, file), text.replace(from, to));
}

/** Runs the service with other policies at the same address. */
async function serve(policies) {
  await site.program.stop();
  process.env.TESTED_POLICIES = policies;
  await site.program.run(site.program.port);
}

async function nextPolicies() {
  const folder = join(site.program.folder, 'next');
  await rm(folder, { recursive: true, force: true });
  await cp(real, folder, { recursive: true });
  await edit(folder, 'parameters.json', '"value": 3000000', '"value": 3500000');
  await edit(
    folder,
    'measures/11-quality.json',
    '"id": "11.1.1a",\n      "title": "',
    '"id": "11.1.1a",\n      "title": "（新）',
  );
  // An id that no reader reads.
  await edit(
    folder,
    'measures/25-green-development.json',
    '"units": ["gz-industry-it", "gz-ecology", ',
    '"units": ["gz-ecology", "gz-industry-it", ',
  );
  await edit(
    folder,
    'measures/25-green-development.json',
    '"fact": "rooftop_solar_plan", "is": true',
    '"fact": "rooftop_solar_plan", "is": false',
  );
  return folder;
}

const kept = (page) => page.evaluate((key) => JSON.parse(localStorage.getItem(key)), KEY);
const panel = (page) => page.locator('.since-panel');
const group = (page, way) => page.locator(`[data-since="${way}"]`);

/** A tab on the result, whose answers and result the device keeps. */
async function returning(entries, viewport = phone) {
  const page = await answered(site, viewport, entries);
  await page.goto(`${site.program.base}/#/check`);
  await page.getByLabel('在这台设备上保留回答').check();
  await page.goto(`${site.program.base}/#/result`);
  await page.locator('.result').waitFor();
  await soon.ok(async () => (await kept(page))?.catalogue !== undefined);
  return page;
}

/** The next visit: everything of the last one that only the tab or the page knew is gone. */
async function comeAgain(page, path = '/#/result') {
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(`${site.program.base}/favicon.svg`);
  await page.goto(site.program.base + path);
}

for (const viewport of [phone, desk]) {
  test(`after other policies came, the result says what has changed for the firm, at ${viewport.width} px`, async () => {
    await serve(real);
    const page = await returning(firm, viewport);
    const before = (await kept(page)).catalogue;
    await serve(await nextPolicies());
    await comeAgain(page, '/');
    const link = page.getByRole('link', { name: '看看有什么变化' });
    await link.waitFor();
    assert.deepEqual(await violations(page), []);
    await assertFits(page);
    await link.click();
    await panel(page).waitFor();
    await soon.match(() => panel(page).getByRole('heading').innerText(), /^自您上次来（\d+月\d+日）以来$/);
    await soon.match(() => group(page, 'up').innerText(), /300 万元 → 350 万元|300 万元 → .*350 万元/);
    assert.equal(await group(page, 'lost').locator('dd').count(), 1);
    await panel(page).locator('summary').click();
    await soon.match(() => page.locator('.since-changes').innerText(), /（新）/);
    // The name, and the amount once: with its measure, not with its figure again.
    assert.equal(await page.locator('.since-changes li').count(), 2);
    assert.deepEqual(await violations(page), []);
    await assertFits(page);
    assert.equal((await kept(page)).catalogue, before);
    await page.getByRole('button', { name: '知道了' }).click();
    await soon.equal(() => panel(page).count(), 0);
    assert.notEqual((await kept(page)).catalogue, before);
    await comeAgain(page);
    await page.locator('.result').waitFor();
    assert.equal(await panel(page).count(), 0);
    await leave(page);
  });
}

test('where nothing has changed for the firm, one line says so and is not repeated', async () => {
  await serve(real);
  const page = await returning(other);
  await serve(await nextPolicies());
  await comeAgain(page);
  await page.locator('.since-quiet').waitFor();
  assert.equal(await panel(page).count(), 0);
  const { hash } = await record(site, 'catalogue');
  await soon.equal(async () => (await kept(page)).catalogue, hash);
  await comeAgain(page);
  await page.locator('.result').waitFor();
  assert.equal(await page.locator('.since-quiet').count(), 0);
  await leave(page);
});

test('on a later day of the same policies a verdict that changed is told, and nothing else', async () => {
  await serve(real);
  const page = await returning(firm);
  await page.evaluate((key) => {
    const state = JSON.parse(localStorage.getItem(key));
    state.day = '2025-11-02';
    state.verdicts['11.1.1a'].verdict = 'undetermined';
    localStorage.setItem(key, JSON.stringify(state));
  }, KEY);
  await comeAgain(page);
  await soon.match(() => panel(page).getByRole('heading').innerText(), /2025年11月2日/);
  assert.equal(await panel(page).locator('dd').count(), 1);
  assert.equal(await panel(page).locator('summary').count(), 0);
  await page.getByRole('button', { name: '知道了' }).click();
  await page.evaluate((key) => {
    const state = JSON.parse(localStorage.getItem(key));
    localStorage.setItem(key, JSON.stringify({ ...state, day: '2025-11-02' }));
  }, KEY);
  await comeAgain(page);
  await page.locator('.result').waitFor();
  await soon.ok(async () => (await kept(page)).day !== '2025-11-02');
  assert.equal(await page.locator('.since > *').count(), 0);
  await leave(page);
});

test('answers given meanwhile are no change of policies', async () => {
  await serve(real);
  const page = await returning(firm);
  await page.evaluate(
    ([answers]) => {
      const all = JSON.parse(localStorage.getItem(answers));
      delete all.entries.rooftop_solar_plan;
      localStorage.setItem(answers, JSON.stringify(all));
    },
    ['policycalc.answers.1'],
  );
  await serve(await nextPolicies());
  await comeAgain(page);
  await panel(page).waitFor();
  assert.equal(await group(page, 'lost').count(), 0);
  assert.equal(await group(page, 'up').locator('dd').count(), 1);
  await leave(page);
});

test('what one tab has seen, the other shows no more; without the choice the device keeps nothing', async () => {
  await serve(real);
  const page = await returning(firm);
  await serve(await nextPolicies());
  await comeAgain(page);
  await panel(page).waitFor();
  const tab = await page.context().newPage();
  await tab.goto(`${site.program.base}/#/result`);
  await panel(tab).waitFor();
  await page.getByRole('button', { name: '知道了' }).click();
  await soon.equal(() => panel(tab).count(), 0);
  await tab.goto(`${site.program.base}/#/check`);
  await tab.getByLabel('在这台设备上保留回答').uncheck();
  assert.equal(await kept(tab), null);
  await leave(page);
});

test('without the choice nothing of the result is kept', async () => {
  const page = await answered(site, phone, firm);
  await page.locator('.result').waitFor();
  assert.equal(await kept(page), null);
  assert.equal(await page.evaluate((key) => sessionStorage.getItem(key), KEY), null);
  await leave(page);
});

test('a saved profile says what has changed since it was saved, also after a reload', async () => {
  await serve(real);
  const first = await ready(site, phone, firm);
  const code = await save(first);
  await leave(first);
  await serve(await nextPolicies());
  const page = await site.open(phone, '/favicon.svg');
  await page.goto(`${site.program.base}/#/resume/${code}`);
  await panel(page).waitFor();
  assert.equal(await group(page, 'up').locator('dd').count(), 1);
  assert.equal(await group(page, 'lost').locator('dd').count(), 1);
  await page.reload();
  await panel(page).waitFor();
  await page.getByRole('button', { name: '知道了' }).click();
  await page.reload();
  await page.locator('.result').waitFor();
  assert.equal(await panel(page).count(), 0);
  await leave(page);
});

test('where the earlier version cannot be read, the page says so, and the result is there', async () => {
  await serve(real);
  const page = await returning(firm);
  await page.evaluate((key) => {
    localStorage.setItem(key, JSON.stringify({ catalogue: `sha256:${'0'.repeat(64)}`, day: '2026-01-05' }));
  }, KEY);
  await comeAgain(page);
  await soon.match(() => panel(page).innerText(), /已算不出来/);
  assert.deepEqual(await violations(page), []);
  await page.getByRole('button', { name: '知道了' }).click();
  await soon.equal(() => panel(page).count(), 0);
  await leave(page);
});

test('in English and in the dark the panel is readable', async () => {
  await serve(real);
  const page = await returning(firm);
  await serve(await nextPolicies());
  await page.emulateMedia({ colorScheme: 'dark' });
  await comeAgain(page);
  await panel(page).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: /^Since your last visit/ }).waitFor();
  assert.deepEqual(await violations(page), []);
  await leave(page);
});
