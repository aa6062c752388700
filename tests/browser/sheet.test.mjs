// 一次性告知单 on paper, by the text of its PDF.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed, squeeze } from './pdf.mjs';
import { answerTo, assertWhole, due, firm, sheetOf, shop, winner } from './sheet.mjs';
import { assertFits, leave, phone, record as fetchRecord, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();

test('paper holds name, date, measures, sums, units, documents, version and disclaimer', async () => {
  const page = await sheetOf(site, winner);
  const answer = await answerTo(site, winner);
  const { pages, flow } = await printed(page);
  await assertWhole(site, flow, answer);
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
  const page = await sheetOf(site, winner);
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
    const page = await sheetOf(site, entries, { viewport: phone });
    const { pages, flow } = await printed(page);
    await assertWhole(site, flow, await answerTo(site, entries));
    assert.ok(flow.includes(squeeze(entries.company_name.value)));
    assert.ok(pages.length <= most, `${pages.length} pages`);
    await assertFits(page);
    await leave(page);
  }
});

test('what was marked is the content, with its state, and a long table keeps rows whole and repeats its head', async () => {
  const answer = await answerTo(site, many);
  const own = answer.matches.filter((match) => due(match) && !match.measure.universal);
  assert.ok(own.length >= 25, 'a firm with many results');
  const page = await sheetOf(site, many, { viewport: phone });
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
    const page = await sheetOf(site, winner);
    await page.evaluate((text) => sessionStorage.setItem('policycalc.todo.1', text), bad);
    await page.reload();
    await page.getByRole('heading', { name: '先办这些' }).waitFor();
    await leave(page);
  }
});

test('the sheet leads with the hall of the county, and rows name a telephone that is known', async () => {
  const page = await sheetOf(site, winner);
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

test('the map is printed small', async () => {
  const page = await sheetOf(site, winner);
  await page.emulateMedia({ media: 'print' });
  await soon.equal(() => page.locator('.sheet-part-map .map-cell[data-item]').count(), 36);
  const { height } = await page.locator('.sheet-part-map').boundingBox();
  assert.ok(height < 300, `${height} px`);
  await leave(page);
});

test('paper is black on white, also in dark mode, with no line under a word', async () => {
  const page = await sheetOf(site, winner, { dark: true });
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

test('the owner chooses what is printed, and the choice stays over a reload and in the address', async () => {
  const page = await sheetOf(site, winner);
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

test('a firm without answers gets the questions, and hears that this is not nothing', async () => {
  const page = await sheetOf(site, {});
  const { flow } = await printed(page);
  for (const text of ['还没有能确定的措施', '还要回答的问题', '(未填写名称)', '本服务免费'])
    assert.ok(flow.includes(text), text);
  await leave(page);
});
