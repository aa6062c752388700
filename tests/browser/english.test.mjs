// In English a reader reads English: no text is in Chinese that has a translation, and what has none
// says so.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { desk, leave, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const STORY = '20-quality-awards.json';
const TRANSLATED = ['exclusive', 'deadline', 'ask_first', 'conflict'];

const site = useSite();

// The Chinese texts of the measures in the answer that have a translation.
function translated({ matches }) {
  return [
    ...new Set(
      matches
        .filter(({ verdict }) => ['eligible', 'conditional'].includes(verdict))
        .flatMap(({ measure, next_step: next, benefits, units, caveats }) => [
          measure.title,
          measure.summary,
          next,
          ...benefits.filter(({ amount }) => amount.value !== null).map(({ label }) => label),
          ...units.map(({ name }) => name),
          ...caveats.filter(({ kind }) => TRANSLATED.includes(kind)).map(({ text }) => text),
        ]),
    ),
  ].filter((text) => text !== null);
}

// The result of the story's company, every fold open, and its answer.
async function resultIn(language) {
  const story = JSON.parse(await readFile(`${process.env.TESTED_STORIES}/${STORY}`, 'utf8'));
  const page = await site.open(desk, '/favicon.svg');
  await page.evaluate(
    ([profile, wanted]) => {
      const entries = Object.fromEntries(Object.entries(profile).map(([id, value]) => [id, { value }]));
      sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries }));
      localStorage.setItem('policycalc.preferences.1', JSON.stringify({ language: wanted }));
    },
    [story.profile, language],
  );
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/v1/match') && response.ok());
  await page.goto(`${site.program.base}/#/result`);
  const answer = await (await answered).json();
  await page.locator('.card').first().waitFor({ state: 'attached' });
  return { page, answer };
}

// Opens all folds, those within folds too; their contents are drawn when they open.
async function unfold(page) {
  await soon.equal(
    () =>
      page.evaluate(() => {
        const folds = [...document.querySelectorAll('.result details:not([open])')];
        for (const fold of folds) fold.open = true;
        return folds.length;
      }),
    0,
  );
}

// The texts of the result one by one, without those that are marked as Chinese, without the names of
// documents, which are links, and without names in brackets, for which a reader has to look.
const textsShown = (page) =>
  page.locator('.result').evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (parentElement.closest('.result [lang="zh-Hans"], a:not(.unit-link, .card-title a)')) continue;
      found.push(data.replace(/\([^)]*\)/gu, '()'));
    }
    return found;
  });

test('no Chinese text of a card is shown that has a translation', async () => {
  const { page, answer } = await resultIn('en');
  await unfold(page);
  const texts = translated(answer);
  assert.ok(texts.length > 50, `${texts.length} texts`);
  const shown = (await textsShown(page)).join('\n');
  assert.deepEqual(
    texts.filter((text) => shown.includes(text)),
    [],
  );
  for (const { verdict, measure, next_step_en: next } of answer.matches) {
    if (verdict !== 'eligible') continue;
    for (const text of [measure.title_en, measure.summary_en, next]) {
      assert.ok(shown.includes(text.replace(/\([^)]*\)/gu, '()')), text);
    }
  }
  await leave(page);
});

test('in Chinese the same texts are shown', async () => {
  const { page, answer } = await resultIn('zh');
  await unfold(page);
  const shown = (await textsShown(page)).join('\n');
  const texts = translated(answer);
  const found = texts.filter((text) => shown.includes(text));
  assert.ok(found.length > texts.length / 2, `${found.length} of ${texts.length}`);
  await leave(page);
});

test('an English page says once that the Chinese text prevails, and marks what is Chinese', async () => {
  const { page } = await resultIn('en');
  await unfold(page);
  await soon.equal(() => page.locator('.chinese-note').count(), 1);
  const note = await page.locator('.chinese-note').textContent();
  assert.match(note, /the Chinese text prevails/);
  const unmarked = (await textsShown(page)).filter((text) => /\p{Script=Han}/u.test(text));
  assert.deepEqual(unmarked, []);
  await leave(page);
});
