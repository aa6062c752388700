// Assertions about a page that may still load or draw: `await soon.equal(() => list.count(), 3)` reads
// again until the assertion holds, so that no test depends on the speed of the machine.

import assert from 'node:assert/strict';
import { patience } from './slow.mjs';

const PAUSE = 50; // milliseconds between two looks

/** Repeats `check` until it does not throw; throws its last failure when the patience is over. */
export async function eventually(check) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE);
    });
  }
}

const soonOf =
  (name) =>
  (read, ...wanted) =>
    eventually(async () => assert[name](await read(), ...wanted));

/** As node:assert/strict, but the first argument is a function that reads the actual value. */
export const soon = {
  ok: soonOf('ok'),
  equal: soonOf('equal'),
  notEqual: soonOf('notEqual'),
  deepEqual: soonOf('deepEqual'),
  notDeepEqual: soonOf('notDeepEqual'),
  match: soonOf('match'),
};
