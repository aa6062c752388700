// A matter from step to step, its paper, and the end of an unused session, with answers that the test makes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { clockAt, go, heading, lookAgain, lookAway, press, stopClock, useDesk } from './desk.mjs';
import { aFile, anErased, atStub, changes, elsewhere, HANDLER, LATE, OTHER } from './desk_stub.mjs';
import { assertFits, desk, leave, phone, turn } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const clerk = (more) => atStub(site, 'clerk', { county: '360702', ...more });

for (const viewport of [phone, desk]) {
  test(`a matter shows what, for whom, its clock, documents, notes, history and facts, ${viewport.width} px`, async () => {
    const { page, stub } = await clerk({ viewport });
    stub.files.set(1, aFile(1, LATE));
    await go(site, page, '#/matter/1');
    await heading(page, 'R0000001 首次升规奖励');
    const text = await page.locator('main').innerText();
    for (const part of [
      '为 赣州测试公司',
      '材料准备',
      '已逾期 3 个工作日',
      '服务目标（窗口自定，非通知要求）',
      '共 3 个工作日',
      '王经理 13800000000',
      '已收 1 / 2',
      '窗口一号 2026-11-21 10:30',
      '<script>alert(1)</script>',
      '待受理 → 材料准备',
    ]) {
      assert.ok(text.includes(part), part);
    }
    await page.locator('.matter-facts summary').click();
    await soon.match(
      () => page.locator('[data-fact="employees"]').innerText(),
      /50[^]*窗口核验[^]*窗口一号 2026-11-20 09:00/,
    );
    await soon.match(() => page.locator('[data-fact="district"]').innerText(), /章贡区[^]*企业自述/);
    await soon.equal(() => page.locator('.matter-reassign').count(), 0);
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    await leave(page);
  });
}

test('a step that names a handler offers the one of the table; documents and notes are added', async () => {
  const { page, stub } = await clerk();
  stub.files.set(1, aFile(1));
  await go(site, page, '#/matter/1');
  await page.getByLabel('营业执照').check();
  await page.getByText('已收 2 / 2').waitFor();
  await soon.equal(() => page.evaluate(() => document.activeElement.id), 'document-0');
  await page.getByLabel('新备注').fill('  已电话告知  ');
  await press(page, '添加备注');
  await page.getByText('已电话告知').waitFor();
  await soon.equal(() => page.getByLabel('新备注').inputValue(), '');
  await press(page, '转给责任单位');
  await soon.equal(() => page.locator('#h-handler').inputValue(), String(HANDLER.id));
  await page.locator('#h-handler').selectOption(OTHER.name);
  await press(page, '确定：转给责任单位');
  await page.getByText('✓ 已改为“已转办”。').waitFor();
  await soon.equal(() => page.locator('.fact-handler dd').innerText(), OTHER.name);
  assert.deepEqual(changes(stub), [
    ['PUT', 'matters/1/documents', { ticked: [0, 1], revision: 1 }],
    ['POST', 'matters/1/notes', { text: '已电话告知' }],
    ['POST', 'matters/1/steps', { to: 'handed_over', handler: OTHER.id, revision: 2 }],
  ]);
  await leave(page);
});

test('a reason is asked for, within its bound; a step without a handler needs a choice', async () => {
  const { page, stub } = await atStub(site, 'handler', { unit: 'gz-industry-it' });
  stub.files.set(
    1,
    aFile(1, {
      state: 'handed_over',
      suggested_handler: null,
      steps: [
        { to: 'in_progress', needs_reason: false, names_handler: true, needs_handler: true },
        { to: 'preparing', needs_reason: true, names_handler: false, needs_handler: false },
      ],
    }),
  );
  await go(site, page, '#/matter/1');
  await press(page, '开始办理');
  await press(page, '确定：开始办理');
  await page.locator('[data-field="handler"]').getByText('请选由谁经办').waitFor();
  await press(page, '退回补材料');
  await press(page, '确定：退回补材料');
  await page.getByText('请写原因').waitFor();
  const reason = page.locator('#h-reason');
  await reason.fill('缺'.repeat(501));
  await press(page, '确定：退回补材料');
  await page.getByText('太长了，最多 500 个字').waitFor();
  assert.deepEqual(changes(stub), []);
  await reason.fill('😀'.repeat(500));
  await press(page, '确定：退回补材料');
  await page.getByText('✓ 已改为“材料准备”。').waitFor();
  assert.deepEqual(
    changes(stub).map(([, , body]) => [...body.reason].length),
    [500],
  );
  await leave(page);
});

test('the second of two is told what the first did, sees the latest, and loses nothing typed', async () => {
  const { page, stub } = await clerk();
  stub.files.set(1, aFile(1));
  await lookAway(page);
  await go(site, page, '#/matter/1');
  await page.getByLabel('新备注').fill('写了一半');
  await press(page, '转给责任单位');
  await page.locator('#h-handler').selectOption(OTHER.name);
  stub.next = elsewhere();
  stub.files.set(1, aFile(1, { revision: 7, handler: HANDLER, contact: '新的联系人' }));
  await press(page, '确定：转给责任单位');
  const said = page.locator('.conflict');
  await said.waitFor();
  await soon.match(() => said.innerText(), /2026-11-25 10:32 经办人乙 改了状态、经办人/);
  await soon.ok(() => said.evaluate((element) => element === document.activeElement));
  await page.getByText('新的联系人').waitFor();
  await soon.equal(() => page.getByLabel('新备注').inputValue(), '写了一半');
  await soon.equal(() => page.locator('#h-handler').inputValue(), String(OTHER.id));
  await press(page, '确定：转给责任单位');
  await page.getByText('✓ 已改为“已转办”。').waitFor();
  assert.deepEqual(
    changes(stub).map(([, , body]) => body.revision),
    [1, 7],
  );
  await soon.equal(() => page.getByLabel('新备注').inputValue(), '写了一半');
  await leave(page);
});

test('a withdrawn authorisation empties the open page, and says what the matter keeps', async () => {
  const { page, stub } = await clerk();
  stub.files.set(1, aFile(1));
  await go(site, page, '#/matter/1');
  await page.getByLabel('新备注').fill('他们的电话是');
  stub.files.set(1, anErased(1));
  await lookAgain(page);
  await page.getByRole('heading', { name: '企业已撤回授权，资料已删除' }).waitFor();
  const text = await page.locator('main').innerText();
  for (const gone of ['赣州测试公司', '王经理', 'alert(1)', '他们的电话是']) assert.ok(!text.includes(gone), gone);
  for (const kept of ['R0000001', '首次升规奖励', '章贡区', '编号、措施、县区、单位'])
    assert.ok(text.includes(kept), kept);
  await soon.equal(() => page.getByLabel('新备注').count(), 0);
  stub.files.delete(1);
  await lookAgain(page);
  await heading(page, '这个办件看不到了');
  await soon.ok(async () => !(await page.locator('main').innerText()).includes('R0000001'));
  for (const id of ['77', '0', 'x', '1%2F..%2Fstaff']) {
    await go(site, page, `#/matter/${id}`);
    await heading(page, '这个办件看不到了');
  }
  assert.ok(stub.asked.every(([, path]) => !path.includes('staff')));
  await leave(page);
});

test('an open matter asks again every five seconds, and a clerk who writes goes on writing', async () => {
  const { page, stub } = await clerk();
  stub.files.set(1, aFile(1));
  await stopClock(page);
  await go(site, page, '#/matter/1');
  await page.reload();
  await page.getByLabel('新备注').fill('写到这里');
  stub.files.set(1, aFile(1, { revision: 2, contact: '后来的联系人' }));
  await page.clock.runFor(4_900);
  await soon.equal(() => page.getByText('后来的联系人').count(), 0);
  await page.clock.runFor(200);
  await page.getByText('后来的联系人').waitFor();
  // An unchanged matter is not opened again.
  const looks = () => stub.asked.filter(([, path]) => path === 'matters/1').length;
  const before = looks();
  const opened = stub.opened.length;
  await page.clock.runFor(60_100);
  await page.clock.resume();
  await soon.ok(() => looks() >= before + 2);
  assert.equal(stub.opened.length, opened);
  await page.keyboard.type('，接着写');
  await soon.equal(() => page.getByLabel('新备注').inputValue(), '写到这里，接着写');
  await leave(page);
});

test('a supervisor reassigns to another unit and person', async () => {
  const { page, stub } = await atStub(site, 'supervisor', { viewport: phone });
  stub.files.set(1, aFile(1, { may: { reassign: true, work: true }, handler: HANDLER }));
  stub.handlers.staff = [
    { ...HANDLER, unit: 'gz-industry-it', county: null },
    { ...OTHER, unit: 'gz-propaganda', county: null },
  ];
  await go(site, page, '#/matter/1');
  await page.locator('.matter-reassign summary').click();
  await page.locator('#h-to_unit').selectOption('gz-propaganda');
  await soon.deepEqual(() => page.locator('#h-to_handler option').allInnerTexts(), ['不指定（没人负责）', OTHER.name]);
  await page.locator('#h-to_handler').selectOption(OTHER.name);
  await assertFits(page);
  await press(page, '改派');
  await page.getByText('✓ 已改派。').waitFor();
  assert.deepEqual(changes(stub), [
    ['PUT', 'matters/1/handler', { unit: 'gz-propaganda', handler: OTHER.id, revision: 1 }],
  ]);
  await leave(page);
});

for (const [kind, title, signs] of [
  ['receipt', '受理单', ['企业经办人签字', '窗口人员签字']],
  ['handover', '转办单', ['移交人签字', '接收人签字']],
]) {
  test(`${title} is one page of paper that leads back to the matter`, async () => {
    const { page, stub } = await clerk();
    stub.files.set(1, aFile(1, { handler: HANDLER, provisional: true }));
    const codes = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/v1/qr')) codes.push(request.postDataJSON().text);
    });
    await go(site, page, `#/paper/1?kind=${kind}`);
    await heading(page, title);
    await page.locator('.paper svg.qr').waitFor();
    const address = kind === 'receipt' ? '/#/matter?reference=R0000001' : '/hall.html#/matter/1';
    assert.deepEqual(codes, [`${site.program.base}${address}`]);
    const text = await page.locator('.paper').innerText();
    for (const part of [
      'R0000001',
      '赣州测试公司',
      '首次升规奖励',
      '市工业和信息化局',
      '2026-12-04',
      '暂定',
      HANDLER.name,
      ...signs,
    ])
      assert.ok(text.includes(part), part);
    await soon.match(() => page.locator('[data-there="false"]').innerText(), /营业执照[^]*待补/);
    await soon.match(() => page.locator('[data-there="true"]').innerText(), /申请表[^]*已收/);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await soon.ok(
      async () => (await page.locator('.masthead').isHidden()) && (await page.locator('.paper-tools').isHidden()),
    );
    await soon.equal(
      () => page.locator('.paper').evaluate((element) => getComputedStyle(element).backgroundColor),
      'rgb(255, 255, 255)',
    );
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.equal(pdf.toString('latin1').match(/\/Type ?\/Page\b/g).length, 1);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize(phone);
    await assertFits(page);
    assert.deepEqual(await violations(page), []);
    await page.getByRole('link', { name: '返回办件' }).click();
    await heading(page, 'R0000001');
    await soon.equal(() => page.locator('html').getAttribute('data-paper'), null);
    await leave(page);
  });
}

test('an empty seat is told two minutes before, stays with 继续, and is logged out with what was typed kept', async () => {
  const { page, stub } = await clerk();
  stub.files.set(1, aFile(1));
  const begin = Date.now();
  const goOn = page.getByRole('button', { name: '继续' });
  await clockAt(page, begin);
  await go(site, page, '#/matter/1');
  await page.reload();
  await page.getByLabel('新备注').fill('离开前写的');
  await clockAt(page, begin + 27.9 * 60_000);
  assert.equal(await goOn.count(), 0);
  await clockAt(page, begin + 28.1 * 60_000);
  await page.getByRole('heading', { name: '2 分钟后会自动退出' }).waitFor();
  await press(page, '继续');
  await goOn.waitFor({ state: 'detached' });
  await clockAt(page, begin + 57 * 60_000);
  await goOn.waitFor();
  await clockAt(page, begin + 58.2 * 60_000);
  await heading(page, '登录');
  await page.getByText('登录已结束，请重新登录。填过的内容还在。').waitFor();
  await soon.equal(() => page.evaluate(async () => (await fetch('/api/v1/hall/session')).status), 401);
  await turn(page);
  await leave(page);
});

test('a shorter session is announced earlier, and work in another tab counts', async () => {
  const { page, stub } = await clerk();
  stub.files.set(1, aFile(1));
  await page.context().route('**/api/v1/hall/session', async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const answer = await route.fetch();
    return answer.ok()
      ? route.fulfill({ response: answer, json: { ...(await answer.json()), idle_seconds: 600 } })
      : route.fulfill({ response: answer });
  });
  const begin = Date.now();
  const goOn = page.getByRole('button', { name: '继续' });
  await clockAt(page, begin);
  await go(site, page, '#/matter/1');
  await page.reload();
  await heading(page, 'R0000001');
  await clockAt(page, begin + 7.9 * 60_000);
  assert.equal(await goOn.count(), 0);
  await clockAt(page, begin + 8.1 * 60_000);
  await goOn.waitFor();
  assert.deepEqual(await violations(page), []);
  await assertFits(page);
  await page.evaluate(() => new BroadcastChannel('policycalc.desk.idle').postMessage('deed'));
  await goOn.waitFor({ state: 'detached' });
  await clockAt(page, begin + 15 * 60_000);
  await page.keyboard.press('Shift');
  await clockAt(page, begin + 22 * 60_000);
  assert.equal(await goOn.count(), 0);
  await heading(page, 'R0000001');
  await leave(page);
});

test('logging out takes the matter off the screen', async () => {
  const { page, stub } = await clerk();
  stub.files.set(1, aFile(1));
  await go(site, page, '#/matter/1');
  await heading(page, 'R0000001');
  await press(page, '退出');
  await heading(page, '登录');
  await soon.ok(async () => !(await page.locator('main').innerText()).includes('赣州测试公司'));
  await leave(page);
});
