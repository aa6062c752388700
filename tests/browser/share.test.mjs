// Sharing the result: what links carry, what a link restores, and the dates for a calendar.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { encode } from './js/shared/share/links.js';
import { answered, assertFits, desk, field, leave, openTopic, phone, submit, useSite } from './site.mjs';
import { soon } from './soon.mjs';

const site = useSite();

const winner = {
  company_name: { value: '赣州某某科技有限公司' },
  credit_code: { value: '91360702MA35XXXX01' },
  district: { value: '360702' },
  ownership: { value: 'state_controlled' },
  quality_awards: { value: ['china_quality_award'] },
};
const kept = {
  code: 'ABCD-EFGH-JKMN-PQRS-TVWXY-Z0123',
  revision: 1,
  saved_at: '2026-11-25T08:00:00Z',
  expires_on: '2027-02-23',
  consent: { help: false, notify: false },
  backup_days: 30,
  content: '',
};

// The result with its panel open.
async function panel(entries, viewport = phone, saved = null) {
  const page = await answered(site, viewport, entries);
  if (saved) {
    await page.evaluate((record) => sessionStorage.setItem('policycalc.saved.1', JSON.stringify(record)), saved);
    await page.reload();
  }
  await page.locator('details.share > summary').click();
  await page.locator('.share-panel').waitFor();
  return page;
}

async function linkOf(page, kind) {
  const shown = page.locator(`[data-link="${kind}"]`);
  await shown.getByText('#/').waitFor();
  return shown.innerText();
}

const fragmentOf = (link) => link.slice(link.indexOf('#'));
const carried = (link) =>
  JSON.parse(
    Buffer.from(new URL(fragmentOf(link).slice(1), 'http://a').searchParams.get('a'), 'base64url').toString('utf8'),
  );
const stored = (page) =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem('policycalc.answers.1') ?? '{}').entries ?? {});

async function opened(hash, viewport = phone, entries = null) {
  const page = await site.open(viewport, '/favicon.svg');
  if (entries)
    await page.evaluate(
      (kept_) => sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries: kept_ })),
      entries,
    );
  await page.goto(`${site.program.base}/${hash}`);
  await page.locator('.shared h1').waitFor();
  return page;
}

test('the link without answers lists measures and verdicts on another device, and nothing of the answers', async () => {
  const page = await panel(winner);
  const link = await linkOf(page, 'list');
  assert.match(link, /#\/shared\?m=[\w.,-]+&d=\d{4}-\d\d-\d\d&c=sha256:[0-9a-f]{12}$/);
  assert.ok(!/360702|state_controlled|china_quality/.test(link));
  const good = await page
    .locator('[data-verdict="eligible"], [data-verdict="conditional"]')
    .evaluateAll((all) => all.map(({ dataset }) => dataset.measure).sort());
  await leave(page);
  const other = await opened(fragmentOf(link));
  await soon.deepEqual(
    () =>
      other
        .locator('.shared-list [data-measure]')
        .evaluateAll((all) => all.map(({ dataset }) => dataset.measure).sort()),
    good,
  );
  await other.getByText(/按 \d{4}-\d\d-\d\d 的政策计算，政策库版本 sha256:/).waitFor();
  await soon.equal(() => other.locator('.shared-newer').count(), 0);
  await soon.deepEqual(() => stored(other), {});
  await other.getByRole('link', { name: '中国质量奖奖励' }).click();
  await other.locator('.whole').waitFor();
  await leave(other);
});

test('a list of another catalogue says so, and names what is no longer there', async () => {
  const page = await opened(
    '#/shared?m=11.1.1a.eligible,99.9.x.conditional,8.1.b.conditional&d=2025-01-31&c=sha256:aaaaaaaaaaaa',
  );
  await page.locator('.shared-newer').getByText('政策库已经更新').waitFor();
  await page.getByText('以下结论由分享链接的人写入，本服务没有核对').waitFor();
  await page.getByText('99.9.x（现在的政策库里没有）').waitFor();
  await page.getByText('按 2025-01-31 的政策计算，政策库版本 sha256:aaaaaaaaaaaa。').waitFor();
  await soon.deepEqual(() => page.locator('.shared-group h2').allInnerTexts(), ['符合\n1 项', '待认定\n2 项']);
  await leave(page);
});

test('the link with answers warns, leaves the name out unless told, and gives the same result on another device', async () => {
  const page = await panel(winner);
  await page.getByText('拿到这个链接的人，都能看到您填写的全部回答').waitFor();
  const {
    company_name: name,
    credit_code: code,
    ...rest
  } = Object.fromEntries(Object.entries(winner).map(([id, { value }]) => [id, value]));
  await soon.deepEqual(async () => carried(await linkOf(page, 'answers')), { profile: rest, as_of: null, needs: [] });
  await page.getByLabel('也带上企业名称和统一社会信用代码').check();
  await soon.deepEqual(async () => carried(await linkOf(page, 'answers')).profile, {
    ...rest,
    company_name: name,
    credit_code: code,
  });
  const link = await linkOf(page, 'answers');
  const counts = await page.locator('.summary-line').getAttribute('data-counts');
  await leave(page);

  const other = await opened(fragmentOf(link), desk);
  await soon.deepEqual(() => stored(other), {}, 'nothing is taken before it is said');
  await soon.equal(() => other.locator('[data-shared="company_name"] dd').innerText(), name);
  await soon.equal(() => other.locator('[data-shared="quality_awards"] dd').innerText(), '中国质量奖');
  await other.getByRole('button', { name: '用这些回答看结果' }).click();
  await other.locator('.result').waitFor();
  await soon.equal(() => other.locator('.summary-line').getAttribute('data-counts'), counts);
  await soon.match(() => other.url(), /#\/result$/);
  await other.goBack();
  await soon.ok(() => !other.url().includes('a='), 'the answers are not in the history');
  await leave(other);
});

test('answers of this tab are only replaced when the reader says so', async () => {
  const mine = { district: { value: '360703' }, employees: { draft: { text: '很多' }, problem: 'not_a_number' } };
  const hash = `#/shared?a=${encode({ profile: { district: '360702', loan_need: true }, as_of: '2026-01-31', needs: ['award'] })}`;
  const page = await opened(hash, phone, mine);
  await page.getByText('这个标签页里有您填写的 2 条回答').waitFor();
  await page.getByRole('link', { name: '不用，保留我的回答' }).click();
  await page.locator('[data-answer]').first().waitFor();
  await soon.deepEqual(() => stored(page), mine);
  await page.goBack();
  await page.getByRole('button', { name: '替换我的回答，看结果' }).click();
  await page.locator('.result').waitFor();
  const now = await page.evaluate(() => JSON.parse(sessionStorage.getItem('policycalc.answers.1')));
  assert.deepEqual(now.entries, { district: { value: '360702' }, loan_need: { value: true } });
  assert.equal(now.as_of, '2026-01-31');
  assert.deepEqual(now.needs, ['award']);
  await leave(page);
});

test('after clearing, the name goes along only when the next visitor says so', async () => {
  const page = await panel(winner);
  await page.getByLabel('也带上企业名称和统一社会信用代码').check();
  await page.goto(`${site.program.base}/#/form`);
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: '清空' }).click();
  await page.getByText('已清空').waitFor();
  await openTopic(page, 'company_name');
  await field(page, 'company_name').getByRole('textbox').fill('另一家');
  await submit(page);
  await page.locator('details.share > summary').click();
  await soon.equal(() => page.getByLabel('也带上企业名称和统一社会信用代码').isChecked(), false);
  await leave(page);
});

test('the same answers are not called other ones', async () => {
  const page = await opened(
    `#/shared?a=${encode({ profile: { district: '360702' }, as_of: null, needs: [] })}`,
    phone,
    { district: { value: '360702' } },
  );
  await page.getByText('和这个标签页里的回答一样。').waitFor();
  await soon.equal(() => page.locator('.shared-other').count(), 0);
  await leave(page);
});

test('unknown or unfit answers are left out with a note; script is text', async () => {
  const name = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>\u202e';
  const profile = JSON.parse(
    `{"company_name":${JSON.stringify(name)},"employees":12,"annual_revenue":"600000.50","__proto__":{"polluted":1},"constructor":"x",` +
      '"toString":true,"nothing_like_this":1,"loan_need":"yes","recruit_need":-1,"district":"nowhere","quality_awards":["china_quality_award","x"],"total_assets":"1e9"}',
  );
  const page = await opened(`#/shared?a=${encode({ profile, as_of: null, needs: ['award', '__proto__', 'award'] })}`);
  await page.getByText('链接里有 3 条回答').waitFor();
  await page.getByText('另有 9 条现在的问题用不上或看不懂，不会带过来。').waitFor();
  await soon.equal(() => page.locator('[data-shared="company_name"] dd').textContent(), name);
  await soon.equal(() => page.locator('[data-shared="needs"] dd').textContent(), '奖励');
  await page.getByRole('button', { name: '用这些回答看结果' }).click();
  await page.locator('.result').waitFor();
  await soon.deepEqual(
    async () => Object.keys(await stored(page)).sort(),
    ['annual_revenue', 'company_name', 'employees'],
  );
  await soon.deepEqual(() => page.evaluate(() => [window.hit, {}.polluted]), [undefined, undefined]);
  await leave(page);
});

test('every broken link has one clear message and a way on', async () => {
  const page = await site.open(phone, '/favicon.svg');
  const payload = (value) => `#/shared?a=${encode(value)}`;
  for (const hash of [
    '#/shared',
    '#/shared?a=',
    '#/shared?a=abc',
    '#/shared?a=%E4%BD%A0',
    '#/shared?a=e30',
    '#/shared?a=bnVsbA',
    '#/shared?a=W10',
    payload({ profile: [] }),
    payload({ profile: {} }),
    payload({ profile: { zzz: 1 } }),
    payload({ profile: { district: '360702' }, as_of: '2026-02-30' }),
    `#/shared?a=${'A'.repeat(20000)}`,
    payload({ profile: { district: '360702' }, needs: 'award' }),
    `#/shared?a=${Buffer.from([0xff, 0xfe]).toString('base64url')}`,
    '#/shared?m=&d=2026-01-01&c=sha256:aaaaaaaaaaaa',
    '#/shared?m=8.1.b.eligible&d=2026-01-01',
    '#/shared?m=<script>.eligible&d=2026-01-01&c=sha256:aaaaaaaaaaaa',
    `#/shared?m=${'8.1.b.eligible,'.repeat(2000)}&d=2026-01-01&c=sha256:aaaaaaaaaaaa`,
    '#/shared?m=8.1.b.constructor&d=2026-01-01&c=sha256:aaaaaaaaaaaa',
    // Forged: no link that the page makes has these verdicts.
    ...['undetermined', 'not_eligible', 'not_applicable', 'not_in_force'].map(
      (verdict) => `#/shared?m=11.1.1a.eligible,8.1.b.${verdict}&d=2026-01-01&c=sha256:aaaaaaaaaaaa`,
    ),
  ]) {
    await page.goto(`${site.program.base}/`);
    await page.goto(`${site.program.base}/${hash}`);
    await page.getByRole('heading', { level: 1, name: '这个链接打不开' }).waitFor();
    await soon.equal(() => page.locator('.shared button').count(), 0);
  }
  await page.getByRole('link', { name: '自己填写' }).click();
  await page.locator('form').first().waitFor();
  await leave(page);
});

test('copying is said, and where it is forbidden the text is selected', async () => {
  const page = await panel(winner);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const list = page.locator('.share-list');
  await list.getByRole('button', { name: '复制链接' }).click();
  await list.getByRole('status').getByText('已复制').waitFor();
  await soon.equal(() => page.evaluate(() => navigator.clipboard.readText()), await linkOf(page, 'list'));
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
  });
  const part = page.locator('.share-answers');
  await part.getByRole('button', { name: '复制链接' }).click();
  await part.getByRole('status').getByText('请长按选中的文字复制').waitFor();
  await soon.equal(() => page.evaluate(() => String(getSelection())), await linkOf(page, 'answers'));
  await leave(page);
});

test('where the browser can share, a link goes to the chosen program; giving up is no failure', async () => {
  const page = await answered(site, phone, winner);
  await page.evaluate(() => {
    window.handed = [];
    navigator.share = async (what) => {
      if (window.refusal) throw new DOMException('no', window.refusal);
      window.handed.push(what.url);
    };
  });
  await page.locator('details.share > summary').click();
  const part = page.locator('.share-list');
  const send = part.getByRole('button', { name: '发给别人' });
  await send.click();
  await part.getByText('已交给所选的应用').waitFor();
  await soon.deepEqual(() => page.evaluate(() => window.handed), [await linkOf(page, 'list')]);
  await page.evaluate(() => {
    window.refusal = 'AbortError';
  });
  await send.click();
  await soon.deepEqual(() => part.getByRole('status').allInnerTexts(), ['', '']);
  await page.evaluate(() => {
    window.refusal = 'NotAllowedError';
  });
  await send.click();
  await part.getByText('没有发出去，请复制链接。').waitFor();
  await leave(page);
});

test('the end of what was saved goes into a calendar file, without the code', async () => {
  const page = await panel(winner, desk, kept);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载日历文件' }).click(),
  ]);
  assert.equal(file.suggestedFilename(), 'policycalc.ics');
  const text = await readFile(await file.path(), 'utf8');
  assert.match(text, /DTSTART;VALUE=DATE:20270223\r\nDTEND;VALUE=DATE:20270224\r\nSUMMARY:保存的内容到期/);
  assert.ok(!text.includes('ABCD') && !text.includes('ABCDEFGH'));
  await leave(page);
});

test('the end of a measure is a date that matters while it is in force', async () => {
  const page = await answered(site, desk, winner);
  await page.evaluate(() => {
    const key = 'policycalc.answers.1';
    sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(sessionStorage.getItem(key)), as_of: '2024-12-31' }));
  });
  await page.reload();
  await page.locator('details.share > summary').click();
  await soon.match(() => page.locator('.share-days').innerText(), /^2024-12-31 到期：/);
  await leave(page);
  const without = await panel(winner, desk);
  await soon.equal(() => without.locator('.share-dates').count(), 0);
  await leave(without);
});

test('without answers there is nothing to share, and it says so', async () => {
  const page = await panel({});
  // A list may hold what every company gets.
  await soon.equal(() => page.locator('[data-link="answers"]').count(), 0);
  await page.getByText('还没有回答，没有什么可以分享。').waitFor();
  await leave(page);
});

test('a long link works and is said to be long', async () => {
  const everything = await (await fetch(`${site.program.base}/api/v1/facts`)).json();
  // A follow-up to what is not answered is not shared.
  const full = Object.fromEntries(
    everything.facts
      .filter(
        ({ type, detail_of: parent }) =>
          (type === 'choices' || type === 'boolean') &&
          (!parent || everything.facts.find(({ id }) => id === parent.fact).type === 'choices'),
      )
      .map(({ id, type, options }) => [id, { value: type === 'boolean' ? true : options.map(({ code }) => code) }]),
  );
  const page = await panel({ ...full, district: { value: '360702' } });
  const link = await linkOf(page, 'answers');
  assert.ok(link.length > 1800);
  await page.locator('.share-answers').getByText(`链接比较长（${link.length} 个字符）`).waitFor();
  await leave(page);
  const other = await opened(fragmentOf(link));
  await soon.equal(() => other.locator('.shared-answers [data-shared]').count(), Object.keys(full).length + 1);
  await leave(other);
});

test('a service away keeps the link and can be tried again', async () => {
  const page = await site.open(phone, '/favicon.svg');
  await page.route('**/api/v1/facts', (route) => route.abort());
  await page.goto(`${site.program.base}/#/shared?a=${encode({ profile: { district: '360702' } })}`);
  await page.getByText('暂时连不上服务').waitFor();
  await page.unroute('**/api/v1/facts');
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByText('链接里有 1 条回答').waitFor();
  await leave(page);
});

for (const [name, path] of Object.entries({
  answers: `#/shared?a=${encode({ profile: { district: '360702', zzz: 1, company_name: '长'.repeat(200) }, as_of: '2026-01-01', needs: ['award'] })}`,
  list: '#/shared?m=11.1.1a.eligible,8.1.b.conditional,99.z.eligible&d=2026-01-01&c=sha256:aaaaaaaaaaaa',
  broken: '#/shared?a=x',
})) {
  test(`320 px are enough, and in English axe-core finds nothing: ${name}`, async () => {
    const page = await opened(path, { width: 320, height: 740 }, { district: { value: '360703' } });
    await assertFits(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang="en"] .shared h1').waitFor();
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    await leave(page);
  });
}

test('axe-core finds nothing in the panel and 320 px are enough', async () => {
  const page = await panel(winner, { width: 320, height: 740 }, kept);
  await assertFits(page);
  assert.deepEqual(await violations(page), []);
  await leave(page);
});
