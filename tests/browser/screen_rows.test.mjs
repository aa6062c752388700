// How many rows a screen unfolds: what was told below a tick folds into a line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { field, leave, phone, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();

async function at(id, entries = {}) {
  const page = await site.open(phone, '/favicon.svg');
  await page.evaluate(
    (kept) => sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries: kept })),
    entries,
  );
  await page.goto(`${site.program.base}/#/screen/${id}`);
  await page.locator('.screen').waitFor();
  return page;
}

const row = (page, id) => page.locator(`.screen-tick[data-option="${id}"]`);
const line = (page, id) => row(page, id).locator('.screen-tick-told');
const box = (page, id) => page.locator(`#o-${id}`);

test('an answered question folds into a line when the next tick opens one, and a tap opens it again', async () => {
  const page = await at('titles');
  await box(page, 'high_tech').check();
  await field(page, 'high_tech_status').getByRole('radio').first().check();
  await soon.ok(() => field(page, 'high_tech_status').isVisible());
  await box(page, 'specialised').check();
  await soon.ok(async () => !(await field(page, 'high_tech_status').isVisible()));
  await soon.match(() => line(page, 'high_tech').innerText(), /.+改$/s);
  assert.deepEqual(await violations(page), []);
  await line(page, 'high_tech').click();
  await soon.ok(() => field(page, 'high_tech_status').isVisible());
  await soon.ok(() => page.evaluate(() => document.activeElement.closest('[data-fact="high_tech_status"]') !== null));
  // What has no answer yet stays open.
  await soon.ok(() => field(page, 'specialised_tier').isVisible());
  await leave(page);
});

test('a tick that is taken back and set again asks anew', async () => {
  const page = await at('titles', { high_tech_status: { value: 'first_certified' } });
  await line(page, 'high_tech').waitFor();
  await box(page, 'high_tech').uncheck();
  await soon.ok(async () => !(await line(page, 'high_tech').isVisible()));
  await box(page, 'high_tech').check();
  await soon.ok(() => field(page, 'high_tech_status').isVisible());
  await leave(page);
});

test('a founder who names no kind says how far the registration is, and goes on', async () => {
  const page = await at('kind');
  const second = page.locator('.screen-tile-second[data-option="not_yet_registered"]');
  await second.click();
  await soon.equal(() => second.getAttribute('aria-pressed'), 'true');
  await soon.equal(() => page.locator('.screen').getAttribute('data-screen'), 'kind');
  await page.locator('.screen-acts .button-quiet').click();
  await page.waitForFunction(() => document.querySelector('.screen')?.dataset.screen !== 'kind');
  const kept = await page.evaluate(() => JSON.parse(sessionStorage.getItem('policycalc.answers.1')));
  assert.equal(kept.entries.registration_status.value, 'not_yet_registered');
  await leave(page);
});
