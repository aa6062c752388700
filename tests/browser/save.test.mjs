// Saving by choice, and what the owner can do with the saved answers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import {
  addresses,
  assertHidden,
  changeElsewhere,
  kept,
  WRONG_CODE,
  ready,
  save,
  shop,
  shownCode,
} from './keeping.mjs';
import { assertFits, desk, hold, leave, phone, turn, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const help = '请大厅窗口帮我办';
const notify = '政策更新后重新核对';

for (const { viewport, days, consent, agreed } of [
  { viewport: phone, days: 30, consent: [], agreed: { help: false, notify: false } },
  { viewport: desk, days: 90, consent: [help], agreed: { help: true, notify: false } },
  { viewport: phone, days: 365, consent: [help, notify], agreed: { help: true, notify: true } },
]) {
  test(`saved for ${days} days with ${consent.length} consents, it is kept as it was agreed`, async () => {
    const page = await ready(site, viewport);
    const asked = addresses(page);
    await soon.equal(() => page.getByRole('checkbox', { checked: true }).count(), 0, 'consent is off at first');
    await soon.match(() => page.locator('.keep-facts').innerText(), /备份里的副本最多再留 \d+ 天/);
    assert.deepEqual(await violations(page), []);
    const code = await save(page, { days, consent });
    const { body } = await kept(site, code);
    assert.deepEqual(body.consent, agreed);
    assert.equal(body.profile.company_name, shop.company_name.value);
    assert.equal(
      Math.round((Date.parse(body.expires_on) - Date.parse(body.saved_at.slice(0, 10))) / 86400000 / 10) * 10,
      Math.round(days / 10) * 10,
    );
    await soon.equal(() => page.locator('.agreement time').innerText(), body.expires_on);
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    await assertHidden(page, code, asked);
    await leave(page);
  });
}

test('the link has the code in its fragment, and the QR code is that of the link', async () => {
  const page = await ready(site, phone);
  const code = await save(page);
  const link = await page.locator('.code-link').innerText();
  assert.equal(link, `${site.program.base}/#/resume/${code}`);
  const picture = page.getByRole('img', { name: '二维码：打开保存的内容' });
  await picture.waitFor();
  const response = await fetch(`${site.program.base}/api/v1/qr`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: link }),
  });
  const { size, rows } = await response.json();
  const drawn = Array.from({ length: size }, () => Array(size).fill('0'));
  for (const [, x, y, run] of (await picture.locator('path').getAttribute('d')).matchAll(
    /M(\d+) (\d+)h(\d+)v1h-\d+z/g,
  )) {
    drawn[y - 4].fill('1', x - 4, Number(x) - 4 + Number(run));
  }
  assert.deepEqual(
    drawn.map((row) => row.join('')),
    rows,
  );
  await leave(page);
});

test('without a QR code there are still code and link', async () => {
  const page = await ready(site, phone);
  await page.route('**/api/v1/qr', (route) => route.abort());
  await save(page);
  await page.getByText('二维码暂时画不出来').waitFor();
  await leave(page);
});

test('the code is copied, or selected where copying is forbidden', async () => {
  const page = await ready(site, desk);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const code = await save(page);
  await button(page, '复制续办码').click();
  await page.getByText('✓ 已复制').waitFor();
  await soon.equal(() => page.evaluate(() => navigator.clipboard.readText()), code);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
  });
  await button(page, '复制续办码').click();
  await page.getByText('请长按选中的文字复制').waitFor();
  await soon.equal(
    async () => (await page.evaluate(() => String(getSelection()))).replace(/\s+/g, '-').replace(/^-|-$/g, ''),
    code,
  );
  await leave(page);
});

test('on paper there are code, link and expiry, and nothing to press', async () => {
  const page = await ready(site, desk);
  const code = await save(page);
  await page.locator('.qr').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.locator('.code-link').waitFor();
  const text = (await page.locator('main').innerText()).replace(/\s+/g, '-');
  assert.ok(text.includes(code) && text.includes(`#/resume/${code}`), text);
  assert.match(text, /保存到-\d{4}-\d\d-\d\d/);
  await soon.equal(() => page.locator('main button:visible, main form:visible').count(), 0);
  await soon.equal(() => page.locator('.qr').isVisible(), true);
  await leave(page);
});

test('the day of expiry goes into a calendar, without the code', async () => {
  const page = await ready(site, desk);
  const code = await save(page, { days: 90 });
  const coming = page.waitForEvent('download');
  await button(page, '到期日加入日历').click();
  const file = await coming;
  assert.match(file.suggestedFilename(), /\.ics$/);
  const text = readFileSync(await file.path(), 'utf8');
  const { body } = await kept(site, code);
  assert.match(text, new RegExp(`DTSTART;VALUE=DATE:${body.expires_on.replaceAll('-', '')}`));
  assert.ok(!text.replaceAll('-', '').includes(code.replaceAll('-', '')));
  await leave(page);
});

test('without answers there is nothing to save', async () => {
  const page = await ready(site, phone, {});
  await page.getByRole('heading', { name: '还没有可以保存的回答' }).waitFor();
  await soon.equal(() => button(page, '加密保存').count(), 0);
  assert.deepEqual(await violations(page), []);
  await leave(page);
});

test('answers, expiry and consent are brought up to date under the same code', async () => {
  const page = await ready(site, phone);
  const code = await save(page);
  const before = (await kept(site, code)).body;
  await page.goto(`${site.program.base}/#/form/employees`);
  await page.locator('[data-fact="employees"] input').fill('7');
  await page.goto(`${site.program.base}/#/save`);
  await page.getByText('现在的回答和保存的内容不一样').waitFor();
  await soon.equal(() => shownCode(page), code);
  await page.getByRole('radio', { name: '从今天起 365 天' }).check();
  await page.getByRole('checkbox', { name: notify }).check();
  await button(page, '更新已保存的内容').click();
  await page.getByText('已更新，续办码不变。').waitFor();
  await page.getByText('保存的内容和现在的回答一致').waitFor();
  const after = (await kept(site, code)).body;
  assert.equal(after.profile.employees, 7);
  assert.ok(after.expires_on > before.expires_on);
  assert.deepEqual(after.consent, { help: false, notify: true });
  await page.getByRole('checkbox', { name: notify }).uncheck();
  await button(page, '更新已保存的内容').click();
  await page.locator('.agreement dd', { hasText: '✓ 同意' }).waitFor({ state: 'detached' });
  assert.deepEqual((await kept(site, code)).body.consent, { help: false, notify: false });
  await leave(page);
});

test('what was changed elsewhere is not overwritten unasked: the other one can be loaded', async () => {
  const page = await ready(site, phone);
  const code = await save(page);
  await changeElsewhere(site, code, { company_name: '另一家', employees: 9 });
  await button(page, '更新已保存的内容').click();
  await page.getByRole('heading', { name: '这份内容在别处改过了' }).waitFor();
  assert.deepEqual(await violations(page), []);
  assert.equal((await kept(site, code)).body.profile.employees, 9);
  await button(page, '载入那一份').click();
  await page.getByText('已载入那一份。').waitFor();
  await page.goto(`${site.program.base}/#/check`);
  await soon.match(() => page.locator('[data-answer="employees"]').innerText(), /9/);
  await leave(page);
});

test('what was changed elsewhere can be overwritten, and another change in between is told again', async () => {
  const page = await ready(site, desk);
  const code = await save(page);
  await changeElsewhere(site, code, { employees: 9 });
  await button(page, '更新已保存的内容').click();
  await button(page, '用这一份覆盖').waitFor();
  // The page reads the revision again just as a third one appears.
  let changed = false;
  await page.route('**/api/v1/profiles/mine', async (route) => {
    if (route.request().method() !== 'PUT' || changed) return route.continue();
    changed = true;
    await changeElsewhere(site, code, { employees: 11 });
    return route.continue();
  });
  await button(page, '用这一份覆盖').click();
  await page.waitForFunction(
    () => document.querySelector('.upkeep button[aria-disabled="false"]') && document.querySelector('.notice-trouble'),
  );
  assert.equal((await kept(site, code)).body.profile.employees, 11);
  await button(page, '用这一份覆盖').click();
  await page.getByText('已更新，续办码不变。').waitFor();
  assert.equal((await kept(site, code)).body.profile.employees, 4);
  await leave(page);
});

test('deleting asks once; afterwards the code opens nothing, in the words for any wrong code', async () => {
  const page = await ready(site, phone);
  const code = await save(page);
  await button(page, '删除已保存的内容').click();
  await button(page, '不删').click();
  assert.equal((await kept(site, code)).status, 200);
  await button(page, '删除已保存的内容').click();
  assert.deepEqual(await violations(page), []);
  await button(page, '确定删除').click();
  await page.getByText(/已删除。备份里的副本最多再留 \d+ 天/).waitFor();
  await button(page, '加密保存').waitFor();
  await soon.equal(() => page.evaluate(() => sessionStorage.getItem('policycalc.saved.1')), 'null');
  const [gone, wrong] = await Promise.all([kept(site, code), kept(site, WRONG_CODE)]);
  assert.equal(gone.status, 404);
  for (const { body } of [gone, wrong]) delete body.request_id;
  assert.deepEqual(gone, wrong);
  const said = [];
  for (const one of [code, WRONG_CODE]) {
    await page.goto(`${site.program.base}/#/resume/${one}`);
    await page.getByRole('heading', { name: '用这个续办码没有打开内容' }).waitFor();
    said.push(await page.locator('.keep .notice').innerText());
    await page.goto(`${site.program.base}/#/save`);
    await page.locator('.keep-form').waitFor();
  }
  assert.equal(said[0], said[1]);
  await leave(page);
});

test('what another device deleted is said politely, and can be saved anew', async () => {
  const page = await ready(site, phone);
  const code = await save(page);
  await fetch(`${site.program.base}/api/v1/profiles/mine`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${code}` },
  });
  await button(page, '更新已保存的内容').click();
  await page.getByText('用这个续办码没有打开内容').waitFor();
  assert.notEqual(await save(page), code);
  await leave(page);
});

test('an answer that the service refuses is named, and nothing is saved', async () => {
  const page = await ready(site, phone, { company_name: { value: '長'.repeat(201) } });
  await button(page, '加密保存').click();
  await page.getByRole('heading', { name: '有回答需要改正，没有保存' }).waitFor();
  await page.getByRole('link', { name: '去改正' }).click();
  await page.locator('[data-fact="company_name"].has-issues, .notice-issues').first().waitFor();
  await leave(page);
});

test('when the service stops in the middle, choices stay and a retry saves', async () => {
  const page = await ready(site, phone);
  await page.getByRole('radio', { name: '90 天' }).check();
  await page.getByRole('checkbox', { name: help }).check();
  const { port } = site.program;
  await site.program.stop();
  await button(page, '加密保存').click();
  await page.getByRole('heading', { name: '暂时连不上服务' }).waitFor();
  await soon.equal(() => page.getByRole('checkbox', { name: help }).isChecked(), true);
  await site.program.run(port);
  await button(page, '重试').click();
  await page.getByRole('heading', { level: 1, name: '已保存' }).waitFor();
  assert.deepEqual((await kept(site, await shownCode(page))).body.consent, { help: true, notify: false });
  await leave(page);
});

test('in English nothing that was chosen is lost, and the code stays', async () => {
  const page = await ready(site, { width: 320, height: 700 });
  await page.getByRole('radio', { name: '365 天' }).check();
  await page.getByRole('checkbox', { name: help }).check();
  await button(page, 'English').click();
  await page.getByRole('heading', { level: 1, name: 'Save, and go on another day' }).waitFor();
  await soon.equal(() => page.getByRole('radio', { name: '365 days' }).isChecked(), true);
  await soon.equal(() => page.getByRole('checkbox', { name: 'Let the hall help me' }).isChecked(), true);
  await button(page, 'Encrypt and save').click();
  await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor();
  const code = await shownCode(page);
  await assertFits(page);
  await button(page, '中文').click();
  await page.getByRole('heading', { level: 1, name: '已保存' }).waitFor();
  await soon.equal(() => shownCode(page), code);
  await leave(page);
});

test('pressed twice, it is deleted once and said to be; while it runs every button waits', async () => {
  const page = await ready(site, phone);
  await save(page);
  const held = await hold(page, '**/api/v1/profiles/mine');
  await button(page, '删除已保存的内容').click();
  await button(page, '确定删除').evaluate((element) => {
    element.click();
    element.click();
  });
  await held.asked;
  await soon.deepEqual(
    () => page.locator('.upkeep button, .delete button').evaluateAll((all) => all.map((one) => one.ariaDisabled)),
    ['true', 'true', 'true'],
  );
  held.release();
  await page.getByText(/已删除。备份里的副本最多再留 \d+ 天/).waitFor();
  assert.deepEqual(held.methods, ['DELETE']);
  await leave(page);
});

test('what was saved after the page was left is kept, and moves nothing that is seen by then', async () => {
  const page = await ready(site, phone);
  const held = await hold(page, '**/api/v1/profiles');
  await button(page, '加密保存').click();
  await held.asked;
  await page.goto(`${site.program.base}/#/tell`);
  await page.locator('.tell-form').waitFor();
  await page.evaluate(() => window.scrollTo(0, 400));
  const seen = () => page.evaluate(() => [document.title, location.hash, window.scrollY]);
  const before = await seen();
  held.release();
  await page.waitForFunction(() => sessionStorage.getItem('policycalc.saved.1'));
  await soon.deepEqual(() => seen(), before);
  await page.goto(`${site.program.base}/#/save`);
  await page.getByRole('heading', { level: 1, name: '已保存' }).waitFor();
  await leave(page);
});

test('terms that come after the page was left give no other page their title', async () => {
  const page = await ready(site, phone);
  await page.goto(`${site.program.base}/#/tell`);
  await page.locator('.tell-form').waitFor();
  const held = await hold(page, '**/api/v1/profiles/terms');
  await page.goto(`${site.program.base}/#/save`);
  await held.asked;
  await page.goto(`${site.program.base}/#/told`);
  await page.locator('.told-page').waitFor();
  const titled = () => page.evaluate(() => document.title === document.querySelector('h1').textContent);
  const response = page.waitForResponse('**/api/v1/profiles/terms');
  held.release();
  await (await response).finished();
  await turn(page);
  await soon.ok(titled);
  await leave(page);
});

test('on coming back while it is being saved the code appears without saving again', async () => {
  const page = await ready(site, phone);
  const held = await hold(page, '**/api/v1/profiles');
  await button(page, '加密保存').click();
  await held.asked;
  await button(page, 'English').click();
  await page.getByRole('heading', { level: 1, name: 'Save, and go on another day' }).waitFor();
  held.release();
  await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor();
  await shownCode(page);
  await leave(page);
});

test('a need that the catalogue no longer has does not prevent saving', async () => {
  const page = await site.open(phone, '/favicon.svg');
  await page.evaluate(
    (entries) =>
      sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries, needs: ['asked_no_more', 'award'] })),
    shop,
  );
  await page.goto(`${site.program.base}/#/save`);
  const code = await save(page);
  assert.deepEqual((await kept(site, code)).body.needs, ['award']);
  await leave(page);
});

test('without answers in the tab what is kept is not overwritten by nothing, but can be loaded', async () => {
  const page = await ready(site, phone);
  const code = await save(page);
  await page.evaluate(() => sessionStorage.setItem('policycalc.answers.1', '{}'));
  await page.reload();
  await page.getByText('这个标签页里现在没有回答').waitFor();
  await soon.equal(() => button(page, '更新已保存的内容').count(), 0);
  assert.deepEqual(await violations(page), []);
  await page.route('**/api/v1/profiles/mine', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    body.profile.asked_no_more = true;
    await route.fulfill({ response, json: body });
  });
  await button(page, '载入保存的内容').click();
  await page.getByText('已载入保存的内容。').waitFor();
  await page.getByText('有 1 条回答不再使用').waitFor();
  await button(page, '更新已保存的内容').waitFor();
  assert.equal((await kept(site, code)).body.profile.employees, 4);
  await leave(page);
});

test('clearing asks with the code in mind, and leaves nothing of this visit to the next at this computer', async () => {
  const page = await ready(site, phone);
  const code = await save(page);
  await page.goto(`${site.program.base}/#/tell`);
  await page.getByRole('textbox', { name: '想说的话' }).fill('先说一件');
  await button(page, '发出').click();
  await page.locator('.told-reference').waitFor();
  const query = await shownCode(page);
  await page.goto(`${site.program.base}/#/tell`);
  await page.getByRole('textbox', { name: '联系方式' }).fill('shop@example.com');
  await page.goto(`${site.program.base}/#/resume`);
  await page.getByRole('textbox', { name: '续办码' }).fill('ABCD-1234');
  await page.goto(`${site.program.base}/#/form`);
  const asked = [];
  page.once('dialog', (dialog) => {
    asked.push(dialog.message());
    dialog.accept();
  });
  await button(page, '清空').click();
  await page.getByText('已清空').waitFor();
  assert.match(asked[0], /续办码.*保存的内容.*到期/s);
  const left = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  for (const word of [code, query, 'shop@example.com', 'ABCD-1234', shop.company_name.value])
    assert.ok(!left.includes(word), word);
  for (const [address, label] of [
    ['resume', '续办码'],
    ['tell', '联系方式'],
  ]) {
    await page.goto(`${site.program.base}/#/${address}`);
    await soon.equal(() => page.getByRole('textbox', { name: label }).inputValue(), '');
  }
  await page.goto(`${site.program.base}/#/told`);
  await page.locator('.told-page').waitFor();
  await soon.equal(() => page.locator('.ticket').count(), 0);
  await page.goto(`${site.program.base}/#/save`);
  await page.getByRole('heading', { name: '还没有可以保存的回答' }).waitFor();
  assert.equal((await kept(site, code)).status, 200, 'what is kept stays with the service');
  await leave(page);
});
