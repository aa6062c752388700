// Eleven companies go through the screens, and come to all that their whole profile would find.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { playScreens } from './firms.mjs';
import { assertFits, desk, leave, matchBodies, phone, record, useSite } from './site.mjs';

const MOST_SCREENS = 12;
const MOST_STEPS = 80;
const { firms } = JSON.parse(readFileSync(join(process.env.TESTED_STORIES, '../bench/firms.json')));
const site = useSite();
const played = [];

/** The service's answer to `profile`. */
async function match(profile) {
  const response = await fetch(`${site.program.base}/api/v1/match`, {
    method: 'POST',
    body: JSON.stringify({ profile }),
    headers: { 'Content-Type': 'application/json' },
  });
  assert.equal(response.status, 200);
  return response.json();
}

const usefulOf = ({ matches }) =>
  matches
    .filter(({ verdict }) => verdict === 'eligible' || verdict === 'conditional')
    .map(({ measure }) => measure.id)
    .sort();

/** What the company does not mention it does not do, as the ticks say. */
function whole(profile, screens) {
  return { ...Object.assign({}, ...screens.map(({ none }) => none?.sets ?? {})), ...profile };
}

/** Plays `firm` in `page`, which shows its first screen; `press` taps. */
async function play(page, firm, press) {
  const [{ facts }, { screens }] = [await record(site, 'facts'), await record(site, 'screens')];
  const profile = whole(firm.profile, screens);
  const all = await match(profile);
  const derived = Object.entries(all.profile.derived)
    .filter(([, { possible }]) => possible.length === 1)
    .map(([fact, { possible }]) => [fact, possible[0]]);
  const bodies = matchBodies(page);
  const own = { ...Object.fromEntries(derived), ...profile };
  const { seen, taps } = await playScreens(page, { facts, screens, press }, profile, own);
  await assertFits(page);
  assert.deepEqual(usefulOf(await match(bodies.at(-1).profile)), usefulOf(all), seen.join());
  assert.ok(seen.length <= MOST_SCREENS, seen.join());
  assert.equal(new Set(seen).size, seen.length, seen.join());
  played.push(
    `${page.viewportSize().width} px: ${seen.length} screens, ${taps} taps: ${firm.name} (${seen.join(' ')})`,
  );
  await leave(page);
}

for (const viewport of [{ ...phone, height: 800 }, desk]) {
  for (const firm of firms) {
    test(`${firm.name}, at ${viewport.width} px`, async () => {
      await play(await site.open(viewport, '/#/screen'), firm);
    });
  }
}

for (const [look, colorScheme, preferences] of [
  ['large type', 'light', { care: true }],
  ['English and dark', 'dark', { language: 'en' }],
]) {
  test(`${firms[0].name} with the keyboard alone, in ${look}`, async () => {
    const page = await site.open({ width: 320, height: 740 }, '/favicon.svg');
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(
      (wanted) => localStorage.setItem('policycalc.preferences.1', JSON.stringify(wanted)),
      preferences,
    );
    await page.goto(`${site.program.base}/#/screen`);
    await play(page, firms[0], async (target) => {
      await tabTo(page, target);
      await page.keyboard.press('Enter');
    });
  });
}

/** Goes to `target` as the keyboard does. */
async function tabTo(page, target) {
  await target.waitFor();
  for (let step = 0; step < MOST_STEPS; ++step) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('never reached by Tab');
}

after(() => console.log(played.join('\n')));
