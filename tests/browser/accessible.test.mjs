// axe-core on each page, in light and dark.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { answered, assertFits, leave, phone, useSite } from './site.mjs';

const site = useSite();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// What each page shows when it is there.
const kPages = {
  '#/form': 'form.form', '#/check': 'h1', '#/measures': '.entry', '#/measures?q=nothing-like-this': '.found .notice', '#/measures/8.1.b': '.whole',
  '#/measures/16.2': '.whole', '#/measures/99': '.not-found', '#/units': '.unit-list', '#/units/gz-finance': '.whole', '#/units/county-360702': '.whole',
  '#/notice': '.item', '#/notice/8.1.a': '.sought', '#/documents': '.document',
};

async function violations(page) {
  await page.evaluate(axe);
  const { violations: found, passes } = await page.evaluate(() => window.axe.run(document,
    { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  assert.ok(passes.some(({ id, nodes }) => id === 'color-contrast' && nodes.length > 0), 'the colours were not looked at');
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark']) {
  test(`no page has a fault that axe-core knows, in ${colorScheme}`, async () => {
    for (const [hash, sign] of Object.entries(kPages)) {
      const page = await site.open(phone, `/${hash}`);
      await page.emulateMedia({ colorScheme });
      await page.locator(sign).first().waitFor();
      assert.deepEqual(await violations(page), [], hash);
      await leave(page);
    }
  });

  test(`nor has the result, in ${colorScheme}`, async () => {
    const page = await answered(site, phone, { district: { value: '360702' }, ownership: { value: 'state' }, quality_awards: { value: ['china_quality_award'] } });
    await page.emulateMedia({ colorScheme });
    await page.locator('details').evaluateAll((all) => { for (const fold of all) fold.open = true; });
    assert.deepEqual(await violations(page), []);
    await leave(page);
  });
}

test('no page is wider than a narrow phone or a desk', async () => {
  for (const width of [320, 1280]) {
    for (const [hash, sign] of Object.entries(kPages)) {
      const page = await site.open({ ...phone, width }, `/${hash}`);
      await page.locator(sign).first().waitFor();
      await assertFits(page);
      await leave(page);
    }
  }
});

test('nor have the main pages in large type and in English', async () => {
  for (const [kept, hash, sign] of [['{"care":true}', '#/form', 'form.form'], ['{"language":"en"}', '#/form', 'form.form'],
    ['{"care":true,"language":"en"}', '#/result', '.result'], ['{"care":true}', '#/check', '[data-answer]'], ['{"language":"en"}', '#/check', '[data-answer]'],
    ['{"language":"en"}', '#/measures', '.entry'], ['{"care":true,"language":"en"}', '#/units', '.unit-list'], ['{"care":true}', '#/notice', '.item']]) {
    const page = await site.open({ width: 320, height: 740 });
    await page.evaluate((text) => {
      localStorage.setItem('policycalc.preferences.1', text);
      sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries: { company_name: { value: '赣州市'.repeat(40) }, employees: { draft: { text: 'x' }, problem: 'not_a_number' } } }));
    }, kept);
    await page.goto(`${site.program.base}/${hash}`);
    await page.reload();
    await page.locator(sign).first().waitFor();
    assert.deepEqual(await violations(page), [], `${kept} ${hash}`);
    await assertFits(page);
    await leave(page);
  }
});
