// A company withdraws its authorisation at a window that need not be its own, with the real service.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, begun, clerkOf, findOver } from './applicants.mjs';
import { violations } from './axe.mjs';
import { atDesk, go, heading, press, refusal, useDesk } from './desk.mjs';
import { keysOf } from './hands.mjs';
import { assertFits, desk, leave, phone } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const CONTACT = '王经理 0797-8000000';
const DONE = '✓ 已撤回，资料已删除。';

const elsewhere = (login, options = {}) => clerkOf(site, login, { county: '360703', ...options });

/** A company with the credit code, if any, and one matter, which is returned with its query code. */
async function withMatter(page, name, { code, contact = CONTACT } = {}) {
  const profile = {
    district: '360702',
    quality_awards: ['china_quality_award'],
    ...(code ? { credit_code: code } : {}),
  };
  const applicant = await begun(page, { name, contact, profile });
  return { applicant, matter: await ask(page, 'POST', 'matters', { applicant: applicant.id, measure: '11.1.1a' }) };
}

async function onPage(page) {
  await go(site, page, '#/account');
  await heading(page, '我的账号');
  await go(site, page, '#/withdrawal');
  await heading(page, '企业来撤回授权');
}

const byCode = (page) => page.getByLabel('只有统一社会信用代码');
const text = (page) => page.getByLabel('编号或代码');
const hear = (page) => press(page, '听到撤回');

for (const [viewport, how] of [
  [desk, 'the reference'],
  [phone, "the address in the company's code, with its query code,"],
]) {
  const tag = String(viewport.width);
  test(`with ${how} another window withdraws at once, ${tag} px`, async () => {
    const own = await clerkOf(site, `own${tag}`);
    const other = await elsewhere(`other${tag}`, { viewport });
    const { applicant, matter } = await withMatter(own, `赣州撤回${tag}有限公司`);
    assert.ok(matter.query_code);
    const link = `${site.program.base}/#/matter?reference=${matter.reference}&code=${matter.query_code}`;
    await onPage(other);
    await assertFits(other);
    assert.deepEqual(await violations(other), []);
    await text(other).fill(viewport === desk ? ` ${matter.reference.slice(0, 4)}-${matter.reference.slice(4)}` : link);
    await hear(other);
    await other.getByText('确定按这个编号撤回吗？').waitFor();
    await assertFits(other);
    await press(other, '取消');
    await ask(own, 'GET', `applicants/${applicant.id}`);
    await hear(other);
    await press(other, '确定撤回');
    await other.getByText(DONE).waitFor();
    await soon.ok(() => other.evaluate((said) => document.activeElement.textContent === said, DONE));
    await soon.ok(async () => !(await other.locator('main').innerText()).includes('赣州撤回'));
    await assertFits(other);
    assert.deepEqual(await violations(other), []);
    await findOver(site, own, applicant.id);
    await go(site, own, `#/matter/${matter.id}`);
    await own.getByRole('heading', { name: '企业已撤回授权，资料已删除' }).waitFor();
    for (const page of [own, other]) await leave(page);
  });
}

/** Another window hears `code`; the company's window then sees it on the page of its applicants. */
async function heardBy(other, own, code, name) {
  await onPage(other);
  await byCode(other).check();
  await text(other).fill(code);
  await hear(other);
  await other.getByText('✓ 已转给章贡区的窗口问清。').waitFor();
  assert.ok(!(await other.locator('main').innerText()).includes(name));
  await go(site, own, '#/account');
  await go(site, own, '#/applicants');
  const task = own.locator('[data-withdrawal]', { hasText: name });
  await task.waitFor();
  return task;
}

for (const [viewport, code] of [
  [desk, '913607021922038219'],
  [phone, '91360702MA35HG1Y9E'],
]) {
  const tag = String(viewport.width);
  test(`with the credit code the company's window asks back by the contact it has, ${tag} px`, async () => {
    const own = await clerkOf(site, `asks${tag}`, { viewport });
    const other = await elsewhere(`hears${tag}`, { name: `南康窗口${tag}` });
    const name = `赣州问清${tag}有限公司`;
    const { applicant } = await withMatter(own, name, { code });

    let task = await heardBy(other, own, ` ${code.slice(0, 8)} ${code.slice(8)}`, name);
    await soon.match(() => task.innerText(), new RegExp(`${CONTACT}[^]*南康区 南康窗口${tag} 听到`));
    await assertFits(own);
    assert.deepEqual(await violations(own), []);
    await task.getByRole('button', { name: '企业说不撤回' }).click();
    await own.getByText('✓ 已记下：企业不撤回。').waitFor();
    await soon.equal(() => task.count(), 0);
    await ask(own, 'GET', `applicants/${applicant.id}`);

    task = await heardBy(other, own, code, name);
    await task.getByRole('button', { name: '问清了，撤回' }).click();
    await own.getByText(`已经向“${name}”问清、确定撤回吗？`).waitFor();
    await assertFits(own);
    await task.getByRole('button', { name: '取消' }).click();
    await ask(own, 'GET', `applicants/${applicant.id}`);
    await task.getByRole('button', { name: '问清了，撤回' }).click();
    await press(own, '确定撤回');
    await own.getByText(DONE).waitFor();
    await soon.equal(() => own.locator('[data-withdrawal]').count(), 0);
    await findOver(site, own, applicant.id);
    await onPage(other);
    await byCode(other).check();
    await text(other).fill(code);
    await hear(other);
    await other.getByRole('heading', { name: '没有对应的授权' }).waitFor();
    for (const page of [own, other]) await leave(page);
  });
}

for (const viewport of [desk, phone]) {
  const tag = String(viewport.width);
  test(`the queue and the overview say how many wait, since when, and lead there, ${tag} px`, async () => {
    const own = await clerkOf(site, `queue${tag}`, { county: '360704', viewport });
    const other = await elsewhere(`queue.other${tag}`);
    const boss = await atDesk(site, `queue.boss${tag}`, 'supervisor', { viewport, county: '360704' });
    const code = viewport === desk ? '91360704MA35HG4R6X' : '91360704MA35HG5Q4K';
    const name = `赣县等问清${tag}有限公司`;
    await begun(own, { name, contact: CONTACT, profile: { district: '360704', credit_code: code } });
    const notice = (page) => page.locator('.withdrawals-wait');
    await go(site, own, '#/?view=mine');
    await own.getByText('没有符合条件的办件').waitFor();
    assert.equal(await notice(own).count(), 0);

    await ask(other, 'POST', 'withdrawals', { credit_code: code });
    await notice(own).waitFor();
    await soon.match(
      () => notice(own).innerText(),
      /^1 件撤回等窗口问清 最早的 \d{4}-\d\d-\d\d \d\d:\d\d 听到，就在今天。$/,
    );
    await assertFits(own);
    assert.deepEqual(await violations(own), []);
    await go(site, boss, '#/overview');
    await soon.match(() => notice(boss).innerText(), /^1 件撤回等窗口问清/);
    await assertFits(boss);
    await notice(boss).getByRole('link').click();
    await boss.locator('[data-withdrawal]', { hasText: name }).waitFor();

    await notice(own).getByRole('link').click();
    const task = own.locator('[data-withdrawal]', { hasText: name });
    await task.getByRole('button', { name: '企业说不撤回' }).click();
    await own.getByText('✓ 已记下：企业不撤回。').waitFor();
    await go(site, own, '#/?view=mine');
    await own.getByText('没有符合条件的办件').waitFor();
    assert.equal(await notice(own).count(), 0);
    for (const page of [own, other, boss]) await leave(page);
  });
}

test('a company without a contact is said to have none', async () => {
  const own = await clerkOf(site, 'contactless');
  const other = await elsewhere('contactless.other');
  const name = '赣州没留电话有限公司';
  await withMatter(own, name, { code: '91360702MA35HG2T8J', contact: '' });
  const task = await heardBy(other, own, '91360702MA35HG2T8J', name);
  await soon.match(() => task.innerText(), /没有留联系方式/);
  for (const page of [own, other]) await leave(page);
});

test('what is wrong is said at its field, and nothing typed is lost', async () => {
  const page = await elsewhere('wrong');
  await onPage(page);
  const said = (words) => page.locator('[data-field="text"] .field-issues').getByText(words).waitFor();
  await hear(page);
  await said('请填写');
  for (const wrong of ['1234567', '1234 5678 9', '编号编号编号编号']) {
    await text(page).fill(wrong);
    await hear(page);
    await said('编号是 8 个字母和数字');
    await soon.equal(() => text(page).inputValue(), wrong);
    await soon.ok(() => text(page).evaluate((input) => input === document.activeElement));
  }
  await byCode(page).check();
  await text(page).fill('9136070219220382');
  await hear(page);
  await said('代码是 18 个字母和数字');

  // Unknown, no answer, too many tries: the text stays.
  await text(page).fill('913607020000000005');
  await hear(page);
  await page.getByRole('heading', { name: '没有对应的授权' }).waitFor();
  const failing = '**/api/v1/hall/withdrawals';
  await page.route(failing, (route) => route.abort());
  await hear(page);
  await page.getByText('填写的内容还在').waitFor();
  await page.unroute(failing);
  await page.route(failing, (route) => route.fulfill(refusal(503, 'busy', { 'Retry-After': '1' })));
  await hear(page);
  await page.getByText('请继续').or(page.getByText('可以再试')).first().waitFor();
  await page.unroute(failing);
  await soon.equal(() => text(page).inputValue(), '913607020000000005');

  await page.getByRole('link', { name: '我的账号' }).first().click();
  await heading(page, '我的账号');
  await page.goBack();
  await heading(page, '企业来撤回授权');
  await soon.equal(() => text(page).inputValue(), '913607020000000005');
  await soon.ok(() => byCode(page).isChecked());

  // The question belongs to what was typed when it was asked.
  await page.getByLabel('办件编号（受理单上）').check();
  await text(page).fill('12345678');
  await hear(page);
  await page.getByText('确定按这个编号撤回吗？').waitFor();
  await text(page).fill('87654321');
  await soon.equal(() => page.getByText('确定按这个编号撤回吗？').count(), 0);
  await hear(page);
  await press(page, '确定撤回');
  await page.getByRole('heading', { name: '没有对应的授权' }).waitFor();
  await soon.equal(() => text(page).inputValue(), '87654321');
  await leave(page);
});

test('by keyboard alone, from the list of applicants to the end, and the answer at the other window', async () => {
  const own = await clerkOf(site, 'keys.own');
  const other = await elsewhere('keys.other');
  const { applicant, matter } = await withMatter(own, '赣州键盘撤回有限公司');
  const code = '91360702MA35HG3C7B';
  const asked = await withMatter(own, '赣州键盘问清有限公司', { code });
  const hands = keysOf(other);
  await go(site, other, '#/applicants');
  await heading(other, '企业');
  await hands.press(other.getByRole('link', { name: '企业来撤回授权' }));
  await heading(other, '企业来撤回授权');
  await hands.type(text(other), matter.reference);
  await other.keyboard.press('Enter');
  await hands.press(other.getByRole('button', { name: '确定撤回' }));
  await other.getByText(DONE).waitFor();
  await findOver(site, own, applicant.id);

  await onPage(other);
  await hands.choose(byCode(other));
  await hands.type(text(other), code);
  await other.keyboard.press('Enter');
  await other.getByText('✓ 已转给章贡区的窗口问清。').waitFor();
  await go(site, own, '#/applicants');
  const there = keysOf(own);
  await there.press(own.getByRole('button', { name: /问清了，撤回.*键盘问清/ }));
  await there.press(own.getByRole('button', { name: '确定撤回' }));
  await own.getByText(DONE).waitFor();
  await findOver(site, own, asked.applicant.id);
  for (const page of [own, other]) await leave(page);
});

test('who does not assist companies does not get the page', async () => {
  const page = await atDesk(site, 'not.assisting', 'handler', { unit: 'gz-market-regulation' });
  await go(site, page, '#/withdrawal');
  await heading(page, '没有这一页的权限');
  await leave(page);
});
