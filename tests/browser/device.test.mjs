// Answers kept on this device, only by choice: over the end of a tab, and in step in several tabs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, field, leave, phone, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();
const KEY = 'policycalc.answers.1';
const onDevice = (page) => page.evaluate((key) => JSON.parse(localStorage.getItem(key))?.entries ?? null, KEY);
const choice = (page) => page.getByLabel('在这台设备上保留回答');

async function atCheck(entries) {
  const page = await answered(site, phone, entries);
  await page.goto(`${site.program.base}/#/check`);
  await choice(page).waitFor();
  return page;
}

/** Another tab of the same browser. */
async function another(page, path) {
  const tab = await page.context().newPage();
  await tab.goto(site.program.base + path);
  return tab;
}

test('without the choice the device keeps nothing, and a new tab is empty', async () => {
  const page = await atCheck({ loan_need: { value: true } });
  assert.equal(await choice(page).isChecked(), false);
  assert.equal(await onDevice(page), null);
  const tab = await another(page, '/#/check');
  await tab.getByRole('heading', { name: '还没有回答' }).waitFor();
  await leave(page);
});

test('by choice the answers outlive the tab, and the choice can be taken back', async () => {
  const page = await atCheck({ loan_need: { value: true } });
  await choice(page).check();
  await page.getByText('已保留在这台设备上。').waitFor();
  const tab = await another(page, '/#/check');
  await tab.locator('[data-answer="loan_need"]').waitFor();
  await page.close();
  await choice(tab).uncheck();
  assert.equal(await onDevice(tab), null);
  await tab.reload();
  await tab.locator('[data-answer="loan_need"]').waitFor();
  await tab.context().close();
});

test('what one tab changes, the other shows; what one clears, both have lost', async () => {
  const page = await atCheck({ loan_need: { value: true } });
  await choice(page).check();
  const tab = await another(page, '/#/form/exporter');
  await field(tab, 'exporter').getByLabel('是', { exact: true }).check();
  await page.locator('[data-answer="exporter"]').waitFor();
  tab.once('dialog', (dialog) => dialog.accept());
  await tab.getByRole('button', { name: '清空' }).click();
  await page.getByRole('heading', { name: '还没有回答' }).waitFor();
  assert.equal(await onDevice(page), null);
  assert.equal(await choice(page).isChecked(), false);
  await page.reload();
  await page.getByRole('heading', { name: '还没有回答' }).waitFor();
  await leave(page);
});

test('a browser that forbids it says so, and what it keeps wrongly is no answer', async () => {
  const page = await atCheck({ loan_need: { value: true } });
  await page.evaluate((key) => {
    const put = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, text) {
      if (this === localStorage && name === key) throw new DOMException('full', 'QuotaExceededError');
      put.call(this, name, text);
    };
  }, KEY);
  await choice(page).click();
  await page.getByText('这个浏览器不允许保留。').waitFor();
  await soon.equal(() => choice(page).isChecked(), false);
  for (const broken of ['{', 'null', '[]', '7', '{"entries":null}']) {
    // A page of ours would write its answers over it.
    await page.goto(`${site.program.base}/favicon.svg`);
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, broken]);
    await page.goto(`${site.program.base}/#/check`);
    await page.getByRole('heading', { level: 1, name: '核对回答' }).waitFor();
    await page.getByRole('heading', { name: '还没有回答' }).waitFor();
  }
  await leave(page);
});
