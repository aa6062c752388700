// The queue, the table of handlers and the trail, with answers that the test makes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { go, heading, lookAgain, lookAway, press, refusal, useDesk } from './desk.mjs';
import { aFile, aMatter, anErased, atStub, changes, elsewhere, HANDLER, LATE, OTHER } from './desk_stub.mjs';
import { assertFits, desk, leave, phone } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const clerk = (more) => atStub(site, 'clerk', { county: '360702', ...more });

const NOBODY = { turn: 'nobody', unassigned: true };
const shownIds = (page) => page.locator('[data-matter]').evaluateAll((all) => all.map((one) => one.dataset.matter));
const countOf = (page, view) => page.locator(`[data-view="${view}"] .view-count`).innerText();

for (const viewport of [phone, desk]) {
  test(`each line says whose turn it is, the state and the days, ${viewport.width} px`, async () => {
    const { page, stub } = await clerk({ viewport });
    stub.matters = [
      aMatter(1, { ...LATE, ...NOBODY, state: 'handed_over' }),
      aMatter(2, {
        urgency: 'due_soon',
        workdays_left: 0,
        provisional: true,
        due: '2027-01-04',
        state: 'in_progress',
        handler: HANDLER,
        turn: 'unit',
      }),
      aMatter(3, {
        turn: 'mine',
        returns: 2,
        permission_until: '2026-12-01',
        permission_ending: true,
        permission_warning: 5,
      }),
      aMatter(4, { state: 'fulfilled', due: null, turn: null, applicant: null, permission_until: null }),
      aMatter(5, { state: 'refused', due: null, turn: 'to_tell', permission_until: '2026-12-02' }),
    ];
    await go(site, page, '#/account');
    await go(site, page, '#/');
    const line = (id) => page.locator(`[data-matter="${id}"]`);
    await line(1).waitFor();
    const saysAll = async (id, parts) => {
      const text = (await line(id).innerText()).replace(/\s+/g, ' ');
      for (const part of parts) assert.ok(text.includes(part), `${part} in ${text}`);
    };
    await saysAll(1, [
      'R0000001',
      '首次升规奖励',
      '赣州测试公司',
      '已转办',
      '已逾期 3 个工作日',
      '11-20',
      '没人负责',
      '11-20 变动',
    ]);
    await saysAll(2, ['今天到期', '2027-01-04 暂定', HANDLER.name]);
    await saysAll(3, ['还有 7 个工作日', '退回 2 次', '授权到 12-01', '窗口一号']);
    await soon.equal(() => line(4).count(), 0);
    await soon.equal(() => line(5).count(), 0);
    await soon.equal(() => countOf(page, 'open'), '3');
    for (const view of ['mine', 'unit', 'nobody', 'to_tell', 'overdue', 'due_soon', 'returned', 'permission'])
      await soon.equal(() => countOf(page, view), '1');
    await soon.equal(() => countOf(page, 'colleagues'), '0');
    await soon.equal(() => page.locator('[data-view="window"]').count(), 0);
    if (viewport === desk) {
      const heights = await page.locator('[data-matter]').evaluateAll((all) => all.map((one) => one.offsetHeight));
      assert.deepEqual(
        heights.filter((height) => height > 41),
        [],
      );
    }
    await press(page, '待我办 1');
    await soon.deepEqual(() => shownIds(page), ['3']);
    await soon.match(() => page.url(), /#\/\?view=mine$/);
    await soon.equal(() => page.evaluate(() => document.activeElement.dataset.view), 'mine');
    await press(page, '已办结');
    await soon.match(() => line(4).innerText(), /企业资料已删除/);
    await page.getByLabel('办结从').fill('2026-11-01');
    await soon.match(() => page.url(), /view=closed&from=2026-11-01$/);
    await soon.ok(() => stub.asked.some(([, path]) => path === 'matters?closed=only&from=2026-11-01'));
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    await leave(page);
  });
}

test('filters are part of the address, go to the service and to the exports; a clerk chooses no county', async () => {
  const { page, stub } = await atStub(site, 'supervisor');
  stub.matters = [aMatter(1), aMatter(2, { county: { code: '360703', name: '南康区' } })];
  await go(site, page, '#/?county=360703');
  await page.locator('[data-matter="2"]').waitFor();
  await soon.equal(() => page.locator('[data-matter]').count(), 1);
  for (const kind of ['csv', 'xlsx']) {
    await soon.equal(
      () => page.locator(`.exports a[href*="matters.${kind}"]`).getAttribute('href'),
      `/api/v1/hall/matters.${kind}?county=360703`,
    );
  }
  await page.locator('#matter-state').selectOption('in_progress');
  await page.getByText('没有符合条件的办件。').waitFor();
  await soon.match(() => page.url(), /#\/\?county=360703&state=in_progress$/);
  await press(page, '清除条件');
  await page.locator('[data-matter="1"]').waitFor();
  await soon.equal(() => page.locator('#matter-county').inputValue(), '');
  await leave(page);

  const window = await clerk();
  await go(site, window.page, '#/?state=nonsense&view=nonsense');
  await window.page.getByRole('heading', { name: '现在没有办件' }).waitFor();
  await soon.equal(() => window.page.locator('#matter-county').count(), 0);
  assert.ok(window.stub.asked.every(([, path]) => !path.includes('nonsense')));
  await leave(window.page);
});

test('a firm is found by a part of its name, and a whole reference opens its matter', async () => {
  const { page, stub } = await clerk();
  stub.matters = [aMatter(1), aMatter(2, { applicant: { id: 6, name: '南康家具公司' } })];
  stub.files.set(2, aFile(2, { applicant: { id: 6, name: '南康家具公司' } }));
  stub.matters.push(aMatter(3));
  await go(site, page, '#/?view=mine');
  await page.locator('#matter-q').fill('测试');
  await page.keyboard.press('Enter');
  await soon.deepEqual(() => shownIds(page), ['1', '3']);
  await soon.match(() => page.url(), /#\/\?q=/);
  await soon.equal(() => page.evaluate(() => document.activeElement.id), 'matter-q');
  stub.files.clear(); // the stub finds matters and files alike
  stub.files.set(2, aFile(2));
  stub.matters = [aMatter(1), aMatter(3)];
  await page.locator('#matter-q').fill(' r0000002 ');
  await page.keyboard.press('Enter');
  await page.locator('.matter-head').waitFor();
  await soon.match(() => page.url(), /#\/matter\/2$/);
  await soon.ok(() => stub.asked.some(([, path]) => path === 'matters?q=r0000002'));
  await page.goBack();
  await page.locator('[data-matter="2"]').waitFor(); // and stays
  await leave(page);
});

test('many matters come page by page, and trouble can be tried again', async () => {
  const { page, stub } = await clerk();
  stub.matters = Array.from({ length: 101 }, (none, index) => aMatter(index + 1));
  await lookAway(page);
  await page.route('**/api/v1/hall/matters', (route) => route.fulfill(refusal(500, 'broken')), { times: 1 });
  await go(site, page, '#/account');
  await go(site, page, '#/');
  await press(page, '重试');
  await page.locator('[data-matter="50"]').waitFor();
  await soon.equal(() => page.locator('[data-matter]').count(), 50);
  await page.getByText('共 101 件，已显示 50 件').waitFor();
  await press(page, '再显示 50 件');
  await soon.equal(() => page.evaluate(() => document.activeElement.id), 'matter-link-51');
  await press(page, '再显示 1 件');
  await soon.equal(() => page.locator('[data-matter]').count(), 101);
  await leave(page);
});

test('an open queue asks again when it is looked at, and stays where the reader is', async () => {
  const { page, stub } = await clerk();
  stub.matters = [aMatter(1), aMatter(2)];
  await go(site, page, '#/account');
  await go(site, page, '#/');
  await page.locator('#matter-link-2').focus();
  stub.matters = [aMatter(2, LATE)];
  await lookAgain(page);
  await page.locator('[data-matter="2"][data-group="overdue"]').waitFor();
  await soon.equal(() => page.locator('[data-matter="1"]').count(), 0);
  await soon.equal(() => page.evaluate(() => document.activeElement.id), 'matter-link-2');
  await soon.equal(() => countOf(page, 'overdue'), '1');
  await leave(page);
});

test('the queue is worked by keys, which a table shows', async () => {
  const { page, stub } = await clerk();
  stub.matters = [aMatter(1), aMatter(2, { turn: 'mine' })];
  stub.files.set(2, aFile(2));
  await go(site, page, '#/account');
  await go(site, page, '#/');
  await page.locator('[data-matter="1"]').waitFor();
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.keyboard.press('Alt+j');
  await soon.equal(focused, 'matter-link-1');
  await page.keyboard.press('Alt+j');
  await page.keyboard.press('Alt+j');
  await soon.equal(focused, 'matter-link-2');
  await page.keyboard.press('Alt+k');
  await soon.equal(focused, 'matter-link-1');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await soon.equal(focused, 'matter-link-1');
  await page.keyboard.press('/');
  await soon.equal(focused, 'matter-q');
  await page.keyboard.type('?/');
  await soon.equal(() => page.locator('#matter-q').inputValue(), '?/');
  await page.keyboard.press('Alt+2');
  await soon.deepEqual(() => shownIds(page), ['2']);
  await leave(page);
});

test('an administrator sees tiles, and no matter', async () => {
  const { page, stub } = await atStub(site, 'administrator');
  await go(site, page, '#/');
  await page.getByRole('link', { name: /人员和账号/ }).waitFor();
  await go(site, page, '#/matter/1');
  await heading(page, '没有这一页的权限');
  assert.deepEqual(stub.asked, []);
  await leave(page);
});

for (const viewport of [phone, desk]) {
  test(`the table of handlers lists gaps first and overwrites no other change, ${viewport.width} px`, async () => {
    const { page, stub } = await atStub(site, 'supervisor', { viewport });
    stub.handlers = {
      handlers: [{ measure: '11.1.1a', county: null, unit: 'gz-industry-it', staff: HANDLER }],
      gaps: [
        {
          measure: '1.1.b',
          title: '推荐参选百强榜单',
          unit: 'gz-organisation',
          unit_name: '市委组织部',
          counties: ['360703', '360704'],
        },
      ],
      staff: [
        { ...HANDLER, unit: 'gz-industry-it', county: null },
        { ...OTHER, unit: null, county: null },
      ],
    };
    await go(site, page, '#/handlers');
    await page.getByRole('heading', { name: '还没有人的 1' }).waitFor();
    const gap = page.locator('[data-gap]');
    await soon.match(() => gap.innerText(), /缺：南康区、赣县区/);
    await gap.getByRole('button', { name: /指定/ }).click();
    await press(page, '保存');
    await page.getByText('请选一个人').waitFor();
    await gap.locator('#h-county').selectOption('赣县区');
    await gap.locator('#h-staff').selectOption(OTHER.name);
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    await press(page, '保存');
    await page.getByText(`✓ 已保存：${OTHER.name}`).waitFor();
    await page.locator('#handlers-q').fill('所有县');
    await soon.equal(() => gap.count(), 0);
    await page.locator('[data-handler]').getByRole('button', { name: /更换/ }).click();
    await page.locator('#h-staff').selectOption('（不再指定）');
    stub.next = elsewhere(['handler']);
    stub.handlers.handlers[0].staff = OTHER;
    await press(page, '保存');
    await page.getByRole('heading', { name: '刚刚有别人改过这一行' }).waitFor();
    await soon.ok(async () => (await page.locator('[data-handler]').innerText()).includes(OTHER.name));
    assert.deepEqual(
      changes(stub).map(([, , body]) => body),
      [
        { measure: '1.1.b', unit: 'gz-organisation', county: '360704', staff: OTHER.id, before: null },
        { measure: '11.1.1a', unit: 'gz-industry-it', county: null, staff: null, before: HANDLER.id },
      ],
    );
    await leave(page);
  });

  test(`the trail is filtered and read on, ${viewport.width} px`, async () => {
    const { page, stub } = await atStub(site, 'supervisor', { viewport });
    const entry = (id, more) => ({
      id,
      at: '2026-11-25T02:32:00Z',
      staff: HANDLER,
      address: '127.0.0.1',
      action: 'opened',
      object: 'matter',
      object_id: 3,
      reference: null,
      county: '360702',
      fields: ['state'],
      ...more,
    });
    stub.audit = [
      entry(5, { reference: 'R0000003' }),
      entry(4, { action: 'handed_over', fields: ['state', 'handler'] }),
      entry(3, { object: 'handler', action: 'named', fields: ['measure:1.1.b'] }),
      entry(2, {
        staff: null,
        address: '',
        action: 'something_new',
        object: 'unheard_of',
        object_id: 0,
        county: null,
        fields: [],
      }),
    ];
    await go(site, page, '#/audit');
    await page.locator('[data-entry="5"]').waitFor();
    await soon.match(
      () => page.locator('[data-entry="4"]').innerText(),
      /2026-11-25 10:32[^]*经办人甲[^]*已转办[^]*办件 3[^]*状态、经办人/,
    );
    await press(page, '更早的');
    await page.getByText('没有更早的了。').waitFor();
    await soon.match(() => page.locator('[data-entry="3"]').innerText(), /指定[^]*措施 1\.1\.b/);
    await soon.match(() => page.locator('[data-entry="2"]').innerText(), /系统[^]*something_new/);
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    await page.locator('#h-reference').fill('1 or 1');
    await page.locator('#h-from').fill('2026-11-25');
    await page.locator('#h-to').fill('2026-11-24');
    await press(page, '查找');
    await page.getByText('编号是 8 个字母和数字').waitFor();
    await page.getByText('结束日期早于开始日期').waitFor();
    await page.locator('#h-reference').fill('7K3M-9QXA');
    await page.locator('#h-name').fill('经办');
    await page.locator('#h-to').fill('2026-11-25');
    await page.locator('#h-object').selectOption('经办人表');
    await press(page, '查找');
    await page.locator('[data-entry="5"]').waitFor({ state: 'detached' });
    await soon.equal(
      () => stub.asked.at(-1)[1],
      `audit?${new URLSearchParams({ object: 'handler', reference: '7K3M-9QXA', name: '经办', from: '2026-11-25', to: '2026-11-25' })}`,
    );
    await soon.match(() => page.locator('.exports a').first().getAttribute('href'), /audit\.csv\?object=handler/);
    await leave(page);
  });
}

test('every page fits and has no fault, narrow, large, dark and in English', async () => {
  const { page, stub } = await atStub(site, 'supervisor');
  const long = {
    measure: {
      id: '11.1.1a',
      title: '名字特别特别长的一项措施'.repeat(4),
      title_en: 'A measure with a name that does not end soon, and goes on',
    },
    applicant: { id: 5, name: '赣州市某某某某有限责任公司第二分公司'.repeat(3) },
    handler: { id: 9, name: '欧阳'.repeat(20) },
    owner: { id: 9, name: '欧阳'.repeat(20) },
  };
  stub.matters = [aMatter(1, { ...LATE, ...long }), aMatter(2, { provisional: true })];
  stub.files.set(1, aFile(1, { ...LATE, ...long, may: { reassign: true, work: true } }));
  stub.handlers = {
    handlers: [{ measure: '11.1.1a', county: null, unit: 'gz-industry-it', staff: long.handler }],
    gaps: [
      {
        measure: '1.1.b',
        title: long.measure.title,
        unit: 'gz-organisation',
        unit_name: '市委组织部',
        counties: ['360703'],
      },
    ],
    staff: [{ ...HANDLER, unit: null, county: null }],
  };
  stub.audit = [
    {
      id: 1,
      at: '2026-11-25T02:32:00Z',
      staff: long.handler,
      address: '2001:db8:1234:5678:9abc:def0:1234:5678',
      action: 'named',
      object: 'handler',
      object_id: 3,
      county: '360702',
      fields: ['measure:11.1.1a', 'unit:gz-industry-it-with-a-long-name'],
    },
  ];
  stub.files.set(3, anErased(3));
  const states = [
    ['#/', '[data-matter]'],
    ['#/?state=refused', '.notice'],
    ['#/?view=closed', '#matter-from'],
    ['#/matter/1', '.matter-steps', () => page.locator('#step-handed_over').click()],
    ['#/matter/9', 'h1'],
    ['#/matter/3', '.matter-head'],
    ['#/paper/1', '.paper svg.qr'],
    ['#/paper/1?kind=handover', '.paper svg.qr'],
    ['#/handlers', '[data-gap]', () => page.locator('[data-handler] button').click()],
    ['#/audit', '[data-entry]'],
  ];
  for (const [viewport, language, care, dark] of [
    [{ width: 320, height: 740 }, 'en', true, true],
    [{ width: 320, height: 740 }, 'zh', false, false],
    [{ width: 768, height: 1024 }, 'zh', true, false],
    [desk, 'en', false, true],
  ]) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
    await page.evaluate((wanted) => localStorage.setItem('policycalc.preferences.1', JSON.stringify(wanted)), {
      language,
      care,
    });
    await page.reload();
    for (const [address, sign, act] of states) {
      await go(site, page, address);
      await page.locator(sign).first().waitFor();
      await act?.();
      await assertFits(page);
      assert.deepEqual(await violations(page), [], `${address} ${viewport.width} ${language}`);
      await soon.equal(() => page.locator('h1[tabindex="-1"]').count(), 1);
      if (process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}/look${address.replace(/\W/g, '_')}_${viewport.width}_${language}.png`,
          fullPage: true,
        });
    }
  }
  await leave(page);
});
