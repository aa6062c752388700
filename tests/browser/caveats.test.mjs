// Notes of an answer and its measures are shown by kind and code, whatever their words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, assertFits, desk, leave, phone, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();
const winner = { district: { value: '360702' }, quality_awards: { value: ['china_quality_award'] } };
const MEASURE = '11.1.1a';

/** The winner's result, from an answer that `change` has altered. */
async function result(viewport, change, address = '#/result') {
  const page = await answered(site, viewport, winner);
  await page.route('**/api/v1/match', async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: change(answer) ?? answer });
  });
  await page.goto(`${site.program.base}/${address}`);
  await page.reload();
  await page.locator('.result, .sheet').first().waitFor();
  return page;
}

const matchOf = (answer) => answer.matches.find(({ measure }) => measure.id === MEASURE);
const card = (page) => page.locator(`[id="m-${MEASURE}"]`);
const kinds = ['exclusive', 'ask_first', 'conflict', 'newer_law', 'deadline', 'reading', 'note'];
const caveats = kinds.map((kind) => ({
  kind,
  text: `<b>${kind.toUpperCase()}</b> 普通的话`,
  source:
    kind === 'newer_law'
      ? { document: 'private-economy-law', number: '主席令', item: null, cell: null, clause: '第九条' }
      : null,
}));
const text = (kind) => `<b>${kind.toUpperCase()}</b> 普通的话`;

test('a card shows at once what presses, each under its label, and the rest in its fold', async () => {
  const page = await result(phone, (answer) => {
    matchOf(answer).caveats = caveats;
  });
  const shown = async () =>
    card(page)
      .locator('.marks [data-caveat]:visible')
      .evaluateAll((all) => all.map((one) => one.dataset.caveat));
  await soon.deepEqual(() => shown(), ['exclusive', 'deadline', 'conflict']);
  await card(page).getByText('还有 2 点要注意').click();
  await soon.deepEqual(() => shown(), ['exclusive', 'deadline', 'conflict', 'ask_first', 'newer_law']);
  const law = card(page).locator('.marks [data-caveat="newer_law"]');
  await soon.match(() => law.innerText(), /新规定：<b>NEWER_LAW<\/b>/);
  await soon.match(() => law.getByRole('link').innerText(), /第九条/);
  await card(page).locator('.card-more > summary').click();
  for (const [kind, label] of [
    ['reading', '本工具的理解'],
    ['note', '说明'],
    ['conflict', '规定不一致'],
  ]) {
    await card(page).locator(`.row-${kind}`, { hasText: label }).getByText(text(kind)).waitFor();
  }
  await assertFits(page);
  await leave(page);
});

test('where nothing presses at once one line says how many there are, and paper has them all', async () => {
  const page = await result(phone, (answer) => {
    matchOf(answer).caveats = caveats.filter(({ kind }) => kind === 'ask_first' || kind === 'newer_law');
  });
  await card(page).getByText('有 2 点要注意', { exact: true }).waitFor();
  await soon.equal(() => card(page).locator('[data-caveat]:visible').count(), 0);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await soon.equal(() => card(page).locator('.marks [data-caveat]:visible').count(), 2);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await soon.equal(() => card(page).locator('[data-caveat]:visible').count(), 0);
  await leave(page);
});

test('nothing is decided by the words of a text', async () => {
  const page = await result(phone, (answer) => {
    matchOf(answer).caveats = [{ kind: 'note', text: '不能同时享受，只发一次，请先问清', source: null }];
  });
  await soon.equal(() => card(page).locator('.marks [data-caveat]').count(), 0);
  await leave(page);
});

test('a note that several measures share is shown once', async () => {
  let ids = [];
  const page = await result(desk, (answer) => {
    const all = answer.matches.filter(({ measure }) => measure.kind !== 'benefit').slice(0, 3);
    for (const match of all)
      Object.assign(match, { verdict: 'eligible', missing: [], measure: { ...match.measure, universal: false } });
    ids = all.map(({ measure }) => measure.id);
    for (const match of all) match.caveats = [caveats[2]];
  });
  assert.equal(ids.length, 3);
  const common = page.locator('#g-eligible > .group-notes [data-caveat="conflict"]', {
    hasText: text('conflict'),
  });
  await soon.match(() => common.innerText(), /以下有 3 项要注意/);
  for (const id of ids) await soon.equal(() => page.locator(`[id="m-${id}"] .marks [data-caveat]`).count(), 0);
  await leave(page);
});

test('a sum is called what it is on screen, and its notes follow by kind', async () => {
  const page = await result(phone, (answer) => {
    answer.totals.caveats = [caveats[0]];
  });
  await page.locator('.total-certain dt', { hasText: '文件写明的金额（以核定为准）' }).waitFor();
  await soon.match(() => page.locator('.total-caveats [data-caveat="exclusive"]').innerText(), /不能同时享受/);
  assert.doesNotMatch(await page.locator('.totals').innerText(), /确定/);
  await leave(page);
});

test('an example is called an example and never a minimum; a refused company sees none', async () => {
  const example = { status: 'computed', value: 800000, unit: 'CNY', unit_label: '元', bound: 'example', formula: null };
  for (const [verdict, shown] of [
    ['conditional', '举例：80 万元'],
    ['undetermined', '举例：80 万元'],
    ['not_eligible', null],
  ]) {
    const page = await result(phone, (answer) => {
      const match = matchOf(answer);
      Object.assign(match, {
        verdict,
        missing: verdict === 'undetermined' ? ['district'] : [],
        benefits: [{ id: 'x', type: 'procurement', label: '预留', amount: example, paid: false }],
      });
    });
    await card(page).waitFor({ state: 'attached' });
    await soon.deepEqual(
      () => card(page).locator('.benefit-amount').allTextContents(),
      shown === null ? [] : [shown],
      verdict,
    );
    assert.doesNotMatch(await card(page).evaluate((element) => element.textContent), /不低于|如符合/);
    await leave(page);
  }
});

test('points of a per cent are named as such', async () => {
  const page = await result(phone, (answer) => {
    matchOf(answer).benefits = [
      {
        id: 'x',
        type: 'credit',
        label: '空间',
        paid: false,
        amount: {
          status: 'computed',
          value: 1.5,
          unit: 'percentage_point',
          unit_label: '个百分点',
          bound: 'exact',
          formula: null,
        },
      },
      {
        id: 'y',
        type: 'credit',
        label: '上限',
        paid: false,
        amount: { status: 'computed', value: 4.5, unit: 'percent', unit_label: '%', bound: 'exact', formula: null },
      },
    ];
  });
  await soon.deepEqual(() => card(page).locator('.benefit-amount').allInnerTexts(), ['1.5 个百分点', '4.5%']);
  await leave(page);
});

test('what was paid out says so', async () => {
  const page = await result(phone, (answer) => {
    matchOf(answer).benefits[0].paid = true;
  });
  await card(page).locator('.benefits .paid', { hasText: '已领过' }).waitFor();
  await page.goto(`${site.program.base}/#/sheet`);
  await page.locator('.sheet .paid', { hasText: '已领过' }).waitFor();
  await leave(page);
});

test('notes of the whole answer appear once above the results, warnings as warnings', async () => {
  const late = { code: 'beyond_last_checked', text: '太久没有核对', text_en: 'checked too long ago' };
  for (const address of ['#/result', '#/sheet']) {
    const page = await result(
      phone,
      (answer) => {
        answer.notices = [...answer.notices, late];
      },
      address,
    );
    await soon.equal(() => page.locator('[data-notice="delivery"]').count(), 1);
    await soon.ok(() =>
      page.locator('[data-notice="beyond_last_checked"].notice-trouble', { hasText: late.text }).isVisible(),
    );
    await leave(page);
  }
});

test('a company to be registered sees apart what is open afterwards', async () => {
  const page = await answered(site, phone, { registration_status: { value: 'not_yet_registered' } });
  const { after_registration: ids, matches } = await (
    await fetch(`${site.program.base}/api/v1/match`, {
      method: 'POST',
      body: JSON.stringify({ profile: { registration_status: 'not_yet_registered' }, detail: 'full' }),
      headers: { 'Content-Type': 'application/json' },
    })
  ).json();
  assert.ok(ids.length > 0);
  const later = page.locator('#g-later');
  await later.locator('summary', { hasText: '登记以后可用' }).click();
  await soon.deepEqual(
    () => later.locator('[data-later]').evaluateAll((all) => all.map((one) => one.dataset.later)),
    ids,
  );
  await later.getByRole('link', { name: matches.find(({ measure }) => measure.id === ids[0]).measure.title }).waitFor();
  await leave(page);
});

test('what every company gets is folded under one line', async () => {
  let n = 0;
  const page = await result(phone, (answer) => {
    for (const match of answer.matches)
      match.measure.universal = match.verdict === 'eligible' && match.measure.kind === 'service';
    n = answer.matches.filter(({ measure }) => measure.universal).length;
  });
  assert.ok(n > 1);
  const line = page.locator('#g-universal > summary', { hasText: `每家企业都能用的 ${n} 项服务` });
  await line.waitFor();
  await soon.equal(() => page.locator('#g-universal .card:visible').count(), 0);
  await line.click();
  await soon.equal(() => page.locator('#g-universal .card:visible').count(), n);
  await leave(page);
});

test('a firm that is deregistered does not read that something is still open', async () => {
  const page = await answered(site, phone, { registration_status: { value: 'deregistered' } });
  await page.getByRole('heading', { name: '按目前的回答，没有适用的措施' }).waitFor();
  await soon.equal(() => page.getByText('目前还没有能确定的措施').count(), 0);
  await leave(page);
});

test('paper holds no question to answer', async () => {
  const page = await answered(site, phone, winner);
  await page.emulateMedia({ media: 'print' });
  await soon.ok(async () => !(await page.locator('.open').isVisible()));
  await leave(page);
});

test('an open measure is shown even if it depends on no question', async () => {
  const page = await result(phone, (answer) => {
    Object.assign(matchOf(answer), { verdict: 'undetermined', missing: [] });
  });
  await page.locator(`.open [data-kind="authority"] [id="m-${MEASURE}"]`).waitFor();
  await leave(page);
});
