// The eleven companies, each in another way of use; axe-core finds no fault on any screen, nor on the
// result.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { violations } from './axe.mjs';
import { firms, play } from './firm_journeys.mjs';
import { keysOf } from './hands.mjs';
import { assertFits, desk, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const PHONE = { width: 360, height: 800 };
const NARROW = { width: 320, height: 740 };
const TEXT_200 = { standard: 32, fixed: 26 }; // pixels; browsers begin with 16 and 13
const CARE = { care: true };
const ENGLISH = { language: 'en' };

const site = useSite();
const played = [];

/** A tab on the first screen, in this look. */
async function open({ viewport = PHONE, preferences = {}, dark = false, text = null } = {}) {
  const page = await site.open(viewport, '/favicon.svg');
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  if (text) await (await page.context().newCDPSession(page)).send('Page.setFontSizes', { fontSizes: text });
  await page.evaluate((kept) => localStorage.setItem('policycalc.preferences.1', JSON.stringify(kept)), preferences);
  await page.goto(`${site.program.base}/#/screen`);
  await page.locator('.screen').waitFor();
  return page;
}

// To axe-core the line of the result hides what a reader scrolls from under it.
async function unstick(page) {
  await page.locator('.screen-live').evaluateAll((all) => all.forEach(({ style }) => (style.position = 'static')));
}

/** Plays the company whose name begins so, and looks at each page on its way. */
async function walk(name, page, how = {}) {
  const look = async () => {
    await assertFits(page);
    await unstick(page);
    assert.deepEqual(await violations(page), [], page.url());
  };
  const firm = firms.find((one) => one.name.startsWith(name));
  const { onScreen, ...rest } = how;
  const watch = async (id, index) => {
    await look();
    await onScreen?.(id, index);
  };
  played.push(await play(site, page, firm, { ...rest, onScreen: watch, atEnd: look }));
}

for (const [way, name, look] of [
  ['with the keyboard alone, in large type', 'noodle shop', { viewport: NARROW, preferences: CARE }],
  [
    'with the keyboard alone, in English and dark',
    'noodle shop',
    { viewport: NARROW, preferences: ENGLISH, dark: true },
  ],
  ['with the keyboard alone', 'city bank', {}],
  ['with the keyboard alone, at a desk', 'company outside', { viewport: desk }],
]) {
  test(`${name} ${way}`, async () => {
    const page = await open(look);
    await walk(name, page, { hands: keysOf(page), english: look.preferences === ENGLISH });
  });
}

for (const [way, name, look] of [
  ["with the browser's text at 200 %", 'tungsten', { text: TEXT_200 }],
  ["with the browser's text at 200 %, at a desk", 'contractor', { text: TEXT_200, viewport: desk }],
  ['in large type', 'insolvent', { preferences: CARE }],
  ['in English', 'trader', { preferences: ENGLISH }],
  ['in the dark', 'founder', { dark: true }],
]) {
  test(`${name} ${way}`, async () => {
    const page = await open(look);
    if (look.text)
      await soon.ok(() => page.locator('h1').evaluate((h1) => parseFloat(getComputedStyle(h1).fontSize) >= 40));
    await walk(name, page, { english: look.preferences === ENGLISH });
  });
}

const trouble = (page) => page.locator('.notice-trouble');

test('supplier loses the network in the middle, and goes on where it was', async () => {
  const page = await open();
  await walk('supplier', page, {
    onScreen: (id, index) => (index === 3 ? page.context().setOffline(true) : undefined),
    async onTrouble() {
      await trouble(page).getByRole('heading', { name: '暂时连不上服务' }).waitFor();
      await unstick(page);
      assert.deepEqual(await violations(page), []);
      await page.context().setOffline(false);
      await trouble(page).getByRole('button', { name: '重试' }).click();
    },
  });
});

test('chamber answers on without the network, and gets its result once it is back', async () => {
  const page = await open();
  let screens = 0;
  await walk('chamber', page, {
    onScreen: (id, index) => (index === 2 ? page.context().setOffline(true) : undefined),
    async onTrouble() {
      await trouble(page).waitFor();
      if (++screens < 2) return trouble(page).getByRole('button', { name: '先往下答' }).click();
      await page.context().setOffline(false);
      return trouble(page).getByRole('button', { name: '重试' }).click();
    },
  });
  assert.equal(screens, 2);
});

test('travel company without scripts reads what there is, and whom to ask', async () => {
  const context = await site.context({ viewport: PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  // No link in view needs scripts, and each page says whom to ask.
  const look = async () => {
    await assertFits(page);
    const links = await page
      .getByRole('link')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('href')));
    assert.deepEqual(
      links.filter((href) => /^\/?#\/./.test(href)),
      [],
      page.url(),
    );
    assert.ok(links.includes('tel:12345'), page.url());
  };
  await page.goto(site.program.base);
  await page.getByRole('heading', { level: 1, name: '惠企政策计算器' }).waitFor();
  await soon.match(() => page.locator('main').innerText(), /政务服务大厅/);
  await look();
  await page.locator('main').getByRole('link', { name: '全部措施' }).click();
  await page.getByLabel('搜索措施').fill('旅游');
  await page.getByLabel('搜索措施').press('Enter');
  const found = page.locator('.entry h2 a').first();
  const title = await found.innerText();
  await look();
  await found.click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await look();
  const unit = page.locator('.unit-link').first();
  const name = (await unit.innerText()).trim();
  await unit.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await look();
  await context.close();
});

after(() => console.log(played.join('\n')));
