// The clerk asks by the screens of the company's pages, as a column: with keys, marks and rules, and with what
// the company has left out told apart from what it has said.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, askAll, begun, clerkOf, openWho, origin, saved, unsaved } from './applicants.mjs';
import { violations } from './axe.mjs';
import { go, heading, lookAgain, press, useDesk } from './desk.mjs';
import { look, looks } from './looks.mjs';
import { assertFits, field, leave, phone } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const screen = (page, id) => page.locator(`.desk-screen[data-screen="${id}"]`);
const option = (page, id) => page.locator(`.desk-screen [data-option="${id}"]`);
const note = (page, fact) => page.locator(`.answer-note[data-fact="${fact}"]`);
const said = (page, id) => screen(page, id).locator('.desk-screen-answers');
const isNext = (page, id) => page.locator(`.desk-screen[data-screen="${id}"][data-state="next"][open]`).waitFor();
const screenAt = (page) => page.evaluate(() => document.activeElement.closest('[data-screen]')?.dataset.screen ?? '');

/** A tab of a new clerk at a new company, asked by screens. */
async function askedByScreen(login, { profile = {}, verified, left_out: left = [], viewport } = {}) {
  const page = await clerkOf(site, login, { name: '问话的人', ...(viewport ? { viewport } : {}) });
  const { id, revision } = await begun(page, { name: '按屏问的公司', profile, verified });
  if (left.length > 0)
    await ask(page, 'PUT', `applicants/${id}`, {
      name: '按屏问的公司',
      profile,
      verified: verified ?? [],
      left_out: left,
      revision,
    });
  await go(site, page, `#/applicant/${id}`);
  await heading(page, '企业资料');
  await page.locator('.desk-screen[data-state="next"]').waitFor();
  return { page, id };
}

const kept = (page, id) => ask(page, 'GET', `applicants/${id}`);

for (const viewport of [undefined, phone]) {
  test(`one screen leads to the next, the rest is no, and one tap reopens it, ${viewport ? 'phone' : 'desk'}`, async () => {
    const { page, id } = await askedByScreen(`walks.${viewport ? 'phone' : 'desk'}`, { viewport });
    await isNext(page, 'kind');
    await option(page, 'individual_business').click();
    await option(page, 'active').click();
    await isNext(page, 'district');
    await soon.match(() => said(page, 'kind').innerText(), /个体工商户/);
    await soon.equal(() => screen(page, 'kind').getAttribute('data-state'), 'done');
    await soon.equal(() => screenAt(page), 'district');
    await option(page, 'd360702').click();
    await isNext(page, 'trade');
    await screen(page, 'trade').locator('.screen-tile').first().click();
    await isNext(page, 'size');
    await screen(page, 'size').locator('.screen-tile').first().click();
    await isNext(page, 'troubles');
    await screen(page, 'troubles').getByRole('button', { name: '其余都没有' }).click();
    await isNext(page, 'plans');
    await soon.match(() => said(page, 'troubles').innerText(), /2 项未勾选，按没有算/);
    await assertFits(page);
    await press(page, '保存');
    await saved(page);
    // What was passed is not asked again after a save.
    await soon.equal(() => screen(page, 'plans').getAttribute('data-state'), 'next');
    const { provenance, profile } = await kept(page, id);
    assert.equal(provenance.situations.by, 'left_out');
    assert.equal(provenance.entity_type.by, 'declared');
    assert.deepEqual(profile.situations, []);

    await screen(page, 'troubles').locator('summary').first().click();
    await soon.match(() => note(page, 'situations').innerText(), /未勾选，按没有算[^]*问话的人/);
    await note(page, 'situations').getByRole('button', { name: '改回没答' }).click();
    await soon.match(() => said(page, 'troubles').textContent(), /^1 项未勾选/);
    await isNext(page, 'troubles');
    await press(page, '保存');
    await soon.equal(async () => (await kept(page, id)).profile.situations, undefined);
    await soon.equal(async () => (await kept(page, id)).provenance.temporary_difficulty.by, 'left_out');
    await leave(page);
  });
}

test('the whole of it by the keyboard', async () => {
  const { page, id } = await askedByScreen('keys.by.screen');
  await page.keyboard.press('Alt+KeyJ');
  await soon.equal(() => screenAt(page), 'kind');
  await page.keyboard.press('ArrowRight');
  await soon.equal(() => page.evaluate(() => document.activeElement.dataset.option), 'private_company');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await soon.equal(() => page.evaluate(() => document.activeElement.dataset.option), 'individual_business');
  await page.keyboard.press('Enter');
  await soon.equal(() => page.evaluate(() => document.activeElement.id), 'second-kind');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await soon.equal(() => screenAt(page), 'district');
  await option(page, 'd360702').focus();
  await page.keyboard.press('Enter');
  await soon.equal(() => screenAt(page), 'trade');
  await page.keyboard.press('Alt+KeyK');
  await soon.equal(() => screenAt(page), 'district');
  await page.keyboard.press('Alt+KeyV');
  await soon.ok(() => note(page, 'district').getByLabel('窗口核验过').isChecked());
  await page.keyboard.press('Alt+KeyJ');
  await page.keyboard.press('Alt+KeyJ');
  await page.keyboard.press('Alt+KeyJ');
  await soon.equal(() => screenAt(page), 'troubles');
  await page.keyboard.press('Alt+KeyN');
  await soon.match(() => said(page, 'troubles').textContent(), /2 项未勾选/);
  await page.keyboard.press('Control+KeyS');
  await saved(page);
  const { provenance } = await kept(page, id);
  assert.equal(provenance.district.by, 'verified');
  assert.equal(provenance.situations.by, 'left_out');
  await leave(page);
});

test('an answer given on purpose and a check each take the mark away', async () => {
  const { page, id } = await askedByScreen('takes.away', {
    profile: { entity_type: 'company', district: '360702', exporter: false, situations: [], loan_need: false },
    left_out: ['exporter', 'situations', 'loan_need'],
  });
  await soon.match(() => said(page, 'plans').textContent(), /2 项未勾选/);
  await screen(page, 'plans').locator('summary').first().click();
  await note(page, 'loan_need').getByLabel('窗口核验过').check();
  await unsaved(page, 1);
  await soon.equal(() => note(page, 'loan_need').locator('.left-out-note').count(), 0);
  await note(page, 'loan_need').getByLabel('窗口核验过').uncheck();
  // The clerk has looked into it: it counts as said.
  await soon.match(() => note(page, 'loan_need').innerText(), /企业自述/);
  await go(site, page, `#/applicant/${id}?ask=all`);
  await page.locator('details.topic', { has: field(page, 'exporter') }).evaluate((topic) => {
    topic.open = true;
  });
  await soon.match(() => origin(page, 'exporter'), /未勾选，按没有算/);
  await field(page, 'exporter').getByRole('radio', { name: '是', exact: true }).check();
  await soon.equal(() => field(page, 'exporter').locator('.left-out-note').count(), 0);
  await press(page, '保存');
  await saved(page);
  const { profile, provenance } = await kept(page, id);
  assert.equal(profile.exporter, true);
  assert.deepEqual(
    ['exporter', 'loan_need', 'situations'].map((fact) => provenance[fact].by),
    ['declared', 'declared', 'left_out'],
  );
  await leave(page);
});

test('a company that comes with its resume code brings its marks', async () => {
  const { page } = await askedByScreen('opens.code');
  const code = await page.evaluate(async () => {
    const body = {
      profile: { company_name: '带码来的公司', district: '360702', exporter: false, loan_need: false },
      left_out: ['exporter'],
      expires_in_days: 30,
      consent: { help: true },
    };
    const response = await fetch('/api/v1/profiles', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()).code;
  });
  await go(site, page, '#/applicants');
  await page.getByLabel('查找企业').fill(code);
  await press(page, '查找');
  await press(page, '登记授权');
  await page.locator('#h-given_by').fill('王经理');
  await page.getByRole('radio', { name: '查政策', exact: true }).check();
  await press(page, '保存授权，开始填写');
  await heading(page, '企业资料');
  await soon.match(() => said(page, 'plans').textContent(), /否；1 项未勾选，按没有算/);
  await leave(page);
});

test('the unit sees the mark at the matter and on the paper of the hand-over', async () => {
  const { page, id } = await askedByScreen('hands.over', {
    profile: { district: '360702', quality_awards: ['china_quality_award'], exporter: false, loan_need: false },
    left_out: ['exporter'],
  });
  const { id: matter } = await ask(page, 'POST', 'matters', { applicant: id, measure: '11.1.1a' });
  await go(site, page, `#/matter/${matter}`);
  await page.locator('.matter-facts > summary').click();
  await soon.match(() => page.locator('.matter-facts [data-fact="exporter"]').innerText(), /未勾选，按没有算/);
  await soon.match(() => page.locator('.matter-facts [data-fact="loan_need"]').innerText(), /企业自述/);
  await go(site, page, `#/paper/${matter}?kind=handover`);
  await soon.match(() => page.locator('.paper').innerText(), /未勾选，按没有算\s+有出口业务/);
  await go(site, page, `#/paper/${matter}?kind=receipt`);
  await page.locator('.paper[data-paper="receipt"]').waitFor();
  await soon.ok(async () => !(await page.locator('.paper').innerText()).includes('未勾选'));
  await leave(page);
});

test('a colleague’s mark arrives, and both ways of asking show the same answers', async () => {
  const { page, id } = await askedByScreen('sees.others', { profile: { district: '360702' } });
  const { revision } = await kept(page, id);
  await ask(page, 'PUT', `applicants/${id}`, {
    name: '按屏问的公司',
    profile: { district: '360702', situations: [] },
    verified: [],
    left_out: ['situations'],
    revision,
  });
  await lookAgain(page);
  await soon.match(() => said(page, 'troubles').textContent(), /1 项未勾选/);
  await askAll(page);
  await field(page, 'situations').getByText('未勾选，按没有算').first().waitFor({ state: 'attached' });
  await soon.equal(() => field(page, 'district').locator('select').inputValue(), '360702');
  await page.getByRole('link', { name: '按屏问' }).click();
  await soon.match(() => said(page, 'district').textContent(), /章贡区/);
  await leave(page);
});

test('a link to a question opens its screen; a double click answers one screen', async () => {
  const { page, id } = await askedByScreen('goes.to');
  await option(page, 'individual_business').click();
  await option(page, 'active').dblclick();
  await isNext(page, 'district');
  await soon.equal(() => said(page, 'district').textContent(), '');
  await go(site, page, `#/applicant/${id}?fact=exporter`);
  await soon.equal(() => screenAt(page), 'plans');
  await leave(page);
});

test('what a credit code suggests is offered at its screen, and a contradiction is told there', async () => {
  const { page } = await askedByScreen('is.told', { profile: { above_scale: true, employees: 3 } });
  await soon.match(() => screen(page, 'sentences').locator('.field-warnings').textContent(), /低于通常的入统标准/);
  await openWho(page);
  await page.locator('#f-credit_code').fill('913607021922038219');
  await screen(page, 'district').locator('.suggestion').waitFor({ state: 'attached' });
  await screen(page, 'district').locator('summary').first().click();
  await screen(page, 'district').locator('.suggestion button').click();
  await soon.match(() => said(page, 'district').textContent(), /章贡区/);
  await soon.equal(() => option(page, 'd360702').getAttribute('aria-pressed'), 'true');
  await leave(page);
});

test('without the service the next screen comes by the order, and nothing is lost', async () => {
  const { page } = await askedByScreen('is.away');
  await page.route('**/api/v1/match', (route) => route.abort());
  await option(page, 'association').click();
  await page.getByText('正常经营').first().click();
  await soon.equal(() => screenAt(page), 'district');
  await page.unroute('**/api/v1/match');
  await option(page, 'd360702').click();
  await soon.ok(async () => !['', 'district', 'kind'].includes(await screenAt(page)));
  await leave(page);
});

test('in every look the column fits and has no fault', async () => {
  const { page, id } = await askedByScreen('looks.at', {
    profile: { entity_type: 'company', ownership: 'private', district: '360702', exporter: false, situations: [] },
    verified: ['district'],
    left_out: ['exporter', 'situations'],
  });
  page.on('dialog', (dialog) => dialog.accept());
  for (const one of looks) {
    await go(site, page, '#/nowhere');
    await look(page, one);
    await page.reload();
    await page.locator('h1').waitFor();
    await go(site, page, `#/applicant/${id}`);
    await page.locator('.desk-screen[data-state="next"]').waitFor();
    for (const each of ['kind', 'district', 'plans'])
      await screen(page, each).evaluate((section) => {
        if (!section.open) section.querySelector('summary').click();
      });
    await page.locator('.rules-fold').first().waitFor({ state: 'attached' });
    await assertFits(page);
    assert.deepEqual(await violations(page), [], JSON.stringify(one));
    if (process.env.LOOK_SHOTS)
      await page.screenshot({
        path: `${process.env.LOOK_SHOTS}/column_${one.viewport.width}_${one.language}_${one.scheme ?? ''}.png`,
        fullPage: true,
      });
  }
  await leave(page);
});
