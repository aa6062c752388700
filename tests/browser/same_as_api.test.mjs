// The result page says what the service answers to the same request, for a hundred profiles; SEED in
// the environment gives others.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, leave, matchBodies, record, useSite } from './site.mjs';
import { soon } from './soon.mjs';
import { randomFrom, seededProfile } from './seeded.mjs';

const PROFILES = 100;
const SEED = Number(process.env.SEED ?? 20241125);

const site = useSite();

test(`the page says what the service answers, for ${PROFILES} profiles of the seed ${SEED}`, async () => {
  console.log(`seed ${SEED}`);
  const { facts } = await record(site, 'facts');
  const random = randomFrom(SEED);
  const page = await site.open(desk, '/favicon.svg');
  const bodies = matchBodies(page);
  const seen = new Set();
  for (let index = 0; index < PROFILES; ++index) {
    const profile = seededProfile(facts, random);
    const answer = await answerTo({ profile });
    await enter(page, profile);
    assert.deepEqual(bodies.pop(), { profile, detail: 'full' }, `profile ${index}`);
    await soon.deepEqual(() => shown(page), expected(answer), `profile ${index}: ${JSON.stringify(profile)}`);
    for (const { verdict } of answer.matches) seen.add(verdict);
  }
  // Profiles of only one kind would show little.
  for (const verdict of ['eligible', 'conditional', 'undetermined', 'not_eligible', 'not_applicable'])
    assert.ok(seen.has(verdict), verdict);
  await leave(page);
});

async function answerTo(body) {
  const response = await fetch(`${site.program.base}/api/v1/match`, {
    method: 'POST',
    body: JSON.stringify({ ...body, detail: 'full' }),
    headers: { 'Content-Type': 'application/json' },
  });
  assert.equal(response.status, 200, JSON.stringify(body));
  return response.json();
}

async function enter(page, profile) {
  await page.goto(`${site.program.base}/favicon.svg`);
  const entries = Object.fromEntries(Object.entries(profile).map(([id, value]) => [id, { value }]));
  await page.evaluate(
    (kept) => sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries: kept })),
    entries,
  );
  await page.goto(`${site.program.base}/#/result`);
  await page.locator('.result').waitFor({ state: 'attached' });
}

function expected({ counts, totals, matches }) {
  const listed = matches.filter(({ verdict }) => verdict !== 'not_applicable');
  return {
    counts,
    totals: shownTotals(totals),
    measures: byId(
      listed.map((match) => ({
        id: match.measure.id,
        verdict: match.verdict,
        units: match.units.map(({ id }) => id),
        // A measure that is not in force on the day promises nothing.
        // A refused company sees no example.
        benefits:
          match.verdict === 'not_in_force'
            ? []
            : match.benefits
                .filter(
                  ({ amount }) =>
                    amount.status !== 'none' && !(match.verdict === 'not_eligible' && amount.bound === 'example'),
                )
                .map(({ id, amount }) => ({ id, status: amount.status, value: amount.value, unit: amount.unit })),
      })),
    ),
    groups: groupsOf(listed),
  };
}

const byId = (all) => all.sort((one, other) => (one.id < other.id ? -1 : 1));

// Sums are shown where there are any, and what has no figure beside them.
function shownTotals({ certain, conditional, uncounted }) {
  const sums = Object.entries({ certain, conditional }).filter(([, value]) => Number(value) !== 0);
  return Object.fromEntries(sums.length > 0 && uncounted > 0 ? [...sums, ['uncounted', uncounted]] : sums);
}

// The count of each heading: by verdict, without what every company gets.
function groupsOf(listed) {
  const groups = {};
  for (const { measure, verdict, one_condition_away: near } of listed) {
    if (verdict === 'not_in_force') continue;
    const isDue = verdict === 'eligible' || verdict === 'conditional';
    const group = verdict === 'not_eligible' && near ? 'near' : verdict;
    const key = measure.universal && isDue ? 'universal' : group;
    groups[key] = (groups[key] ?? 0) + 1;
  }
  return groups;
}

function shown(page) {
  return page.evaluate(() => {
    const number = (text) => (text === null ? null : Number(text));
    const all = (selector, root = document) => [...root.querySelectorAll(selector)];
    return {
      counts: JSON.parse(document.querySelector('[data-counts]').dataset.counts),
      totals: Object.fromEntries(all('[data-total]').map((tile) => [tile.dataset.total, number(tile.dataset.value)])),
      measures: all('[data-measure]')
        .map((card) => ({
          id: card.dataset.measure,
          verdict: card.dataset.verdict,
          units: card.dataset.units.split(' ').filter(Boolean),
          benefits: all('[data-benefit]', card).map((benefit) => ({
            id: benefit.dataset.benefit,
            status: benefit.dataset.status,
            value: number(benefit.getAttribute('data-value')),
            unit: benefit.getAttribute('data-unit'),
          })),
        }))
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
      groups: Object.fromEntries(
        all('[data-count]')
          .filter(({ dataset }) => dataset.count !== '0')
          .map((group) => [group.id.replace(/^g-/, ''), Number(group.dataset.count)]),
      ),
    };
  });
}
