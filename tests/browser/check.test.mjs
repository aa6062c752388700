// The page of all answers, and the way to each of them and back.
import { test } from 'node:test';
import { answered, assertFits, desk, field, leave, phone, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();
const entries = {
  company_name: { value: '章贡区老街面馆' },
  employees: { value: 4, draft: { text: '4' } },
  annual_revenue: { value: '600000', draft: { text: '60', unit: 'wan' } },
  loan_need: { value: true },
  quality_awards: { value: [] },
};
const answer = (page, fact) => page.locator(`[data-answer="${fact}"]`);

for (const viewport of [phone, desk]) {
  test(`every answer is listed and one is changed without the rest, at ${viewport.width} px`, async () => {
    const page = await answered(site, viewport, entries);
    await page.getByRole('link', { name: '核对回答' }).click();
    await page.getByRole('heading', { level: 1, name: '核对回答' }).waitFor();
    await soon.equal(() => page.locator('[data-answer]').count(), Object.keys(entries).length);
    await soon.match(() => answer(page, 'annual_revenue').innerText(), /60 万元/);
    await soon.match(() => answer(page, 'quality_awards').innerText(), /都没有/);
    await assertFits(page);
    await answer(page, 'employees').getByRole('link').click();
    const input = field(page, 'employees').locator('input');
    await input.waitFor();
    await soon.equal(() => input.evaluate((element) => element === document.activeElement), true);
    await input.fill('5');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: '核对回答' }).waitFor();
    await soon.match(() => answer(page, 'employees').innerText(), /5 人/);
    await soon.match(() => answer(page, 'company_name').innerText(), /章贡区老街面馆/);
    await leave(page);
  });
}

test('a draft that is not a number is shown as it was typed, with what is wrong', async () => {
  const page = await answered(site, phone, { loan_need: { value: true } });
  await page.goto(`${site.program.base}/#/form/employees`);
  await field(page, 'employees').locator('input').fill('很多<b>人</b>');
  await page.goto(`${site.program.base}/#/check`);
  await answer(page, 'employees').waitFor();
  await soon.match(() => answer(page, 'employees').innerText(), /很多<b>人<\/b>[\s\S]*请填写数字/);
  await leave(page);
});

test('without answers it says so', async () => {
  const page = await site.open(phone, '/#/check');
  await page.getByRole('heading', { name: '还没有回答' }).waitFor();
  await leave(page);
});
