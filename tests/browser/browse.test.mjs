// The pages to browse: measures, units, the notice's table.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFits, desk, leave, phone, record, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();
const entries = (page) => page.locator('.entry');
const titles = (page) => page.locator('.entry h2').allInnerTexts();

test('the form loads nothing of the pages to browse in, and they load with the first visit', async () => {
  const page = await site.open();
  const paths = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  await page.reload();
  await page.locator('form').waitFor();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(
    paths.filter((path) => path.includes('browse')),
    [],
  );
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '全部措施' }).click();
  await entries(page).first().waitFor();
  assert.ok(paths.includes('/css/browse.css') && paths.includes('/js/company/browse/measures.js'));
  await soon.equal(() => page.locator('.masthead-nav [aria-current]').innerText(), '全部措施');
  await soon.equal(() => page.title(), '全部措施');
  await leave(page);
});

test('filters in the address give what the API gives, through a reload too', async () => {
  const page = await site.open(desk);
  const links = [
    'item=8',
    'chapter=3',
    'unit=gz-finance',
    'topic=finance',
    'kind=right',
    'chapter=3&kind=service&unit=gz-finance',
  ];
  for (const query of links) {
    const { measures } = await record(site, `measures?${query}`);
    await page.goto(`${site.program.base}/#/measures?${query}`);
    await page.reload();
    await page.locator('.hits').waitFor();
    await soon.deepEqual(
      () => titles(page),
      measures.map(({ title }) => title),
      query,
    );
    await soon.match(() => page.locator('.hits').innerText(), new RegExp(` ${measures.length} 项`), query);
  }
  await leave(page);
});

test('what every company gets is folded under one line until the reader searches', async () => {
  const page = await site.open(phone);
  const { measures } = await record(site, 'measures');
  const marked = measures.map((measure, at) => ({ ...measure, universal: at < 3 }));
  await page.route('**/api/v1/measures', (route) => route.fulfill({ json: { measures: marked } }));
  await page.goto(`${site.program.base}/#/measures`);
  await page.locator('.universal > summary').getByText('每家企业都能用的 3 项服务').waitFor();
  await soon.equal(() => page.locator('.entry:visible').count(), measures.length - 3);
  await page.locator('.universal > summary').click();
  await soon.equal(() => page.locator('.entry:visible').count(), measures.length);
  await page.getByLabel('搜索措施').fill(marked[0].title);
  await page.locator('.entry:visible h2', { hasText: marked[0].title }).first().waitFor();
  await soon.equal(() => page.locator('.universal').count(), 0);
  await leave(page);
});

test('the search finds every measure of a unit, of an item and of a place in it', async () => {
  const page = await site.open(phone, '/#/measures');
  await entries(page).first().waitFor();
  const { measures } = await record(site, 'measures');
  const byUnit = measures.filter(({ units }) => units.some(({ name }) => name.includes('市市场监管局')));
  assert.ok(byUnit.length > 10);
  for (const [words, n] of [
    ['市市场监管局', byUnit.length],
    ['第11项', measures.filter(({ item }) => item === 11).length],
    ['11.1', measures.filter(({ id }) => /^11\.1(?!\d)/.test(id)).length],
  ]) {
    await page.getByLabel('搜索措施').fill(words);
    await page.locator('.hits').getByText(`找到 ${n} 项`).waitFor();
  }
  await leave(page);
});

test('a word without results is named; a search for it only says that the notice has no such measure', async () => {
  const page = await site.open(phone, '/#/measures?q=融资 <b>难</b>');
  await page.locator('.hits').getByText('没有找到与“<b>难</b>”有关的').waitFor();
  await soon.ok(async () => (await entries(page).count()) > 0);
  for (const word of ['社保', '减税', '贴息']) {
    await page.getByLabel('搜索措施').fill(word);
    await page.getByRole('heading', { name: `通知里没有与“${word}”有关的措施` }).waitFor();
    await soon.equal(
      () => page.locator('.found .notice').getByRole('link', { name: '12345' }).getAttribute('href'),
      'tel:12345',
    );
  }
  await leave(page);
});

test('choosing narrows at once, and Back takes the choice back', async () => {
  const page = await site.open(phone, '/#/measures');
  await entries(page).first().waitFor();
  const all = await entries(page).count();
  await page.getByLabel('类型').selectOption('right');
  const { measures } = await record(site, 'measures?kind=right');
  await soon.equal(() => entries(page).count(), measures.length);
  await soon.match(() => page.url(), /#\/measures\?kind=right$/);
  await soon.match(
    () => page.getByLabel('类型').locator('option:checked').innerText(),
    new RegExp(`权利（${measures.length}）`),
  );
  await page.goBack();
  await page.waitForFunction((count) => document.querySelectorAll('.entry').length === count, all);
  await soon.equal(() => page.getByLabel('类型').inputValue(), '');
  await page.goForward();
  await page.waitForFunction((count) => document.querySelectorAll('.entry').length === count, measures.length);
  await leave(page);
});

test('from a measure Back leads to the list as it was', async () => {
  const page = await site.open(phone, '/#/measures');
  await page.getByLabel('搜索措施').fill('贷款');
  await page.locator('.hits').getByText('找到').waitFor();
  const wanted = await titles(page);
  await entries(page).nth(3).locator('h2 a').scrollIntoViewIfNeeded();
  const scroll = await page.evaluate(() => window.scrollY);
  await entries(page).nth(3).locator('h2 a').click();
  await page.getByRole('heading', { level: 1, name: wanted[3] }).waitFor();
  await soon.equal(() => page.evaluate(() => window.scrollY), 0);
  await soon.equal(() => page.evaluate(() => document.activeElement.tagName), 'H1');
  await page.goBack();
  await entries(page).first().waitFor();
  await soon.deepEqual(() => titles(page), wanted);
  await soon.equal(() => page.getByLabel('搜索措施').inputValue(), '贷款');
  await page.waitForFunction((y) => Math.abs(window.scrollY - y) < 2, scroll);
  await leave(page);
});

test('nothing found says so and offers the way out', async () => {
  const page = await site.open(phone, '/#/measures?q=没有这种措施&topic=nowhere');
  await page.getByRole('heading', { name: '没有符合这些条件的措施' }).waitFor();
  await soon.match(() => page.locator('.hits').innerText(), /找到 0 项/);
  await assertFits(page);
  await page.locator('.notice').getByRole('button', { name: '清除筛选' }).click();
  const { measures } = await record(site, 'measures');
  await soon.equal(() => entries(page).count(), measures.length);
  await soon.equal(() => page.getByLabel('搜索措施').inputValue(), '');
  await soon.equal(() => page.evaluate(() => location.hash), '#/measures');
  await leave(page);
});

test('a measure past its end is marked in the list', async () => {
  const page = await site.open(phone, '/#/measures?item=16');
  const ended = (await record(site, 'measures?item=16')).measures.filter(({ valid }) => valid.to === '2024-12-31');
  assert.ok(ended.length > 0);
  await page.locator('.entry', { hasText: ended[0].title }).getByText('有效期到 2024-12-31 为止').waitFor();
  await leave(page);
});

test('units are listed by level and found by any of their names', async () => {
  const page = await site.open(phone, '/#/units');
  const { units } = await record(site, 'units');
  await page.locator('.unit-list').first().waitFor();
  await soon.equal(() => page.locator('.unit-list li').count(), units.length);
  await assertFits(page);
  const hidden = units.find(({ name, aliases }) => aliases.some((alias) => !alias.includes(name)));
  const alias = hidden.aliases.find((one) => !one.includes(hidden.name));
  await page.getByLabel('搜索单位').fill(alias);
  await page.locator('.unit-list li', { hasText: hidden.name }).getByText(`也称：${alias}`).waitFor();
  await soon.match(() => decodeURIComponent(page.url()), new RegExp(`q=${alias}`));
  await page.getByLabel('搜索单位').fill('没有这个单位');
  await page.getByRole('heading', { name: '没有找到这个名称' }).waitFor();
  await page.getByLabel('搜索单位').fill('');
  await page.getByRole('button', { name: /县（市、区）/ }).click();
  await soon.equal(() => page.locator('.unit-list li').count(), units.filter(({ level }) => level === 'county').length);
  await page.reload();
  await page.locator('.unit-list').first().waitFor();
  await soon.equal(() => page.getByRole('button', { name: /县（市、区）/ }).getAttribute('aria-pressed'), 'true');
  await page.goBack();
  await page.waitForFunction((count) => document.querySelectorAll('.unit-list li').length === count, units.length);
  await leave(page);
});

test('the table holds every item, cell and clause; internal work is not a link and says why', async () => {
  const page = await site.open(phone, '/#/notice');
  const { clauses } = await record(site, 'clauses');
  await page.locator('.item').first().waitFor();
  await soon.equal(() => page.locator('.item').count(), new Set(clauses.map(({ item }) => item)).size);
  await soon.equal(
    () => page.locator('.cell').count(),
    new Set(clauses.map(({ item, cell }) => `${item}/${cell}`)).size,
  );
  await soon.deepEqual(
    () => page.locator('.clause').evaluateAll((all) => all.map((one) => one.dataset.place)),
    clauses.map(({ id }) => id),
  );
  const internal = clauses.filter(({ kind }) => kind === 'internal');
  const greyed = page.locator('.clause-internal');
  await soon.equal(() => greyed.count(), internal.length);
  await soon.equal(() => greyed.locator('.clause-title a').count(), 0);
  for (const [index, text] of (await greyed.locator('.clause-text').allInnerTexts()).entries())
    assert.equal(text, internal[index].why_internal);
  await assertFits(page);
  await leave(page);
});

test('the table names the units of each clause, at the clause or at its cell', async () => {
  const page = await site.open(desk, '/#/notice');
  const { clauses } = await record(site, 'clauses');
  await page.locator('.item').first().waitFor();
  const shown = await page
    .locator('.clause')
    .evaluateAll((all) =>
      all.map((one) =>
        [
          ...(one.querySelector('.units') ?? one.closest('.cell').querySelector(':scope > .units')).querySelectorAll(
            'a',
          ),
        ].map((link) => link.textContent),
      ),
    );
  assert.deepEqual(
    shown,
    clauses.map(({ units }) => units.map(({ name }) => name)),
  );
  await leave(page);
});

test('a link goes to its place in the table, by item and by clause', async () => {
  for (const place of ['8', '36', '8.1.b']) {
    const page = await site.open(phone, `/#/notice/${place}`);
    await page.locator('.sought').waitFor();
    await soon.equal(() => page.evaluate(() => document.activeElement.dataset.place), place);
    await soon.ok(
      () =>
        page.locator('.sought').evaluate((element) => {
          const { top } = element.getBoundingClientRect();
          return top >= 0 && top < innerHeight;
        }),
      place,
    );
    await leave(page);
  }
  const page = await site.open(phone, '/#/notice/99.9');
  await page.getByRole('heading', { name: '通知里没有“99.9”这一处' }).waitFor();
  await leave(page);
});
