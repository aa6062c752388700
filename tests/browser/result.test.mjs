import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFits, desk, field, leave, openTopic, phone, submit, useSite } from './site.mjs';

const site = useSite();

async function winner(viewport) {
  const page = await site.open(viewport);
  await field(page, 'district').getByRole('combobox').selectOption('章贡区');
  await openTopic(page, 'quality_awards');
  await field(page, 'quality_awards').getByLabel('中国质量奖', { exact: true }).check();
  await submit(page);
  await page.locator('.result').waitFor();
  return page;
}

for (const [name, viewport] of Object.entries({ phone, desk })) {
  test(`a company in 章贡区 with the 中国质量奖 reads its award, on a ${name}`, async () => {
    const page = await winner(viewport);
    assert.equal(await page.locator('.total-certain .total-figure').innerText(), '300 万元');
    const card = page.locator('.group-eligible .card', { hasText: '中国质量奖' }).first();
    assert.equal(await card.locator('.benefit-amount').innerText(), '300 万元');
    await card.getByText('市市场监管局', { exact: true }).waitFor();
    await card.getByText('章贡区人民政府', { exact: true }).waitFor();
    await card.getByText('属地落实').waitFor();
    assert.match(await card.innerText(), /赣市经改办字〔2024〕2号 第11项第1格第1a款/);
    await assertFits(page);
    await leave(page);
  });
}

test('reasons say what was answered, with words beside the signs', async () => {
  const page = await winner(phone);
  const card = page.locator('.group-eligible .card', { hasText: '中国质量奖' }).first();
  await card.getByText('逐条理由').click();
  const tree = card.locator('.tree');
  assert.match(await tree.innerText(), /您的回答：中国质量奖/);
  assert.ok(await tree.locator('.sign-true .visually-hidden', { hasText: '满足' }).count() > 0);
  await leave(page);
});

test('no template, null or code shows through, whatever the measure', async () => {
  const page = await winner(desk);
  await page.evaluate(() => {
    const key = 'policycalc.answers.1';
    const kept = JSON.parse(sessionStorage.getItem(key));
    Object.assign(kept.entries, { procurement_kind: { value: 'goods' }, entity_type: { value: 'bank' }, employees: { value: 45, draft: { text: '45' } },
      size_industry: { value: 'industry' }, procurement_budget: { value: '5000000', draft: { text: '500', unit: 'wan' } } });
    sessionStorage.setItem(key, JSON.stringify(kept));
  });
  await page.reload();
  await page.locator('.result').waitFor();
  const text = await page.locator('.result').evaluate((element) => element.textContent);
  assert.doesNotMatch(text, /[{}]|undefined|null|NaN|\[object|[a-z]+_[a-z]+/);
  await leave(page);
});

test('the groups hold what the API answers, and no unstated amount is a zero', async () => {
  const page = await winner(desk);
  const profile = { district: '360702', quality_awards: ['china_quality_award'] };
  const answer = await (await page.request.post(`${site.program.base}/api/v1/match`, { data: { profile } })).json();
  for (const verdict of ['eligible', 'conditional', 'undetermined']) {
    assert.equal(await page.locator(`.group-${verdict} .card`).count(), answer.counts[verdict], verdict);
  }
  assert.equal(await page.locator('.group-near .card, .group-not_eligible .card').count(), answer.counts.not_eligible);
  for (const amount of await page.locator('.benefit-amount, .total-figure').allInnerTexts()) {
    assert.doesNotMatch(amount, /^0\s*(元|万元)$/);
  }
  await leave(page);
});

test('what is missing leads to its question, and back without loss', async () => {
  const page = await winner(phone);
  const link = page.locator('.row-missing a').first();
  const fact = decodeURIComponent((await link.getAttribute('href')).split('/').pop());
  await link.click();
  await field(page, fact).waitFor();
  assert.ok(await field(page, fact).evaluate((element) => element.contains(document.activeElement)));
  assert.equal(await field(page, 'district').getByRole('combobox').inputValue(), '360702');
  await page.goBack();
  await page.locator('.total-certain').getByText('300 万元').waitFor();
  await page.reload();
  await page.locator('.total-certain').getByText('300 万元').waitFor();
  await leave(page);
});

test('a date before the notice was in force gives nothing in force', async () => {
  const page = await site.open();
  await page.locator('.topic-advanced > summary').click();
  await page.getByLabel('按哪一天的政策计算').fill('2024-03-12');
  await submit(page);
  await page.locator('.group-not_in_force > summary').click();
  await page.getByText(/在所选日期不在有效期/).waitFor();
  await page.locator('.expired li').first().getByText('从 2024-03-13 起才适用').waitFor();
  await page.getByText('按 2024-03-12 的政策计算').waitFor();
  assert.equal(await page.locator('.card').count(), 0);
  await leave(page);
});

test('paper shows every reason', async () => {
  const page = await winner(desk);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  assert.equal(await page.locator('details:not([open])').count(), 0);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  assert.ok(await page.locator('details:not([open])').count() > 0);
  await leave(page);
});
