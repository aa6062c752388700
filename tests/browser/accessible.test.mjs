// Each page in each state, in light and dark: contrast and the size of what is tapped. All rules of axe-core
// look at the same states in narrow.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsInLightAndDark } from './axe.mjs';
import { leave, phone, useSite } from './site.mjs';
import { show, states } from './states.mjs';

const SEEN = ['color-contrast', 'target-size'];

const site = useSite();

for (const state of states) {
  test(`${state.name} can be read and tapped, in light and dark`, async () => {
    const page = await show(site, state, phone);
    assert.deepEqual(await violationsInLightAndDark(page, SEEN), []);
    await leave(page);
  });
}
