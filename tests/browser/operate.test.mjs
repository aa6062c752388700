// The operator's manual is plain HTML: readable without scripts, on a phone and on a desk.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsInLightAndDark } from './axe.mjs';
import { assertFits, desk, leave, phone, useSite } from './site.mjs';

const site = useSite();

for (const [language, address] of [
  ['English', '/operate.html'],
  ['Chinese', '/operate.zh.html'],
]) {
  test(`the ${language} manual has no script, and each entry of its contents leads to a heading`, async () => {
    const page = await site.open(desk, address);
    assert.equal(await page.evaluate(() => document.scripts.length), 0);
    const targets = await page.locator('nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    assert.deepEqual(targets, await page.locator('h2').evaluateAll((heads) => heads.map((head) => `#${head.id}`)));
    await leave(page);
  });

  for (const viewport of [{ width: 320, height: 740 }, phone, desk]) {
    test(`the ${language} manual fits ${viewport.width} px without faults for axe-core, light and dark`, async () => {
      const page = await site.open(viewport, address);
      await assertFits(page);
      assert.deepEqual(await violationsInLightAndDark(page), []);
      await leave(page);
    });
  }
}
