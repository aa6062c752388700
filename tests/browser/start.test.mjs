// The start page: one button into the screens, and the credit code with its warnings and suggestions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, assertFits, desk, field, leave, phone, record, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();
const SOUND = '91360702MA35NR2T6U'; // a limited company, registered in 章贡区

const start = (viewport = phone) => site.open(viewport, '/');
const codeField = (page) => page.locator('.door-code').getByRole('textbox');
const kept = (page) => page.evaluate(() => JSON.parse(sessionStorage.getItem('policycalc.answers.1'))?.entries ?? {});

for (const viewport of [phone, desk]) {
  test(`it says what it is, and one press leads to the first screen, at ${viewport.width} px`, async () => {
    const page = await start(viewport);
    await page.getByRole('heading', { level: 1, name: '哪些惠企政策适合您？' }).waitFor();
    for (const promise of ['免费', '不用登录', '大约三分钟', '依据官方文件', '以主管部门认定为准']) {
      await soon.ok(async () => (await page.locator('.promises').innerText()).includes(promise), promise);
    }
    await assertFits(page);
    await soon.equal(() => page.locator('main .button-main').count(), 1, 'one button leads');
    await page.getByRole('link', { name: '马上开始' }).click();
    await page.locator('.screen').waitFor();
    const { screens } = await record(site, 'screens');
    await soon.equal(() => page.locator('.screen').getAttribute('data-screen'), screens[0].id);
    await page.goBack();
    await page.locator('.doors').waitFor();
    await leave(page);
  });
}

test('a pasted code loses its blanks, and what it suggests is taken only when accepted', async () => {
  const page = await start();
  await codeField(page).fill(' ９１36 0702 MA35 NR2T 6U ');
  const offer = page.locator('[data-suggestion="district"]');
  await offer.locator('strong', { hasText: '章贡区' }).waitFor();
  await soon.equal(async () => (await kept(page)).district, undefined);
  await offer.getByRole('button', { name: /采用/ }).click();
  await offer.waitFor({ state: 'detached' });
  const said = page.getByText(/已采用.*章贡区/);
  await said.waitFor();
  await soon.ok(() => said.evaluate((element) => element.closest('[role=status]') === document.activeElement));
  await soon.deepEqual(async () => (await kept(page)).district, { value: '360702' });
  await soon.equal(async () => (await kept(page)).entity_type, undefined);
  await page.getByRole('button', { name: '用这个代码开始' }).click();
  await page.locator('.screen').waitFor();
  await soon.deepEqual(async () => (await kept(page)).district, { value: '360702' });
  await leave(page);
});

test('a code outlives a reload and the way back, and so does its warning', async () => {
  const page = await start();
  const warning = page.locator('.door-code .field-warnings p').first();
  await codeField(page).fill('12345');
  await warning.waitFor();
  await page.reload();
  await warning.waitFor();
  await soon.equal(() => codeField(page).inputValue(), '12345');
  await page.getByRole('button', { name: '用这个代码开始' }).click();
  await page.locator('.screen').waitFor();
  await page.goBack();
  await warning.waitFor();
  await page.getByRole('link', { name: '接着答' }).click();
  await page.locator('.screen').waitFor();
  await leave(page);
});

test('in the form what the code suggests can be accepted, too', async () => {
  const page = await answered(site, phone, { credit_code: { value: SOUND } });
  await page.goto(`${site.program.base}/#/form/credit_code`);
  await page.locator('[data-suggestion="district"]').getByRole('button', { name: /采用/ }).click();
  await page.waitForFunction(() => document.activeElement.id === 'f-district');
  await soon.equal(() => field(page, 'district').getByRole('combobox').inputValue(), '360702');
  await leave(page);
});

test('a wrong code gives a warning and blocks nothing', async () => {
  const page = await start();
  await codeField(page).fill(`${SOUND.slice(0, -1)}X`);
  await page.locator('.door-code .field-warnings p').first().waitFor();
  await soon.equal(() => page.locator('[data-suggestion]').count(), 0);
  await page.getByRole('button', { name: '用这个代码开始' }).click();
  await page.locator('.screen').waitFor();
  await soon.equal(async () => (await kept(page)).credit_code.value, `${SOUND.slice(0, -1)}X`);
  await leave(page);
});

test('every field is one press away, too', async () => {
  const page = await start();
  await page.getByRole('link', { name: '全部问题' }).click();
  await page.locator('form.form').waitFor();
  const { facts } = await record(site, 'facts');
  const core = facts.filter((fact) => fact.core).map((fact) => fact.id);
  assert.ok(core.length > 0);
  await soon.deepEqual(
    () => page.locator('.topic-first [data-fact]').evaluateAll((all) => all.map((one) => one.dataset.fact)),
    core,
  );
  await leave(page);
});

test('when the vocabulary does not come the page says so, and goes on after a retry', async () => {
  const page = await site.open(phone, '/favicon.svg');
  await page.route('**/api/v1/facts', (route) => route.abort());
  await page.goto(`${site.program.base}/`);
  await page.getByRole('heading', { name: '暂时连不上服务' }).waitFor();
  await soon.match(() => page.locator('main').innerText(), /12345/);
  await page.unroute('**/api/v1/facts');
  await page.getByRole('button', { name: '重试' }).click();
  await page.locator('.doors').waitFor();
  await leave(page);
});

test('answers that are there can be gone on with, or cleared', async () => {
  const page = await answered(site, phone, { loan_need: { value: true } });
  await page.goto(`${site.program.base}/#/`);
  await page.getByRole('heading', { name: '上次填的 1 题还在' }).waitFor();
  page.once('dialog', (dialog) => dialog.accept());
  await page.locator('.start-kept').getByRole('button', { name: '清空' }).click();
  await page.locator('.start-kept').waitFor({ state: 'detached' });
  await soon.deepEqual(() => kept(page), {});
  await leave(page);
});

test('ten thousand characters, signs and markup in the code are only text', async () => {
  const page = await start();
  for (const text of ['9'.repeat(10_000), '😀\u202e<script>document.title=1</script>', "' OR 1=1 --"]) {
    const answer = page.waitForResponse((response) => response.url().endsWith('/api/v1/match'));
    await codeField(page).fill(text);
    await answer;
    await soon.equal(() => codeField(page).inputValue(), text.replace(/\s+/g, ''));
  }
  await soon.equal(() => page.locator('main script').count(), 0);
  await leave(page);
});
