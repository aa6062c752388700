// axe-core on each page in each state, in light and dark.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsInLightAndDark } from './axe.mjs';
import { leave, phone, useSite } from './site.mjs';
import { show, states } from './states.mjs';

const site = useSite();

for (const state of states) {
  test(`${state.name} has no fault that axe-core knows, in light and dark`, async () => {
    const page = await show(site, state, phone);
    assert.deepEqual(await violationsInLightAndDark(page), []);
    await leave(page);
  });
}
