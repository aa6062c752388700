// The two switches of the header: the language and the large plain layout.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFits, desk, field, leave, openTopic, phone, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();
const html = (page, name) => page.evaluate((one) => document.documentElement.getAttribute(one), name);

test('the switch of the language turns the page and loses no answer', async () => {
  const page = await site.open(phone);
  await page.locator('form').waitFor();
  await openTopic(page, 'employees');
  await field(page, 'employees').locator('input').fill('12');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'About your company' }).waitFor();
  await soon.equal(() => html(page, 'lang'), 'en');
  await soon.equal(
    () => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Measures' }).count(),
    1,
  );
  await openTopic(page, 'employees');
  await soon.equal(() => field(page, 'employees').locator('input').inputValue(), '12');
  const help = field(page, 'employees').locator('.field-help');
  assert.equal(/\p{Script=Han}/u.test(await help.innerText()), (await help.getAttribute('lang')) === 'zh-Hans');
  await page.getByRole('button', { name: 'See the result' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your result' }).waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { level: 1, name: '匹配结果' }).waitFor();
  await soon.equal(() => html(page, 'lang'), 'zh-Hans');
  await leave(page);
});

test('the language stays for the next visit', async () => {
  const page = await site.open(desk);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'About your company' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'About your company' }).waitFor();
  await leave(page);
});

for (const width of [320, 360, 1280]) {
  test(`the large layout is larger, stays, and fits ${width} px`, async () => {
    const page = await site.open({ width, height: 740 });
    await page.locator('form').waitFor();
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    const before = await size();
    const button = page.getByRole('button', { name: '关怀版' });
    await button.click();
    await soon.equal(() => button.getAttribute('aria-pressed'), 'true');
    assert.ok((await size()) >= before * 1.25, `${await size()} after ${before}`);
    await page.reload();
    await page.locator('form').waitFor();
    await soon.equal(() => button.getAttribute('aria-pressed'), 'true');
    for (const hash of ['#/form', '#/result', 'measures', 'units/gz-finance', 'notice']) {
      await page.goto(`${site.program.base}/${hash}`);
      await page.locator('h1').waitFor();
      await assertFits(page);
    }
    await button.click();
    await soon.equal(() => html(page, 'data-care'), null);
    await leave(page);
  });
}

for (const language of ['zh', 'en']) {
  test(`on the narrowest phone the header of the large layout leaves the page to the page, in ${language}`, async () => {
    const page = await site.open({ width: 320, height: 740 });
    await page.evaluate(
      (wanted) => localStorage.setItem('policycalc.preferences.1', wanted),
      JSON.stringify({ language, care: true }),
    );
    await page.reload();
    await page.locator('form').waitFor();
    await soon.notEqual(() => html(page, 'data-care'), null);
    const height = await page.locator('.masthead').evaluate((element) => element.offsetHeight);
    assert.ok(height <= 740 / 5, `${height} px`);
    for (const button of await page.locator('.tool').all()) assert.ok((await button.boundingBox()).height >= 40);
    await leave(page);
  });
}

test('a broken kept preference is as good as none', async () => {
  const page = await site.open(phone);
  for (const kept of ['{', '7', '{"language":"xx","care":"yes"}']) {
    await page.evaluate((text) => localStorage.setItem('policycalc.preferences.1', text), kept);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '填写企业情况' }).waitFor();
    await soon.equal(() => html(page, 'data-care'), null);
  }
  await leave(page);
});

test('without scripts there are no switches that do nothing, and it says whom to ask', async () => {
  const context = await site.context({ javaScriptEnabled: false, viewport: phone });
  const page = await context.newPage();
  await page.goto(site.program.base);
  await soon.equal(() => page.locator('.masthead-tools').isVisible(), false);
  await soon.match(() => page.locator('main').innerText(), /12345[\s\S]*政务服务大厅/);
  await context.close();
});
