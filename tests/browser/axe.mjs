// The faults that axe-core finds on a page, one line each.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** `rules`: ids or tags of axe-core. */
export async function violations(page, rules = RULES) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  // Of what passes, one node a rule is described; all of them would cost as much as the checks.
  const { violations: found, passes } = await page.evaluate(
    (wanted) => window.axe.run(document, { runOnly: wanted, resultTypes: ['violations'], preload: false }),
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

/** The faults by `rules` in light, and in dark, which differs in nothing but colours. */
export async function violationsInLightAndDark(page, rules = RULES) {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(page, rules);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, ['color-contrast']);
  return [...light.map((fault) => `light: ${fault}`), ...dark.map((fault) => `dark: ${fault}`)];
}
