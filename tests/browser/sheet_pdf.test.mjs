// The sheet as a PDF, which the service makes: what is sent, what comes, and what is said when it fails.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { textOf } from './pdf.mjs';
import { CODE, kept, sheetOf, shop } from './sheet.mjs';
import { assertFits, hold, leave, phone, useSite } from './site.mjs';

const site = useSite();

// A tab with answers, at `hash`. `marks`: what the firm does about measures.
async function tabAt(hash, { marks = null, english = false } = {}) {
  const page = await site.open(phone, '/favicon.svg');
  await page.evaluate(
    ([entries, todo, language]) => {
      sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries }));
      if (todo) sessionStorage.setItem('policycalc.todo.1', JSON.stringify(todo));
      localStorage.setItem('policycalc.preferences.1', JSON.stringify(language ? { language } : {}));
    },
    [shop, marks, english ? 'en' : null],
  );
  await page.goto(`${site.program.base}/${hash}`);
  await page.locator('[data-pdf]').waitFor();
  return page;
}

// Presses the button and gives the name and the text of the file.
async function downloaded(page) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-pdf]').click()]);
  return { name: file.suggestedFilename(), flow: await textOf(await readFile(await file.path())) };
}

// The ids of the rows that the page's sheet prints whole.
const rowsOf = (page) =>
  page
    .locator('.sheet-measures [data-measure]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-measure')));

test('the sheet as a PDF has the rows of the page in their order', async () => {
  const page = await tabAt('#/sheet');
  const rows = await rowsOf(page);
  const titles = await page.locator('.sheet-measure').allTextContents();
  const { name, flow } = await downloaded(page);
  assert.match(name, /^惠企政策一次性告知单-\d{4}-\d\d-\d\d\.pdf$/);
  assert.ok(flow.includes('企业：章贡区老街面馆'.normalize('NFKC')));
  let last = -1;
  for (const title of titles) {
    const at = flow.indexOf(title.normalize('NFKC').replace(/\s+/g, ''), last + 1);
    assert.ok(at > last, `${title} comes later`);
    last = at;
  }
  assert.equal(rows.length, titles.length);
  assert.match(await page.locator('.sheet-pdf').textContent(), /已下载/);
  await leave(page);
});

test('what the firm has marked comes, with its state, also from the result', async () => {
  const page = await tabAt('#/sheet');
  const [first, second] = await rowsOf(page);
  await leave(page);
  const result = await tabAt('#/result', { marks: { [first]: 'wanted', [second]: 'applied' } });
  const sent = result.waitForRequest('**/api/v1/sheet');
  const { flow } = await downloaded(result);
  const body = (await sent).postDataJSON();
  assert.deepEqual([...body.measures].sort(), [first, second].sort());
  assert.deepEqual(body.marks, { [first]: 'wanted', [second]: 'applied' });
  assert.ok(flow.includes('我要办的'));
  assert.ok(flow.includes('■已申请'));
  await leave(result);
});

test('the code of saved answers is sent for the PDF while they are the saved ones', async () => {
  for (const [saved, code] of [
    [kept, CODE],
    [{ ...kept, content: 'of other answers' }, undefined],
    [null, undefined],
  ]) {
    const page = await sheetOf(site, shop, { saved });
    const sent = page.waitForRequest('**/api/v1/sheet');
    await downloaded(page);
    assert.equal((await sent).postDataJSON().code, code);
    await leave(page);
  }
});

test('parts that are not printed are not in the PDF either', async () => {
  const page = await tabAt('#/sheet?without=map,near,hall');
  const { flow } = await downloaded(page);
  assert.ok(!flow.includes('政策地图'));
  assert.ok(!flow.includes('先去这个窗口'));
  await leave(page);
});

test('an English page downloads an English sheet', async () => {
  const page = await tabAt('#/sheet', { english: true });
  const { flow } = await downloaded(page);
  assert.ok(flow.includes('Checklistofmeasuresforonecompany'));
  await leave(page);
});

test('while it is made the button says so and a second press does nothing', async () => {
  const page = await tabAt('#/sheet');
  const held = await hold(page, '**/api/v1/sheet');
  const button = page.locator('[data-pdf]');
  await button.click();
  await held.asked;
  assert.equal(await button.getAttribute('aria-busy'), 'true');
  assert.equal(await button.textContent(), '正在生成 PDF…');
  await button.click();
  const file = page.waitForEvent('download');
  held.release();
  await file;
  await page.locator('[data-pdf][aria-busy="false"]').waitFor();
  assert.equal(held.methods.length, 1);
  await leave(page);
});

for (const [name, answer, said] of [
  ['no network', (route) => route.abort(), /没有网络/],
  [
    'no font',
    (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          title: '不能生成 PDF',
          detail: '服务器没有中文字体。',
          issues: [{ code: 'no_chinese_font' }],
        }),
      }),
    /没有中文字体/,
  ],
  ['a busy service', (route) => route.fulfill({ status: 503, json: { title: 'busy' } }), /正忙/],
  ['a fault', (route) => route.fulfill({ status: 500, json: { title: 'fault' } }), /没有生成出来/],
]) {
  test(`${name} gives a sentence, and the next press tries again`, async () => {
    const page = await tabAt('#/sheet');
    await page.route('**/api/v1/sheet', answer);
    await page.locator('[data-pdf]').click();
    const note = page.locator('.sheet-pdf .notice');
    await note.waitFor();
    assert.match(await note.textContent(), said);
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    await page.unroute('**/api/v1/sheet');
    await downloaded(page);
    await leave(page);
  });
}
