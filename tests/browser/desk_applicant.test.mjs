// The pages of one applicant: questions, answer and paper, also where two clerks are at work.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, begun, clerkOf, findOver, openApplicant, openWho, origin, saved, unsaved } from './applicants.mjs';
import { another, atDesk, go, heading, lookAgain, lookAway, press, refusal, stopClock, useDesk } from './desk.mjs';
import { assertFits, desk, field, hold, leave, openTopic, phone, turn } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const clerk = (login, options) => clerkOf(site, login, options);

test('each question shows the rules that use it, and each answer keeps who took it and whether it was checked', async () => {
  const page = await clerk('marker', { name: '核验的人' });
  const { id } = await begun(page, {
    name: '核验公司',
    profile: { employees: 30, district: '360702' },
    verified: ['district'],
  });
  await openApplicant(site, page, id);
  const rules = field(page, 'district').locator('.rules-fold');
  await rules.getByText('在赣州登记').waitFor();
  await soon.equal(() => rules.getByRole('link').first().getAttribute('target'), '_blank');
  await soon.match(() => rules.getByRole('link').first().getAttribute('href'), /^\/measures\//);
  await soon.match(() => rules.innerText(), /第\d+项市工作举措/);
  await soon.match(() => origin(page, 'district'), /窗口核验[^]*核验的人 \d{4}-\d\d-\d\d \d\d:\d\d/);
  await openTopic(page, 'employees');
  await soon.match(() => origin(page, 'employees'), /企业自述[^]*核验的人/);

  await field(page, 'employees').getByLabel('窗口核验过').check();
  await unsaved(page, 1);
  await soon.match(() => origin(page, 'employees'), /窗口核验[^]*还没保存/);
  // A changed value counts as unchecked.
  await field(page, 'district').locator('select').selectOption('360703');
  await soon.match(() => origin(page, 'district'), /企业自述[^]*还没保存/);
  await unsaved(page, 2);
  await press(page, '保存');
  await saved(page);
  await soon.match(() => origin(page, 'employees'), /窗口核验[^]*核验的人/);
  const kept = await ask(page, 'GET', `applicants/${id}`);
  assert.equal(kept.profile.district, '360703');
  assert.equal(kept.provenance.district.by, 'declared');
  assert.equal(kept.provenance.employees.by, 'verified');
  await leave(page);
});

test('the form works with only the keyboard, and the counts follow', async () => {
  const page = await clerk('keys');
  const { id } = await begun(page, { name: '键盘公司' });
  await openApplicant(site, page, id);
  await field(page, 'entity_type').locator('.rules-fold').waitFor();
  const counts = page.locator('.counts');
  const before = await counts.innerText();
  const at = () => page.evaluate(() => document.activeElement.closest('[data-fact]')?.dataset.fact);
  await page.keyboard.press('Alt+KeyJ');
  const first = await at();
  assert.ok(first);
  await page.keyboard.press('Alt+KeyJ');
  assert.notEqual(await at(), first);
  await page.keyboard.press('Alt+KeyK');
  assert.equal(await at(), first);
  while ((await at()) !== 'district') await page.keyboard.press('Alt+KeyJ');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction((was) => document.querySelector('.counts').innerText !== was, before);
  await page.keyboard.press('Alt+KeyV');
  await soon.ok(() => field(page, 'district').getByLabel('窗口核验过').isChecked());
  await page.keyboard.press('Control+KeyS');
  await saved(page);
  assert.equal((await ask(page, 'GET', `applicants/${id}`)).provenance.district.by, 'verified');
  await leave(page);
});

test('two clerks at one company: the second is told what the first did, and chooses where both changed the same', async () => {
  const page = await clerk('slow.clerk', { name: '慢的人' });
  const other = await clerk('quick.clerk', { name: '快的人' });
  const { id } = await begun(page, { name: '两人公司', profile: { employees: 30 } });
  await openApplicant(site, page, id);
  await openTopic(page, 'employees');
  await field(page, 'employees').locator('input').first().fill('40');
  await openWho(page);
  await page.locator('#h-contact').fill('张三 13800000000');
  await unsaved(page, 2);
  const { profile, revision } = await ask(other, 'GET', `applicants/${id}`);
  await ask(other, 'PUT', `applicants/${id}`, {
    name: '两人公司',
    contact: '',
    profile: { ...profile, employees: 50, district: '360702' },
    verified: ['district'],
    revision,
  });
  await press(page, '保存');
  await page.getByRole('heading', { name: '刚刚有别人改过' }).waitFor();
  const notice = page.locator('.by-others');
  await soon.match(() => notice.innerText(), /快的人[^]*从业人员[^]*注册地/);
  await soon.equal(() => field(page, 'employees').locator('input').first().inputValue(), '40');
  await soon.equal(() => page.locator('#h-contact').inputValue(), '张三 13800000000');
  await soon.equal(() => field(page, 'district').locator('select').inputValue(), '360702');
  await soon.match(() => origin(page, 'district'), /窗口核验[^]*快的人/);
  await notice.getByRole('button', { name: '用对方的：50' }).click();
  await soon.equal(() => field(page, 'employees').locator('input').first().inputValue(), '50');
  await notice.getByRole('button', { name: '用我填的：40' }).click();
  await soon.equal(() => field(page, 'employees').locator('input').first().inputValue(), '40');
  await press(page, '看过了，保存');
  await saved(page);
  const kept = await ask(page, 'GET', `applicants/${id}`);
  assert.deepEqual(
    [kept.profile.employees, kept.profile.district, kept.contact, kept.provenance.district.by],
    [40, '360702', '张三 13800000000', 'verified'],
  );
  await leave(other);
  await leave(page);
});

test("the answer is the company's own, with the reasons open; a matter is opened once, from what is saved", async () => {
  const page = await clerk('opener');
  const { id } = await begun(page, { name: '开办公司', profile: { district: '360702', ownership: 'private' } });
  await openApplicant(site, page, id);
  await page.getByRole('link', { name: '结果', exact: true }).click();
  await page.locator('.result').waitFor();
  const answer = await page.evaluate(async () =>
    (
      await fetch('/api/v1/match', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ profile: { district: '360702', ownership: 'private' }, detail: 'full' }),
      })
    ).json(),
  );
  await soon.deepEqual(
    async () => JSON.parse(await page.locator('.summary-line').getAttribute('data-counts')),
    answer.counts,
  );
  const card = page.locator('.card-eligible:visible').first();
  await soon.ok(() => card.locator('.tree').isVisible());
  const measure = await card.getAttribute('data-measure');
  await card.getByRole('button', { name: /^开办/ }).click();
  await page.waitForFunction(() => location.hash.startsWith('#/matter/'));
  const { matters } = await ask(page, 'GET', `matters?applicant=${id}`);
  assert.deepEqual(
    matters.map((one) => one.measure.id),
    [measure],
  );
  await go(site, page, `#/applicant/${id}?part=answer`);
  await page
    .locator(`.card[data-measure="${measure}"]`)
    .getByRole('link', { name: `已开办 ${matters[0].reference}` })
    .waitFor();
  await openApplicant(site, page, id);
  await page.locator(`[data-matter="${matters[0].id}"]`, { hasText: '待受理' }).waitFor();
  await leave(page);
});

for (const viewport of [phone, desk]) {
  test(`what can be opened is listed at the head, and the chosen ones are opened on the spot, ${viewport.width} px`, async () => {
    const page = await clerk(`many.${viewport.width}`, { viewport });
    const { id } = await begun(page, {
      name: '开办几件公司',
      profile: { district: '360702', entity_type: 'company', ownership: 'private', employees: 120 },
    });
    await go(site, page, `#/applicant/${id}?part=answer`);
    const list = page.locator('.open-many');
    await list.locator('summary').click();
    const lines = list.locator('[data-opening]');
    const all = await lines.count();
    assert.ok(all > 2);
    await soon.match(() => list.locator('summary').innerText(), new RegExp(`可以开办 ${all} 件`));
    // What every company gets needs no matter, here or at its card.
    await page.locator('#g-universal > summary').click();
    await soon.ok(() => page.locator('#g-universal .card').first().isVisible());
    assert.equal(await page.locator('#g-universal [data-open]').count(), 0);
    // The title leads to the reasons.
    const first = await lines.first().getAttribute('data-opening');
    await lines.first().locator('.open-title').click();
    await soon.equal(() => page.evaluate(() => document.activeElement.closest('.card')?.dataset.measure), first);
    // Another window has opened one of them meanwhile.
    const second = await lines.nth(1).getAttribute('data-opening');
    await ask(page, 'POST', 'matters', { applicant: id, measure: second });
    for (const n of [0, 1]) await lines.nth(n).getByRole('checkbox').check();
    await press(page, '开办所选（2）');
    await lines
      .first()
      .getByRole('link', { name: /^已开办/ })
      .waitFor();
    await lines.nth(1).getByText('这项措施已经开办').waitFor();
    await page
      .locator(`.card[data-measure="${first}"]`)
      .getByRole('link', { name: /^已开办/ })
      .waitFor();
    await soon.match(() => list.locator('summary').innerText(), new RegExp(`可以开办 ${all - 1} 件，已开办 1 件`));
    assert.match(page.url(), /part=answer/);
    const { matters } = await ask(page, 'GET', `matters?applicant=${id}`);
    assert.deepEqual(new Set(matters.map((one) => one.measure.id)), new Set([first, second]));
    await page.getByRole('button', { name: /^全选/ }).click();
    await soon.equal(() => lines.locator('input:checked').count(), all - 1);
    await assertFits(page);
    await leave(page);
  });
}

test("the sheet is the company's own paper, with the code of the public pages", async () => {
  const page = await clerk('printer');
  const { id } = await begun(page, { name: '打印公司', profile: { company_name: '打印公司', district: '360702' } });
  const coded = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/v1/qr')) coded.push(request.postDataJSON().text);
  });
  await go(site, page, `#/sheet/${id}`);
  await heading(page, '惠企政策一次性告知单');
  await soon.match(() => page.locator('.sheet-firm').innerText(), /打印公司/);
  await page.locator('[data-qr="site"]').waitFor();
  assert.deepEqual(coded, [`${site.program.base}/`]);
  await soon.equal(() => page.locator('.sheet-firm input').count(), 0);
  await page.locator('.sheet-options > summary').click();
  await page.locator('#part-others').uncheck();
  await soon.equal(() => new URL(page.url()).hash, `#/sheet/${id}?without=others`);
  await page.getByRole('link', { name: '返回结果' }).click();
  await heading(page, '能享受什么');
  await soon.equal(() => page.evaluate(() => document.documentElement.hasAttribute('data-sheet')), false);
  await leave(page);
});

test('an open page is emptied when the authorisation is withdrawn elsewhere: on coming back, and every five seconds', async () => {
  const page = await clerk('open.page');
  const other = await clerk('ends.it');
  await stopClock(page);
  for (const [name, address, wake] of [
    ['看着的公司', '', () => page.clock.runFor(5100)],
    ['回来看的公司', '?part=answer', () => lookAgain(page)],
  ]) {
    const { id } = await begun(page, { name });
    await go(site, page, `#/applicant/${id}${address}`);
    await page.locator('.applicant-who', { hasText: name }).waitFor();
    const again = page.waitForResponse((response) => response.url().endsWith(`/applicants/${id}`));
    await page.clock.runFor(5100);
    assert.equal((await again).status(), 304);
    await soon.ok(async () => (await page.content()).includes(name));
    await ask(other, 'DELETE', `applicants/${id}/authorisation`);
    await wake();
    await heading(page, '授权已结束');
    await soon.ok(async () => !(await page.content()).includes(name));
    await soon.ok(async () => !(await page.title()).includes(name));
  }
  await leave(other);
  await leave(page);
});

test('an open applicant that looks again is not opened again, and shows what a colleague saves', async () => {
  const page = await clerk('looks.again');
  const other = await clerk('saves.it');
  const boss = await atDesk(site, 'reads.trail', 'supervisor');
  for (const [address, sign] of [
    ['#/applicant/{id}', '.applicant-who b'],
    ['#/applicant/{id}?part=answer', '.applicant-who b'],
    ['#/sheet/{id}', '.sheet-firm'],
  ]) {
    const name = '原来的名字';
    const { id, revision, profile } = await begun(other, { name, profile: { company_name: name, employees: 30 } });
    const audit = async () => (await ask(boss, 'GET', `audit?object=applicant&id=${id}`)).entries;
    const openings = async () => (await audit()).filter(({ action }) => action === 'opened').length;
    await go(site, page, address.replace('{id}', id));
    await page.locator(sign, { hasText: name }).waitFor();
    assert.equal(await openings(), 1);
    const again = page.waitForResponse((response) => response.url().endsWith(`/applicants/${id}`));
    await lookAgain(page);
    assert.equal((await again).status(), 304);
    assert.equal(await openings(), 1);
    await ask(other, 'PUT', `applicants/${id}`, {
      name: '后来的名字',
      contact: '',
      profile: { ...profile, company_name: '后来的名字', employees: 50 },
      verified: [],
      revision,
    });
    await lookAgain(page);
    await page.locator(sign, { hasText: '后来的名字' }).waitFor();
    assert.equal(await openings(), 2);
  }
  await go(site, page, '#/applicants');
  for (const tab of [page, other, boss]) await leave(tab);
});

test('a colleague’s change appears in the questions, but takes away nothing that is typed', async () => {
  const page = await clerk('types.on');
  const other = await clerk('saves.too', { name: '保存的人' });
  const { id } = await begun(other, { name: '一起填的公司', profile: { employees: 30 } });
  const put = async (employees, contact) => {
    const { name, profile, revision } = await ask(other, 'GET', `applicants/${id}`);
    const body = { name, contact, profile: { ...profile, employees }, verified: ['employees'], revision };
    await ask(other, 'PUT', `applicants/${id}`, body);
  };
  const employees = field(page, 'employees').locator('input').first();
  await openApplicant(site, page, id);
  await openTopic(page, 'employees');
  await put(50, '');
  await lookAgain(page);
  await page.getByText('这里已是最新的资料').waitFor();
  await soon.equal(() => employees.inputValue(), '50');
  await soon.match(() => origin(page, 'employees'), /窗口核验[^]*保存的人/);
  await soon.ok(async () => !(await page.locator('.save-state').first().innerText()).includes('还没保存'));
  await openWho(page);
  await page.locator('#h-contact').fill('写到一半');
  await unsaved(page, 1);
  const again = page.waitForResponse((response) => response.url().endsWith(`/applicants/${id}`) && response.ok());
  await put(60, '别人写的');
  await lookAgain(page);
  await again;
  await turn(page);
  assert.equal(await page.locator('#h-contact').inputValue(), '写到一半');
  assert.equal(await employees.inputValue(), '50');
  // Without anything typed the page takes the later version, which it asks for again.
  await page.locator('#h-contact').fill('');
  await lookAgain(page);
  await soon.equal(() => page.locator('#h-contact').inputValue(), '别人写的');
  await soon.equal(() => employees.inputValue(), '60');
  await leave(other);
  await leave(page);
});

test('a save after the end of the authorisation empties the page, also while an answer is still on its way', async () => {
  const page = await clerk('too.late');
  const { id } = await begun(page, { name: '晚了的公司' });
  await lookAway(page);
  await openApplicant(site, page, id);
  await openWho(page);
  await page.locator('#h-contact').fill('还没保存的联系人');
  const late = await hold(page, '**/api/v1/match');
  await page.locator('[data-fact="district"] select').selectOption('360702');
  await late.asked;
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await ask(page, 'DELETE', `applicants/${id}/authorisation`);
  await press(page, '保存');
  await heading(page, '授权已结束');
  late.release();
  await soon.ok(async () => !(await page.content()).includes('还没保存的联系人'));
  await go(site, page, '#/applicants');
  await heading(page, '企业');
  await findOver(site, page, id);
  await leave(page);
});

test('what is typed outlives a failure and the end of the session; names are shown as text', async () => {
  const page = await clerk('unlucky.clerk');
  const name = '<img src=x onerror="document.title=1">"\'&<b>公司';
  const { id } = await begun(page, { name });
  await lookAway(page);
  await openApplicant(site, page, id);
  await soon.equal(() => page.locator('.applicant-who b').innerText(), name);
  await soon.equal(() => page.locator('main img').count(), 0);
  await openWho(page);
  await page.locator('#h-contact').fill('打了一半');
  await page.route(`**/api/v1/hall/applicants/${id}`, (route) =>
    route.request().method() === 'PUT' ? route.fulfill(refusal(500, 'x')) : route.continue(),
  );
  await press(page, '保存');
  await page.getByText('编号：r-17').waitFor();
  await soon.equal(() => page.locator('#h-contact').inputValue(), '打了一半');
  await page.unroute(`**/api/v1/hall/applicants/${id}`);
  const elsewhere = await another(site, 'unlucky.clerk');
  await heading(elsewhere, '您好');
  await go(site, elsewhere, '#/account');
  await press(elsewhere, '在所有设备上退出');
  await heading(elsewhere, '登录');
  await press(page, '重试');
  await page.getByText('登录已结束，请重新登录').waitFor();
  await soon.ok(async () => !(await page.content()).includes('打了一半'));
  await leave(elsewhere);
  await leave(page);
});
