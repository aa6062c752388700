// Typed input: figures in any form, codes, days. What is unclear is asked about, never guessed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, leave, matchBodies, openTopic, phone, submit, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();

async function at(fact, viewport = phone) {
  const page = await site.open(viewport);
  await page.getByLabel('显示全部问题').check();
  await openTopic(page, fact);
  return page;
}

test('a comma that groups nothing is asked about, and a button takes what was meant', async () => {
  const page = await at('annual_revenue');
  const bodies = matchBodies(page);
  const revenue = field(page, 'annual_revenue');
  await revenue.getByRole('textbox').fill('299,5');
  await revenue.getByText('是不是 299.5？').waitFor();
  await soon.equal(() => revenue.locator('.echo').innerText(), '');
  await submit(page);
  await page
    .locator('.notice-issues')
    .getByRole('link', { name: /是不是 299.5/ })
    .waitFor();
  for (const { profile } of bodies) assert.equal(profile.annual_revenue, undefined);
  await revenue.getByRole('button', { name: '改为 299.5' }).click();
  await revenue.getByText('= 2,995,000 元').waitFor();
  await soon.equal(() => revenue.getByRole('textbox').inputValue(), '299.5');
  await soon.equal(() => revenue.getByRole('button', { name: /改为/ }).count(), 0);
  await leave(page);
});

test('a unit that is typed counts before the chosen one, and the echo says what came of it', async () => {
  const page = await at('annual_revenue');
  const revenue = field(page, 'annual_revenue');
  for (const [text, yuan] of [
    ['500万', '5,000,000'],
    ['2.1亿', '210,000,000'],
    ['300万元', '3,000,000'],
    ['1。5', '15,000'],
    ['３００．５', '3,005,000'],
    ['8000元', '8,000'],
    ['1,234', '12,340,000'],
  ]) {
    await revenue.getByRole('textbox').fill(text);
    await revenue.getByText(`= ${yuan} 元（`).waitFor();
  }
  await leave(page);
});

test('people are echoed where the figure was not typed plainly', async () => {
  const page = await at('employees');
  const employees = field(page, 'employees');
  await employees.getByRole('textbox').fill('12人');
  await employees.getByText('= 12 人').waitFor();
  await employees.getByRole('textbox').fill('12');
  await soon.equal(() => employees.locator('.echo').innerText(), '');
  await employees.getByRole('textbox').fill('1,2');
  await employees.getByText('逗号的位置看不明白').waitFor();
  await soon.equal(() => employees.getByRole('button', { name: /改为/ }).count(), 0);
  await leave(page);
});

test('a code of industry is read in small letters, full width, with blanks and hyphens', async () => {
  const page = await at('industry_code');
  const code = field(page, 'industry_code').getByRole('textbox');
  for (const [text, value] of [
    ['c3985', 'C3985'],
    ['３９８４', '3984'],
    ['C-3983', 'C3983'],
    ['c 39 82', 'C3982'],
  ]) {
    const sent = page.waitForRequest(
      (request) => request.url().endsWith('/match') && request.postDataJSON().profile.industry_code === value,
    );
    await code.fill(text);
    await sent;
    await soon.equal(() => page.locator('#f-industry_code-issues').innerText(), '');
  }
  await leave(page);
});

test('words in the place of a code offer lines of business, and the counts stay', async () => {
  const page = await at('industry_code');
  const bodies = matchBodies(page);
  const code = field(page, 'industry_code');
  for (const text of ['软件', '我开面馆', '39850', '<b>x</b>', 'Z1']) {
    await code.getByRole('textbox').fill(text);
    await code.getByText('这不是行业代码').waitFor();
  }
  await soon.notEqual(() => page.locator('.count-eligible dd').innerText(), '–');
  await code.getByRole('textbox').fill('软件');
  await code.getByRole('button', { name: /软件/ }).click();
  await page.waitForFunction(() => document.activeElement.id === 'f-size_industry');
  await soon.equal(() => field(page, 'size_industry').getByRole('combobox').inputValue(), 'software_it');
  await soon.equal(() => code.getByRole('textbox').inputValue(), '');
  await soon.equal(() => page.locator('#f-industry_code-issues').innerText(), '');
  for (const { profile } of bodies) assert.equal(profile.industry_code, undefined);
  await leave(page);
});

test('a day outside the years that count is not asked for, and said in Chinese once the field is left', async () => {
  const page = await site.open();
  await page.locator('.topic-advanced > summary').click();
  const day = page.getByLabel('按哪一天的政策计算');
  const said = page.locator('#f-as_of-issues');
  const bodies = matchBodies(page);
  await day.fill('0202-02-02');
  await soon.equal(() => said.innerText(), '');
  await day.blur();
  await soon.match(() => said.innerText(), /只能填 1900 年到 2999 年的日期/);
  await submit(page);
  await page
    .locator('.notice-issues')
    .getByRole('link', { name: /按哪一天的政策计算/ })
    .waitFor();
  const sent = page.waitForRequest(
    (request) => request.url().endsWith('/match') && request.postDataJSON().as_of === '2026-01-31',
  );
  await day.fill('2026-01-31');
  await sent;
  for (const { as_of: asked } of bodies) assert.ok(asked === undefined || asked === '2026-01-31', asked);
  await leave(page);
});

test('invisible characters are dropped from the credit code, and a personal number is called one', async () => {
  const page = await at('credit_code');
  const code = field(page, 'credit_code').getByRole('textbox');
  await code.fill('91360702\u00a0MA35\u2009NR2T\u200b6U\ufeff');
  await soon.equal(() => code.inputValue(), '91360702MA35NR2T6U');
  await code.fill('11010519491231002X');
  await page.locator('#f-credit_code-warnings').getByText('身份证').waitFor();
  await soon.equal(() => page.locator('#f-credit_code-warnings p').count(), 1);
  await leave(page);
});

test('what the service refuses is said in Chinese by its code', async () => {
  const page = await at('employees');
  await page.route('**/api/v1/match', (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/problem+json',
      json: {
        title: 'x',
        status: 400,
        issues: [{ pointer: '/profile/employees', code: 'wrong_type', message: 'takes a number' }],
      },
    }),
  );
  await field(page, 'employees').getByRole('textbox').fill('4');
  await page.locator('#f-employees-issues').getByText('这个回答看不懂').waitFor();
  await leave(page);
});
