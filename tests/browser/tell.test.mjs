// Reporting an error, and looking up the state of a report.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { addresses, assertHidden, WRONG_CODE, shownCode } from './keeping.mjs';
import { assertFits, desk, hold, leave, phone, record, useSite } from './site.mjs';
import { soon } from './soon.mjs';
import { show } from './states.mjs';

const site = useSite();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const message = (page) => page.getByRole('textbox', { name: '想说的话' });
const hostile = '<img src=x onerror="document.title=1"><script>1</script>\u202e😀';

const open = (address, viewport = phone) => show(site, { address, sign: '.tell-form, .told-page' }, viewport);

/** Collects the bodies that the page sends from now on. */
function sentBodies(page) {
  const bodies = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/feedback')) bodies.push(request.postDataJSON());
  });
  return bodies;
}

for (const [viewport, kind, label] of [
  [phone, 'error', '信息有误'],
  [desk, 'objection', '我有异议'],
  [phone, 'suggestion', '建议'],
]) {
  test(`${kind} on a measure is sent with it, and its query code shows its state`, async () => {
    const page = await open('#/tell/11.1.1a', viewport);
    const asked = addresses(page);
    const bodies = sentBodies(page);
    const { hash } = await record(site, 'catalogue');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('radio', { name: label }).check();
    await message(page).fill('  奖金写错了。\n应是另一个数。');
    await page.getByRole('textbox', { name: '联系方式' }).fill(' shop@example.com ');
    await button(page, '发出').click();
    await page.getByRole('heading', { level: 1, name: '反馈进展' }).waitFor();
    assert.deepEqual(bodies, [
      {
        kind,
        measure: '11.1.1a',
        catalogue: hash,
        message: '  奖金写错了。\n应是另一个数。',
        contact: 'shop@example.com',
      },
    ]);
    await soon.match(() => page.locator('.told-reference').innerText(), /^F-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
    const code = await shownCode(page);
    await page.getByRole('textbox', { name: '查询码' }).fill(code.toLowerCase().replaceAll('-', ' '));
    await button(page, '查看进展').click();
    await page.locator('.told-state', { hasText: '已收到，还没有开始处理' }).waitFor();
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    await assertHidden(page, code, asked);
    await leave(page);
  });
}

test('what the people who handle it do shows under the query code, and they read what was written', async () => {
  const page = await open('#/tell');
  await message(page).fill('页面上的电话打不通');
  await button(page, '发出').click();
  const reference = await page.locator('.told-reference').innerText();
  const code = await shownCode(page);
  assert.match(site.program.command('feedback', 'show', reference), /页面上的电话打不通/);
  for (const [state, said] of [
    ['in_progress', '正在处理'],
    ['answered', '已处理完'],
    ['declined', '已看过，没有采纳'],
  ]) {
    site.program.command('feedback', 'set', reference, state);
    await page.getByRole('textbox', { name: '查询码' }).fill(code);
    await button(page, '查看进展').click();
    await page.locator('.told-state', { hasText: said }).waitFor();
  }
  await leave(page);
});

test('in general it is a suggestion about no measure, and Back does not lead to a sent form', async () => {
  const page = await open('#/told');
  await page.getByRole('contentinfo').getByRole('link', { name: '告诉我们' }).click();
  await message(page).waitFor();
  const bodies = sentBodies(page);
  await message(page).fill(hostile);
  await button(page, '发出').click();
  await page.locator('.told-reference').waitFor();
  assert.deepEqual(
    [bodies[0].kind, bodies[0].measure, bodies[0].message, bodies[0].contact],
    ['suggestion', null, hostile, null],
  );
  await soon.equal(() => page.locator('main img, main script').count(), 0);
  await page.goto(`${site.program.base}/#/tell`);
  await soon.equal(() => message(page).inputValue(), '');
  await message(page).fill('再说一件');
  await button(page, '发出').click();
  await page.getByText('这次发出的其他反馈').click();
  await soon.equal(() => page.locator('.told-reference').count(), 2);
  await leave(page);
});

test('a receipt that comes after leaving the page waits on its page and does not lead back', async () => {
  const page = await open('#/tell');
  const held = await hold(page, '**/api/v1/feedback');
  await message(page).fill('再说一件');
  await button(page, '发出').click();
  await held.asked;
  await page.goto(`${site.program.base}/#/save`);
  await page.locator('.keep').waitFor();
  held.release();
  await page.waitForFunction(() => sessionStorage.getItem('policycalc.told.1'));
  await soon.equal(() => page.evaluate(() => location.hash), '#/save');
  await page.goto(`${site.program.base}/#/told`);
  await page.locator('.told-reference').waitFor();
  await leave(page);
});

test('what is too long is kept whole and named; the last character that fits is sent', async () => {
  const page = await open('#/tell/11.1.1a', { width: 320, height: 700 });
  const bodies = sentBodies(page);
  const long = hostile.repeat(200);
  assert.ok(long.length > 10000);
  await message(page).fill(long);
  await button(page, '发出').click();
  await page.locator('.field-issues', { hasText: `超出 ${[...long].length - 2000} 字` }).waitFor();
  await soon.equal(() => message(page).inputValue(), long);
  await assertFits(page);
  assert.deepEqual(await violations(page), []);
  await message(page).fill('😀'.repeat(2001));
  await page.locator('.field-issues', { hasText: '超出 1 字' }).waitFor();
  await button(page, '发出').click();
  assert.deepEqual(bodies, []);
  await message(page).fill('😀'.repeat(2000));
  await page.locator('.field-issues', { hasText: '超出' }).waitFor({ state: 'detached' });
  await soon.match(() => page.locator('.tell-count').innerText(), /2000 \/ 2000/);
  await page.getByRole('textbox', { name: '联系方式' }).fill('x'.repeat(201));
  await button(page, '发出').click();
  await page.locator('.field-issues', { hasText: '联系方式最多 200 个字，超出 1 个' }).waitFor();
  assert.deepEqual(bodies, []);
  await page.getByRole('textbox', { name: '联系方式' }).fill('x'.repeat(200));
  await button(page, '发出').click();
  await page.locator('.told-reference').waitFor();
  assert.equal(bodies.length, 1);
  await leave(page);
});

test('what shows nothing is not sent', async () => {
  const page = await open('#/tell');
  const bodies = sentBodies(page);
  for (const blank of ['', ' \n\u3000', '\u200b\u202e']) {
    await message(page).fill(blank);
    await button(page, '发出').click();
    await page.locator('.field-issues', { hasText: '请写下想说的话' }).waitFor();
  }
  await soon.equal(() => message(page).evaluate((element) => element === document.activeElement), true);
  assert.deepEqual(bodies, []);
  await leave(page);
});

test('a draft stays over a reload, another page, the other language and a stop of the service', async () => {
  const page = await open('#/tell/11.1.1a');
  await page.getByRole('radio', { name: '我有异议' }).check();
  await message(page).fill(hostile);
  await page.reload();
  await message(page).waitFor();
  await soon.equal(() => message(page).inputValue(), hostile);
  await page.goto(`${site.program.base}/#/tell`);
  await page.getByText('说的是某一项措施？').waitFor();
  await soon.equal(() => message(page).inputValue(), '', 'each measure has its own draft');
  await page.goBack();
  await page.getByRole('radio', { name: '我有异议' }).waitFor();
  await soon.equal(() => page.getByRole('radio', { name: '我有异议' }).isChecked(), true);
  await button(page, 'English').click();
  const english = page.getByRole('textbox', { name: 'Your message' });
  await english.waitFor();
  await soon.equal(() => english.inputValue(), hostile);
  await button(page, '中文').click();
  await message(page).waitFor();
  const { port } = site.program;
  await site.program.stop();
  await button(page, '发出').click();
  await page.getByRole('heading', { name: '暂时连不上服务' }).waitFor();
  await soon.equal(() => message(page).inputValue(), hostile);
  await site.program.run(port);
  await button(page, '重试').click();
  await page.locator('.told-reference').waitFor();
  await leave(page);
});

test('each measure links to the form', async () => {
  const page = await show(site, { address: 'measures/8.1.b', sign: '.whole' }, phone);
  await page.getByRole('link', { name: '信息有误 / 我有异议' }).click();
  await page.locator('.tell-about', { hasText: '8.1.b' }).waitFor();
  await page.getByRole('link', { name: '查看已发出的进展' }).click();
  await page.getByRole('link', { name: '再说一件' }).click();
  await message(page).waitFor();
  await leave(page);
});

test('an unknown measure is named, and a report can be sent all the same', async () => {
  const page = await open('#/tell/99.9.z');
  await page.getByRole('heading', { name: '没有找到这项措施' }).waitFor();
  await message(page).fill('链接打不开');
  await button(page, '发出').click();
  await page.locator('.told-reference').waitFor();
  await leave(page);
});

test('what the service refuses is named and kept', async () => {
  const page = await open('#/tell');
  await page.route('**/api/v1/feedback', (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        title: 'x',
        status: 400,
        issues: [{ pointer: '/message', code: 'x', message: 'a <b>reason</b>' }],
      }),
    }),
  );
  await message(page).fill('内容');
  await button(page, '发出').click();
  await page.locator('.notice-issues li', { hasText: 'a <b>reason</b>' }).waitFor();
  await soon.equal(() => message(page).inputValue(), '内容');
  await leave(page);
});

test('a query code that shows nothing gets one polite answer; asked to wait, it says until when', async () => {
  const page = await open('#/told');
  await soon.equal(() => page.locator('.told-reference').count(), 0);
  const field = page.getByRole('textbox', { name: '查询码' });
  await field.fill('ABC');
  await button(page, '查看进展').click();
  await page.locator('.field-issues', { hasText: '现在是 3 个' }).waitFor();
  await field.fill(WRONG_CODE);
  await button(page, '查看进展').click();
  await page.getByRole('heading', { name: '用这个查询码没有查到' }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.route('**/api/v1/feedback/state', (route) =>
    route.fulfill({
      status: 429,
      headers: { 'Retry-After': '600' },
      contentType: 'application/problem+json',
      body: '{"title":"x","status":429}',
    }),
  );
  await button(page, '查看进展').click();
  await page.getByText('请过 10 分钟').waitFor();
  await soon.equal(() => field.inputValue(), WRONG_CODE);
  await leave(page);
});
