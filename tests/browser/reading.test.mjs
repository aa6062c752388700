// One measure, one unit, one document, and the way to them from an answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, assertFits, desk, leave, phone, record, turn, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();

async function measureOf(id, viewport = phone) {
  const page = await site.open(viewport, `/#/measures/${id}`);
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
      `#/units/${unit.id}`,
    );
  }
  assert.match(text, /2024-03-13 起，没有写截止日期/);
  assert.match(text, /不限登记地/);
  await whole.getByRole('link', { name: /赣市经改办字〔2024〕2号 第8项市工作举措（本工具编号 8.1.a）/ }).click();
  await page.locator('.clause.sought').waitFor();
  await soon.equal(() => page.evaluate(() => location.hash), '#/notice/8.1.a');
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
  const { replaced_by: follows } = await record(site, 'measures/16.2');
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
  const links = page.locator('.row', { hasText: '做到后可以接着争取' }).locator('a');
  await soon.deepEqual(
    () => links.evaluateAll((all) => all.map((link) => link.getAttribute('href'))),
    ladder.map((id) => `#/measures/${id}`),
  );
  await links.first().click();
  await page.locator('.benefit-amount', { hasText: '300 万元' }).waitFor();
  await page.goto(`${site.program.base}/#/measures/8.1.b`);
  await page.locator('.row', { hasText: '不能同时享受' }).getByRole('link').first().waitFor();
  await leave(page);
});

test('no measure shows a template, a code or a width that the phone lacks', async () => {
  const page = await site.open(phone, '/#/measures');
  const { measures } = await record(site, 'measures');
  for (const { id, title } of measures) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/measures/${id}`);
    await page.locator('.part-basis', { hasText: id }).waitFor();
    await soon.equal(() => page.locator('h1').innerText(), title);
    const text = await page.locator('.whole').evaluate((element) => element.textContent);
    assert.doesNotMatch(text, /[{}]|undefined|null|NaN|\[object|[a-z]+_[a-z]+/, id);
    await assertFits(page);
  }
  await leave(page);
});

test('no unit shows a template, and each leads to all that it answers for', async () => {
  const page = await site.open(phone, '/#/units');
  const { units } = await record(site, 'units');
  for (const { id, name } of units) {
    const { clauses } = await record(site, `units/${id}`);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/units/${id}`);
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

test('a unit without a verified contact names 12345', async () => {
  const page = await site.open(phone, '/#/units/gz-finance');
  const contact = page.locator('.part', { hasText: '怎样联系' });
  await soon.equal(() => contact.getByRole('link', { name: '12345' }).getAttribute('href'), 'tel:12345');
  await page.getByRole('link', { name: '在全部措施里筛选' }).click();
  const { measures } = await record(site, 'measures?unit=gz-finance');
  await page.locator('.entry').first().waitFor();
  await soon.equal(() => page.locator('.entry').count(), measures.length);
  await leave(page);
});

test('a unit with contact points shows them', async () => {
  const page = await site.open(phone);
  const contact = {
    address: '某路 1 号',
    telephone: '0797-1234567',
    hours: '9:00-17:00',
    page: 'javascript:alert(1)',
    source: 'https://example.org/contact',
    last_checked: '2024-01-01',
    outdated: true,
  };
  await page.route('**/api/v1/contacts', async (route) =>
    route.fulfill({ json: withContact(await record(site, 'contacts'), { unit: 'gz-finance' }, contact) }),
  );
  await page.goto(`${site.program.base}/#/units/gz-finance`);
  await soon.equal(() => page.getByRole('link', { name: '0797-1234567' }).getAttribute('href'), 'tel:07971234567');
  for (const said of [
    contact.address,
    contact.hours,
    contact.page,
    contact.source,
    '2024-01-01 核对',
    '一年多没有核对',
  ])
    await page.getByText(said).waitFor();
  await soon.equal(() => page.locator('a[href^="javascript"]').count(), 0);
  await leave(page);
});

test('a county names its service hall, and so does the answer of a company there', async () => {
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
  await page.goto(`${site.program.base}/#/units/county-360702`);
  await page.locator('.part').getByText(hall.telephone).waitFor();
  await leave(page);
});

test('documents say where they are published and when they were checked', async () => {
  const page = await site.open();
  const { documents } = await record(site, 'documents');
  const linked = { ...documents[0], url: 'https://example.org/text', last_checked: '2026-11-29' };
  await page.route('**/api/v1/documents', (route) =>
    route.fulfill({ json: { documents: [linked, ...documents.slice(1)] } }),
  );
  await page.goto(`${site.program.base}/#/documents/${linked.id}`);
  const shown = page.locator(`[data-place="${linked.id}"]`);
  await soon.equal(() => shown.getByRole('link', { name: linked.url }).getAttribute('href'), linked.url);
  await shown.getByText('2026-11-29').waitFor();
  await leave(page);
});

test('a measure that may be worth something says once that no mode of delivery is named, others do not', async () => {
  const { measures } = await record(site, 'measures');
  for (const [kind, times] of [
    ['benefit', 1],
    ['right', 0],
    ['service', 0],
  ]) {
    const page = await measureOf(measures.find((measure) => measure.kind === kind).id);
    await soon.equal(() => page.locator('[data-notice="delivery"]').count(), times, kind);
    await leave(page);
  }
});

test('units of the province apply to the whole item, and names for the year of the notice', async () => {
  const page = await measureOf('36.8');
  await page.getByText('本项的省责任单位（通知按整项列出，没有逐条对应）').waitFor();
  await page.goto(`${site.program.base}/#/units`);
  await page.getByText('名称照 2024 年通知，机构改革后以现名为准').waitFor();
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
    for (const [address, sign] of [
      ['#/measures/8.1.a', '.whole'],
      ['#/measures', '.entry'],
      ['#/result', '.result'],
    ]) {
      await page.goto(`${site.program.base}/${address}`);
      await page.locator(sign).first().waitFor();
      await soon.equal(() => page.locator('.chinese-note').count(), times, address);
    }
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

test('a missing page says so politely, with a way on', async () => {
  for (const [address, text] of [
    ['measures/99.9', '没有找到这项措施'],
    ['units/nobody', '没有找到这个单位'],
    ['documents/none', '没有找到这份文件'],
    ['measures/1.1.a', '没有找到这项措施'],
    ['measures/%3Cimg%20src=x%3E', '没有找到这项措施'],
  ]) {
    const page = await site.open(phone, `/#/${address}`);
    await page.getByRole('heading', { level: 1, name: text }).waitFor();
    await soon.equal(() => page.locator('main img').count(), 0);
    await page.locator('.not-found .button').first().click();
    await page.locator('.not-found').waitFor({ state: 'detached' });
    await leave(page);
  }
});

test('when the service is away a page can be asked for again', async () => {
  const page = await site.open();
  await page.route('**/api/v1/measures', (route) => route.abort());
  await page.goto(`${site.program.base}/#/measures`);
  await page.getByRole('heading', { name: '暂时连不上服务' }).waitFor();
  await page.unroute('**/api/v1/measures');
  await page.getByRole('button', { name: '重试' }).click();
  await page.locator('.entry').first().waitFor();
  await leave(page);
});

test('a page that comes late does not push out the one that was asked for after it', async () => {
  const page = await site.open();
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  await page.route('**/api/v1/clauses', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.program.base}/#/notice`);
  await page.getByText('正在打开').waitFor();
  await page.evaluate(() => {
    location.hash = '#/documents';
  });
  await page.locator('.document').first().waitFor();
  const late = page.waitForResponse('**/api/v1/clauses');
  release();
  await (await late).finished();
  await turn(page);
  await soon.equal(() => page.locator('.item').count(), 0);
  await soon.ok(async () => (await page.locator('.document').count()) > 0);
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
  for (const [href, id] of hrefs) assert.equal(href, `#/measures/${id.slice(2)}`);
  const card = page.locator('.group-eligible .card', { hasText: '中国质量奖' }).first();
  await soon.equal(
    () => card.getByRole('link', { name: '章贡区人民政府' }).first().getAttribute('href'),
    '#/units/county-360702',
  );
  await card.locator('.card-more > summary').click();
  await soon.match(() => card.getByRole('link', { name: /第11项市工作举措/ }).getAttribute('href'), /^#\/notice\/11\./);
  await card.locator('.card-title a').click();
  await page.locator('.whole').waitFor();
  await page.getByRole('link', { name: '用我的情况算一算' }).click();
  await soon.equal(() => page.locator('[data-fact="district"]').getByRole('combobox').inputValue(), '360702');
  await leave(page);
});

test('the result says since when a measure is not in force, and what followed', async () => {
  const page = await answered(site, phone, { district: { value: '360702' } });
  const { title } = await record(site, 'measures/16.2');
  await page.locator('.group-not_in_force > summary').click();
  const entry = page.locator('.expired li', { hasText: title });
  await entry.getByText('有效期到 2024-12-31 为止').waitFor();
  await entry.getByText('后续').waitFor();
  await soon.equal(() => entry.getByRole('link').getAttribute('href'), '#/measures/16.2');
  await leave(page);
});

test('one condition short names the condition, and no step that only a firm that meets it can take', async () => {
  const page = await answered(site, phone, {
    district: { value: '360702' },
    specialised_tier: { value: 'innovative' },
  });
  const near = page.locator('.group-near .card[id="m-14.3"]');
  await soon.match(() => near.locator('.marks').innerText(), /您的回答：创新型中小企业/);
  await soon.equal(() => near.locator('.line-next').count(), 0);
  await leave(page);
});
