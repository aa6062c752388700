// One measure, one unit, and the way to them from an answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, assertFits, desk, leave, phone, record, turn, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();

async function measureOf(id, viewport = phone) {
  const page = await site.open(viewport, `/measures/${id}`);
  await page.locator('.whole').waitFor();
  return page;
}

test('a measure tells its rule, its units and its source, and survives a reload', async () => {
  const page = await measureOf('8.1.a');
  await page.reload();
  const whole = page.locator('.whole');
  await whole.waitFor();
  const measure = await record(site, 'measures/8.1.a');
  const text = await whole.innerText();
  const leaves = (node) => (node.children ? node.children.flatMap(leaves) : [node.text]);
  for (const leaf of [...leaves(measure.applies_when), ...leaves(measure.requires)])
    assert.ok(text.includes(leaf), leaf);
  for (const said of [
    measure.title,
    measure.summary,
    measure.next_step,
    measure.last_checked,
    ...measure.caveats.map((caveat) => caveat.text),
    ...measure.documents,
  ]) {
    assert.ok(text.includes(said), said);
  }
  for (const unit of [...measure.units, ...measure.provincial_units]) {
    await soon.equal(
      () => whole.getByRole('link', { name: unit.name, exact: true }).getAttribute('href'),
      `/units/${unit.id}`,
    );
  }
  assert.match(text, /2024-03-13 起，没有写截止日期/);
  assert.match(text, /不限登记地/);
  await whole.getByRole('link', { name: '赣市经改办字〔2024〕2号 第8项市工作举措' }).click();
  await page.locator('.clause[id="8.1.a"]').waitFor();
  await soon.equal(() => new URL(page.url()).pathname, '/items/8');
  await leave(page);
});

test('an alternative reads as one, with its branches below', async () => {
  const page = await measureOf('8.1.a');
  const group = page.locator('.rule .tree-group', { hasText: '以下满足一个即可' }).first();
  await soon.ok(async () => (await group.locator('ul > .tree-leaf').count()) >= 2);
  await leave(page);
});

test('a measure that has ended says since when and what followed', async () => {
  const page = await measureOf('16.2');
  const { replaced_text: follows } = await record(site, 'measures/16.2');
  const notice = page.locator('.notice');
  await notice.getByText('有效期到 2024-12-31 为止').waitFor();
  await notice.getByText(follows).waitFor();
  await leave(page);
});

test('units named together without their shares are said to be so, others are not', async () => {
  const { measures } = await record(site, 'measures');
  const pairings = await Promise.all(measures.map(async ({ id }) => record(site, `measures/${id}`)));
  const open = pairings.find(({ joint_pairing: pairing, units }) => pairing === 'open' && units.length > 1);
  const stated = pairings.find(({ joint_pairing: pairing, units }) => pairing === 'stated' && units.length > 1);
  for (const [measure, times] of [
    [open, 1],
    [stated, 0],
  ]) {
    const page = await measureOf(measure.id);
    await soon.equal(() => page.getByText('没有写明各自分管什么').count(), times, measure.id);
    await leave(page);
  }
});

test('a ladder leads up by links, and what excludes each other is named', async () => {
  const page = await measureOf('11.1.1f');
  const { leads_to: ladder } = await record(site, 'measures/11.1.1f');
  const links = page.locator('.part', { hasText: '做到后可以接着争取' }).locator('a');
  await soon.deepEqual(
    () => links.evaluateAll((all) => all.map((link) => link.getAttribute('href'))),
    ladder.map((id) => `/measures/${id}`),
  );
  await links.first().click();
  await page.locator('.benefit-amount', { hasText: '300万元' }).waitFor();
  await page.goto(`${site.program.base}/measures/8.1.b`);
  await page.locator('.part', { hasText: '不能同时享受' }).getByRole('link').first().waitFor();
  await leave(page);
});

test('no measure shows a template, a code or a width that the phone lacks', async () => {
  const page = await site.open(phone, '/measures');
  const { measures } = await record(site, 'measures');
  for (const { id, title } of measures) {
    await page.goto(`${site.program.base}/measures/${id}`);
    await page.locator('.part-basis', { hasText: id }).waitFor();
    await soon.equal(() => page.locator('h1').innerText(), title);
    const text = await page.locator('.whole').evaluate((element) => element.textContent);
    assert.doesNotMatch(text, /[{}]|undefined|null|NaN|\[object|[a-z]+_[a-z]+/, id);
    await assertFits(page);
  }
  await leave(page);
});

test('no unit shows a template, and each leads to all that it answers for', async () => {
  const page = await site.open(phone, '/units');
  const { units } = await record(site, 'units');
  for (const { id, name } of units) {
    const { clauses } = await record(site, `units/${id}`);
    await page.goto(`${site.program.base}/units/${id}`);
    await page.locator('.whole h1', { hasText: name }).waitFor();
    const links = await page
      .locator('.work a')
      .evaluateAll((all) => all.map((link) => decodeURIComponent(link.getAttribute('href').split('/').pop())));
    assert.deepEqual(links.sort(), clauses.map((clause) => clause.id).sort(), id);
    assert.doesNotMatch(
      await page.locator('.whole').evaluate((element) => element.textContent),
      /[{}]|undefined|null|\[object/,
      id,
    );
    await assertFits(page);
  }
  await leave(page);
});

test('the answer of a company names the service hall of its county', async () => {
  const hall = {
    name: '某区政务服务大厅',
    address: '某路 2 号',
    telephone: '0797-7654321',
    last_checked: '2026-11-01',
  };
  const contacts = withContact(await record(site, 'contacts'), { district: '360702' }, hall);
  const page = await answered(site, desk, {
    district: { value: '360702' },
    quality_awards: { value: ['china_quality_award'] },
  });
  await page.route('**/api/v1/contacts', (route) => route.fulfill({ json: contacts }));
  await page.reload();
  const panel = page.locator('.panel-hall');
  for (const said of [hall.name, hall.address, hall.telephone, '2026-11-01 核对'])
    await panel.getByText(said).waitFor();
  const card = page.locator('.card[id="m-11.1.1a"]');
  await card.locator('.card-more > summary').click();
  await card.locator('.contact-place').getByText(hall.telephone).waitFor();
  await leave(page);
});

test('in English a reader is told that the measures are in Chinese, in Chinese that note is absent', async () => {
  for (const [language, times] of [
    ['en', 1],
    ['zh', 0],
  ]) {
    const page = await site.open(phone, '/favicon.svg');
    await page.evaluate(
      (wanted) => localStorage.setItem('policycalc.preferences.1', JSON.stringify({ language: wanted })),
      language,
    );
    await page.goto(`${site.program.base}/#/result`);
    await page.locator('.result').first().waitFor();
    await soon.equal(() => page.locator('.chinese-note').count(), times);
    await leave(page);
  }
});

// The list of contacts with one entry filled in, of a unit or of a district's hall.
function withContact(all, place, known) {
  const kind = place.unit ? 'unit' : 'hall';
  const blank = {
    place: 'x',
    kind,
    unit: null,
    district: null,
    name: 'x',
    address: null,
    telephone: null,
    hours: null,
    page: null,
    source: null,
    last_checked: null,
    outdated: false,
  };
  const others = all.contacts.filter(
    (one) => !(one.kind === kind && one.unit === (place.unit ?? null) && one.district === (place.district ?? null)),
  );
  return { ...all, contacts: [...others, { ...blank, ...place, ...known }] };
}

test('a page that comes late does not push out the one that was asked for after it', async () => {
  const page = await site.open();
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  await page.route('**/js/company/pages/tell.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.program.base}/#/tell`);
  await page.getByText('正在打开').waitFor();
  await page.evaluate(() => {
    location.hash = '#/told';
  });
  await page.locator('.told-page').first().waitFor();
  const late = page.waitForResponse('**/js/company/pages/tell.js');
  release();
  await (await late).finished();
  await turn(page);
  await soon.equal(() => page.locator('.tell-form').count(), 0);
  await soon.ok(async () => (await page.locator('.told-page').count()) > 0);
  await leave(page);
});

test('every answer leads to its measure, its units and its place in the notice', async () => {
  const page = await answered(site, desk, {
    district: { value: '360702' },
    quality_awards: { value: ['china_quality_award'] },
  });
  const shown = page.locator('.card');
  const hrefs = await shown.evaluateAll((all) =>
    all.map((one) => [one.querySelector('.card-title a').getAttribute('href'), one.id]),
  );
  assert.ok(hrefs.length > 0);
  for (const [href, id] of hrefs) assert.equal(href, `/measures/${id.slice(2)}`);
  const card = page.locator('.group-eligible .card', { hasText: '中国质量奖' }).first();
  await soon.equal(
    () => card.getByRole('link', { name: '章贡区人民政府' }).first().getAttribute('href'),
    '/units/county-360702',
  );
  await card.locator('.card-more > summary').click();
  await soon.match(
    () => card.getByRole('link', { name: /第11项市工作举措/ }).getAttribute('href'),
    /^\/items\/11#11\./,
  );
  await card.locator('.card-title a').click();
  await page.locator('.whole').waitFor();
  await page.goBack();
  await page.locator('.group-eligible .card', { hasText: '中国质量奖' }).first().waitFor();
  await leave(page);
});

test('the result says since when a measure is not in force, and what followed', async () => {
  const page = await answered(site, phone, { district: { value: '360702' } });
  const { title } = await record(site, 'measures/16.2');
  await page.locator('.group-not_in_force > summary').click();
  const entry = page.locator('.expired li', { hasText: title });
  await entry.getByText('有效期到 2024-12-31 为止').waitFor();
  await entry.getByText('后续').waitFor();
  await soon.equal(() => entry.getByRole('link').getAttribute('href'), '/measures/16.2');
  await leave(page);
});

test('one condition short names the condition, and no step that only a firm that meets it can take', async () => {
  const page = await answered(site, phone, {
    district: { value: '360702' },
    specialised_tier: { value: 'innovative' },
  });
  const near = page.locator('.group-near .card[id="m-14.3"]');
  await soon.match(() => near.locator('.marks').innerText(), /您的回答：创新型中小企业/);
  await soon.equal(() => near.locator('.route').count(), 0);
  await leave(page);
});
