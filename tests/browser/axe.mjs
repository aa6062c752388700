// The faults that axe-core finds on a page, one line each.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** `rules`: ids or tags of axe-core. */
export async function violations(page, rules = RULES) {
  await page.evaluate(axe);
  const { violations: found, passes } = await page.evaluate(
    (wanted) => window.axe.run(document, { runOnly: wanted }),
    rules,
  );
  assert.ok(
    passes.some(({ id, nodes }) => id === 'color-contrast' && nodes.length > 0),
    'the colours were not looked at',
  );
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${html} ${failureSummary}`)
        .join(' | ')}`,
  );
}
