// The pages that the server writes: every one of them read as a search engine does, and used without
// scripts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, assertFits, desk, leave, phone, record, useSite } from './site.mjs';
import { soon } from './soon.mjs';
import { servedAddress } from './js/company/served.js';

const PUBLIC = 'https://policy.test';
const MOST_BYTES = 30_000;

const site = useSite({ POLICYCALC_SECOND_FACTOR: 'off', POLICYCALC_PUBLIC_URL: PUBLIC });

const get = async (path, headers = { Accept: 'text/html' }) =>
  fetch(site.program.base + path, { headers, redirect: 'manual' });
const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);
const decoded = (text) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** The paths of the sitemap, without the start page, which is not written by the server. */
async function paths() {
  const xml = await (await get('/sitemap.xml')).text();
  const addresses = all(xml, /<loc>([^<]+)<\/loc>/g);
  for (const address of addresses) assert.ok(address.startsWith(`${PUBLIC}/`), address);
  return addresses.map((address) => address.slice(PUBLIC.length)).filter((path) => path !== '/');
}

test('the sitemap has every measure, unit and item, and each list', async () => {
  const listed = new Set(await paths());
  const { measures } = await record(site, 'measures');
  const { units } = await record(site, 'units');
  const { clauses } = await record(site, 'clauses');
  const expected = [
    '/measures',
    '/units',
    '/notice',
    '/documents',
    '/problems',
    '/developers',
    ...measures.map(({ id }) => `/measures/${id}`),
    ...units.map(({ id }) => `/units/${id}`),
    ...new Set(clauses.map(({ item }) => `/items/${item}`)),
  ];
  assert.deepEqual([...listed].sort(), expected.sort());
  assert.match(await (await get('/robots.txt')).text(), new RegExp(`^Sitemap: ${PUBLIC}/sitemap.xml$`, 'm'));
});

test('every page has what a search engine reads, needs no script, is small, and leads nowhere wrong', async () => {
  const links = new Set();
  const titles = new Map();
  for (const path of await paths()) {
    const response = await get(path);
    const html = await response.text();
    assert.equal(response.status, 200, path);
    assert.ok(Buffer.byteLength(html) < MOST_BYTES, `${path} has ${Buffer.byteLength(html)} bytes`);
    assert.equal(all(html, /(<h1)[ >]/g).length, 1, path);
    const [title] = all(html, /<title>([^<]+)<\/title>/g);
    assert.ok(title && !titles.has(title), `${path} has the title of ${titles.get(title)}`);
    titles.set(title, path);
    assert.equal(all(html, /<meta name="description" content="([^"]{10,})">/g).length, 1, path);
    assert.deepEqual(all(html, /<link rel="canonical" href="([^"]+)">/g), [PUBLIC + path]);
    assert.doesNotThrow(
      () => JSON.parse(all(html, /<script type="application\/ld\+json">([^]*?)<\/script>/g)[0]),
      path,
    );
    for (const name of ['og:title', 'og:description', 'og:url', 'og:image'])
      assert.match(html, new RegExp(`<meta property="${name}" content="[^"]+">`), path);
    // One script that adds large type, and none inline.
    assert.deepEqual(all(html, /<script(?! type="application\/ld\+json")([^>]*)>/g).length, 1, path);
    assert.doesNotMatch(html, / style=| on[a-z]+=|<style/, path);
    for (const href of all(html, / (?:href|src|action)="(\/[^"]*)"/g)) links.add(decoded(href).split('#')[0]);
    for (const place of all(html, / href="(\/documents#[^"]*)"/g)) links.add(decoded(place));
  }
  for (const link of links) {
    const response = await get(link);
    assert.equal(response.status, 200, link);
    const place = link.split('#')[1];
    if (place) assert.match(await response.text(), new RegExp(` id="${place}"`), link);
  }
});

test('style sheets are kept for good under their version', async () => {
  const html = await (await get('/measures')).text();
  const sheets = all(html, /<link rel="stylesheet" href="([^"]+)"/g);
  assert.equal(sheets.length, 5);
  for (const sheet of sheets) {
    assert.match(sheet, /\?v=/);
    assert.match((await get(sheet)).headers.get('Cache-Control'), /immutable/);
  }
});

test('without scripts a reader searches, narrows and reads on', async () => {
  const context = await site.context({ viewport: phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.program.base);
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '全部措施' }).click();
  await page.getByLabel('搜索措施').fill('贷款 社保');
  await page.getByRole('button', { name: '搜索' }).click();
  await page.locator('.hits').getByText('没有找到与“社保”有关的').waitFor();
  await page.getByLabel('类型').selectOption('service');
  await page.getByRole('button', { name: '筛选' }).click();
  assert.match(decodeURIComponent(page.url()), /q=贷款[+ ]社保&topic=&kind=service/);
  const first = page.locator('.entry h2 a').first();
  const title = await first.innerText();
  await first.click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.locator('.unit-link').first().click();
  await page.locator('h1').waitFor();
  await page.getByRole('link', { name: '全部措施' }).first().click();
  await page.getByLabel('搜索措施').fill('减税');
  await page.getByLabel('搜索措施').press('Enter');
  await page.getByRole('heading', { name: '通知里没有与“减税”有关的措施' }).waitFor();
  await page.locator('.found-none').getByRole('link', { name: '贷款融资' }).click();
  await page.locator('.entry').first().waitFor();
  await context.close();
});

test('old addresses lead to the served pages, and Back leads past them', async () => {
  for (const [hash, address] of [
    ['#/measures/8.1.b', '/measures/8.1.b'],
    ['#/measures?topic=finance&q=贷款', '/measures?topic=finance&q=%E8%B4%B7%E6%AC%BE'],
    ['#/measures', '/measures'],
    ['#/units/gz-finance', '/units/gz-finance'],
    ['#/units?level=county', '/units?level=county'],
    ['#/notice', '/notice'],
    ['#/notice/8', '/items/8'],
    ['#/notice/8.1.b', '/items/8#8.1.b'],
    ['#/documents/gz-2024-2', '/documents#gz-2024-2'],
    ['#/notice/99.9', '/items/99#99.9'],
    ['#/measures/%3Cimg%20src=x%3E', '/measures/%3Cimg%20src%3Dx%3E'],
  ]) {
    const page = await site.open(phone, '/favicon.svg');
    await page.goto(`${site.program.base}/${hash}`);
    await page.locator('[data-pages], .not-found').first().waitFor();
    await soon.equal(() => page.url(), site.program.base + address);
    await soon.equal(() => page.locator('main img').count(), 0);
    await page.goBack();
    await soon.equal(() => page.url(), `${site.program.base}/favicon.svg`);
    await leave(page);
  }
});

test('an argument with a query keeps its path', () => {
  const query = new URLSearchParams('a=1');
  assert.equal(servedAddress('measures', '8.1.b', query), '/measures/8.1.b');
  assert.equal(servedAddress('notice', '8', query), '/items/8');
  assert.equal(servedAddress('units', '', query), '/units?a=1');
});

test('an unknown address gives a person a page and a program a problem', async () => {
  for (const path of ['/nonsense', '/hall/', '/form', '/measures/11.99', '/units/nobody', '/items/99']) {
    const response = await get(path);
    assert.equal(response.status, 404, path);
    assert.match(response.headers.get('Content-Type'), /^text\/html/, path);
    assert.match(await response.text(), /<meta name="robots" content="noindex">/, path);
  }
  for (const [path, accept] of [
    ['/nonsense', 'application/json'],
    ['/api/v1/nonsense', 'text/html'],
    ['/api/v1/measures/11.99', 'text/html'],
  ]) {
    const response = await get(path, { Accept: accept });
    assert.equal(response.status, 404, path);
    assert.equal(response.headers.get('Content-Type'), 'application/problem+json', path);
  }
});

test('large type is kept from page to page and fits a phone', async () => {
  const page = await site.open(phone, '/measures/8.1.b');
  await page.getByRole('button', { name: '关怀版' }).click();
  await page.locator('html[data-care]').waitFor({ state: 'attached' });
  for (const path of ['/units', '/measures?q=贷款', '/items/11', '/nonsense']) {
    await page.goto(site.program.base + path);
    await page.locator('html[data-care]').waitFor({ state: 'attached' });
    await assertFits(page);
  }
  await page.goto(site.program.base);
  await page.locator('html[data-care]').waitFor({ state: 'attached' });
  await leave(page);
});

test('a result leads to the served pages and is there again on return', async () => {
  const page = await answered(site, desk, {
    district: { value: '360702' },
    quality_awards: { value: ['china_quality_award'] },
  });
  const link = page.locator('.card-title a[href="/measures/11.1.1a"]');
  await link.click();
  await page.locator('.whole').waitFor();
  await soon.equal(() => new URL(page.url()).pathname, '/measures/11.1.1a');
  await page.goBack();
  await link.waitFor();
  await leave(page);
});

test('the picture for a shared link is small and square', async () => {
  for (const [path, size, most] of [
    ['/icon-512.png', 512, 20_000],
    ['/apple-touch-icon.png', 180, 20_000],
  ]) {
    const bytes = Buffer.from(await (await get(path)).arrayBuffer());
    assert.ok(bytes.length < most, path);
    assert.equal(bytes.readUInt32BE(16), size, path);
    assert.equal(bytes.readUInt32BE(20), size, path);
  }
});
