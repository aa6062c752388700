import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, assertFits, desk, field, leave, phone, record, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();
const WINNER = { district: { value: '360702' }, quality_awards: { value: ['china_quality_award'] } };

const winner = (viewport) => answered(site, viewport, WINNER);
const award = (page) => page.locator('.group-eligible .card', { hasText: '中国质量奖' }).first();

async function answerTo(page, profile) {
  return (await page.request.post(`${site.program.base}/api/v1/match`, { data: { profile, detail: 'full' } })).json();
}

for (const [name, viewport] of Object.entries({ phone, desk })) {
  test(`a company in 章贡区 with the 中国质量奖 reads its award, on a ${name}`, async () => {
    const page = await winner(viewport);
    await soon.equal(() => page.locator('.total-certain .total-figure').innerText(), '300 万元');
    const card = award(page);
    await soon.equal(() => card.locator('.benefit-amount').innerText(), '300 万元');
    // Shown without opening anything: what, how much, who, the county, what next.
    const text = await card.innerText();
    const { summary, next_step: step } = await record(site, 'measures/11.1.1a');
    for (const said of [summary, step, '市市场监管局', '章贡区人民政府', '属地落实'])
      assert.ok(text.includes(said), said);
    assert.ok(!text.includes('赣市经改办字〔2024〕2号 第11项'));
    await card.locator('.card-more > summary').click();
    await card.getByText('赣市经改办字〔2024〕2号 第11项市工作举措（本工具编号 11.1.1a）').waitFor();
    await assertFits(page);
    await leave(page);
  });
}

test('reasons say what was answered, with words beside the signs', async () => {
  const page = await winner(phone);
  await award(page).locator('.card-more > summary').click();
  const tree = award(page).locator('.tree');
  await soon.match(() => tree.innerText(), /您的回答：中国质量奖/);
  await soon.ok(async () => (await tree.locator('.sign-true .visually-hidden', { hasText: '满足' }).count()) > 0);
  await leave(page);
});

test('no template, null or code shows through, whatever the measure', async () => {
  const page = await answered(site, desk, {
    ...WINNER,
    procurement_kind: { value: 'goods' },
    entity_type: { value: 'bank' },
    employees: { value: 45, draft: { text: '45' } },
    size_industry: { value: 'industry' },
    procurement_budget: { value: '5000000', draft: { text: '500', unit: 'wan' } },
  });
  // A fold builds its inner folds only when it opens.
  const folded = page.locator('.result details:not([open]):not(.share)');
  while ((await folded.count()) > 0)
    await folded.evaluateAll((all) => {
      for (const fold of all) fold.open = true;
    });
  await page.waitForFunction(
    () => document.querySelectorAll('.card .details').length >= document.querySelectorAll('.card').length,
  );
  const text = await page.locator('.result').evaluate((element) => element.textContent);
  assert.match(text, /逐条理由/);
  assert.doesNotMatch(text, /[{}]|undefined|null|NaN|\[object|[a-z]+_[a-z]+/);
  await leave(page);
});

test('the groups hold what the API answers, and no unstated amount is a zero', async () => {
  const page = await winner(desk);
  const answer = await answerTo(page, { district: '360702', quality_awards: ['china_quality_award'] });
  for (const verdict of ['eligible', 'conditional', 'undetermined', 'not_eligible']) {
    await soon.equal(() => page.locator(`.card[data-verdict="${verdict}"]`).count(), answer.counts[verdict], verdict);
  }
  for (const amount of await page.locator('.benefit-amount, .total-figure').allTextContents()) {
    assert.doesNotMatch(amount, /^0\s*(元|万元)$/);
  }
  await leave(page);
});

test('the head names up to three things, each with worth, whom to ask and the next step', async () => {
  const page = await winner(phone);
  const things = page.locator('.thing');
  await soon.ok(async () => (await things.count()) >= 1 && (await things.count()) <= 3);
  const first = things.first();
  const { next_step: step } = await record(site, 'measures/11.1.1a');
  for (const said of ['中国质量奖奖励', '300 万元', '找市市场监管局', step])
    assert.ok((await first.innerText()).includes(said), said);
  await first.getByRole('link').click();
  await award(page).locator('.details').waitFor();
  await soon.ok(() => award(page).evaluate((card) => card === document.activeElement));
  await soon.equal(() => page.evaluate(() => location.hash), '#/result');
  await leave(page);
});

test('a number means one thing: line, tabs, groups and map count alike, without what everyone gets', async () => {
  const page = await winner(desk);
  const own = JSON.parse(await page.locator('[data-own]').getAttribute('data-own'));
  assert.ok(own.eligible > 0 && own.universal > 0 && own.undetermined > 0);
  const line = await page.locator('.summary-line').innerText();
  for (const [group, said] of [
    ['eligible', '符合'],
    ['undetermined', '还没定'],
  ]) {
    assert.match(line, new RegExp(`${said} ${own[group]} 项`));
    await soon.equal(() => page.locator(`.pill-${group} b`).innerText(), String(own[group]));
    await soon.equal(() => page.locator(`#g-${group} .card`).count(), own[group]);
  }
  assert.match(line, new RegExp(`每家企业都能用的 ${own.universal} 项服务`));
  await soon.equal(() => page.locator('#g-universal .card').count(), own.universal);
  await soon.equal(() => page.locator('#g-universal .card:visible').count(), 0);
  await leave(page);
});

test('the map shows every item once, says its state in words, and a tap filters and takes the filter off', async () => {
  const page = await winner(desk);
  const cells = page.locator('.policy-map button.map-cell');
  await soon.equal(() => cells.count(), 36);
  const award11 = cells.nth(10);
  await soon.match(() => award11.innerText(), /✓/);
  await soon.match(() => award11.getAttribute('title'), /^第 11 项 .+：符合$/);
  await award11.click();
  await soon.equal(() => page.evaluate(() => location.hash), '#/result?item=11');
  await soon.equal(() => award11.getAttribute('aria-pressed'), 'true');
  await soon.ok(() => award11.evaluate((cell) => cell === document.activeElement));
  const ids = () => page.locator('.card').evaluateAll((all) => all.map((card) => card.dataset.measure));
  await soon.ok(async () => (await ids()).length > 0 && (await ids()).every((id) => id.startsWith('11.')));
  await page.getByText('只看第 11 项').waitFor();
  await page.reload();
  await soon.ok(async () => (await ids()).length > 0 && (await ids()).every((id) => id.startsWith('11.')));
  await cells.nth(10).click();
  await soon.equal(() => page.evaluate(() => location.hash), '#/result');
  await page.locator('.map-body .fold > summary').click();
  await soon.equal(() => page.locator('.map-table tbody tr').count(), 36);
  await leave(page);
});

test('of one item the measures that apply come first, and the others are one line', async () => {
  const page = await site.open(phone, '/favicon.svg');
  const change = (refused) =>
    page.route('**/api/v1/match', async (route) => {
      const answer = await (await route.fetch()).json();
      const own = answer.matches.filter(({ sources }) => sources[0].item === 11);
      for (const [index, match] of own.entries()) match.verdict = index < refused ? 'not_eligible' : 'eligible';
      await route.fulfill({ json: answer });
    });
  await change(3);
  await page.goto(`${site.program.base}/#/result?item=11`);
  const others = page.locator('#g-others');
  await soon.match(() => others.locator('summary').first().innerText(), /^这一项里另有 3 条不符合$/);
  await soon.equal(() => others.locator('.card:visible').count(), 0);
  await soon.equal(() => page.locator('#g-not_eligible, .pill-not_eligible').count(), 0);
  await soon.ok(async () => (await page.locator('#g-eligible .card').count()) > 0);
  await others.locator('summary').first().click();
  await soon.equal(() => others.locator('.card:visible').count(), 3);
  // Where nothing applies, the refused ones are what there is to see.
  await page.unroute('**/api/v1/match');
  await change(Infinity);
  await page.reload();
  await soon.ok(async () => (await page.locator('#g-not_eligible .card:visible').count()) > 0);
  await soon.equal(() => others.count(), 0);
  await leave(page);
});

test('the way to a measure has a stop for the step, the unit and what is judged, and none without data', async () => {
  const page = await site.open(phone, '/favicon.svg');
  await page.route('**/api/v1/match', async (route) => {
    const answer = await (await route.fetch()).json();
    const match = answer.matches.find(({ measure }) => measure.id === '25.1.4');
    Object.assign(match, { verdict: 'conditional', missing: [] });
    const bare = answer.matches.find(({ measure }) => measure.id === '1.1.b');
    Object.assign(bare, { verdict: 'conditional', missing: [], judged: [], delivery: null, next_step: null });
    await route.fulfill({ json: answer });
  });
  await page.goto(`${site.program.base}/#/result`);
  const solar = page.locator('[id="m-25.1.4"]');
  const stops = () => solar.locator('.route-stop').evaluateAll((all) => all.map((stop) => stop.dataset.stop));
  await soon.deepEqual(stops, ['now', 'whom', 'wait']);
  const { next_step: step, judged } = await record(site, 'measures/25.1.4');
  const text = await solar.locator('.route').innerText();
  for (const said of ['现在', step, '找谁', '市供电公司', '等什么', `${judged[0].by}认定：${judged[0].text}`])
    assert.ok(text.includes(said), said);
  const single = page.locator('[id="m-1.1.b"]');
  await soon.equal(() => single.locator('.route-single').count(), 1);
  await soon.equal(() => single.locator('.route-stop').count(), 0);
  await leave(page);
});

test('the size is shown on the limits of the trade, which come from the service', async () => {
  const page = await answered(site, phone, {
    entity_type: { value: 'company' },
    district: { value: '360702' },
    size_industry: { value: 'catering' },
    employees: { value: 3, draft: { text: '3' } },
  });
  const panel = page.locator('.panel-size');
  const { screens } = await record(site, 'screens');
  const { options } = screens.find(({ picture }) => picture === 'bands');
  const [small, medium, large] = ['small', 'medium', 'large'].map(
    (size) => options.find(({ id }) => id === `catering_${size}`).begins,
  );
  const shown = (index) => panel.locator('.ruler-classes').nth(index).locator('.ruler-limits > span').allInnerTexts();
  await soon.deepEqual(
    () => shown(0),
    [small, medium, large].map(({ employees }) => String(employees)),
  );
  await soon.deepEqual(
    () => shown(1),
    [small, medium, large].map(({ annual_revenue: yuan }) => (yuan / 10000).toLocaleString('en')),
  );
  await soon.equal(() => panel.locator('.ruler-dot').count(), 1); // the revenue is not known
  await soon.match(() => panel.innerText(), new RegExp(`从业人员 3 人；界线 ${small.employees} 人`));
  await assertFits(page);
  await leave(page);
});

test('a Chinese heading breaks between words, and its text is whole', async () => {
  const page = await winner(phone);
  const title = award(page).locator('.card-title');
  assert.equal(await title.evaluate((element) => element.textContent), '中国质量奖奖励');
  await soon.ok(async () => (await title.locator('wbr').count()) >= 1);
  await soon.equal(() => title.evaluate((element) => getComputedStyle(element).wordBreak), 'keep-all');
  await leave(page);
});

test('without the notice there is no map, and the result stays', async () => {
  const page = await site.open(phone, '/favicon.svg');
  await page.route('**/api/v1/clauses', (route) => route.abort());
  await page.goto(`${site.program.base}/#/result`);
  await page.locator('.result').waitFor();
  await soon.ok(() => page.locator('.map-panel').isHidden());
  await leave(page);
});

test('what is marked stays with the visit, and an award that was received leaves the sum and the head', async () => {
  const page = await winner(phone);
  const mark = (name) => award(page).getByRole('button', { name });
  await mark('我要办').click();
  await soon.equal(() => mark('我要办').getAttribute('aria-pressed'), 'true');
  await page.reload();
  await soon.equal(() => mark('我要办').getAttribute('aria-pressed'), 'true');
  await mark('已领取').click();
  await page.locator('.totals').waitFor({ state: 'detached' });
  await award(page).getByText('已领过').waitFor();
  await soon.equal(() => page.locator('[data-thing="11.1.1a"]').count(), 0);
  await soon.equal(() => mark('我要办').getAttribute('aria-pressed'), 'false');
  await mark('已领取').click();
  await page.locator('.total-certain').getByText('300 万元').waitFor();
  await page.locator('[data-thing="11.1.1a"]').waitFor();
  await leave(page);
});

test('one more screen is a button that says what it asks and how many it decides', async () => {
  const page = await answered(site, phone, { district: { value: '360702' }, entity_type: { value: 'company' } });
  const { next_screen: next } = await answerTo(page, { district: '360702', entity_type: 'company' });
  const { screens } = await record(site, 'screens');
  const go = page.locator('a[data-screen]');
  await soon.match(() => go.innerText(), new RegExp(`能定 ${next.decides.length} 项`));
  await soon.equal(() => go.getAttribute('href'), `#/screen/${next.id}`);
  const part = page.locator('[data-kind="screen"]');
  await part.getByText(screens.find(({ id }) => id === next.id).ask).waitFor();
  await soon.equal(() => part.locator('.card').count(), next.decides.length);
  await leave(page);
});

test('without a next screen there is no button, and no question in the page', async () => {
  for (const next of [null, undefined]) {
    const page = await answered(site, phone, { district: { value: '360702' } });
    await page.route('**/api/v1/match', async (route) => {
      const answer = await (await route.fetch()).json();
      await route.fulfill({ json: { ...answer, next_screen: next } });
    });
    await page.reload();
    await page.locator('[data-kind="asked"]').waitFor();
    await soon.equal(() => page.locator('a[data-screen]').count(), 0);
    await soon.equal(() => page.locator('.open .asked-one').count(), 0);
    await leave(page);
  }
});

test('a share of procurement is no income, and a ruler shows the budget beside the ceiling', async () => {
  const page = await answered(site, phone, {
    entity_type: { value: 'company' },
    district: { value: '360703' },
    enterprise_size: { value: 'small' },
    large_controlled: { value: false },
    procurement_kind: { value: 'works' },
    procurement_buyer: { value: 'ganzhou' },
    procurement_budget: { value: '4500000', draft: { text: '450', unit: 'wan' } },
    procurement_above_limit: { value: true },
    procurement_sme_suitable: { value: true },
  });
  const share = page.locator('[id="m-8.1.b"]');
  await share.getByText('预留份额，不是补贴').first().waitFor();
  await soon.match(() => share.locator('figcaption').first().innerText(), /采购项目预算 450 万元；界线 400 万元/);
  await soon.equal(() => page.locator('.totals').count(), 0);
  await assertFits(page);
  await leave(page);
});

test('nothing under one condition short contradicts the condition that failed', async () => {
  const page = await answered(site, phone, {
    entity_type: { value: 'company' },
    district: { value: '360702' },
    size_industry: { value: 'industry' },
    employees: { value: 500, draft: { text: '500' } },
    annual_revenue: { value: '300000000', draft: { text: '30000', unit: 'wan' } },
  });
  await page.route('**/api/v1/match', async (route) => {
    const answer = await (await route.fetch()).json();
    answer.matches.find(({ measure }) => measure.id === '11.1.2').one_condition_away = true;
    await route.fulfill({ json: answer });
  });
  await page.reload();
  const card = page.locator('#g-near .card[id="m-11.1.2"]');
  // The size was worked out, not answered.
  await soon.match(() => card.locator('.marks').innerText(), /判断为：中型/);
  await card.locator('.card-more > summary').click();
  await card.locator('.tree').waitFor();
  assert.doesNotMatch(await card.innerText(), /下一步|您的回答：中型/);
  await leave(page);
});

for (const [who, entries, said] of [
  ['from outside', { district: { value: 'outside' }, entity_type: { value: 'company' } }, /主要面向在赣州登记的企业/],
  ['that is a founder', { registration_status: { value: 'not_yet_registered' } }, /还没有登记/],
  ['that is deregistered', { registration_status: { value: 'deregistered' } }, /已经注销/],
]) {
  test(`a firm ${who} hears an honest sentence`, async () => {
    const page = await answered(site, phone, entries);
    await soon.match(() => page.locator('.plain-word').innerText(), said);
    await leave(page);
  });
}

test('a visitor without answers sees no card, no sum and no padding', async () => {
  const page = await answered(site, phone, {});
  await page.getByText('还没有能确定的措施').waitFor();
  await soon.equal(() => page.locator('.card:visible').count(), 0);
  await soon.equal(() => page.locator('.thing').count(), 0);
  await soon.equal(() => page.locator('.totals').count(), 0);
  await soon.ok(async () => (await page.evaluate(() => document.documentElement.scrollHeight)) < 4500);
  await leave(page);
});

test('a long group shows its first cards, and the others on demand', async () => {
  const page = await answered(site, phone, {
    district: { value: '360702' },
    entity_type: { value: 'company' },
    ownership: { value: 'private' },
    loan_need: { value: true },
  });
  const group = page.locator('#g-conditional');
  const shown = await group.locator('.card:visible').count();
  const all = await group.locator('.card').count();
  assert.ok(shown < all);
  await group.getByText(`再看 ${all - shown} 项`).click();
  await soon.equal(() => group.locator('.card:visible').count(), all);
  await leave(page);
});

test('what is missing leads to its question, and back without loss', async () => {
  const page = await winner(phone);
  await page.locator('.helps-fold > summary').first().click();
  const card = page.locator('.card-undetermined:visible').first();
  await card.locator('.card-more > summary').click();
  const link = card.locator('.row-missing a').first();
  const fact = decodeURIComponent((await link.getAttribute('href')).split('/').pop());
  await link.click();
  await field(page, fact).waitFor();
  await soon.ok(() => field(page, fact).evaluate((element) => element.contains(document.activeElement)));
  await page.goBack();
  await page.locator('.total-certain').getByText('300 万元').waitFor();
  await page.reload();
  await page.locator('.total-certain').getByText('300 万元').waitFor();
  await leave(page);
});

test('each card leads to its own form for errors, and the head to all ways on', async () => {
  const page = await winner(phone);
  const tells = await page
    .locator('.card')
    .evaluateAll((all) => all.map((card) => [card.dataset.measure, card.querySelector('.tell').getAttribute('href')]));
  for (const [id, href] of tells) assert.equal(href, `#/tell/${id}`);
  for (const [name, href] of [
    ['修改回答', '#/form'],
    ['核对回答', '#/check'],
    ['一次性告知单', '#/sheet'],
    ['保存', '#/save'],
  ]) {
    await soon.equal(() => page.locator('main').getByRole('link', { name, exact: true }).getAttribute('href'), href);
  }
  await leave(page);
});

test('a date before the notice was in force gives nothing in force', async () => {
  const page = await answered(site, phone, WINNER);
  await page.evaluate(() => {
    const kept = JSON.parse(sessionStorage.getItem('policycalc.answers.1'));
    sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ ...kept, as_of: '2024-03-12' }));
  });
  await page.reload();
  await page.locator('.group-not_in_force > summary').click();
  await page.getByText(/在所选日期不在有效期/).waitFor();
  await page.locator('.expired li').first().getByText('从 2024-03-13 起才适用').waitFor();
  await page.getByText('按 2024-03-12 的政策计算').waitFor();
  await soon.equal(() => page.locator('.card').count(), 0);
  await leave(page);
});

test('paper shows every card that counts on a few sheets, and the screen holds them back again', async () => {
  const page = await answered(site, desk, {
    district: { value: '360702' },
    entity_type: { value: 'company' },
    ownership: { value: 'private' },
    loan_need: { value: true },
  });
  const hidden = page.locator('.group-eligible .card:not(:visible), .group-conditional .card:not(:visible)');
  const held = await hidden.count();
  assert.ok(held > 0, 'nothing is held back');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await soon.equal(() => hidden.count(), 0);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await soon.equal(() => hidden.count(), held);
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages <= 20, `${pages} pages`);
  await leave(page);
});

test('sharing that cannot be loaded is said, and the result stays', async () => {
  const page = await winner(phone);
  await page.route('**/js/company/share/panel.js', (route) => route.abort());
  await page.locator('.share > summary').click();
  await page.locator('.share .notice-trouble').waitFor();
  await soon.equal(() => page.locator('.total-certain .total-figure').innerText(), '300 万元');
  await leave(page);
});

test('the chosen needs come first, and can be put aside', async () => {
  const page = await answered(site, phone, {
    entity_type: { value: 'company' },
    district: { value: '360702' },
    ownership: { value: 'private' },
    loan_need: { value: true },
  });
  await page.evaluate(() => {
    const kept = JSON.parse(sessionStorage.getItem('policycalc.answers.1'));
    sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ ...kept, needs: ['finance'] }));
  });
  await page.reload();
  const first = page.locator('.group-conditional .card-topic').first();
  await first.getByText('贷款融资').waitFor();
  const topics = await page.locator('.group-conditional .card-topic').allTextContents();
  const finance = topics.map((text) => text.startsWith('贷款融资'));
  assert.ok(finance.includes(false), 'all are about finance: the order shows nothing');
  assert.deepEqual(
    finance,
    [...finance].sort((a, b) => Number(b) - Number(a)),
  );
  await page.locator('.result-controls > summary').click();
  await page.getByLabel('排序').selectOption('按通知的顺序');
  await soon.match(() => page.url(), /sort=notice/);
  await soon.notDeepEqual(() => page.locator('.group-conditional .card-topic').allTextContents(), topics);
  await leave(page);
});
