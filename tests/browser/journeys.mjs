// A journey for each company of the stories: from the start page through what a person sees on the
// form to the result, which must be the story's.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertFits, field, leave, openTopic, record, submit, useSite } from './site.mjs';

// What does not concern the company is only counted.
const LISTED = new Set(['eligible', 'conditional', 'undetermined', 'not_eligible', 'not_in_force']);
const MOST_ROUNDS = 12;

export function journeys(viewport) {
  const site = useSite();
  const folder = process.env.TESTED_STORIES;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const story = JSON.parse(readFileSync(join(folder, file)));
    test(`${file}: ${story.name}`, async () => {
      const page = await site.open(viewport, '/');
      const { facts } = await record(site, 'facts');
      await page.getByRole('link', { name: '开始填写' }).click();
      await page.locator('form').waitFor();
      if (story.as_of) await chooseDay(page, story.as_of);
      await answerAll(page, facts, story.profile);
      await assertFits(page);
      await submit(page);
      await page.locator('.result').waitFor();
      assert.deepEqual(await shownVerdicts(page), wantedVerdicts(story));
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

// Answers what is asked, in the order of asking, until nothing is asked that the story can answer.
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
      const counted = last ? counts(page, id) : null;
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

// The live counts that know the answer to `fact`; the form has taken them up when this resolves.
async function counts(page, fact) {
  await page.waitForResponse(
    (response) =>
      response.url().endsWith('/api/v1/match') && response.request().postDataJSON()?.profile[fact] !== undefined,
  );
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
      }),
  );
}

async function answer(page, fact, value) {
  const place = field(page, fact.id).first();
  await openTopic(page, fact.id);
  const label = (code) => fact.options.find((option) => option.code === code).label;
  switch (fact.type) {
    case 'boolean':
      return place.getByLabel(value ? '是' : '否', { exact: true }).check();
    case 'choice':
      return (await place.getByRole('combobox').count()) > 0
        ? place.getByRole('combobox').selectOption(label(value))
        : place.getByLabel(label(value), { exact: true }).check();
    case 'choices':
      if (value.length === 0) return place.getByLabel('以上都没有', { exact: true }).check();
      for (const code of value) await place.getByLabel(label(code), { exact: true }).check();
      return undefined;
    case 'money':
      await place.getByRole('combobox').selectOption('元');
      return place.getByRole('textbox').fill(String(value));
    default:
      return place.getByRole('textbox').fill(String(value));
  }
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
