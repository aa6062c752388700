import { test } from 'node:test';
import { answered, field, hold, leave, openTopic, phone, submit, turn, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();

test('when the service stops the answers are kept, and a retry goes on', async () => {
  const page = await site.open();
  await openTopic(page, 'employees');
  await field(page, 'employees').getByRole('textbox').fill('45');
  const port = site.program.port;
  await site.program.stop();
  await field(page, 'district').getByRole('combobox').selectOption('章贡区');
  await page.getByText('暂时连不上服务，回答已保留').waitFor();
  await submit(page);
  await page.getByRole('heading', { name: '暂时连不上服务' }).waitFor();
  await soon.equal(() => field(page, 'employees').getByRole('textbox').inputValue(), '45');
  await site.program.run(port);
  await page.getByRole('button', { name: '重试' }).click();
  await page.locator('.result').waitFor();
  await page.getByRole('link', { name: '修改回答' }).click();
  await soon.equal(() => field(page, 'employees').getByRole('textbox').inputValue(), '45');
  await leave(page);
});

test('a failure of the service shows its number and keeps the answers', async () => {
  const page = await site.open();
  await openTopic(page, 'employees');
  await field(page, 'employees').getByRole('textbox').fill('45');
  await page.route('**/api/v1/match', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'about:blank',
        title: 'x',
        status: 500,
        detail: '',
        request_id: 'r-17',
        issues: [],
      }),
    }),
  );
  await submit(page);
  await page.getByText('编号：r-17').waitFor();
  await soon.equal(() => field(page, 'employees').getByRole('textbox').inputValue(), '45');
  await leave(page);
});

test('a vocabulary that does not arrive can be asked for again', async () => {
  const page = await site.open();
  await page.route('**/api/v1/facts', (route) => route.abort());
  await page.reload();
  await page.getByRole('heading', { name: '暂时连不上服务' }).waitFor();
  await page.unroute('**/api/v1/facts');
  await page.getByRole('button', { name: '重试' }).click();
  await page.locator('form').waitFor();
  await leave(page);
});

test('answers are shown as text, never as markup', async () => {
  const page = await site.open();
  const hostile = '<img src=x onerror="document.title=1"><script>1</script>\u202e';
  await openTopic(page, 'company_name');
  await field(page, 'company_name').getByRole('textbox').fill(hostile);
  await submit(page);
  await page.locator('.result, .notice-issues').first().waitFor();
  await soon.equal(() => page.locator('main img, main script').count(), 0);
  await leave(page);
});

test('an old tab with answers that the vocabulary no longer knows goes on', async () => {
  const page = await site.open();
  await page.locator('form').waitFor();
  await page.evaluate(() =>
    sessionStorage.setItem(
      'policycalc.answers.1',
      JSON.stringify({
        entries: { gone: { value: 1 }, district: { value: '999999' }, employees: { value: 45, draft: { text: '45' } } },
      }),
    ),
  );
  await page.reload();
  await submit(page);
  await page.locator('.result').waitFor();
  await leave(page);
});

const refused = {
  status: 400,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    title: 'x',
    status: 400,
    detail: '',
    request_id: 'r-18',
    issues: [{ pointer: '/profile/employees', code: 'too_small', message: 'x' }],
  }),
};

for (const { name, start, act, answer } of [
  { name: 'result', start: '#/result', answer: (route) => route.fulfill(refused) },
  { name: 'sheet', start: '#/sheet', answer: (route) => route.fulfill(refused) },
  { name: 'form', start: '#/form', act: submit },
]) {
  test(`an answer that comes after the page was left does not lead elsewhere: ${name}`, async () => {
    const page = await answered(site, phone, { loan_need: { value: true } });
    await page.goto(`${site.program.base}/#/tell`);
    await page.reload();
    await page.locator('.tell-form').waitFor();
    if (act) {
      await page.goto(`${site.program.base}/${start}`);
      await page.locator('form').waitFor();
    }
    const held = await hold(page, '**/api/v1/match', answer);
    await (act ? act(page) : page.goto(`${site.program.base}/${start}`));
    await held.asked;
    await page.goto(`${site.program.base}/#/told`);
    await page.locator('.told-page').waitFor();
    const response = page.waitForResponse('**/api/v1/match');
    held.release();
    await (await response).finished();
    await turn(page);
    await soon.equal(() => page.evaluate(() => location.hash), '#/told');
    await leave(page);
  });
}

test('without scripts the page says whom to ask', async () => {
  const context = await site.context({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.program.base);
  await soon.match(() => page.locator('main').innerText(), /12345/);
  await soon.match(() => page.locator('main').innerText(), /政务服务大厅/);
  await soon.equal(
    () => page.locator('a[href^="#/"]:visible:not(.skip, .brand)').count(),
    0,
    'links that lead nowhere',
  );
  await context.close();
});
