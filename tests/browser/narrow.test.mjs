// Each page in each state on a narrow phone, in large type and in English: nothing is wider than the
// window, and axe-core finds no fault.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { assertFits, leave, useSite } from './site.mjs';
import { show, states } from './states.mjs';

const site = useSite();

for (const state of states) {
  test(`${state.name} fits 320 px, also in large type and in English`, async () => {
    const page = await show(site, state, { width: 320, height: 740 });
    await assertFits(page);
    await page.getByRole('button', { name: '关怀版' }).click();
    await page.locator('html[data-care]').waitFor({ state: 'attached' });
    await assertFits(page);
    await page.context().close();
    const english = await show(site, state, { width: 320, height: 740 }, { language: 'en', care: true });
    await assertFits(english);
    assert.deepEqual(await violations(english), []);
    await leave(english);
  });
}
