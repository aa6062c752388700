// Plans to tick on the result page, its filters and its order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, assertFits, desk, leave, phone, record, turn, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();
const AWARD = { quality_awards: { value: ['china_quality_award'] } };

const countOf = async (page, verdict) =>
  JSON.parse(await page.locator('[data-counts]').getAttribute('data-counts'))[verdict];
const FIRM = { district: { value: '360702' }, entity_type: { value: 'company' }, ownership: { value: 'private' } };
const plan = (page, fact) => page.locator(`[data-plan="${fact}"]`);
const tick = (page, fact) => page.locator(`#plan-${fact}`);
const unfold = (page) => page.locator('.open .more[data-fold="plans"] > summary').click();

test('a plan that is ticked updates the result at once, and the tick keeps its place', async () => {
  const page = await answered(site, phone, FIRM);
  await unfold(page);
  const before = await countOf(page, 'undetermined');
  const box = tick(page, 'loan_need');
  await box.focus();
  const top = (await box.boundingBox()).y;
  await page.keyboard.press('Space');
  await page
    .locator('.updated')
    .getByText(/^已更新：符合 \d+ 项/)
    .waitFor();
  await soon.ok(async () => (await countOf(page, 'undetermined')) < before);
  await page.locator('#g-conditional .card', { hasText: '贷款融资' }).first().waitFor();
  await soon.ok(() => box.evaluate((element) => element === document.activeElement && element.checked));
  await soon.ok(async () => Math.abs((await box.boundingBox()).y - top) <= 2);
  await soon.equal(() => page.locator('.updated').getAttribute('role'), 'status');
  await soon.match(() => plan(page, 'loan_need').innerText(), /已经算进结果/);
  // It can be taken back, and what is not ticked stays unknown.
  await page.keyboard.press('Space');
  await soon.equal(() => countOf(page, 'undetermined'), before);
  const kept = JSON.parse(await page.evaluate(() => sessionStorage.getItem('policycalc.answers.1')));
  assert.equal(kept.entries.loan_need, undefined);
  await leave(page);
});

test('a plan with more to say opens its question below itself; what is typed is neither moved nor cut', async () => {
  const page = await answered(site, desk, FIRM);
  await unfold(page);
  await tick(page, 'recruit_need').check();
  const input = plan(page, 'recruit_need').locator('input[type="text"]');
  await input.focus();
  const updated = page.waitForResponse('**/api/v1/match');
  await page.keyboard.type('3');
  await updated;
  await page.locator('.updated').waitFor();
  await page.keyboard.type('5');
  await soon.equal(() => input.inputValue(), '35');
  await tick(page, 'recruit_need').uncheck();
  await soon.equal(() => plan(page, 'recruit_need').locator('.field').count(), 0);
  await leave(page);
});

test('an older answer that arrives late is dropped', async () => {
  const page = await answered(site, phone, FIRM);
  await unfold(page);
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  let first = true;
  await page.route('**/api/v1/match', async (route) => {
    if (first) {
      first = false;
      await held;
    }
    await route.continue();
  });
  const late = page.waitForRequest('**/api/v1/match');
  await tick(page, 'loan_need').check();
  const older = await late;
  await tick(page, 'talent_need').check();
  await page.locator('.updated').waitFor();
  const wanted = await page.locator('[data-counts]').getAttribute('data-counts');
  release();
  await (await older.response()).finished();
  await turn(page);
  await soon.equal(() => page.locator('[data-counts]').getAttribute('data-counts'), wanted);
  await leave(page);
});

test('when the service is away the tick is kept, the old result says so, and a retry goes on', async () => {
  const page = await answered(site, phone, FIRM);
  await unfold(page);
  const before = await countOf(page, 'undetermined');
  await page.route('**/api/v1/match', (route) => route.abort());
  await tick(page, 'loan_need').check();
  await page.locator('.open .notice-trouble').waitFor();
  await page.getByText('还没有更新').waitFor();
  await soon.ok(() => tick(page, 'loan_need').isChecked());
  await page.unroute('**/api/v1/match');
  await page.getByRole('button', { name: '重试' }).click();
  await soon.ok(async () => (await countOf(page, 'undetermined')) < before);
  await soon.equal(() => page.locator('.open .notice-trouble').count(), 0);
  await leave(page);
});

test('a refused answer is said beside its plan, and one of another question with a way to it', async () => {
  for (const [fact, place] of [
    ['loan_need', '[data-plan="loan_need"]'],
    ['district', '.open .notice-issues'],
  ]) {
    const page = await answered(site, phone, FIRM);
    await unfold(page);
    await page.route('**/api/v1/match', (route) =>
      route.fulfill({
        status: 400,
        contentType: 'application/problem+json',
        json: {
          title: 'refused',
          status: 400,
          issues: [{ pointer: `/profile/${fact}`, code: 'x', message: '<b>这样不行</b>' }],
        },
      }),
    );
    await tick(page, 'loan_need').check();
    await page.locator(place).getByText('<b>这样不行</b>').waitFor();
    await leave(page);
  }
});

test('filters are part of the address, say what they hide, and Back takes them off', async () => {
  const page = await answered(site, desk, { district: { value: '360702' }, ...AWARD });
  const all = await page.locator('[data-measure]').count();
  await page.getByLabel('主题').selectOption('award');
  await soon.equal(() => page.evaluate(() => location.hash), '#/result?topic=award');
  const { measures } = await record(site, 'measures');
  const topic = new Map(measures.map((measure) => [measure.id, measure.topic]));
  const ids = () => page.locator('[data-measure]').evaluateAll((cards) => cards.map((card) => card.dataset.measure));
  await soon.ok(async () => (await ids()).every((id) => topic.get(id) === 'award'));
  const left = await ids();
  assert.ok(left.length > 0);
  await page.getByText(`显示 ${left.length} 项，另有 ${all - left.length} 项被筛选隐藏。`).waitFor();
  await page.reload();
  await page.getByText(`另有 ${all - left.length} 项被筛选隐藏。`).waitFor();
  await page.goBack();
  await page.waitForFunction((n) => document.querySelectorAll('[data-measure]').length === n, all);
  await page.getByLabel('单位').selectOption('gz-finance');
  await soon.ok(async () => {
    const units = await page
      .locator('[data-measure]')
      .evaluateAll((cards) => cards.map((card) => card.dataset.units.split(' ')));
    return units.length > 0 && units.every((some) => some.includes('gz-finance'));
  });
  await leave(page);
});

test('a filter without results has a way back, whatever the address holds', async () => {
  const page = await answered(site, phone, AWARD);
  await page.goto(`${site.program.base}/#/result?sort=%3Cimg%3E&topic=%3Cimg%20src=x%3E&unit=nobody`);
  await page.getByText('这样筛选没有结果').waitFor();
  await soon.equal(() => page.locator('main img').count(), 0);
  await assertFits(page);
  await page.locator('.notice').getByRole('button', { name: '取消筛选' }).click();
  await page.waitForFunction(() => document.querySelectorAll('[data-measure]').length > 100);
  await soon.equal(() => page.evaluate(() => location.hash), '#/result');
  await leave(page);
});

test('the order can be by amount, by effort and the notice’s own', async () => {
  const page = await answered(site, desk, {
    district: { value: '360702' },
    quality_awards: { value: ['china_quality_award_nomination', 'china_quality_award'] },
    ownership: { value: 'private' },
    loan_need: { value: true },
  });
  const order = (group) =>
    page.locator(`#g-${group} .card`).evaluateAll((cards) =>
      cards.map((card) => ({
        id: card.dataset.measure,
        worth: Math.max(
          -1,
          ...[...card.querySelectorAll('[data-unit="CNY"]')].map((one) => Number(one.dataset.value ?? 0)),
        ),
      })),
    );
  const falls = (numbers) => numbers.every((number, index) => index === 0 || number <= numbers[index - 1]);
  await page.getByLabel('排序').selectOption('amount');
  const byAmount = await order('eligible');
  assert.ok(byAmount.length > 1 && falls(byAmount.map(({ worth }) => worth)));
  await page.getByLabel('排序').selectOption('notice');
  await soon.equal(() => page.evaluate(() => location.hash), '#/result?sort=notice');
  await soon.ok(async () => {
    const items = (await order('conditional')).map(({ id }) => Number(id.split('.')[0]));
    return items.length > 1 && falls(items.map((item) => -item));
  });
  await page.getByLabel('排序').selectOption('effort');
  const { profile } = JSON.parse(
    await page.evaluate(() =>
      JSON.stringify({
        profile: Object.fromEntries(
          Object.entries(JSON.parse(sessionStorage.getItem('policycalc.answers.1')).entries).map(([id, { value }]) => [
            id,
            value,
          ]),
        ),
      }),
    ),
  );
  const { matches } = await (
    await page.request.post(`${site.program.base}/api/v1/match`, { data: { profile, detail: 'full' } })
  ).json();
  const steps = new Map(matches.map((match) => [match.measure.id, match.judged.length + match.documents.length]));
  await soon.ok(async () => {
    const efforts = (await order('conditional')).map(({ id }) => steps.get(id));
    return new Set(efforts).size > 1 && falls(efforts.map((effort) => -effort));
  });
  await leave(page);
});
