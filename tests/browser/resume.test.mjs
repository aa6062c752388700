// Saved answers come back on another device, and the code stays hidden on its way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { addresses, assertHidden, kept, WRONG_CODE, ready, save, shop } from './keeping.mjs';
import { assertFits, desk, leave, phone, useSite } from './site.mjs';
import { soon } from './soon.mjs';
import { show } from './states.mjs';

const site = useSite();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const field = (page) => page.getByRole('textbox', { name: '续办码' });
const nothing = { name: '用这个续办码没有打开内容' };

async function savedCode(entries = shop) {
  const page = await ready(site, phone, entries);
  const code = await save(page);
  await leave(page);
  return code;
}

/** A new visitor's tab on `address`, with the answers `entries`. */
async function arrive(address, { entries, viewport = phone, sign = '.keep, .result' } = {}) {
  return show(site, { address, entries, sign }, viewport);
}

for (const viewport of [phone, desk]) {
  test(`on another device the link brings the answers back and leaves no code in the tab, at ${viewport.width} px`, async () => {
    const code = await savedCode();
    const page = await site.open(viewport, '/favicon.svg');
    const asked = addresses(page);
    await page.goto(`${site.program.base}/#/resume/${code}`);
    await page.locator('.result').waitFor();
    await soon.match(() => page.url(), /#\/result$/);
    // Only the link itself holds it, in its fragment, which browsers do not send.
    await assertHidden(
      page,
      code,
      asked.filter((address) => address !== `${site.program.base}/#/resume/${code}`),
    );
    await page.goto(`${site.program.base}/#/check`);
    await soon.match(() => page.locator('[data-answer="annual_revenue"]').innerText(), /60 万元/);
    await soon.equal(() => page.locator('[data-answer]').count(), Object.keys(shop).length);
    await page.goto(`${site.program.base}/#/save`);
    await page.getByRole('heading', { level: 1, name: '已保存' }).waitFor();
    await page.getByText('保存的内容和现在的回答一致').waitFor();
    await leave(page);
  });
}

test('in an open tab, too, the code leaves address and history at once, even if the page cannot be loaded', async () => {
  const code = await savedCode();
  const page = await arrive('#/tell', { sign: '.tell-form' });
  await page.route('**/js/company/pages/resume.js', (route) => route.abort());
  const asked = addresses(page);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/resume/${code}`);
  await page.getByRole('heading', { name: '暂时连不上服务' }).waitFor();
  await soon.match(() => page.url(), /#\/resume$/);
  await assertHidden(page, code, asked);
  await page.unroute('**/js/company/pages/resume.js');
  await button(page, '重试').click();
  await field(page).waitFor();
  await soon.equal(() => field(page).inputValue(), code);
  await button(page, '打开').click();
  await page.locator('.result').waitFor();
  await soon.equal(() => page.evaluate(() => sessionStorage.getItem('policycalc.code.1')), '""');
  await page.goBack();
  await page.locator('.tell-form').waitFor();
  await assertHidden(page, code, asked);
  await leave(page);
});

test('a typed code may have blanks, small letters, wide forms, and O and I for 0 and 1', async () => {
  const code = await savedCode();
  const bare = code.replaceAll('-', '').toLowerCase();
  const wide = [...bare].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('');
  for (const typed of [
    bare,
    ` ${bare.replaceAll('0', 'o').replaceAll('1', 'l')} `,
    bare.match(/.{1,3}/g).join(' '),
    wide,
  ]) {
    const page = await arrive('#/resume');
    await field(page).pressSequentially(typed);
    await page.keyboard.press('Enter');
    await page.locator('.result').waitFor();
    await leave(page);
  }
});

test('a code is grouped while it is typed, and its middle can be corrected', async () => {
  const page = await arrive('#/resume');
  await field(page).pressSequentially('ab12cd34o');
  await soon.equal(() => field(page).inputValue(), 'AB12-CD34-0');
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('Backspace');
  await soon.equal(() => field(page).inputValue(), 'AB12-CD34');
  await field(page).evaluate((element) => element.setSelectionRange(1, 2));
  await page.keyboard.type('x');
  await soon.equal(() => field(page).evaluate((element) => element.selectionStart), 2);
  await leave(page);
});

test('a text that cannot be a code is named without asking the service, and stays in the field', async () => {
  const page = await arrive('#/resume', { viewport: { width: 320, height: 700 } });
  const asked = addresses(page);
  const long = '<script>document.title=1</script>\u202e😀'.repeat(300);
  for (const [typed, said] of [
    ['', '请输入续办码'],
    ['ABCD-1234', '现在是 8 个'],
    ['A'.repeat(25), '现在是 25 个'],
    ['A'.repeat(27), '现在是 27 个'],
    [`${'A'.repeat(25)}U`, '没有字母 U'],
    [long, '只有字母和数字'],
  ]) {
    await field(page).fill(typed);
    await button(page, '打开').click();
    await page.locator('.field-issues', { hasText: said }).waitFor();
  }
  await soon.equal(() => field(page).inputValue(), long);
  await assertFits(page);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(asked, []);
  await leave(page);
});

test('a wrong code gets one polite answer and stays in the field', async () => {
  const page = await arrive('#/resume');
  await field(page).fill(WRONG_CODE);
  await button(page, '打开').click();
  await page.getByRole('heading', nothing).waitFor();
  await soon.equal(() => field(page).inputValue(), WRONG_CODE);
  assert.deepEqual(await violations(page), []);
  await leave(page);
});

test('other answers in the tab are replaced only when the owner says so', async () => {
  const code = await savedCode();
  const page = await arrive(`#/resume/${code}`, {
    entries: { employees: { value: 9, draft: { text: '9' } } },
    sign: '.notice',
  });
  await page.getByRole('heading', { name: '这里已经有别的回答' }).waitFor();
  assert.deepEqual(await violations(page), []);
  await button(page, '保留这里的').click();
  await page.locator('[data-answer="employees"]', { hasText: '9' }).waitFor();
  await page.goto(`${site.program.base}/#/resume/${code}`);
  await button(page, '换成保存的').click();
  await page.locator('.result').waitFor();
  await page.goto(`${site.program.base}/#/check`);
  await page.locator('[data-answer="employees"]', { hasText: '4' }).waitFor();
  await leave(page);
});

test('the same answers in the tab need no question', async () => {
  const code = await savedCode();
  const page = await arrive(`#/resume/${code}`, { entries: shop, sign: '.result' });
  await leave(page);
});

test('answers that the questions of today no longer have are said to be left out', async () => {
  const code = await savedCode();
  const page = await site.open(phone, '/favicon.svg');
  await page.route('**/api/v1/profiles/mine', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    body.profile.asked_no_more = true;
    await route.fulfill({ response, json: body });
  });
  await page.goto(`${site.program.base}/#/resume/${code}`);
  await page.getByText('有 1 条回答不再使用').waitFor();
  await page.getByRole('link', { name: '核对回答' }).click();
  await page.locator('[data-answer="employees"]').waitFor();
  await leave(page);
});

test('what was left out stays marked on another device, one tap takes it back, and an old list is no trouble', async () => {
  const page = await site.open(phone, '/favicon.svg');
  await page.evaluate(() =>
    sessionStorage.setItem(
      'policycalc.answers.1',
      JSON.stringify({
        entries: {
          exporter: { value: false },
          loan_need: { value: false },
          situations: { value: [] },
          // No list of today's screens answers this one.
          district: { value: '360702' },
        },
        left_out: ['exporter', 'situations'],
      }),
    ),
  );
  await page.goto(`${site.program.base}/#/save`);
  const code = await save(page);
  assert.deepEqual((await kept(site, code)).body.left_out.toSorted(), ['exporter', 'situations']);
  const other = await arrive(`#/resume/${code}`, { sign: '.result' });
  await other.goto(`${site.program.base}/#/check`);
  const line = (fact) => other.locator(`[data-answer="${fact}"]`);
  await soon.match(() => line('exporter').innerText(), /未勾选，按没有算/);
  await soon.ok(async () => !(await line('loan_need').innerText()).includes('未勾选'));
  await line('exporter').getByRole('button', { name: '改回没答' }).click();
  await soon.equal(() => line('exporter').count(), 0);
  await other.goto(`${site.program.base}/#/save`);
  await other.getByText('还没有更新').waitFor();
  await button(other, '更新已保存的内容').click();
  await other.getByText('已更新').waitFor();
  const { body } = await kept(site, code);
  assert.deepEqual(body.left_out, ['situations']);
  assert.equal(body.profile.exporter, undefined);
  // The policies have changed since the mark was set: the answer is kept without it.
  await other.evaluate(() => {
    const all = JSON.parse(sessionStorage.getItem('policycalc.answers.1'));
    all.left_out = ['situations', 'district'];
    sessionStorage.setItem('policycalc.answers.1', JSON.stringify(all));
  });
  await other.reload();
  await button(other, '更新已保存的内容').click();
  await other.getByText('已更新').waitFor();
  assert.deepEqual((await kept(site, code)).body.left_out, []);
  assert.equal((await kept(site, code)).body.profile.district, '360702');
  await leave(other);
  await leave(page);
});

test('when the service is stopped the code is kept, and a retry opens it', async () => {
  const code = await savedCode();
  const page = await arrive('#/resume');
  const { port } = site.program;
  await site.program.stop();
  await field(page).fill(code);
  await button(page, '打开').click();
  await page.getByRole('heading', { name: '暂时连不上服务' }).waitFor();
  await soon.equal(() => field(page).inputValue(), code);
  await site.program.run(port);
  await button(page, '重试').click();
  await page.locator('.result').waitFor();
  await leave(page);
});

// Last of all: afterwards this address has to wait.
test('after many wrong codes it says when to try again, and the code stays', async () => {
  let status = 0;
  for (let i = 0; i < 100 && status !== 429; i += 1) ({ status } = await kept(site, WRONG_CODE));
  assert.equal(status, 429);
  const page = await arrive('#/resume');
  await field(page).fill(WRONG_CODE);
  const answer = page.waitForResponse('**/api/v1/profiles/mine');
  await button(page, '打开').click();
  const seconds = (await (await answer).allHeaders())['retry-after'];
  await page.getByRole('heading', { name: '次数有点多，请稍等' }).waitFor();
  await soon.match(
    () => page.locator('.notice-trouble').innerText(),
    new RegExp(`请过 ${seconds} 秒、\\d\\d:\\d\\d:\\d\\d 以后再试`),
  );
  await soon.equal(() => field(page).inputValue(), WRONG_CODE);
  assert.deepEqual(await violations(page), []);
  await leave(page);
});
