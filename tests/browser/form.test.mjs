import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFits, desk, field, leave, matchBodies, openTopic, phone, record, submit, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();

test('an untouched form sends nothing: every answer is unknown', async () => {
  const page = await site.open();
  const bodies = matchBodies(page);
  await page.locator('form').waitFor();
  await submit(page);
  await page.locator('.result').waitFor();
  assert.deepEqual(bodies.at(-1), { profile: {}, detail: 'full' });
  await soon.equal(() => page.locator('.totals').count(), 0);
  await leave(page);
});

test('none of these is an empty list, and not known takes it back', async () => {
  const page = await site.open();
  await openTopic(page, 'quality_awards');
  const awards = field(page, 'quality_awards');
  const answer = async () =>
    JSON.parse(await page.evaluate(() => sessionStorage.getItem('policycalc.answers.1'))).entries.quality_awards;
  await soon.ok(() => awards.getByLabel('不清楚').isChecked());
  await awards.getByLabel('以上都没有').check();
  await soon.deepEqual(() => answer(), { value: [] });
  await awards.getByLabel('中国质量奖', { exact: true }).check();
  await soon.ok(async () => !(await awards.getByLabel('以上都没有').isChecked()));
  await soon.deepEqual(() => answer(), { value: ['china_quality_award'] });
  await awards.getByLabel('不清楚').check();
  await soon.ok(async () => !(await awards.getByLabel('中国质量奖', { exact: true }).isChecked()));
  await soon.equal(() => answer(), undefined);
  await leave(page);
});

test('money is typed in 万元, echoed in full and sent in yuan', async () => {
  const page = await site.open();
  await openTopic(page, 'annual_revenue');
  const revenue = field(page, 'annual_revenue');
  await revenue.getByRole('textbox').fill('300.5');
  await revenue.getByText('= 3,005,000 元（叁佰万伍仟元整）').waitFor();
  const sent = page.waitForRequest(
    (request) => request.url().endsWith('/match') && request.postDataJSON().profile.annual_revenue === '300.5',
  );
  await revenue.getByRole('combobox').selectOption('元');
  await revenue.getByText('= 300.5 元（叁佰元伍角整）').waitFor();
  await sent;
  await leave(page);
});

test('a text that is not a number is refused beside the field and named at the top', async () => {
  const page = await site.open();
  await openTopic(page, 'employees');
  const employees = field(page, 'employees').getByRole('textbox');
  await employees.fill('十二');
  await submit(page);
  const summary = page.locator('.notice-issues');
  await summary.getByText('有 1 处需要改正').waitFor();
  await soon.equal(() => employees.getAttribute('aria-invalid'), 'true');
  const described = await employees.getAttribute('aria-describedby');
  assert.match(described, /f-employees-issues/);
  await soon.match(() => page.locator('#f-employees-issues').innerText(), /请填写数字/);
  await summary.getByRole('link').click();
  await soon.equal(() => page.evaluate(() => document.activeElement.id), await employees.getAttribute('id'));
  await employees.fill('１２');
  await summary.waitFor({ state: 'hidden' });
  await soon.equal(() => employees.getAttribute('aria-invalid'), null);
  await leave(page);
});

test('a refusal of the service appears beside its field', async () => {
  const page = await site.open();
  await openTopic(page, 'company_name');
  const name = field(page, 'company_name');
  await name.getByRole('textbox').fill('老街\u0001面馆');
  await submit(page);
  const summary = page.locator('.notice-issues');
  await summary.getByRole('link', { name: /企业名称.*控制字符/ }).waitFor();
  await soon.match(() => page.locator('#f-company_name-issues').innerText(), /控制字符/);
  await soon.equal(() => name.getByRole('textbox').inputValue(), '老街\u0001面馆');
  await leave(page);
});

// A character outside the basic plane counts as one, as in the service.
for (const [what, text] of [
  ['characters', '长'],
  ['emoji', '😀'],
]) {
  test(`199 and 200 ${what} are sent, 201 are refused by name`, async () => {
    const page = await site.open();
    const bodies = matchBodies(page);
    await openTopic(page, 'company_name');
    const name = field(page, 'company_name').getByRole('textbox');
    for (const count of [199, 200]) {
      const sent = page.waitForResponse(
        (response) => response.request().postDataJSON()?.profile.company_name === text.repeat(count),
      );
      await name.fill(text.repeat(count));
      assert.equal((await sent).status(), 200);
      await soon.equal(() => page.locator('#f-company_name-issues').innerText(), '');
    }
    const before = bodies.length;
    await name.fill(text.repeat(201));
    await soon.match(() => page.locator('#f-company_name-issues').innerText(), /最多 200 个字/);
    await submit(page);
    await page
      .locator('.notice-issues')
      .getByRole('link', { name: /企业名称.*最多 200 个字/ })
      .waitFor();
    for (const body of bodies.slice(before)) assert.equal(body.profile.company_name, undefined);
    await leave(page);
  });
}

test('ten thousand characters are kept whole, over a reload too, and are not sent', async () => {
  const page = await site.open();
  const text = '长'.repeat(10_000);
  const bodies = matchBodies(page);
  await openTopic(page, 'company_name');
  const name = field(page, 'company_name').getByRole('textbox');
  await name.fill(text);
  await page.reload();
  await name.waitFor();
  await soon.equal(() => name.inputValue(), text);
  await soon.match(() => page.locator('#f-company_name-issues').innerText(), /最多 200 个字/);
  await page.goto(`${site.program.base}/#/check`);
  await page.locator('[data-answer="company_name"]').getByText('最多 200 个字').waitFor();
  await assertFits(page);
  assert.ok(bodies.length > 0);
  for (const body of bodies) assert.equal(body.profile.company_name, undefined);
  await leave(page);
});

test('emoji, text from right to left and markup are kept and shown as they are', async () => {
  const page = await site.open();
  const text = '😀 شركة \u202eabc <script>document.title=1</script><img src=x onerror=alert(1)> &amp;';
  await openTopic(page, 'company_name');
  await field(page, 'company_name').getByRole('textbox').fill(text);
  await page.goto(`${site.program.base}/#/check`);
  const shown = page.locator('[data-answer="company_name"] dd').first();
  await shown.waitFor();
  await soon.equal(() => shown.textContent(), text);
  await soon.equal(() => page.locator('main script, main img').count(), 0);
  await assertFits(page);
  await leave(page);
});

test('the first questions are at most ten, count what is answered, and lead to the result', async () => {
  const page = await site.open();
  const first = page.locator('.topic-first');
  await first.waitFor();
  const all = await first.locator('[data-fact]').count();
  assert.ok(all >= 1 && all <= 10, `${all} questions`);
  await first.locator('summary').first().getByText(`已答 0 / ${all}`).waitFor();
  for (const one of await page.locator('details.topic:not(.topic-first)').all())
    await soon.equal(() => one.evaluate((fold) => fold.open), false);
  await field(page, 'loan_need').getByLabel('是', { exact: true }).check();
  await first
    .locator('summary')
    .first()
    .getByText(/已答 1 \//)
    .waitFor();
  await first.getByRole('button', { name: '先看结果' }).click();
  await page.locator('.result').waitFor();
  await page.goBack();
  await soon.ok(() => field(page, 'loan_need').getByLabel('是', { exact: true }).isChecked());
  await page.goForward();
  await page.locator('.result').waitFor();
  await leave(page);
});

/** A tab on the form of a company that came for `needs`, as a link or a saved profile brings them. */
async function formFor(needs) {
  const page = await site.open(phone, '/favicon.svg');
  await page.evaluate(
    (wanted) => sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries: {}, needs: wanted })),
    needs,
  );
  await page.goto(`${site.program.base}/#/form`);
  await page.locator('.topic-first').waitFor();
  const asked = await page.locator('.topic-first [data-fact]').evaluateAll((all) => all.map((one) => one.dataset.fact));
  await leave(page);
  return asked;
}

test('questions on what the company came for come first, at most ten questions', async () => {
  const { facts } = await record(site, 'facts');
  const wanted = facts
    .filter((fact) => fact.core || fact.core_for.includes('trade'))
    .map((fact) => fact.id)
    .sort();
  const asked = await formFor(['trade']);
  assert.ok(asked.length <= 10 && asked.some((id) => facts.find((fact) => fact.id === id).core_for.includes('trade')));
  assert.deepEqual([...asked].sort(), wanted.slice(0, 10));
});

test('the first questions leave out none of several needs', async () => {
  const { facts, needs } = await record(site, 'facts');
  const some = needs.filter((need) => facts.some((fact) => !fact.core && fact.core_for.includes(need.id))).slice(-3);
  assert.equal(some.length, 3);
  const asked = await formFor(some.map(({ id }) => id));
  assert.ok(asked.length <= 10, `${asked.length} questions`);
  for (const need of some)
    assert.ok(
      asked.some((id) => facts.find((fact) => fact.id === id).core_for.includes(need.id)),
      need.label,
    );
});

test('pasted spaces leave the credit code, and a wrong code warns without blocking', async () => {
  const page = await site.open();
  await openTopic(page, 'credit_code');
  const code = field(page, 'credit_code');
  await code.getByRole('textbox').fill(' 9136 0702 MA35 ');
  await soon.equal(() => code.getByRole('textbox').inputValue(), '91360702MA35');
  await page.locator('#f-credit_code-warnings p').first().waitFor();
  await submit(page);
  await page.locator('.result').waitFor();
  await page.getByRole('heading', { name: '请留意' }).waitFor();
  await leave(page);
});

test('the size of the enterprise follows the figures', async () => {
  const page = await site.open();
  await openTopic(page, 'entity_type');
  await field(page, 'entity_type').getByRole('combobox').selectOption('company');
  await openTopic(page, 'size_industry');
  await field(page, 'size_industry').getByRole('combobox').selectOption('industry');
  await field(page, 'employees').getByRole('textbox').fill('15');
  await page.locator('.size').getByText('微型企业').waitFor();
  await leave(page);
});

test('answers outlive a reload, and clearing removes them', async () => {
  const page = await site.open();
  await openTopic(page, 'employees');
  await field(page, 'employees').getByRole('textbox').fill('45');
  await page.reload();
  const employees = field(page, 'employees').getByRole('textbox');
  await soon.equal(() => employees.inputValue(), '45');
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: '清空' }).click();
  await page.getByText('已清空').waitFor();
  await openTopic(page, 'employees');
  await soon.equal(() => employees.inputValue(), '');
  await leave(page);
});

test('all questions can be shown, in the topics of the vocabulary', async () => {
  const page = await site.open(desk);
  const { facts } = await (await page.request.get(`${site.program.base}/api/v1/facts`)).json();
  await page.getByLabel('显示全部问题').check();
  // A follow-up question waits for its parent.
  await soon.equal(
    () => page.locator('[data-fact]:not([hidden])').count(),
    facts.filter((fact) => !fact.detail_of).length,
  );
  // The first questions come before the topics.
  const topics = new Set(
    facts.filter((fact) => fact.asked && !fact.core && !fact.detail_of).map((fact) => fact.topic_label),
  );
  await soon.deepEqual(
    () => page.locator('details.topic:not([hidden]):not(.topic-advanced) > summary h2').allInnerTexts(),
    ['先答这几题', ...topics],
  );
  await leave(page);
});

test('nothing is wider than the window', async () => {
  for (const width of [320, 360, 768, 1280]) {
    const page = await site.open({ ...phone, width });
    await page.locator('form').waitFor();
    await page.getByLabel('显示全部问题').check();
    const folded = page.locator('details.topic:not([open], [hidden]) > summary');
    while ((await folded.count()) > 0) await folded.first().click();
    await assertFits(page);
    await leave(page);
  }
});

// A screen also needs the questions and what draws them.
for (const [name, path, sign, most] of [
  ['start page', '/', '.doors', 100],
  ['first screen, opened directly,', '/#/screen', '.screen', 160],
]) {
  test(`the first view of the ${name} takes less than ${most} KB`, async () => {
    const context = await site.context({ viewport: phone });
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    let bytes = 0;
    wire.on('Network.loadingFinished', (event) => {
      bytes += event.encodedDataLength;
    });
    await page.goto(site.program.base + path);
    await page.locator(sign).waitFor();
    await page.waitForLoadState('networkidle');
    assert.ok(bytes > 0 && bytes < most * 1024, `${bytes} bytes`);
    await context.close();
  });
}
