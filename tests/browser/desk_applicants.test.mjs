// Applicants at a window: begun with their authorisation, found again, and removed when it ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, askAll, begun, clerkOf, findOver, openApplicant, origin } from './applicants.mjs';
import { atDesk, go, heading, lookAgain, press, refusal, useDesk } from './desk.mjs';
import { assertFits, desk, leave, openTopic, phone } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const clerk = (login, options) => clerkOf(site, login, options);
const CODE = '0123-4567-89AB-CDEF-GHJKM-NPQRS';

/** The tab's requests: method, address and Authorization header. */
function watched(page) {
  const asked = [];
  page.on('request', (request) =>
    asked.push({
      method: request.method(),
      url: request.url(),
      code: request.headers().authorization ?? '',
      body: request.postData() ?? '',
    }),
  );
  return asked;
}

test('on the screen: what is agreed to is read first, and nothing is kept without the authorisation', async () => {
  const page = await clerk('on.screen', { name: '李窗口', viewport: phone });
  const asked = watched(page);
  const sent = () => asked.filter(({ method, url }) => method === 'POST' && url.endsWith('/hall/applicants'));
  await go(site, page, '#/applicants');
  await page.getByRole('link', { name: '新企业' }).click();
  await heading(page, '新企业');
  await assertFits(page);
  await press(page, '保存授权，开始填写');
  for (const wrong of ['请选授权方式', '请填写名称', '请填写授权人', '请选授权做什么'])
    await page.getByText(wrong).waitFor();
  await page.getByRole('radio', { name: '屏幕上同意' }).check();
  await page.locator('#h-name').fill('  赣州屏幕电子有限公司 ');
  await page.locator('#h-given_by').fill('王经理');
  await page.getByRole('radio', { name: '查政策和开办事项' }).check();
  await page.getByRole('radio', { name: '30 天' }).check();
  await press(page, '下一步：请企业看屏幕');
  await heading(page, '请您看一看，再决定');
  await assertFits(page);
  const read = await page.locator('.authorisation-page').innerText();
  for (const part of ['王经理', '李窗口', '赣州屏幕电子有限公司', '开办事项', '怎样撤回', '自动删除'])
    assert.ok(read.includes(part), part);
  // The company reads it: the ways to the records of others are out of sight.
  assert.equal(await page.locator('.masthead-nav').isVisible(), false);
  await press(page, '不同意');
  await page.getByText('什么都没有保存').waitFor();
  await soon.equal(() => page.locator('#h-given_by').inputValue(), '王经理');
  assert.equal(sent().length, 0);
  await press(page, '下一步：请企业看屏幕');
  await press(page, '我同意');
  await heading(page, '企业资料');
  await page.getByText('授权已登记').waitFor();
  await page.locator('.masthead-nav').waitFor();
  assert.equal(sent().length, 1);
  const body = JSON.parse(sent()[0].body);
  assert.deepEqual(body.authorisation, {
    given: 'screen',
    for_matters: true,
    given_by: '王经理',
    days: 30,
    text_number: 'SQ-2026-1',
  });
  assert.deepEqual(body.profile, { company_name: '赣州屏幕电子有限公司' });
  await soon.equal(() => page.title(), '企业资料');
  await assertFits(page);
  await leave(page);
});

test('a new company from the keyboard: its first field, a remark on the code, and then the first question in sight', async () => {
  const page = await clerk('begins', { viewport: { width: 1280, height: 800 } });
  const focus = () => page.evaluate(() => document.activeElement.id);
  await go(site, page, '#/applicants/new');
  await soon.equal(focus, 'h-way-paper');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('赣州键盘有限公司');
  await page.keyboard.press('Tab');
  await page.keyboard.type('91360700MA35F00098');
  await page.keyboard.press('Tab');
  await page.locator('[data-field="credit_code"]').getByText('第 18 位校验码不符').waitFor();
  await page.locator('#h-credit_code').fill('91360700MA35F00097');
  await page.locator('#h-contact').focus();
  await soon.equal(() => page.locator('[data-field="credit_code"] .field-warnings p').count(), 0);
  await page.locator('#h-given_by').fill('王经理');
  await page.getByRole('radio', { name: '查政策', exact: true }).check();
  await press(page, '保存授权，开始填写');
  await heading(page, '企业资料');
  await soon.equal(() => page.evaluate(() => document.activeElement.classList.contains('screen-tile')), true);
  // The tile lies above what stays at the foot of the window.
  const box = (selector) => page.locator(selector).boundingBox();
  const tile = await box('.screen-tile:focus');
  assert.ok(tile.y > 0 && tile.y + tile.height < (await box('.assisted .dock')).y);
  await leave(page);
});

test('the first question of a company is in sight without scrolling', async () => {
  const page = await clerk('in.sight', { viewport: { width: 1280, height: 800 } });
  const { id } = await begun(page, { name: '一屏看见公司', contact: '王经理' });
  await go(site, page, `#/applicant/${id}`);
  await heading(page, '企业资料');
  await page.locator('.screen-tile').first().waitFor();
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  const tiles = await page.locator('.screen-tile:visible').evaluateAll((all) => {
    const foot = document.querySelector('.assisted .dock').getBoundingClientRect().top;
    return all.filter((one) => one.getBoundingClientRect().bottom < foot).length;
  });
  assert.ok(tiles >= 6, String(tiles));
  await leave(page);
});

test('names are found in part, credit codes whole, and neither appears in an address of the browser', async () => {
  const page = await clerk('finder');
  await begun(page, {
    name: '赣州好找机械有限公司',
    profile: { company_name: '赣州好找机械有限公司', credit_code: '91360700MA35F00016' },
  });
  await begun(page, { name: '完全不同的商店' });
  await go(site, page, '#/applicants');
  const found = page.locator('.applicant-list li');
  const seek = async (text, n) => {
    await page.getByLabel('查找企业').fill(text);
    await press(page, '查找');
    if (n > 0) await page.getByText(`${n} 家`, { exact: true }).waitFor();
    else await page.getByText('没有找到。可能没有授权').waitFor();
  };
  await seek('好找机', 1);
  await found.getByRole('link', { name: '赣州好找机械有限公司' }).waitFor();
  await seek('91360700MA35F00016', 1);
  await soon.ok(() => !page.url().includes('91360700'));
  await seek('谁也不叫这个名字', 0);
  await seek('好找机', 1);
  await found.getByRole('link').click();
  await heading(page, '企业资料');
  await page.goBack();
  await heading(page, '企业');
  await soon.equal(() => page.getByLabel('查找企业').inputValue(), '好找机');
  await found.getByRole('link', { name: '赣州好找机械有限公司' }).waitFor();
  await leave(page);
});

test('before a second company of one name is added, the first is shown', async () => {
  const page = await clerk('same.name', { viewport: phone });
  const first = await begun(page, { name: '赣州同名（章贡）家具厂' });
  await go(site, page, '#/applicants/new');
  await page.getByRole('radio', { name: '纸质授权' }).check();
  await page.locator('#h-name').fill('赣州同名(章贡) 家具厂');
  await page.locator('#h-given_by').fill('王经理');
  await page.getByRole('radio', { name: '查政策', exact: true }).check();
  await press(page, '保存授权，开始填写');
  await page.getByRole('heading', { name: '本县区已有同名企业，还没有登记' }).waitFor();
  await soon.equal(
    () => page.getByRole('link', { name: '赣州同名（章贡）家具厂' }).getAttribute('href'),
    `#/applicant/${first.id}`,
  );
  await assertFits(page);
  await press(page, '是另一家，照样登记');
  await heading(page, '企业资料');
  await page.getByText('授权已登记，可以开始填写').waitFor();
  await soon.ok(() => !page.url().endsWith(`/applicant/${first.id}`));
  await leave(page);
});

test('a resume code goes only into the header, also on the way to a new applicant', async () => {
  const page = await clerk('by.code', { viewport: phone });
  const asked = watched(page);
  await page.route('**/api/v1/hall/applicants?*', (route) => route.continue());
  await page.route('**/api/v1/hall/applicants', (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({ json: { applicants: [], saved: { may_help: true, expires_on: '2027-01-31' } } })
      : route.fulfill(refusal(403, 'no_consent')),
  );
  await go(site, page, '#/applicants');
  await page.getByLabel('查找企业').fill(CODE.slice(0, -1));
  await press(page, '查找');
  await page.getByText('现在是 25 个').waitFor();
  await page.getByLabel('查找企业').fill(CODE.toLowerCase());
  await press(page, '查找');
  await page.getByText('保存到 2027-01-31').waitFor();
  await press(page, '登记授权');
  await heading(page, '新企业');
  await soon.ok(() => page.getByRole('radio', { name: '续办码' }).isChecked());
  await soon.ok(() => page.locator('#h-credit_code').isHidden());
  await page.locator('#h-given_by').fill('王经理');
  await page.getByRole('radio', { name: '查政策', exact: true }).check();
  await press(page, '保存授权，开始填写');
  await page.getByRole('heading', { name: '企业保存时没有同意窗口帮忙' }).waitFor();
  const [post] = asked.filter(({ method, url }) => method === 'POST' && url.endsWith('/hall/applicants'));
  assert.equal(post.code, `Bearer ${CODE}`);
  assert.deepEqual(JSON.parse(post.body), { authorisation: { given: 'code', for_matters: false, given_by: '王经理' } });
  const plain = CODE.replaceAll('-', '').toLowerCase();
  for (const { url, body } of asked) assert.ok(!`${url}${body}`.replaceAll('-', '').toLowerCase().includes(plain), url);
  assert.equal(
    asked.filter(({ url, method }) => method === 'GET' && url.includes('applicants?') && url.includes('0123')).length,
    0,
  );
  await leave(page);
});

test('what a company saved and agreed to is taken over by its code, and gone once it no longer agrees', async () => {
  const page = await clerk('takes.over');
  const mine = (code, method, body) =>
    fetch(`${site.program.base}/api/v1/profiles${code ? '/mine' : ''}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(code ? { Authorization: `Bearer ${code}` } : {}) },
      body: JSON.stringify(body),
    });
  const profile = { company_name: '自己存过的公司', employees: 12, district: '360702' };
  const made = await (await mine('', 'POST', { profile, expires_in_days: 90, consent: { help: false } })).json();
  assert.ok(made.code, JSON.stringify(made));
  const seek = async () => {
    await go(site, page, '#/applicants');
    await page.getByLabel('查找企业').fill(made.code);
    await press(page, '查找');
  };
  await seek();
  await page.getByRole('heading', { name: '企业保存时没有同意窗口帮忙' }).waitFor();
  assert.equal(
    (await mine(made.code, 'PUT', { profile, revision: made.revision ?? 1, consent: { help: true } })).status,
    200,
  );
  await press(page, '查找');
  await press(page, '登记授权');
  await page.locator('#h-given_by').fill('王经理');
  await page.getByRole('radio', { name: '查政策和开办事项' }).check();
  await press(page, '保存授权，开始填写');
  await heading(page, '企业资料');
  await page.locator('.applicant-who', { hasText: '自己存过的公司' }).waitFor();
  await askAll(page);
  await openTopic(page, 'employees');
  await soon.match(() => origin(page, 'employees'), /企业自述/);
  await page.locator('.authorisation-card > summary').click();
  await page.locator('.authorisation-card', { hasText: '续办码' }).waitFor();
  await seek();
  await page.locator('.applicant-list').getByRole('link', { name: '自己存过的公司' }).click();
  await heading(page, '企业资料');
  const { revision } = await (await mine(made.code, 'GET')).json();
  assert.equal((await mine(made.code, 'PUT', { profile, revision, consent: { help: false } })).status, 200);
  await lookAgain(page);
  await heading(page, '授权已结束');
  await soon.ok(async () => !(await page.content()).includes('自己存过的公司'));
  await leave(page);
});

test('an authorisation to look things up opens no matter, and the page says why', async () => {
  const page = await clerk('looker', { viewport: phone });
  const { id } = await begun(page, {
    name: '只查政策',
    profile: { district: '360702' },
    authorisation: { for_matters: false },
  });
  await go(site, page, `#/applicant/${id}?part=answer`);
  await page.getByText('现在的授权只到“查政策”').waitFor();
  await soon.equal(() => page.getByRole('button', { name: /^开办/ }).count(), 0);
  await assertFits(page);
  await openApplicant(site, page, id);
  await page.locator('.authorisation-card > summary').click();
  await press(page, '换新授权');
  await page.getByRole('radio', { name: '纸质授权' }).check();
  await page.getByRole('radio', { name: '查政策和开办事项' }).check();
  await press(page, '登记新授权');
  await page.getByText('新的授权已登记').waitFor();
  await go(site, page, `#/applicant/${id}?part=answer`);
  await page.getByRole('button', { name: /^开办/ }).first().waitFor();
  await leave(page);
});

test('an authorisation for matters is narrowed only when no matter is open, and the page says so', async () => {
  const page = await clerk('narrower', { viewport: phone });
  const { id } = await begun(page, {
    name: '先撤事项',
    profile: { district: '360702', quality_awards: ['china_quality_award'] },
  });
  const opening = await ask(page, 'POST', 'matters', { applicant: id, measure: '11.1.1a' });
  await openApplicant(site, page, id);
  await page.locator('.authorisation-card > summary').click();
  await press(page, '换新授权');
  await page.getByRole('radio', { name: '纸质授权' }).check();
  await page.getByRole('radio', { name: '查政策', exact: true }).check();
  await press(page, '登记新授权');
  await page.getByText('还有在办事项').waitFor();
  await assertFits(page);
  await ask(page, 'POST', `matters/${opening.id}/steps`, {
    to: 'withdrawn',
    end: { heard_by: '小王', way: 'phone' },
    revision: 1,
  });
  await press(page, '登记新授权');
  await page.getByText('新的授权已登记').waitFor();
  await leave(page);
});

test('a new authorisation on the screen is read first; a refusal keeps the old one', async () => {
  const page = await clerk('renewer');
  const { id } = await begun(page, {
    name: '再看一遍公司',
    profile: { district: '360702' },
    authorisation: { for_matters: false },
  });
  await openApplicant(site, page, id);
  const sent = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/authorisation')) sent.push(request.method());
  });
  const askOnScreen = async () => {
    await page.locator('.authorisation-card > summary').click();
    await press(page, '换新授权');
    await page.getByRole('radio', { name: '屏幕上同意' }).check();
    await page.getByRole('radio', { name: '查政策和开办事项' }).check();
    await press(page, '登记新授权');
    await heading(page, '请您看一看，再决定');
    assert.deepEqual(sent, []);
  };
  await askOnScreen();
  await press(page, '不同意');
  await page.getByText('原来的授权不变').waitFor();
  await heading(page, '企业资料');
  await askOnScreen();
  await press(page, '我同意');
  await page.getByText('新的授权已登记').waitFor();
  assert.deepEqual(sent, ['PUT']);
  await soon.match(() => page.locator('.authorisation-card > summary').innerText(), /开办事项/);
  await leave(page);
});

test('an authorisation is withdrawn after one question that says what goes and what stays', async () => {
  const page = await clerk('withdrawer', { viewport: phone });
  const { id } = await begun(page, { name: '要撤回的公司', contact: '撤回联系人' });
  await openApplicant(site, page, id);
  await page.locator('.authorisation-card > summary').click();
  await press(page, '撤回授权');
  await page.getByText('确定撤回授权吗').waitFor();
  const asked = await page.locator('.withdraw-what').innerText();
  for (const part of ['马上删除', '办件只保留', '其他人打开的页面']) assert.ok(asked.includes(part), part);
  await page.locator('.authorisation-card').getByRole('button', { name: '取消' }).click();
  await press(page, '撤回授权');
  await press(page, '确定撤回');
  await heading(page, '授权已撤回');
  await soon.ok(async () => !(await page.content()).includes('要撤回的公司'));
  await assertFits(page);
  await findOver(site, page, id);
  await leave(page);
});

test("a missing applicant, another county's, and a malformed address look alike", async () => {
  const page = await clerk('outside');
  const other = await atDesk(site, 'other.county', 'clerk', { county: '360781' });
  const { id } = await begun(other, { name: '瑞金的公司' });
  for (const one of [id, 999999, 0, -1, 'x', '%3Cscript%3E', '9'.repeat(30)]) {
    await go(site, page, `#/applicant/${one}`);
    await heading(page, '授权已结束');
    await soon.ok(async () => !(await page.content()).includes('瑞金的公司'));
    await go(site, page, '#/applicants');
    await heading(page, '企业');
  }
  await leave(other);
  await leave(page);
});

test('an account that may not help applicants is told so, and has no link there', async () => {
  const page = await atDesk(site, 'no.help', 'administrator', { viewport: desk });
  await soon.equal(() => page.getByRole('link', { name: '企业', exact: true }).count(), 0);
  for (const address of ['#/applicants', '#/applicants/new', '#/applicant/1', '#/sheet/1']) {
    await go(site, page, address);
    await heading(page, '没有这一页的权限');
  }
  await leave(page);
});
