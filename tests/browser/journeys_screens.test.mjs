// Eleven companies go through the screens, and come to all that their whole profile would find.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { playScreens } from './firms.mjs';
import { assertFits, desk, leave, matchBodies, phone, record, useSite } from './site.mjs';

const MOST_SCREENS = 12;
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

for (const viewport of [{ ...phone, height: 800 }, desk]) {
  for (const firm of firms) {
    test(`${firm.name}, at ${viewport.width} px`, async () => {
      const [{ facts }, { screens }] = [await record(site, 'facts'), await record(site, 'screens')];
      const profile = whole(firm.profile, screens);
      const all = await match(profile);
      const derived = Object.entries(all.profile.derived)
        .filter(([, { possible }]) => possible.length === 1)
        .map(([fact, { possible }]) => [fact, possible[0]]);
      const page = await site.open(viewport, '/#/screen');
      const bodies = matchBodies(page);
      const { seen, taps } = await playScreens(page, { facts, screens }, profile, {
        ...Object.fromEntries(derived),
        ...profile,
      });
      await assertFits(page);
      assert.deepEqual(usefulOf(await match(bodies.at(-1).profile)), usefulOf(all), seen.join());
      assert.ok(seen.length <= MOST_SCREENS, seen.join());
      assert.equal(new Set(seen).size, seen.length, seen.join());
      played.push(`${viewport.width} px: ${seen.length} screens, ${taps} taps: ${firm.name} (${seen.join(' ')})`);
      await leave(page);
    });
  }
}

after(() => console.log(played.join('\n')));
