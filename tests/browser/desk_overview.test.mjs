// The supervisor's numbers, the lists behind them, and what is done to many matters at once.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ask, begun } from './applicants.mjs';
import { violations } from './axe.mjs';
import { atDesk, go, heading, useDesk } from './desk.mjs';
import { look, looks } from './looks.mjs';
import { assertFits, desk, leave, phone } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const UNIT = 'gz-market-regulation';
const FIRMS = 31;

async function openMany(page, count) {
  const made = [];
  for (let i = 0; i < count; i += 1) {
    const { id } = await begun(page, {
      name: `赣州第${i}有限公司`,
      contact: '0797-8000000',
      profile: { district: '360702', quality_awards: ['china_quality_award'] },
      verified: [],
    });
    const { id: matter } = await ask(page, 'POST', 'matters', { applicant: id, measure: '11.1.1a' });
    made.push(await ask(page, 'POST', `matters/${matter}/steps`, { to: 'preparing', revision: 1 }));
  }
  return made;
}

test('a number opens its matters, and many are handed over and reassigned in three steps', async () => {
  const boss = await atDesk(site, 'over.boss', 'supervisor');
  const clerk = await atDesk(site, 'over.clerk', 'clerk', { county: '360702' });
  site.staff('over.first', 'handler', { name: '第一位', unit: UNIT });
  site.staff('over.next', 'handler', { name: '下一位', unit: UNIT });
  await openMany(clerk, FIRMS);

  await go(site, clerk, '#/?view=mine');
  await clerk.getByRole('button', { name: `全选 ${FIRMS} 件` }).click();
  await clerk.getByText(`已选 ${FIRMS} 件`).waitFor();
  await clerk.locator('#bulk-over').click();
  await clerk.getByText(`✓ 已转办 ${FIRMS} 件`).waitFor();
  await soon.equal(() => clerk.locator('#bulk-give').count(), 0);

  await go(site, boss, '#/overview');
  await heading(boss, '总览');
  const place = boss.locator(`[data-place="${UNIT}"]`);
  await soon.match(() => place.innerText(), new RegExp(`${FIRMS}[^]*0[^]*${FIRMS}`));
  await place.locator('a[href*="view=nobody"]').click();
  await boss.getByText(`共 ${FIRMS} 件`).waitFor();
  await soon.equal(() => boss.locator('[data-matter]').count(), FIRMS);

  // One that changes meanwhile is left, with the reason.
  const { matters } = await ask(boss, 'GET', `matters?unit=${UNIT}`);
  const { people } = await ask(boss, 'GET', 'people');
  const first = people.find(({ name }) => name === '第一位');
  await boss.evaluate(() =>
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' }),
  );
  const [other] = matters;
  await ask(clerk, 'PUT', `matters/${other.id}/documents`, { ticked: [0], revision: other.revision });
  await boss.keyboard.press('Alt+A');
  await boss.locator('#bulk-to').selectOption(String(first.id));
  await boss.locator('#bulk-give').click();
  await boss.getByText(`✓ 已改派 ${FIRMS - 1} 件，1 件没有办：`).waitFor();
  await boss.locator(`[data-left="${other.id}"]`).getByText('刚被别人改过').waitFor();
  await soon.equal(() => boss.locator('[data-matter]').count(), 1);
  for (const page of [boss, clerk]) await leave(page);
});

test('by keyboard one is chosen and given', async () => {
  const boss = await atDesk(site, 'key.boss', 'supervisor');
  await boss.locator('[data-matter]').first().waitFor();
  await boss.locator('#view-nobody').focus();
  await boss.keyboard.press('Alt+J');
  await boss.keyboard.press('Alt+X');
  await boss.getByText('已选 1 件').waitFor();
  await boss.keyboard.press('Alt+G');
  await soon.equal(() => boss.evaluate(() => document.activeElement.id), 'bulk-over');
  await boss.keyboard.press('Alt+J');
  await boss.keyboard.press('Alt+X');
  await boss.getByText('已选 0 件').waitFor();
  await leave(boss);
});

test('the overview fits and has no fault in every look, and its tables are exported', async () => {
  const boss = await atDesk(site, 'look.boss', 'supervisor');
  for (const one of looks) {
    for (const address of ['#/overview', '#/people', `#/unit-list/${UNIT}`, '#/']) {
      await go(site, boss, '#/nowhere');
      await look(boss, one);
      await boss.reload();
      await boss.locator('h1').waitFor();
      await go(site, boss, address);
      const signs = ['.flow-table', '.units-table', '.paper', '[data-matter]'];
      await boss.locator(signs.join(', ')).first().waitFor({ state: 'attached' });
      await assertFits(boss);
      assert.deepEqual(await violations(boss), [], `${address} ${JSON.stringify(one)}`);
    }
  }
  await go(site, boss, '#/overview?by=county');
  for (const [table, expected] of [
    ['places', '章贡区'],
    ['weeks', '周一'],
    ['ages', '已转办'],
    ['ends', '已兑现'],
  ]) {
    const link = boss.locator(`a[href*="table=${table}"]`);
    await link.waitFor();
    const [file] = await Promise.all([boss.waitForEvent('download'), link.click()]);
    const text = readFileSync(await file.path(), 'utf8');
    assert.ok(text.includes(expected), text);
  }
  await leave(boss);
});

/** What the plot of `table` draws: how many of each mark. */
const marks = (page, table, mark) => page.locator(`[data-flow="${table}"] ${mark}`).count();

/** The values that it draws for each series, in the order of the drawing. */
const valuesDrawn = (page, table) =>
  page.locator(`[data-flow="${table}"] .ct-series`).evaluateAll((all) =>
    all.map((one) => ({
      series: one.getAttribute('class').match(/ct-series-([a-d])/)[1],
      values: [...one.querySelectorAll('.ct-bar, .ct-point')].map((mark) => Number(mark.getAttribute('ct:value'))),
    })),
  );

/** The columns of its table as numbers, without those that are not plotted. */
async function columns(page, table, count) {
  const rows = await page
    .locator(`[data-flow="${table}"] tbody tr`)
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent))));
  return Array.from({ length: count }, (_, index) => rows.map((cells) => cells[index]));
}

for (const viewport of [phone, desk]) {
  test(`the plots are drawn in the colours of the page and say what their tables say, ${viewport.width} px`, async () => {
    const asked = [];
    const boss = await atDesk(site, `plot${viewport.width}`, 'supervisor', { viewport });
    boss.on('request', (request) => {
      if (request.url().includes('/vendor/')) asked.push(request.url());
    });
    await boss.locator('[data-matter]').first().waitFor();
    assert.deepEqual(asked, []); // the queue plots nothing
    await boss.route('**/api/v1/hall/overview/flow*', async (route) => {
      const response = await route.fetch();
      const flow = await response.json();
      const ends = flow.ends.map((one, index) => ({
        ...one,
        number: 9,
        median_days: index + 1,
        most_days: 20 + index,
      }));
      await route.fulfill({ response, json: { ...flow, ends } });
    });
    await go(site, boss, '#/overview');
    await boss.locator('[data-flow="ends"] svg').waitFor();
    assert.deepEqual(asked, [`${site.program.base}/vendor/chartist.js`]);
    const rows = (table) => boss.locator(`[data-flow="${table}"] tbody tr`).count();
    await soon.equal(() => marks(boss, 'weeks', '.ct-line'), 2);
    assert.equal(await marks(boss, 'weeks', '.ct-point'), 2 * (await rows('weeks')));
    assert.equal(await marks(boss, 'ages', '.ct-bar'), 4 * (await rows('ages')));
    assert.equal(await marks(boss, 'ends', '.ct-bar'), 2 * (await rows('ends')));
    await soon.match(() => boss.locator('[data-flow="ends"] svg').textContent(), /已兑现/);
    await assertFits(boss);
    for (const [table, count] of [
      ['weeks', 2],
      ['ages', 4],
    ]) {
      const wanted = (await columns(boss, table, count)).map((values, index) => ({ series: 'abcd'[index], values }));
      assert.deepEqual(await valuesDrawn(boss, table), wanted, table);
    }
    // Lying bars are drawn from below.
    const [median, most] = await columns(boss, 'ends', 2);
    assert.deepEqual(await valuesDrawn(boss, 'ends'), [
      { series: 'b', values: most.reverse() },
      { series: 'a', values: median.reverse() },
    ]);

    const colours = () =>
      boss.evaluate(() => {
        const drawn = getComputedStyle(document.querySelector('[data-flow="weeks"] .ct-series-a .ct-line')).stroke;
        const place = document.createElement('p');
        place.style.color = 'var(--accent)';
        document.body.append(place);
        const wanted = getComputedStyle(place).color;
        place.remove();
        return { drawn, wanted };
      });
    const seen = [];
    for (const colorScheme of ['light', 'dark']) {
      await boss.emulateMedia({ colorScheme });
      const { drawn, wanted } = await colours();
      assert.equal(drawn, wanted);
      seen.push(drawn);
      assert.deepEqual(await violations(boss), []);
    }
    assert.notEqual(seen[0], seen[1]);
    // Narrower, as on paper, the whole picture is still there.
    await boss.emulateMedia({ media: 'print', colorScheme: 'light' });
    const box = await boss.locator('[data-flow="weeks"] svg').getAttribute('viewBox');
    assert.match(box, /^0 0 [1-9]/);
    await leave(boss);
  });
}

test('without the library the page says so, and its tables are there', async () => {
  const boss = await atDesk(site, 'plot.none', 'supervisor');
  await boss.route('**/vendor/*', (route) => route.abort());
  await go(site, boss, '#/overview');
  await boss.locator('[data-flow="ends"]').getByText('图没有画出来').waitFor();
  assert.ok((await boss.locator('[data-flow="weeks"] tbody tr').count()) > 0);
  await leave(boss);
});
