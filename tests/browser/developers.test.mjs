// The trial on the page for developers: it sends a profile and explains the answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsInLightAndDark } from './axe.mjs';
import { assertFits, desk, leave, phone, record, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();

async function trial(viewport) {
  const page = await site.open(viewport, '/developers');
  const send = async (text) => {
    await page.getByRole('textbox').fill(text);
    await page.getByRole('button', { name: '发送' }).click();
    await soon.ok(() => page.getByRole('button', { name: '发送' }).isEnabled());
  };
  return { page, send, answer: page.locator('.try-answer') };
}

test('the answer is explained: titles, reasons and clauses in both languages, and the whole answer', async () => {
  const { page, send, answer } = await trial(phone);
  await send('{"district": "360702", "entity_type": "company", "quality_awards": ["china_quality_award"]}');
  await soon.match(() => answer.textContent(), /^符合 \d+，待认定 \d+，还缺情况 \d+，不符合 \d+。 eligible \d+, /);
  const { measures } = await record(site, 'measures');
  const titles = new Set(measures.flatMap(({ title, title_en: english }) => [title, english]));
  for (const title of await answer.locator('li > a, li > .en-line').allTextContents())
    assert.ok(titles.has(title), title);
  const reasons = await answer.locator('.try-why').allTextContents();
  assert.ok(reasons.length > 5, reasons.join());
  for (const reason of reasons) assert.match(reason, /。依据：.+ Source: .+/);
  assert.ok(reasons.some((reason) => /^还缺：.+Missing: .+\([a-z_, ]+\)\./.test(reason)));
  const whole = JSON.parse(await answer.locator('details pre').textContent());
  assert.equal(whole.detail, 'core');
  assert.equal(whole.matches.length, measures.length);
  await assertFits(page);
  await leave(page);
});

test('each link leads to the page of its measure', async () => {
  const { page, send, answer } = await trial(desk);
  await send('{"district": "360702"}');
  await soon.ok(() => answer.locator('li a').count());
  const link = answer.locator('li a').first();
  const title = await link.textContent();
  await link.click();
  await soon.equal(
    () =>
      page
        .locator('h1')
        .first()
        .textContent()
        .then((text) => text.includes(title)),
    true,
  );
  await leave(page);
});

test('a refusal names each fault and its page', async () => {
  const { page, send, answer } = await trial(phone);
  await send('{"distrikt": "360702", "employees": -1}');
  await soon.deepEqual(() => answer.locator('li code').allTextContents(), ['/profile/distrikt', '/profile/employees']);
  assert.deepEqual(await answer.locator('a').evaluateAll((links) => links.map((one) => one.getAttribute('href'))), [
    '/problems/invalid_request',
    '/problems/unknown_fact',
    '/problems/negative',
  ]);
  assert.match(await answer.textContent(), /没有这个事实.*district.*is not a fact/);
  await assertFits(page);
  await leave(page);
});

test('what is not JSON is not sent', async () => {
  const { page, send, answer } = await trial(phone);
  let sent = 0;
  page.on('request', (request) => (sent += request.url().endsWith('/match') ? 1 : 0));
  await send('{"district": ');
  await soon.match(() => answer.textContent(), /^这不是 JSON：.*This is not JSON: /);
  assert.equal(sent, 0);
  await leave(page);
});

test('a service that is away is told', async () => {
  const { page, send, answer } = await trial(phone);
  await page.route('**/api/v1/match', (route) => route.abort());
  await send('{}');
  await soon.match(() => answer.textContent(), /^连不上服务.*cannot be reached/);
  await leave(page);
});

test('the page and an answer have no fault that axe-core knows, in light and dark', async () => {
  const { page, send, answer } = await trial(phone);
  await send('{"district": "360702"}');
  await soon.ok(() => answer.locator('.try-why').count());
  await answer.locator('summary').click();
  assert.deepEqual(await violationsInLightAndDark(page), []);
  await leave(page);
});
