// The eleven companies of `tests/bench/firms.json` go through the screens, and come to all that their
// whole profile would find.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { playScreens } from './firms.mjs';
import { assertFits, leave, matchBodies, record } from './site.mjs';

const MOST_SCREENS = 12;

export const { firms } = JSON.parse(readFileSync(process.env.TESTED_FIRMS));

/** The service's answer to `profile`. */
async function match(site, profile) {
  const response = await fetch(`${site.program.base}/api/v1/match`, {
    method: 'POST',
    body: JSON.stringify({ profile, detail: 'full' }),
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

/**
 * Plays `firm` in `page`, which shows its first screen; `how` as for playScreens. `atEnd()` looks at the
 * result. Returns a line about the walk.
 */
export async function play(site, page, firm, { atEnd, ...how } = {}) {
  const { facts } = await record(site, 'facts');
  const { screens } = await record(site, 'screens');
  const profile = whole(firm.profile, screens);
  const all = await match(site, profile);
  const derived = Object.entries(all.profile.derived)
    .filter(([, { possible }]) => possible.length === 1)
    .map(([fact, { possible }]) => [fact, possible[0]]);
  const bodies = matchBodies(page);
  const own = { ...Object.fromEntries(derived), ...profile };
  const walked = await playScreens(page, { facts, screens, ...how }, profile, own);
  const seen = walked.map(({ id }) => id);
  const taps = walked.reduce((total, one) => total + one.taps, 0);
  await assertFits(page);
  await atEnd?.();
  assert.deepEqual(usefulOf(await match(site, bodies.at(-1).profile)), usefulOf(all), seen.join());
  assert.ok(seen.length <= MOST_SCREENS, seen.join());
  assert.equal(new Set(seen).size, seen.length, seen.join());
  const { width } = page.viewportSize();
  await leave(page);
  return `${width} px: ${seen.length} screens, ${taps} taps: ${firm.name} (${seen.join(' ')})`;
}
