// Assertions about a page that waits for an answer or draws: `await soon.equal(() => list.count(), 3)`
// reads again until the assertion holds. Only what never holds fails, so that no test depends on how
// fast the machine is.

import assert from 'node:assert/strict';
import { patience } from './slow.mjs';

const kPause = 50;  // milliseconds between two looks

/** Resolves as soon as `check` throws nothing; throws its last failure when the patience is over. */
export async function eventually(check) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => { setTimeout(resolve, kPause); });
  }
}

const soonOf = (name) => (read, ...wanted) => eventually(async () => assert[name](await read(), ...wanted));

/** As node:assert/strict, but the first argument is a function that reads what is looked at. */
export const soon = {
  ok: soonOf('ok'), equal: soonOf('equal'), notEqual: soonOf('notEqual'),
  deepEqual: soonOf('deepEqual'), notDeepEqual: soonOf('notDeepEqual'), match: soonOf('match'),
};
