// The screens: one sentence each, taps that lose nothing, a way on and back in every trouble.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations, violationsInLightAndDark } from './axe.mjs';
import { assertFits, desk, field, hold, leave, matchBodies, phone, record, turn, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();
const MOST_SCREENS = 9;
const screen = (page, id) => page.locator(`[data-screen="${id}"]`);
const option = (page, id) => page.locator(`.screen [data-option="${id}"]`);
const tickOf = (page, id) => page.locator(`#o-${id}`);
const none = (page) => page.locator('.screen-acts .button-main');
const skip = (page) => page.locator('.screen-acts .button-quiet');
const kept = (page) => page.evaluate(() => JSON.parse(sessionStorage.getItem('policycalc.answers.1')) ?? {});
const value = async (page, fact) => (await kept(page)).entries?.[fact]?.value;
const shownScreen = (page) => page.locator('.screen').getAttribute('data-screen');

/** A tab on a screen, with answers and passed screens as the page keeps them. */
async function at(id, { viewport = phone, preferences = {}, entries = {}, passed = [] } = {}) {
  const page = await site.open(viewport, '/favicon.svg');
  await page.evaluate(
    ([answers, wanted]) => {
      sessionStorage.setItem('policycalc.answers.1', JSON.stringify(answers));
      localStorage.setItem('policycalc.preferences.1', JSON.stringify(wanted));
    },
    [{ entries, passed }, preferences],
  );
  await page.goto(`${site.program.base}/#/screen/${id}`);
  await screen(page, id).waitFor();
  return page;
}

async function tick(page, id) {
  const box = tickOf(page, id);
  const fold = page.locator('details.screen-ticks-fold', { has: box });
  if ((await fold.count()) > 0 && !(await fold.evaluate((one) => one.open))) await fold.locator('summary').click();
  await box.check();
}

/** Leaves the screen by `act` and returns which one comes, or 'result'. */
async function leaveBy(page, act) {
  const before = await shownScreen(page);
  await act();
  await page.waitForFunction(
    (old) => location.hash.startsWith('#/result') || document.querySelector('.screen')?.dataset.screen !== old,
    before,
  );
  if ((await page.evaluate(() => location.hash)).startsWith('#/result')) {
    await page.locator('.result').waitFor();
    return 'result';
  }
  await page.locator('.screen').waitFor();
  return shownScreen(page);
}

for (const viewport of [phone, desk]) {
  test(`a noodle shop reaches its result in at most nine screens, at ${viewport.width} px`, async () => {
    const page = await site.open(viewport, '/');
    await page.getByRole('link', { name: '马上开始' }).click();
    await screen(page, 'kind').waitFor();
    await soon.match(() => page.locator('.screen-place').innerText(), /第 1 屏，最多 \d+ 屏/);
    await option(page, 'individual_business').click();
    await soon.ok(() => page.evaluate(() => document.activeElement.id === 'second-kind'));
    const seen = ['kind'];
    let next = await leaveBy(page, () => option(page, 'active').click());
    const acts = {
      district: () => option(page, 'd360702').click(),
      trade: () => option(page, 'restaurant').click(),
      size: () => skip(page).click(),
    };
    while (next !== 'result') {
      seen.push(next);
      assert.ok(seen.length <= MOST_SCREENS, seen.join());
      await assertFits(page);
      next = await leaveBy(page, acts[next] ?? (() => none(page).click()));
    }
    assert.deepEqual(seen.slice(0, 3), ['kind', 'district', 'trade']);
    const { entries, left_out: leftOut } = await kept(page);
    assert.deepEqual(
      [entries.entity_type, entries.registration_status, entries.district, entries.size_industry].map(
        (one) => one.value,
      ),
      ['individual_business', 'active', '360702', 'catering'],
    );
    assert.deepEqual(entries.situations.value, []);
    assert.ok(leftOut.includes('situations') && !leftOut.includes('district'));
    await leave(page);
  });
}

test('an untouched screen is no answer: skipping all of them asks nothing twice and answers nothing', async () => {
  const page = await site.open(phone, '/#/screen');
  const bodies = matchBodies(page);
  await page.locator('.screen').waitFor();
  const seen = [await shownScreen(page)];
  for (let next = ''; next !== 'result'; ) {
    next = await leaveBy(page, () => skip(page).click());
    if (next !== 'result') seen.push(next);
  }
  assert.equal(new Set(seen).size, seen.length, seen.join());
  assert.deepEqual((await kept(page)).entries, {});
  for (const { profile } of bodies) assert.deepEqual(profile, {});
  await leave(page);
});

test('back loses nothing, by the link and by the browser', async () => {
  const page = await at('kind');
  await option(page, 'individual_business').click();
  await option(page, 'active').click();
  await screen(page, 'district').waitFor();
  await option(page, 'd360703').click();
  await screen(page, 'trade').waitFor();
  await page.getByRole('link', { name: '上一屏' }).click();
  await screen(page, 'district').waitFor();
  await soon.equal(() => option(page, 'd360703').getAttribute('aria-pressed'), 'true');
  await page.goBack();
  await screen(page, 'trade').waitFor();
  await page.goBack();
  await page.goBack();
  await screen(page, 'kind').waitFor();
  await soon.equal(() => option(page, 'individual_business').getAttribute('aria-pressed'), 'true');
  await soon.equal(() => option(page, 'active').getAttribute('aria-pressed'), 'true');
  await page.reload();
  await soon.equal(() => option(page, 'individual_business').getAttribute('aria-pressed'), 'true');
  assert.equal(await value(page, 'district'), '360703');
  await leave(page);
});

test('fifty taps as fast as they come are all counted', async () => {
  const page = await at('sentences');
  const boxes = page.locator('.screen-tick input[type="checkbox"]');
  const count = await boxes.count();
  const taps = new Array(count).fill(0);
  await page.evaluate(() => {
    window.changes = 0;
    document.addEventListener('change', () => ++window.changes);
  });
  const details = await boxes.evaluateAll((all) => all.map((one) => one.id));
  const places = await boxes.evaluateAll((all) =>
    all.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    }),
  );
  const plain = details.map((id, index) => (id === 'o-industrial_land' ? -1 : index)).filter((index) => index >= 0);
  const high = plain.filter((index) => places[index][1] < 600);
  for (let tap = 0; tap < 50; ++tap) {
    const index = high[tap % high.length];
    await page.mouse.click(...places[index]);
    ++taps[index];
  }
  assert.equal(await page.evaluate(() => window.changes), 50);
  await soon.deepEqual(
    () => boxes.evaluateAll((all) => all.map((one) => one.checked)),
    taps.map((many) => many % 2 === 1),
  );
  await leave(page);
});

test('of fast taps on tiles the last counts, while the service is asked', async () => {
  const page = await at('district');
  const held = await hold(page, '**/api/v1/match');
  await option(page, 'd360702').click();
  await held.asked;
  await option(page, 'd360722').click();
  await option(page, 'd360723').click();
  assert.equal(await value(page, 'district'), '360723');
  held.release();
  await screen(page, 'district').waitFor({ state: 'detached' });
  assert.equal(await value(page, 'district'), '360723');
  await leave(page);
});

test('a second press of a double click answers nothing on the next screen', async () => {
  const page = await at('district');
  const { x, y, width, height } = await option(page, 'd360731').boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2);
  await screen(page, 'district').waitFor({ state: 'detached' });
  await page.locator('.screen-tile').first().waitFor();
  const next = await shownScreen(page);
  const tile = await page.locator('.screen-tile').first().boundingBox();
  await page.mouse.move(tile.x + 9, tile.y + 9);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await turn(page);
  assert.equal(await shownScreen(page), next);
  await leave(page);
});

test('a tick opens its one question below itself, and none of the rest leaves that open', async () => {
  const page = await at('plans', {
    entries: {
      entity_type: { value: 'company' },
      ownership: { value: 'private' },
      district: { value: '360702' },
      size_industry: { value: 'catering' },
      enterprise_size: { value: 'small' },
    },
    passed: ['kind', 'district', 'trade', 'size', 'troubles'],
  });
  await tick(page, 'procurement');
  await field(page, 'procurement_kind').waitFor();
  await leaveBy(page, () => none(page).click());
  const { entries, left_out: leftOut } = await kept(page);
  assert.equal(entries.procurement_kind, undefined, 'a tick without its answer is not "no"');
  assert.equal(entries.loan_need.value, false);
  assert.ok(leftOut.includes('loan_need') && !leftOut.includes('procurement_kind'));
  await page.goBack();
  await screen(page, 'plans').waitFor();
  await soon.ok(() => tickOf(page, 'procurement').isChecked(), 'back shows the tick again');
  await field(page, 'procurement_kind').getByLabel('货物').check();
  assert.equal(await leaveBy(page, () => none(page).click()), 'project');
  await leave(page);
});

test('of a list, what is not ticked stays unknown if the reader says so', async () => {
  const page = await at('plans');
  await tick(page, 'loan');
  await leaveBy(page, () => skip(page).click());
  assert.deepEqual((await kept(page)).entries, { loan_need: { value: true } });
  await leave(page);
});

test('words in the place of figures are read and echoed, and an unclear figure is asked about first', async () => {
  const page = await at('bank', { entries: { entity_type: { value: 'bank' } } });
  await page.locator('#f-bank_npl_ratio').fill('2，1');
  await page.getByRole('button', { name: '下一屏' }).click();
  await soon.equal(() => page.evaluate(() => document.activeElement.id), 'f-bank_npl_ratio');
  await soon.equal(() => shownScreen(page), 'bank');
  await page.locator('#f-bank_npl_ratio').fill('2。1');
  await page.getByText('= 2.1%').waitFor();
  await leaveBy(page, () => page.getByRole('button', { name: '下一屏' }).click());
  assert.equal(await value(page, 'bank_npl_ratio'), '2.1');
  await leave(page);
});

test('the search finds trades by everyday words, and says when it finds nothing', async () => {
  const page = await at('trade');
  const search = page.getByLabel('搜一搜');
  const { screens } = await record(site, 'screens');
  const { options } = screens.find(({ id }) => id === 'trade');
  const tiles = page.locator('.screen-tile:visible');
  for (const { words, id } of options.filter((one) => one.words.length > 0)) {
    await search.fill(words[0]);
    await option(page, id).waitFor();
  }
  await search.fill('<b>没有这种生意</b>');
  await page.getByText('没有对上的').waitFor();
  assert.equal(await tiles.count(), 0);
  await search.fill('');
  await soon.equal(() => tiles.count(), options.length);
  await leave(page);
});

test('those who know the code of their industry type it, and a tile takes it away again', async () => {
  const page = await at('trade', { entries: { entity_type: { value: 'company' } } });
  await page.locator('.screen-typed > summary').click();
  await field(page, 'industry_code').getByRole('textbox').fill('６2－1');
  await leaveBy(page, () => page.locator('.screen-typed > .button').click());
  assert.equal(await value(page, 'industry_code'), '621');
  await page.goBack();
  await screen(page, 'trade').waitFor();
  await page.locator('.screen-typed[open]').waitFor();
  await leaveBy(page, () => option(page, 'factory').click());
  assert.equal(await value(page, 'industry_code'), undefined);
  assert.equal(await value(page, 'size_industry'), 'industry');
  await leave(page);
});

test('without the service a sentence says so and the reader goes on; nothing is lost', async () => {
  const page = await at('kind');
  await option(page, 'individual_business').click();
  await page.route('**/api/v1/match', (route) => route.abort());
  await option(page, 'active').click();
  await page.getByRole('heading', { name: '暂时连不上服务' }).waitFor();
  await page.getByRole('button', { name: '先往下答' }).click();
  await screen(page, 'district').waitFor();
  await option(page, 'd360702').click();
  await page.getByRole('heading', { name: '暂时连不上服务' }).waitFor();
  await page.unroute('**/api/v1/match');
  await page.getByRole('button', { name: '重试' }).click();
  await screen(page, 'district').waitFor({ state: 'detached' });
  const { entries } = await kept(page);
  assert.deepEqual([entries.entity_type.value, entries.district.value], ['individual_business', '360702']);
  await leave(page);
});

test('screens that do not arrive can be asked for again', async () => {
  const page = await site.open(phone, '/favicon.svg');
  await page.route('**/api/v1/screens', (route) => route.abort());
  await page.goto(`${site.program.base}/#/screen`);
  await page.getByRole('heading', { name: '暂时连不上服务' }).waitFor();
  await page.unroute('**/api/v1/screens');
  await page.getByRole('button', { name: '重试' }).click();
  await screen(page, 'kind').waitFor();
  await leave(page);
});

for (const [address, heading] of [
  ['#/nonsense', '没有这个页面'],
  ['#/constructor', '没有这个页面'],
  ['#/screen/nonsense', '没有这一屏'],
  ['#/screen/%E0%A4%A', '您是哪一种？'],
]) {
  test(`the address ${address} gives a sentence and a way on`, async () => {
    const page = await site.open(phone, `/${address}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    assert.deepEqual(await violations(page), []);
    if (heading !== '您是哪一种？') {
      await page.locator('main .button-main').click();
      await page.locator('.doors, .screen').first().waitFor();
    }
    await leave(page);
  });
}

test('a screen that the policies have gained since is found', async () => {
  const page = await site.open(phone, '/favicon.svg');
  const list = await record(site, 'screens');
  const before = list.screens.filter(({ id }) => id !== 'district');
  let asked = 0;
  await page.route('**/api/v1/screens', (route) =>
    ++asked === 1 ? route.fulfill({ json: { ...list, screens: before } }) : route.continue(),
  );
  await page.goto(`${site.program.base}/#/screen`);
  await option(page, 'individual_business').click();
  await option(page, 'active').click();
  await screen(page, 'district').waitFor();
  assert.equal(asked, 2);
  await leave(page);
});

test('every picture that the screens name is drawn', async () => {
  const drawn = await (await fetch(`${site.program.base}/img/pictures.svg`)).text();
  const { screens } = await record(site, 'screens');
  const named = screens.flatMap(({ options }) => options.flatMap(({ picture }) => picture ?? []));
  assert.ok(named.length > 0);
  for (const picture of named) assert.ok(drawn.includes(`<symbol id="${picture}"`), picture);
});

test('on an English page the questions are English', async () => {
  for (const id of ['kind', 'trade', 'troubles', 'plans', 'titles', 'sentences']) {
    const page = await at(id, { preferences: { language: 'en' } });
    const chinese = await page
      .locator('.screen :is(h1, h2, .screen-tile-label, .screen-tick-label, .lead, .screen-acts .button)')
      .evaluateAll((all) => all.map((one) => one.textContent).filter((text) => /^[\u4e00-\u9fff]/.test(text)));
    assert.deepEqual(chinese, [], id);
    await leave(page);
  }
});

test('a screen that the policies no longer have is forgotten, on the screens and on the result', async () => {
  for (const address of ['#/screen', '#/result']) {
    const page = await site.open(phone, '/favicon.svg');
    await page.evaluate(() =>
      sessionStorage.setItem(
        'policycalc.answers.1',
        JSON.stringify({ entries: { entity_type: { value: 'company' } }, passed: ['asked_no_more', 'kind'] }),
      ),
    );
    await page.goto(`${site.program.base}/${address}`);
    await page.locator('.screen, .result').waitFor();
    await soon.deepEqual(async () => (await kept(page)).passed, []);
    await leave(page);
  }
});

test('the review marks what was left out, and one tap reopens its screen and comes back', async () => {
  const page = await at('troubles');
  await tick(page, 'temporary_difficulty');
  await leaveBy(page, () => none(page).click());
  await page.goto(`${site.program.base}/#/check`);
  const line = page.locator('[data-answer="situations"]');
  await line.getByText('未勾选，按没有算').waitFor();
  await soon.equal(() => page.locator('[data-answer="temporary_difficulty"] .check-note').count(), 0);
  await line.getByRole('link').click();
  await screen(page, 'troubles').waitFor();
  await tick(page, 'complaint');
  await none(page).click();
  await page.getByRole('heading', { level: 1, name: '核对回答' }).waitFor();
  await soon.match(() => line.innerText(), /投诉/);
  await soon.equal(() => line.locator('.check-note').count(), 0);
  await leave(page);
});

test('no label of a tile leaves one character on a line by itself', async () => {
  for (const id of ['kind', 'trade']) {
    const page = await at(id, { entries: { entity_type: { value: 'company' } } });
    const lone = await page.evaluate(() => {
      /** The characters of each line of a label. */
      const linesOf = (label) => {
        const lines = new Map();
        const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
        for (let text = walker.nextNode(); text; text = walker.nextNode()) {
          for (let index = 0; index < text.data.length; ++index) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + 1);
            const { top } = range.getBoundingClientRect();
            lines.set(Math.round(top), (lines.get(Math.round(top)) ?? '') + text.data[index]);
          }
        }
        return [...lines.values()];
      };
      return [...document.querySelectorAll('.screen-tile-label')]
        .map(linesOf)
        .filter((lines) => lines.length > 1 && lines.some((line) => line.trim().length === 1))
        .map((lines) => lines.join('|'));
    });
    assert.deepEqual(lone, [], id);
    await leave(page);
  }
});

test('with the keyboard alone: focus on the question, tiles by Tab, Enter goes on', async () => {
  const page = await at('kind', { viewport: desk });
  await option(page, 'individual_business').focus();
  await page.keyboard.press('Enter');
  await soon.equal(() => page.evaluate(() => document.activeElement.id), 'second-kind');
  await page.keyboard.press('Tab');
  await soon.equal(() => page.evaluate(() => document.activeElement.dataset.option), 'active');
  await page.keyboard.press('Space');
  await screen(page, 'district').waitFor();
  await soon.equal(() => page.evaluate(() => document.activeElement.tagName), 'H1');
  await soon.equal(() => page.title(), await page.locator('h1').innerText());
  await leave(page);
});

test('what cannot be tapped well is not there: every act is at least 44 px high, and tiles 48', async () => {
  for (const { id } of (await record(site, 'screens')).screens) {
    const page = await at(id);
    const small = await page
      .locator('.screen-main :is(button, summary, .screen-tick-label):visible')
      .evaluateAll((all) =>
        all
          .filter((one) => !one.closest('.field, .why'))
          .filter((one) => one.getBoundingClientRect().height < 44)
          .map((one) => one.textContent),
      );
    assert.deepEqual(small, [], id);
    const low = await page
      .locator('.screen-tile, .screen-tick-label')
      .evaluateAll((all) =>
        all.filter((one) => one.offsetParent && one.offsetHeight < 48).map((one) => one.textContent),
      );
    assert.deepEqual(low, [], id);
    await leave(page);
  }
});

test('each screen is without fault in light and dark, in large type and English, with all of it open', async () => {
  for (const { id } of (await record(site, 'screens')).screens) {
    for (const [viewport, preferences] of [
      [
        { width: 320, height: 740 },
        { care: true, language: 'en' },
      ],
      [desk, {}],
    ]) {
      const page = await at(id, { viewport, preferences });
      await page.locator('.screen details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
      assert.deepEqual(await violationsInLightAndDark(page), [], `${id} ${JSON.stringify(preferences)}`);
      await assertFits(page);
      await leave(page);
    }
  }
});
