// The pages for applicants in every look: nothing is wider than the window, and axe-core finds no fault.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, begun, openWho } from './applicants.mjs';
import { violations } from './axe.mjs';
import { atDesk, go, refusal, useDesk } from './desk.mjs';
import { look, looks } from './looks.mjs';
import { assertFits, leave } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const NAME = '赣州名字特别特别特别长而且没有一处可以断开的智能装备制造股份有限公司章贡分公司';

const submit = (page) => page.locator('main button[type="submit"]').last().click();
// Rules are folded where there is no room beside the question.
async function withRules(page) {
  const fold = page.locator('.rules-fold').first();
  await fold.waitFor();
  await fold.evaluate((element) => {
    element.open = true;
  });
  await fold.locator('.rules').first().waitFor();
}

// `{id}` in an address is the applicant. `act` brings the page into the state.
const states = [
  { name: 'search', address: '#/applicants', sign: '.applicant-list' },
  {
    name: 'search, a code mistyped',
    address: '#/applicants',
    sign: '.applicant-list',
    act: async (page) => {
      await page.locator('#h-q').fill('0123-4567-89AB');
      await submit(page);
      await page.locator('.has-issues').waitFor();
    },
  },
  { name: 'new, blank', address: '#/applicants/new', sign: '.desk-form', act: submit },
  {
    name: 'new, by code',
    address: '#/applicants/new',
    sign: '.desk-form',
    act: async (page) => {
      await page.locator('#h-way-code').check();
      await submit(page);
    },
  },
  {
    name: 'the text on the screen',
    address: '#/applicants/new',
    sign: '.desk-form',
    act: async (page) => {
      await page.locator('#h-way-screen').check();
      await page.locator('#h-name').fill(NAME);
      await page.locator('#h-given_by').fill('王经理');
      await page.locator('#h-purpose-matters').check();
      await submit(page);
      await page.locator('.authorisation-page').waitFor();
    },
  },
  { name: 'form', address: '#/applicant/{id}', sign: '.assisted', act: withRules },
  { name: 'form, all questions', address: '#/applicant/{id}?ask=all', sign: '.assisted', act: withRules },
  {
    name: 'form, to be withdrawn',
    address: '#/applicant/{id}',
    sign: '.authorisation-card',
    act: async (page) => {
      await page.locator('.authorisation-card > summary').click();
      await page.locator('.authorisation-card .button-danger').click();
      await page.locator('.ask-sure').waitFor();
    },
  },
  {
    name: 'form, another authorisation',
    address: '#/applicant/{id}',
    sign: '.authorisation-card',
    act: async (page) => {
      await page.locator('.authorisation-card > summary').click();
      await page.locator('.authorisation-card .button-quiet').click();
      await page.locator('.authorisation-card .desk-form').waitFor();
    },
  },
  {
    name: 'form, two clerks',
    address: '#/applicant/{id}',
    sign: '.assisted',
    act: async (page) => {
      const changed = JSON.parse(refusal(409, 'changed_elsewhere').body);
      const body = JSON.stringify({
        ...changed,
        changes: [{ at: '2026-11-25T06:30:00Z', who: { id: 2, name: '同事' }, what: ['district', 'contact'] }],
      });
      await page.route('**/api/v1/hall/applicants/*', (route) =>
        route.request().method() === 'PUT' ? route.fulfill({ ...refusal(409, ''), body }) : route.continue(),
      );
      await openWho(page);
      await page.locator('#h-contact').fill('张三');
      await page.locator('.dock button').click();
      await page.locator('.by-others').waitFor();
      await page.unroute('**/api/v1/hall/applicants/*');
    },
  },
  { name: 'answer', address: '#/applicant/{id}?part=answer', sign: '.result' },
  // Style sheets that the desk has loaded before stay in force.
  {
    name: 'answer, from the desk',
    address: '#/',
    sign: '[data-matter]',
    act: async (page, id) => {
      await page.evaluate((to) => {
        location.hash = to;
      }, `#/applicant/${id}?part=answer`);
      await page.locator('.result .matter-link').first().waitFor({ state: 'attached' });
    },
  },
  { name: 'sheet', address: '#/sheet/{id}', sign: '.sheet' },
  { name: 'over', address: '#/applicant/999999', sign: '.notice-trouble' },
];

test('every page fits and has no fault, in every look', async () => {
  const page = await atDesk(site, 'applicants.look', 'clerk', { name: '名字很长的窗口人员同志', county: '360702' });
  const { id } = await begun(page, {
    name: NAME,
    profile: { company_name: NAME, district: '360702', employees: 30 },
    verified: ['district'],
    authorisation: { given_by: '王'.repeat(40) },
  });
  await ask(page, 'POST', 'matters', { applicant: id, measure: '11.1.1a' });
  page.on('dialog', (dialog) => dialog.accept());
  for (const state of states) {
    for (const one of looks) {
      await go(site, page, '#/nowhere');
      await look(page, one);
      await page.reload();
      await page.locator('h1').waitFor();
      await go(site, page, state.address.replace('{id}', id));
      await page.locator(state.sign).first().waitFor();
      await state.act?.(page, id);
      await assertFits(page);
      const name = `${state.name} ${JSON.stringify(one)}`;
      assert.deepEqual(await violations(page), [], name);
      await soon.equal(() => page.locator('h1').count(), 1, name);
      await soon.equal(() => page.locator('h1').getAttribute('tabindex'), '-1', name);
      if (process.env.LOOK_SHOTS)
        await page.screenshot({
          path: `${process.env.LOOK_SHOTS}/${state.name.replace(/\W+/g, '_')}_${one.viewport.width}_${one.language}.png`,
          fullPage: true,
        });
    }
  }
  await leave(page);
});
