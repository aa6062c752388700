// A story in several tests: after one that failed the rest is skipped.

import { test } from 'node:test';

/** Returns `step(name, act)`, which adds one part of the story. */
export function storyInSteps() {
  let broken = false;
  return (name, act) =>
    test(name, async (context) => {
      if (broken) return context.skip('the step before failed');
      broken = true;
      await act();
      broken = false;
      return undefined;
    });
}
