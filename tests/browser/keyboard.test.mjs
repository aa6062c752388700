import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leave, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();
const MOST_STEPS = 80;

/** Presses Tab until `reached` holds in the page; every stop must be visible and outlined. */
async function tabTo(page, reached) {
  for (let step = 0; step < MOST_STEPS; ++step) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      const box = element.getBoundingClientRect();
      const { outlineStyle } = getComputedStyle(element);
      return {
        id: element.id,
        text: element.textContent.trim(),
        tag: element.tagName,
        outlined: outlineStyle !== 'none',
        label: element.labels?.[0]?.textContent ?? '',
        visible: box.width > 0 && box.height > 0,
      };
    });
    assert.ok(stop.visible, `the focus is on something invisible: ${JSON.stringify(stop)}`);
    assert.ok(stop.outlined, `the focus cannot be seen on ${JSON.stringify(stop)}`);
    if (reached(stop)) return stop;
  }
  throw new Error('never reached by Tab');
}

test('from the first key to the result without a pointer', async () => {
  const page = await site.open();
  await page.locator('form').waitFor();
  await tabTo(page, (stop) => stop.id === 'f-district');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, (stop) => stop.tag === 'SUMMARY' && stop.text.startsWith('创新'));
  await page.keyboard.press('Enter');
  await tabTo(page, (stop) => stop.label === '中国质量奖');
  await page.keyboard.press('Space');
  await tabTo(page, (stop) => stop.text === '查看结果');
  await page.keyboard.press('Enter');
  await page.locator('.total-certain').getByText('300 万元').waitFor();
  await soon.equal(() => page.evaluate(() => document.activeElement.tagName), 'H1');
  await tabTo(page, (stop) => stop.tag === 'SUMMARY' && stop.text.startsWith('材料、理由和依据'));
  await page.keyboard.press('Enter');
  await page.locator('.fold[open] .tree').first().waitFor();
  await leave(page);
});

test('the skip link comes first and leads past the masthead', async () => {
  const page = await site.open();
  await page.locator('form').waitFor();
  await page.keyboard.press('Tab');
  const skip = page.locator('.skip');
  await soon.ok(() => skip.evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Enter');
  await soon.equal(() => page.evaluate(() => document.activeElement.id), 'main');
  await soon.ok(() => page.locator('form').isVisible());
  await leave(page);
});
