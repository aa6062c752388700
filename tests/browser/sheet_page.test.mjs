// 一次性告知单 on the screen: its codes, what the owner types, its looks and ways on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { darkRuns } from './js/shared/parts/qr.js';
import { printed, squeeze } from './pdf.mjs';
import { CODE, answerTo, assertWhole, contentOf, firm, kept, sheetOf, shop, winner } from './sheet.mjs';
import { assertFits, desk, leave, phone, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();

test('the name can be typed on the sheet, is on paper and stays', async () => {
  const nameless = Object.fromEntries(Object.entries(winner).filter(([id]) => id !== 'company_name'));
  const page = await sheetOf(site, nameless);
  assert.ok((await printed(page)).flow.includes('(未填写名称)'));
  await page.getByLabel('企业').fill(firm);
  assert.ok((await printed(page)).flow.includes(squeeze(`企业：${firm}`)));
  await page.reload();
  await soon.equal(() => page.getByLabel('企业').inputValue(), firm);
  await leave(page);
});

test('a saved firm gets the code of its resume link, with a warning', async () => {
  const page = await sheetOf(site, winner, { saved: kept });
  await page.locator('figure[data-qr="resume"] svg').waitFor();
  await soon.deepEqual(() => page.coded, [`${site.program.base}/#/resume/${CODE}`, `${site.program.base}/`]);
  await soon.equal(() => page.getByRole('img', { name: '扫码继续办' }).count(), 1);
  const { flow } = await printed(page);
  assert.ok(flow.includes('扫码能查看和修改填写的回答,请保管好本页。'));
  assert.ok(!flow.includes(CODE), 'the code itself is not spelt out');
  await leave(page);
});

test('a sheet of other answers than those that were saved leads to no older ones', async () => {
  const page = await sheetOf(site, shop, { saved: { ...kept, content: contentOf(winner) } });
  await page.locator('.sheet-qr').getByText('保存的是以前的回答').waitFor();
  await soon.equal(() => page.locator('.sheet-qr figure[data-qr="site"]').count(), 1);
  await soon.equal(() => page.locator('.sheet-qr figure').count(), 1);
  assert.deepEqual(page.coded, [`${site.program.base}/`]);
  await leave(page);
});

test('the picture has the code in black, with four light modules around it', async () => {
  const page = await sheetOf(site, winner, { saved: kept });
  const svg = page.locator('figure[data-qr="resume"] svg');
  await soon.equal(() => svg.getAttribute('viewBox'), '0 0 29 29');
  await soon.equal(
    () => svg.locator('path').getAttribute('d'),
    Array.from({ length: 10 }, (_, n) => `M4 ${5 + 2 * n}h21v1h-21z`).join(''),
  );
  await leave(page);
});

test('the program draws the code on the paper', async () => {
  const page = await sheetOf(site, winner, { saved: kept, qr: 'real' });
  const { size, rows } = await (
    await page.request.post(`${site.program.base}/api/v1/qr`, {
      data: { text: `${site.program.base}/#/resume/${CODE}` },
    })
  ).json();
  const svg = page.locator('figure[data-qr="resume"] svg');
  await soon.equal(() => svg.getAttribute('viewBox'), `0 0 ${size + 8} ${size + 8}`);
  await soon.equal(() => svg.locator('path').getAttribute('d'), darkRuns(rows));
  await page.emulateMedia({ media: 'print' });
  const { width, height } = await svg.boundingBox();
  assert.equal(width, height);
  assert.ok(width / (size + 8) >= 2, `${width / (size + 8)} px a module`);
  await leave(page);
});

test('a sheet that is not saved has the code of the site only, and is told how to get the other', async () => {
  const page = await sheetOf(site, shop);
  await page.locator('figure[data-qr="site"] svg').waitFor();
  await page.getByText('保存以后，这里会有续办二维码。').waitFor();
  await soon.equal(() => page.getByRole('link', { name: '去保存' }).getAttribute('href'), '#/save');
  assert.deepEqual(page.coded, [`${site.program.base}/`]);
  const { flow } = await printed(page);
  assert.ok(flow.includes('扫码自己算') && !flow.includes('去保存'));
  await leave(page);
});

test('where no code can be had the sheet is there and says so', async () => {
  const page = await sheetOf(site, winner, { saved: kept, qr: null });
  await page.getByText('二维码暂时画不出来，其他内容不受影响。').first().waitFor();
  await assertWhole(site, (await printed(page)).flow, await answerTo(site, winner));
  await leave(page);
});

test('the button prints', async () => {
  const page = await sheetOf(site, winner);
  await page.evaluate(() => {
    window.print = () => {
      window.printed = true;
    };
  });
  await page.getByRole('button', { name: '打印' }).click();
  await soon.equal(() => page.evaluate(() => window.printed), true);
  await leave(page);
});

test('after the sheet other pages print with their frame again', async () => {
  const page = await sheetOf(site, winner);
  await page.getByRole('link', { name: '返回结果' }).click();
  await page.locator('.result').waitFor();
  await soon.equal(() => page.evaluate(() => document.documentElement.hasAttribute('data-sheet')), false);
  await leave(page);
});

test('refused answers lead to the form; a service away leaves a way to try again', async () => {
  const page = await site.open(phone, '/favicon.svg');
  await page.evaluate((entries) => sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries })), winner);
  await page.route('**/api/v1/match', (route) => route.abort());
  await page.goto(`${site.program.base}/#/sheet`);
  await page.getByText('暂时连不上服务').waitFor();
  await page.unroute('**/api/v1/match');
  await page.getByRole('button', { name: '重试' }).click();
  await page.locator('.sheet').waitFor();
  await leave(page);

  const refused = await site.open(phone, '/favicon.svg');
  await refused.evaluate(() =>
    sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries: { employees: { value: -1 } } })),
  );
  await refused.goto(`${site.program.base}/#/sheet`);
  await refused.locator('form.form').waitFor();
  await leave(refused);
});

test('text of the owner is text: script, right-to-left, emoji', async () => {
  const name = '<img src=x onerror=alert(1)>\u202e面馆😀';
  const page = await sheetOf(
    site,
    { ...winner, company_name: { value: name } },
    { viewport: { width: 320, height: 740 } },
  );
  await soon.equal(() => page.getByLabel('企业').inputValue(), name);
  await soon.equal(() => page.locator('.sheet-firm-name').textContent(), name);
  await soon.equal(() => page.locator('.sheet-firm img').count(), 0);
  await assertFits(page);
  await leave(page);
});

// The states of all pages cover the other looks.
for (const [look, preferences] of Object.entries({ large: { care: true }, english: { language: 'en' } })) {
  test(`in ${look} 320 px are enough and axe-core finds nothing`, async () => {
    const page = await sheetOf(site, winner, {
      viewport: { width: 320, height: 740 },
      saved: kept,
      hash: '#/sheet?with=reasons',
      preferences,
    });
    await page.locator('.sheet-options summary').click();
    await assertFits(page);
    await page.setViewportSize(desk);
    assert.deepEqual(await violations(page), []);
    await soon.equal(() => page.locator('h1').count(), 1);
    await leave(page);
  });
}

test('an English sheet speaks English, and names the language of what is Chinese', async () => {
  const page = await sheetOf(site, winner, { preferences: { language: 'en' }, saved: kept });
  await page.locator('figure[data-qr="site"]').waitFor();
  const chinese = await page.locator('.sheet').evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      const named = parentElement.closest('[lang="zh-Hans"], .sheet-firm, .sheet-source, .benefits');
      // Names in brackets are for the reader to look for.
      const rest = data.replace(/\([^)]*\)/gu, '');
      if (/\p{Script=Han}/u.test(rest) && !named) found.push(data);
    }
    return found;
  });
  assert.deepEqual(chinese, []);
  assert.ok((await printed(page)).flow.includes('Thisserviceisfree.'));
  await leave(page);
});
