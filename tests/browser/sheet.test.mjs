// 一次性告知单: on the screen, and on paper by the text of its PDF.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { canonical } from './js/shared/kept_content.js';
import { darkRuns } from './js/shared/parts/qr.js';
import { orderFor } from './js/shared/result/order.js';
import { addressOf, readParts, sheetContent } from './js/shared/sheet/content.js';
import { printed, squeeze } from './pdf.mjs';
import { assertFits, desk, leave, phone, record as fetchRecord, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();

const firm = '江西赣州某某新材料科技股份有限公司';
const winner = {
  company_name: { value: firm },
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
const CODE = 'ABCD-EFGH-JKMN-PQRS-TVWXY-Z0123';
const kept = {
  code: CODE,
  revision: 1,
  saved_at: '2026-11-25T08:00:00Z',
  expires_on: '2027-02-23',
  consent: { help: false, notify: false },
  backup_days: 30,
};
// The saved answers are those of the sheet, unless a test says otherwise.
const contentOf = (entries) =>
  canonical({
    profile: Object.fromEntries(Object.entries(entries).map(([id, { value }]) => [id, value])),
    as_of: null,
    needs: [],
  });
const code = { size: 21, rows: Array.from({ length: 21 }, (_, y) => (y % 2 ? '1' : '0').repeat(21)) };

// A tab with answers, on its sheet. `qr`: the answer of /api/v1/qr; null: it fails; 'real': the program answers.
async function sheetOf(
  entries,
  { viewport = desk, saved = null, qr = code, hash = '#/sheet', preferences = {}, dark = false } = {},
) {
  const page = await site.open(viewport, '/favicon.svg');
  page.coded = [];
  await page.route('**/api/v1/qr', (route) => {
    page.coded.push(route.request().postDataJSON().text);
    if (qr === 'real') return route.continue();
    return qr ? route.fulfill({ json: qr }) : route.abort();
  });
  await page.evaluate(
    ([answers, record, wanted]) => {
      sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries: answers }));
      if (record) sessionStorage.setItem('policycalc.saved.1', JSON.stringify(record));
      localStorage.setItem('policycalc.preferences.1', JSON.stringify(wanted));
    },
    [entries, saved && { content: contentOf(entries), ...saved }, preferences],
  );
  if (dark) await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${site.program.base}/${hash}`);
  await page.locator('.sheet').waitFor();
  return page;
}

async function answerTo(entries) {
  const profile = Object.fromEntries(Object.entries(entries).map(([id, { value }]) => [id, value]));
  const response = await fetch(`${site.program.base}/api/v1/match`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ profile }),
  });
  return response.json();
}

const due = ({ verdict }) => verdict === 'eligible' || verdict === 'conditional';

// What the sheet of an answer lists.
async function contentOfSheet(answer) {
  const { facts } = await fetchRecord(site, 'facts');
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const { compare } = orderFor({
    needs: [],
    given: answer.profile.given,
    done: () => false,
    fact: (id) => byId.get(id),
  });
  return sheetContent(answer, readParts(new URLSearchParams()), { compare });
}

// Asserts that the sheet holds everything of the answer: what to do whole, the others by name and unit.
async function assertWhole(flow, answer) {
  const has = (text) => assert.ok(flow.includes(squeeze(text)), `not on paper: ${text}`);
  const { todo, others, universal, near } = await contentOfSheet(answer);
  assert.equal(todo.length + others.length + universal.length, answer.matches.filter(due).length);
  for (const { match } of todo) {
    has(match.measure.title);
    if (match.next_step) has(match.next_step);
    for (const { name } of match.units.slice(0, 3)) has(name);
    for (const document of match.documents) has(document);
    for (const channel of match.channels) has(channel);
    for (const { by } of match.judged) has(`由 ${by} 认定`);
  }
  for (const { match } of others) {
    has(match.measure.title);
    has(match.units[0].name);
  }
  for (const { measure } of universal) has(measure.title);
  for (const { measure, unmet } of near) {
    has(measure.title);
    for (const { text } of unmet) has(text);
  }
  has(answer.as_of);
  has(answer.catalogue.slice(0, 'sha256:'.length + 12));
  has('本服务免费');
  has('结果供参考，以主管部门认定为准');
  has('12345');
}

test('paper holds name, date, measures, sums, units, documents, version and disclaimer', async () => {
  const page = await sheetOf(winner);
  const answer = await answerTo(winner);
  const { pages, flow } = await printed(page);
  await assertWhole(flow, answer);
  assert.ok(flow.includes(squeeze(`企业：${firm}`)));
  assert.ok(flow.includes('注册地:章贡区'));
  assert.ok(flow.includes('中国质量奖一次性奖励300万元'), 'the sum stands beside its measure');
  assert.ok(flow.includes('带:□获奖证书或表彰文件'), 'the document is named at its measure');
  assert.ok(flow.includes('□我要办□已申请□已领取'), 'how far it is');
  assert.ok(flow.includes(squeeze('文件写明的金额（以核定为准）300 万元')), 'what the sum is');
  assert.ok(!flow.includes('确定'));
  assert.ok(pages.length <= 2, `${pages.length} pages`);
  await leave(page);
});

test('nothing of the screen is on paper: neither frame nor buttons', async () => {
  const page = await sheetOf(winner);
  const { flow } = await printed(page);
  for (const text of ['关怀版', '全部措施', '返回结果', '打印哪些内容', 'English'])
    assert.ok(!flow.includes(text), text);
  await leave(page);
});

const many = {
  ...shop,
  has_bank_loan: { value: true },
  talent_need: { value: true },
  exporter: { value: true },
  energy_need: { value: true },
  equity_need: { value: true },
  tech_upgrade_project: { value: true },
  operating_normally: { value: true },
};

test('a usual firm has two pages, one with many results and a long name three at most', async () => {
  const long = '赣州市章贡区沙河工业园区新材料与稀土应用研究院'.repeat(9).slice(0, 200);
  for (const [entries, most] of [
    [shop, 2],
    [{ ...many, company_name: { value: long } }, 3],
  ]) {
    const page = await sheetOf(entries, { viewport: phone });
    const { pages, flow } = await printed(page);
    await assertWhole(flow, await answerTo(entries));
    assert.ok(flow.includes(squeeze(entries.company_name.value)));
    assert.ok(pages.length <= most, `${pages.length} pages`);
    await assertFits(page);
    await leave(page);
  }
});

test('what was marked is the content, with its state, and a long table keeps rows whole and repeats its head', async () => {
  const answer = await answerTo(many);
  const own = answer.matches.filter((match) => due(match) && !match.measure.universal);
  assert.ok(own.length >= 25, 'a firm with many results');
  const page = await sheetOf(many, { viewport: phone });
  const marks = Object.fromEntries(own.map(({ measure }) => [measure.id, 'applied']));
  await page.evaluate((all) => sessionStorage.setItem('policycalc.todo.1', JSON.stringify(all)), marks);
  await page.reload();
  await page.getByRole('heading', { name: '我要办的' }).waitFor();
  await soon.equal(() => page.locator('.sheet-measures tbody tr').count(), own.length);
  const { pages, flow } = await printed(page);
  assert.ok(flow.includes('□我要办☑已申请□已领取'));
  // A page that begins in the middle of the table begins with the table's head and a whole row.
  const tops = pages.slice(1).map((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(0, 2),
  );
  const inside = tops.filter(([first]) => /^序号\s+措施和下一步/.test(first));
  assert.ok(inside.length >= 2, tops.join(' | '));
  for (const [, second] of inside) assert.match(second, /^\d+\s+\S/, 'a row is cut in two');
  await leave(page);
});

test('marks that no page makes are not read', async () => {
  for (const bad of ['[]', '"x"', '{"11.1.1a":"paid"}', '{"11.1.1a":{"a":1}}', '{', '{"__proto__":"wanted"}']) {
    const page = await sheetOf(winner);
    await page.evaluate((text) => sessionStorage.setItem('policycalc.todo.1', text), bad);
    await page.reload();
    await page.getByRole('heading', { name: '先办这些' }).waitFor();
    await leave(page);
  }
});

test('the sheet leads with the hall of the county, and rows name a telephone that is known', async () => {
  const page = await sheetOf(winner);
  const contacts = await fetchRecord(site, 'contacts');
  for (const contact of contacts.contacts) {
    if (contact.district === '360702')
      Object.assign(contact, { address: '某路 2 号', telephone: '0797-7654321', hours: '9:00-17:00' });
    if (contact.unit === 'gz-market-regulation') contact.telephone = '0797-1234567';
  }
  await page.route('**/api/v1/contacts', (route) => route.fulfill({ json: contacts }));
  await page.reload();
  const hall = page.locator('.sheet-hall');
  for (const said of ['某路 2 号', '0797-7654321', '9:00-17:00']) await hall.getByText(said).waitFor();
  const first = page.locator('[data-measure="11.1.1a"] .sheet-units');
  const unit = contacts.contacts.find(({ unit: id }) => id === 'gz-market-regulation');
  if (unit) await first.getByText('0797-1234567').waitFor();
  const { flow } = await printed(page);
  assert.ok(flow.indexOf('先去这个窗口') < flow.indexOf('先办这些'));
  await leave(page);
});

test('the name can be typed on the sheet, is on paper and stays', async () => {
  const nameless = Object.fromEntries(Object.entries(winner).filter(([id]) => id !== 'company_name'));
  const page = await sheetOf(nameless);
  assert.ok((await printed(page)).flow.includes('(未填写名称)'));
  await page.getByLabel('企业').fill(firm);
  assert.ok((await printed(page)).flow.includes(squeeze(`企业：${firm}`)));
  await page.reload();
  await soon.equal(() => page.getByLabel('企业').inputValue(), firm);
  await leave(page);
});

test('the map is printed small', async () => {
  const page = await sheetOf(winner);
  await page.emulateMedia({ media: 'print' });
  await soon.equal(() => page.locator('.sheet-part-map .map-cell[data-item]').count(), 36);
  const { height } = await page.locator('.sheet-part-map').boundingBox();
  assert.ok(height < 300, `${height} px`);
  await leave(page);
});

test('paper is black on white, also in dark mode, with no line under a word', async () => {
  const page = await sheetOf(winner, { dark: true });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const seen = await page.locator('.sheet').evaluate((root) =>
    [root, ...root.querySelectorAll('*:not(svg, svg *)')].map((element) => {
      const { color, backgroundColor, textDecorationLine } = getComputedStyle(element);
      return [color, backgroundColor, textDecorationLine].join(' ');
    }),
  );
  for (const style of new Set(seen)) {
    const [ink, ground] = style.match(/rgba?\([^)]*\)/g).map((colour) => colour.match(/[\d.]+/g).map(Number));
    assert.ok(
      ink.slice(0, 3).every((part) => part <= 0x44),
      `ink ${style}`,
    );
    assert.ok(ground[3] === 0 || ground.slice(0, 3).every((part) => part === 255), `ground ${style}`);
    assert.match(style, /none$/);
  }
  await leave(page);
});

test('a saved firm gets the code of its resume link, with a warning', async () => {
  const page = await sheetOf(winner, { saved: kept });
  await page.locator('figure[data-qr="resume"] svg').waitFor();
  await soon.deepEqual(() => page.coded, [`${site.program.base}/#/resume/${CODE}`, `${site.program.base}/`]);
  await soon.equal(() => page.getByRole('img', { name: '扫码继续办' }).count(), 1);
  const { flow } = await printed(page);
  assert.ok(flow.includes('扫码能查看和修改填写的回答,请保管好本页。'));
  assert.ok(!flow.includes(CODE), 'the code itself is not spelt out');
  await leave(page);
});

test('a sheet of other answers than those that were saved leads to no older ones', async () => {
  const page = await sheetOf(shop, { saved: { ...kept, content: contentOf(winner) } });
  await page.locator('.sheet-qr').getByText('保存的是以前的回答').waitFor();
  await soon.equal(() => page.locator('.sheet-qr figure[data-qr="site"]').count(), 1);
  await soon.equal(() => page.locator('.sheet-qr figure').count(), 1);
  assert.deepEqual(page.coded, [`${site.program.base}/`]);
  await leave(page);
});

test('the picture has the code in black, with four light modules around it', async () => {
  const page = await sheetOf(winner, { saved: kept });
  const svg = page.locator('figure[data-qr="resume"] svg');
  await soon.equal(() => svg.getAttribute('viewBox'), '0 0 29 29');
  await soon.equal(
    () => svg.locator('path').getAttribute('d'),
    Array.from({ length: 10 }, (_, n) => `M4 ${5 + 2 * n}h21v1h-21z`).join(''),
  );
  await leave(page);
});

test('the program draws the code on the paper', async () => {
  const page = await sheetOf(winner, { saved: kept, qr: 'real' });
  const { size, rows } = await (
    await page.request.post(`${site.program.base}/api/v1/qr`, {
      data: { text: `${site.program.base}/#/resume/${CODE}` },
    })
  ).json();
  const svg = page.locator('figure[data-qr="resume"] svg');
  await soon.equal(() => svg.getAttribute('viewBox'), `0 0 ${size + 8} ${size + 8}`);
  await soon.equal(() => svg.locator('path').getAttribute('d'), darkRuns(rows));
  await page.emulateMedia({ media: 'print' });
  const { width, height } = await svg.boundingBox();
  assert.equal(width, height);
  assert.ok(width / (size + 8) >= 2, `${width / (size + 8)} px a module`);
  await leave(page);
});

test('a sheet that is not saved has the code of the site only, and is told how to get the other', async () => {
  const page = await sheetOf(shop);
  await page.locator('figure[data-qr="site"] svg').waitFor();
  await page.getByText('保存以后，这里会有续办二维码。').waitFor();
  await soon.equal(() => page.getByRole('link', { name: '去保存' }).getAttribute('href'), '#/save');
  assert.deepEqual(page.coded, [`${site.program.base}/`]);
  const { flow } = await printed(page);
  assert.ok(flow.includes('扫码自己算') && !flow.includes('去保存'));
  await leave(page);
});

test('where no code can be had the sheet is there and says so', async () => {
  const page = await sheetOf(winner, { saved: kept, qr: null });
  await page.getByText('二维码暂时画不出来，其他内容不受影响。').first().waitFor();
  await assertWhole((await printed(page)).flow, await answerTo(winner));
  await leave(page);
});

test('the owner chooses what is printed, and the choice stays over a reload and in the address', async () => {
  const page = await sheetOf(winner);
  await page.locator('.sheet-options summary').click();
  for (const part of ['也适用的', '还要回答的问题', '二维码'])
    await page.getByRole('checkbox', { name: part, exact: true }).uncheck();
  await page.getByRole('checkbox', { name: '理由和填写的回答' }).check();
  const check = async () => {
    const { flow } = await printed(page);
    assert.ok(flow.includes('中国质量奖奖励'));
    assert.ok(!flow.includes('也适用的') && !flow.includes('还要回答的问题') && !flow.includes('扫码'));
    assert.ok(flow.includes('填写的回答') && flow.includes('您的回答:中国质量奖'), 'the reasons');
  };
  await check();
  await soon.match(() => page.url(), /#\/sheet\?without=others,open,qr&with=reasons$/);
  await page.reload();
  await page.locator('.sheet').waitFor();
  await check();
  await leave(page);
});

test('the button prints', async () => {
  const page = await sheetOf(winner);
  await page.evaluate(() => {
    window.print = () => {
      window.printed = true;
    };
  });
  await page.getByRole('button', { name: '打印' }).click();
  await soon.equal(() => page.evaluate(() => window.printed), true);
  await leave(page);
});

test('a firm without answers gets the questions, and hears that this is not nothing', async () => {
  const page = await sheetOf({});
  const { flow } = await printed(page);
  for (const text of ['还没有能确定的措施', '还要回答的问题', '(未填写名称)', '本服务免费'])
    assert.ok(flow.includes(text), text);
  await leave(page);
});

test('after the sheet other pages print with their frame again', async () => {
  const page = await sheetOf(winner);
  await page.getByRole('link', { name: '返回结果' }).click();
  await page.locator('.result').waitFor();
  await soon.equal(() => page.evaluate(() => document.documentElement.hasAttribute('data-sheet')), false);
  await leave(page);
});

test('refused answers lead to the form; a service away leaves a way to try again', async () => {
  const page = await site.open(phone, '/favicon.svg');
  await page.evaluate((entries) => sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries })), winner);
  await page.route('**/api/v1/match', (route) => route.abort());
  await page.goto(`${site.program.base}/#/sheet`);
  await page.getByText('暂时连不上服务').waitFor();
  await page.unroute('**/api/v1/match');
  await page.getByRole('button', { name: '重试' }).click();
  await page.locator('.sheet').waitFor();
  await leave(page);

  const refused = await site.open(phone, '/favicon.svg');
  await refused.evaluate(() =>
    sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries: { employees: { value: -1 } } })),
  );
  await refused.goto(`${site.program.base}/#/sheet`);
  await refused.locator('form.form').waitFor();
  await leave(refused);
});

test('text of the owner is text: script, right-to-left, emoji', async () => {
  const name = '<img src=x onerror=alert(1)>\u202e面馆😀';
  const page = await sheetOf({ ...winner, company_name: { value: name } }, { viewport: { width: 320, height: 740 } });
  await soon.equal(() => page.getByLabel('企业').inputValue(), name);
  await soon.equal(() => page.locator('.sheet-firm-name').textContent(), name);
  await soon.equal(() => page.locator('.sheet-firm img').count(), 0);
  await assertFits(page);
  await leave(page);
});

// The states of all pages cover the other looks.
for (const [look, preferences] of Object.entries({ large: { care: true }, english: { language: 'en' } })) {
  test(`in ${look} 320 px are enough and axe-core finds nothing`, async () => {
    const page = await sheetOf(winner, {
      viewport: { width: 320, height: 740 },
      saved: kept,
      hash: '#/sheet?with=reasons',
      preferences,
    });
    await page.locator('.sheet-options summary').click();
    await assertFits(page);
    await page.setViewportSize(desk);
    assert.deepEqual(await violations(page), []);
    await soon.equal(() => page.locator('h1').count(), 1);
    await leave(page);
  });
}

test('an English sheet speaks English, and names the language of what is Chinese', async () => {
  const page = await sheetOf(winner, { preferences: { language: 'en' }, saved: kept });
  await page.locator('figure[data-qr="site"]').waitFor();
  const chinese = await page.locator('.sheet').evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      const named = parentElement.closest('[lang="zh-Hans"], .sheet-firm, .sheet-source, .benefits');
      // Names in brackets are for the reader to look for.
      const rest = data.replace(/\([^)]*\)/gu, '');
      if (/\p{Script=Han}/u.test(rest) && !named) found.push(data);
    }
    return found;
  });
  assert.deepEqual(chinese, []);
  assert.ok((await printed(page)).flow.includes('Thisserviceisfree.'));
  await leave(page);
});

// Without a browser

const measure = (id, kind, verdict, more = {}) => ({
  measure: { id, kind },
  verdict,
  one_condition_away: false,
  benefits: [],
  sources: [{ item: Number(id) }],
  documents: [],
  channels: [],
  units: [],
  ...more,
});

test('the first few are whole, the others short; what is marked takes the place of the first', () => {
  const matches = [
    ...Array.from({ length: 9 }, (_, n) => measure(String(n + 1), 'benefit', 'eligible')),
    measure('10', 'right', 'conditional'),
    measure('11', 'benefit', 'not_eligible'),
    measure('12', 'benefit', 'not_eligible', { one_condition_away: true }),
    measure('13', 'benefit', 'undetermined'),
    measure('14', 'service', 'eligible'),
  ];
  matches.at(-1).measure.universal = true;
  const answer = {
    counts: { undetermined: 3 },
    questions: Array.from({ length: 8 }, (_, n) => ({ fact: `f${n}` })),
    matches,
  };
  const rules = { compare: () => 0 };
  const ids = (list) => list.map(({ number, match }) => [number, match.measure.id]);
  const all = sheetContent(answer, readParts(new URLSearchParams()), rules);
  assert.deepEqual(
    ids(all.todo),
    [1, 2, 3, 4, 5, 6].map((n) => [n, String(n)]),
  );
  assert.deepEqual(
    ids(all.others),
    [7, 8, 9, 10].map((n) => [n, String(n)]),
  );
  assert.deepEqual(
    all.universal.map((match) => match.measure.id),
    ['14'],
  );
  assert.deepEqual(
    all.near.map((match) => match.measure.id),
    ['12'],
  );
  assert.equal(all.open.length, 6);
  assert.equal(all.more, 2);
  assert.equal(all.isMarked, false);
  const marks = { 9: 'wanted', 10: 'received', 13: 'wanted' };
  const marked = sheetContent(answer, readParts(new URLSearchParams('without=near')), {
    ...rules,
    markOf: (id) => marks[id] ?? null,
  });
  assert.equal(marked.isMarked, true);
  assert.deepEqual(ids(marked.todo), [
    [1, '9'],
    [2, '10'],
  ]);
  assert.equal(marked.others.length, 8);
  assert.deepEqual(marked.near, []);
});

test('the address keeps the choice and survives nonsense', () => {
  const there = (text) => addressOf(readParts(new URLSearchParams(text)));
  for (const [text, hash] of [
    ['', '#/sheet'],
    ['without=qr', '#/sheet?without=qr'],
    ['with=reasons', '#/sheet?with=reasons'],
    ['without=__proto__,constructor,,reasons', '#/sheet'],
    ['with=qr,toString', '#/sheet'],
    ['without=qr,eligible,near,qr&with=reasons', '#/sheet?without=near,qr&with=reasons'],
  ]) {
    assert.equal(there(text), hash, text);
  }
});
