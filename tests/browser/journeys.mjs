// Journeys of the stories' companies: from the start page through the questions that the form shows to
// the result, which must be the story's. Each story is played at one width, so that both together play all.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fillIn } from './hands.mjs';
import { assertFits, leave, openTopic, record, submit, turn, useSite } from './site.mjs';
import { soon } from './soon.mjs';

// Measures that do not concern the company are only counted.
const LISTED = new Set(['eligible', 'conditional', 'undetermined', 'not_eligible', 'not_in_force']);
const MOST_ROUNDS = 12;

/** Plays every second story, from the one at `first`, 0 or 1, in a window of this size. */
export function journeys(viewport, first) {
  const site = useSite();
  const folder = process.env.TESTED_STORIES;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .filter((_, index) => index % 2 === first)) {
    const story = JSON.parse(readFileSync(join(folder, file)));
    test(`${file}: ${story.name}`, async () => {
      const page = await site.open(viewport, '/');
      const { facts } = await record(site, 'facts');
      await page.getByRole('link', { name: '全部问题' }).click();
      await page.locator('form').waitFor();
      if (story.as_of) await chooseDay(page, story.as_of);
      await answerAll(page, facts, story.profile);
      await assertFits(page);
      await submit(page);
      await page.locator('.result').waitFor();
      await soon.deepEqual(() => shownVerdicts(page), wantedVerdicts(story));
      await assertFits(page);
      await leave(page);
    });
  }
}

async function chooseDay(page, day) {
  const fold = page.locator('.topic-advanced');
  await fold.locator('summary').first().click();
  await page.getByLabel('按哪一天的政策计算').fill(day);
  await fold.locator('summary').first().click();
}

// Answers the questions in their order until the story has no answer to any that is open.
async function answerAll(page, facts, profile) {
  const given = new Set();
  for (let round = 0; round < MOST_ROUNDS; ++round) {
    const asked = await page
      .locator('[data-fact]')
      .evaluateAll((all) =>
        all.filter((one) => !one.closest('[hidden], .topic-advanced')).map((one) => one.dataset.fact),
      );
    const next = [...new Set(asked)].filter((id) => id in profile && !given.has(id));
    if (next.length === 0) return;
    for (const id of next) {
      const last = id === next.at(-1);
      const counted = last ? counts(page, id, profile[id]) : null;
      await answer(
        page,
        facts.find((fact) => fact.id === id),
        profile[id],
      );
      given.add(id);
      await counted;
    }
  }
  throw new Error(`after ${MOST_ROUNDS} rounds the form still asks`);
}

// Resolves when the form has shown the live counts that know the whole answer to `fact`.
async function counts(page, fact, value) {
  const response = await page.waitForResponse((one) => {
    const sent = one.url().endsWith('/api/v1/match') ? one.request().postDataJSON()?.profile[fact] : undefined;
    return Array.isArray(value) ? sent?.length === value.length : sent !== undefined;
  });
  await response.finished();
  await turn(page);
}

async function answer(page, fact, value) {
  await openTopic(page, fact.id);
  return fillIn(page, fact, value);
}

async function shownVerdicts(page) {
  const shown = await page
    .locator('[data-measure][data-verdict]')
    .evaluateAll((all) => all.map((one) => [one.dataset.measure, one.dataset.verdict]));
  return Object.fromEntries([...shown].sort());
}

function wantedVerdicts({ expect }) {
  return Object.fromEntries(
    Object.entries(expect)
      .filter(([, verdict]) => LISTED.has(verdict))
      .sort(),
  );
}
