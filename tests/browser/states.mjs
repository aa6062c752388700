// Every page in every state, for what looks at all of them: axe-core, the widths, the screenshots.

// Where the pages keep things.
const kAnswersKey = 'policycalc.answers.1';
const kPreferencesKey = 'policycalc.preferences.1';

const kLongName = '赣州市章贡区'.repeat(30);
const winner = { district: { value: '360702' }, ownership: { value: 'state' }, quality_awards: { value: ['china_quality_award'] } };
const shop = {
  company_name: { value: '章贡区老街面馆' }, entity_type: { value: 'individual_business' }, district: { value: '360702' },
  employees: { value: 4, draft: { text: '4' } }, annual_revenue: { value: '600000', draft: { text: '60', unit: 'wan' } },
  size_industry: { value: 'catering' }, loan_need: { value: true }, quality_awards: { value: [] },
};
const bank = { entity_type: { value: 'bank' }, district: { value: '360702' }, bank_npl_ratio: { value: '1.5', draft: { text: '1.5' } } };
const wrong = { company_name: { value: kLongName }, employees: { draft: { text: '很多人' }, problem: 'not_a_number' } };

// `address` and what shows that the page is there (`sign`). Before that: the answers of the tab, and
// `refuse`, a path whose requests are aborted; afterwards: `act`.
export const states = [
  { name: 'form', address: '#/form', sign: 'form.form' },
  { name: 'form-wrong', address: '#/form', entries: wrong, sign: 'form.form' },
  { name: 'form-away', address: '#/form', refuse: '**/api/v1/facts', sign: '.notice-trouble' },
  { name: 'check-none', address: '#/check', sign: '.notice' },
  { name: 'check', address: '#/check', entries: shop, sign: '[data-answer]' },
  { name: 'check-wrong', address: '#/check', entries: wrong, sign: '[data-answer]' },
  { name: 'result-none', address: '#/result', sign: '.result' },
  { name: 'result-shop', address: '#/result', entries: shop, sign: '.result' },
  { name: 'result-winner', address: '#/result', entries: winner, sign: '.result' },
  { name: 'result-unfolded', address: '#/result', entries: winner, sign: '.result', act: unfold },
  { name: 'result-deregistered', address: '#/result', entries: { registration_status: { value: 'deregistered' } }, sign: '.result' },
  { name: 'result-bank', address: '#/result', entries: bank, sign: '.result' },
  { name: 'result-narrowed', address: '#/result?topic=finance&sort=effort', entries: shop, sign: '.result', act: unfold },
  { name: 'result-narrowed-none', address: '#/result?unit=nobody', entries: shop, sign: '.result .notice' },
  { name: 'result-away', address: '#/result', entries: shop, refuse: '**/api/v1/match', sign: '.notice-trouble' },
  { name: 'measures', address: '#/measures', sign: '.entry' },
  { name: 'measures-none', address: '#/measures?q=nothing-like-this', sign: '.found .notice' },
  { name: 'measure', address: '#/measures/8.1.b', sign: '.whole', act: unfold },
  { name: 'measure-dated', address: '#/measures/16.2', sign: '.whole' },
  { name: 'measure-unknown', address: '#/measures/99', sign: '.not-found' },
  { name: 'units', address: '#/units', sign: '.unit-list' },
  { name: 'unit', address: '#/units/gz-finance', sign: '.whole' },
  { name: 'unit-county', address: '#/units/county-360702', sign: '.whole' },
  { name: 'notice', address: '#/notice', sign: '.item' },
  { name: 'notice-sought', address: '#/notice/8.1.a', sign: '.sought' },
  { name: 'documents', address: '#/documents', sign: '.document' },
];

/** A tab that shows `state`; `preferences` as the page keeps them. */
export async function show(site, state, viewport, preferences = {}) {
  const page = await site.open(viewport, '/favicon.svg');
  await page.evaluate(([answers, entries, kept, wanted]) => {
    if (entries) sessionStorage.setItem(answers, JSON.stringify({ entries }));
    localStorage.setItem(kept, JSON.stringify(wanted));
  }, [kAnswersKey, state.entries ?? null, kPreferencesKey, preferences]);
  if (state.refuse) await page.route(state.refuse, (route) => route.abort());
  await page.goto(`${site.program.base}/${state.address}`);
  await page.locator(state.sign).first().waitFor();
  await state.act?.(page, site);
  return page;
}

async function unfold(page) {
  await page.locator('main details').evaluateAll((all) => { for (const fold of all) fold.open = true; });
}
