// Every page in every state, for axe-core, the widths and the screenshots.

import { encode } from './js/shared/share/links.js';

// The pages' keys in the browser's storage.
const ANSWERS_KEY = 'policycalc.answers.1';
const PREFERENCES_KEY = 'policycalc.preferences.1';

const LONG_NAME = '赣州市章贡区'.repeat(30);
const winner = {
  district: { value: '360702' },
  ownership: { value: 'state_controlled' },
  quality_awards: { value: ['china_quality_award'] },
};
const shop = {
  company_name: { value: '章贡区老街面馆' },
  entity_type: { value: 'individual_business' },
  district: { value: '360702' },
  employees: { value: 4, draft: { text: '4' } },
  annual_revenue: { value: '600000', draft: { text: '60', unit: 'wan' } },
  size_industry: { value: 'catering' },
  loan_need: { value: true },
  quality_awards: { value: [] },
};
const bank = {
  entity_type: { value: 'bank' },
  district: { value: '360702' },
  bank_npl_ratio: { value: '1.5', draft: { text: '1.5' } },
};
const bidder = { entity_type: { value: 'company' }, procurement_kind: { value: 'works' } };
const contractor = {
  ...bidder,
  ownership: { value: 'private' },
  district: { value: '360703' },
  registration_status: { value: 'active' },
  size_industry: { value: 'construction' },
  employees: { value: 40, draft: { text: '40' } },
  annual_revenue: { value: '30000000', draft: { text: '3000', unit: 'wan' } },
  procurement_buyer: { value: 'ganzhou' },
  large_controlled: { value: false },
  procurement_budget: { value: '4500000', draft: { text: '450', unit: 'wan' } },
  procurement_above_limit: { value: true },
  procurement_sme_suitable: { value: true },
};
const typed = {
  industry_code: { draft: { text: '我开面馆' }, problem: 'industry_code' },
  annual_revenue: { draft: { text: '299,5', unit: 'wan' }, problem: 'comma', meant: '299.5' },
  employees: { value: 12, draft: { text: '12人' } },
};
const wrong = { company_name: { value: LONG_NAME }, employees: { draft: { text: '很多人' }, problem: 'not_a_number' } };

const SHARED_ANSWERS = `#/shared?a=${encode({ profile: { company_name: LONG_NAME, district: '360703', employees: 12, nobody_asks: 1 }, as_of: '2026-01-01', needs: ['award'] })}`;

// `sign` shows that the page of `address` is there. Before, the tab gets the answers `entries` and aborts
// requests for the path `refuse`; afterwards `act` runs.
export const states = [
  { name: 'start', address: '#/', sign: '.doors' },
  { name: 'start-kept', address: '#/', entries: shop, sign: '.start-kept' },
  {
    name: 'start-offers',
    address: '#/',
    entries: { credit_code: { value: '91360702MA35NR2T6U' } },
    sign: '.suggestions',
  },
  {
    name: 'start-warned',
    address: '#/',
    entries: { credit_code: { value: '9'.repeat(200) } },
    sign: '.field-warnings p',
  },
  { name: 'start-away', address: '#/', refuse: '**/api/v1/facts', sign: '.notice-trouble' },
  { name: 'unknown', address: '#/nonsense', sign: '.unknown-ways' },
  { name: 'screen-kind', address: '#/screen/kind', sign: '.screen' },
  { name: 'screen-kind-chosen', address: '#/screen/kind', entries: bank, sign: '.screen-second' },
  { name: 'screen-district', address: '#/screen/district', entries: shop, sign: '.screen' },
  { name: 'screen-trade', address: '#/screen/trade', entries: shop, sign: '.screen' },
  { name: 'screen-size', address: '#/screen/size', entries: shop, sign: '.screen' },
  { name: 'screen-bank', address: '#/screen/bank', entries: bank, sign: '.screen' },
  { name: 'screen-troubles', address: '#/screen/troubles', sign: '.screen' },
  { name: 'screen-plans', address: '#/screen/plans', entries: shop, sign: '.screen', act: unfold },
  { name: 'screen-project', address: '#/screen/project', entries: bidder, sign: '.screen' },
  { name: 'screen-titles', address: '#/screen/titles', entries: winner, sign: '.screen' },
  { name: 'screen-away', address: '#/screen/district', refuse: '**/api/v1/match', sign: '.screen', act: tapAway },
  { name: 'screen-unknown', address: '#/screen/nonsense', sign: '.screen-gone' },
  { name: 'form', address: '#/form', sign: 'form.form' },
  { name: 'form-wrong', address: '#/form', entries: wrong, sign: 'form.form' },
  { name: 'form-typed', address: '#/form', entries: typed, sign: '.branches .button' },
  {
    name: 'form-again',
    address: '#/form',
    entries: { situations: { value: ['arrears', 'ip_dispute'] } },
    sign: '.again',
  },
  { name: 'form-away', address: '#/form', refuse: '**/api/v1/facts', sign: '.notice-trouble' },
  { name: 'check-none', address: '#/check', sign: '.notice' },
  { name: 'check', address: '#/check', entries: shop, sign: '[data-answer]' },
  { name: 'check-wrong', address: '#/check', entries: wrong, sign: '[data-answer]' },
  { name: 'result-none', address: '#/result', sign: '.result' },
  { name: 'result-shop', address: '#/result', entries: shop, sign: '.result' },
  { name: 'result-winner', address: '#/result', entries: winner, sign: '.result' },
  { name: 'result-unfolded', address: '#/result', entries: winner, sign: '.result', act: unfold },
  {
    name: 'result-deregistered',
    address: '#/result',
    entries: { registration_status: { value: 'deregistered' } },
    sign: '.result',
  },
  {
    name: 'result-founder',
    address: '#/result',
    entries: { registration_status: { value: 'not_yet_registered' } },
    sign: '.result',
    act: unfold,
  },
  { name: 'result-bidder', address: '#/result', entries: contractor, sign: '.result' },
  { name: 'result-bank', address: '#/result', entries: bank, sign: '.result' },
  {
    name: 'result-narrowed',
    address: '#/result?topic=finance&sort=effort',
    entries: shop,
    sign: '.result',
    act: unfold,
  },
  {
    name: 'result-item',
    address: '#/result?item=12',
    entries: shop,
    sign: '.map-panel:not([hidden])',
    act: (page) => page.locator('.map-panel').evaluate((map) => map.setAttribute('open', '')),
  },
  { name: 'result-narrowed-none', address: '#/result?unit=nobody', entries: shop, sign: '.result .notice' },
  { name: 'result-away', address: '#/result', entries: shop, refuse: '**/api/v1/match', sign: '.notice-trouble' },
  { name: 'result-share', address: '#/result', entries: shop, sign: '.result', act: share },
  { name: 'sheet-none', address: '#/sheet', sign: '.sheet-nothing' },
  { name: 'sheet', address: '#/sheet', entries: shop, sign: '.sheet-qr' },
  { name: 'sheet-whole', address: '#/sheet?with=reasons', entries: winner, sign: '.sheet-qr', act: unfold },
  { name: 'sheet-away', address: '#/sheet', entries: shop, refuse: '**/api/v1/match', sign: '.notice-trouble' },
  { name: 'shared-answers', address: SHARED_ANSWERS, entries: shop, sign: '.shared-other' },
  {
    name: 'shared-list',
    address: '#/shared?m=11.1.1a.eligible,8.1.b.conditional,99.z.eligible&d=2026-01-01&c=sha256:aaaaaaaaaaaa',
    sign: '.shared-newer',
  },
  { name: 'shared-broken', address: '#/shared?a=x', sign: '.shared' },
  { name: 'save-none', address: '#/save', sign: '.keep' },
  { name: 'save', address: '#/save', entries: shop, sign: '.keep-form' },
  { name: 'save-away', address: '#/save', entries: shop, refuse: '**/api/v1/profiles/terms', sign: '.notice-trouble' },
  { name: 'saved', address: '#/save', entries: shop, sign: '.keep-form', act: save },
  { name: 'resume', address: '#/resume', sign: '.keep-form' },
  { name: 'resume-wrong', address: '#/resume/00000000000000000000000000', sign: '.notice-trouble' },
  {
    name: 'resume-away',
    address: '#/resume/00000000000000000000000000',
    refuse: '**/api/v1/profiles/mine',
    sign: '.notice-trouble',
  },
  { name: 'tell', address: '#/tell', sign: '.tell-form' },
  { name: 'tell-wrong', address: '#/tell/11.1.1a', sign: '.tell-form', act: tellTooMuch },
  { name: 'tell-gone', address: '#/tell/99', sign: '.tell-form' },
  { name: 'told', address: '#/told', sign: '.told-page' },
  { name: 'measures', address: 'measures', sign: '.topic-group' },
  { name: 'measures-found', address: 'measures?q=贷款 社保 市发改委', sign: '.entry' },
  { name: 'measures-none', address: 'measures?q=nothing-like-this&topic=award', sign: '.found-none' },
  { name: 'measures-words', address: 'measures?q=社保', sign: '.found-none' },
  { name: 'measure', address: 'measures/8.1.b', sign: '.whole' },
  { name: 'measure-dated', address: 'measures/16.2', sign: '.whole' },
  { name: 'measure-internal', address: 'measures/11.2', sign: '.whole' },
  { name: 'measure-unknown', address: 'measures/11.99', sign: '.not-found' },
  { name: 'units', address: 'units', sign: '.unit-list' },
  { name: 'units-none', address: 'units?q=没有', sign: '.found-none' },
  { name: 'unit', address: 'units/gz-finance', sign: '.whole' },
  { name: 'unit-county', address: 'units/county-360702', sign: '.whole' },
  { name: 'notice', address: 'notice', sign: '.chapter' },
  { name: 'item', address: 'items/8#8.1.a', sign: '.clause' },
  { name: 'documents', address: 'documents', sign: '.document' },
  { name: 'nowhere', address: `nowhere/${'x'.repeat(200)}`, sign: '.not-found' },
];

/** A tab that shows `state`; `preferences` in the form that the page keeps. */
export async function show(site, state, viewport, preferences = {}) {
  const page = await site.open(viewport, '/favicon.svg');
  await page.evaluate(
    ([answers, entries, kept, wanted]) => {
      if (entries) sessionStorage.setItem(answers, JSON.stringify({ entries }));
      localStorage.setItem(kept, JSON.stringify(wanted));
    },
    [ANSWERS_KEY, state.entries ?? null, PREFERENCES_KEY, preferences],
  );
  if (state.refuse) await page.route(state.refuse, (route) => route.abort());
  await page.goto(`${site.program.base}/${state.address}`);
  await page.locator(state.sign).first().waitFor();
  await state.act?.(page, site);
  return page;
}

async function share(page) {
  await page.locator('details.share > summary').click();
  await page.locator('.share-panel').waitFor();
}

async function unfold(page) {
  await page.locator('main details').evaluateAll((all) => {
    for (const fold of all) fold.open = true;
  });
}

async function tapAway(page) {
  await page.locator('.screen-tile').first().click();
  await page.locator('.notice-trouble').waitFor();
}

// The service limits saves by address: each state that saves uses one of thirty.
async function save(page) {
  await page.locator('.keep-form button[type="submit"]').click();
  await page.locator('.qr').waitFor();
}

async function tellTooMuch(page) {
  await page.locator('#tell-message').fill('长'.repeat(2001));
  await page.locator('.field-issues', { hasText: '1' }).first().waitFor();
}
