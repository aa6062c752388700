// Duty, leave, accounts that leave, and the paper for a unit without accounts, with the real service.
import { test } from 'node:test';
import { ask, begun } from './applicants.mjs';
import { atDesk, choose, FIRST, go, heading, logIn, press, useDesk } from './desk.mjs';
import { desk, leave, phone } from './site.mjs';
import { soon } from './soon.mjs';

const site = useDesk();
const MEASURE = '11.1.1a';
const UNIT = 'gz-market-regulation';

/** A matter of a new applicant, handed over to `handler` (null: nobody) by `page`'s clerk. */
async function handedOver(page, name, handler) {
  const applicant = await begun(page, {
    name,
    contact: '0797-8000000',
    profile: { district: '360702', quality_awards: ['china_quality_award'] },
    verified: [],
  });
  const made = await ask(page, 'POST', 'matters', { applicant: applicant.id, measure: MEASURE });
  await ask(page, 'POST', `matters/${made.id}/steps`, { to: 'preparing', revision: 1 });
  return ask(page, 'POST', `matters/${made.id}/steps`, { to: 'handed_over', handler, revision: 2 });
}

const person = (page, name) => page.locator('[data-person]', { hasText: name });

for (const viewport of [desk, phone]) {
  test(`who is away is stood in for, ${viewport.width} px`, async () => {
    const tag = String(viewport.width);
    const boss = await atDesk(site, `boss${tag}`, 'supervisor', { viewport });
    const clerk = await atDesk(site, `clerk${tag}`, 'clerk', { county: '360702' });
    const unit = await atDesk(site, `unit${tag}`, 'handler', { name: `经办${tag}`, unit: UNIT });
    const other = await atDesk(site, `other${tag}`, 'handler', { name: `同事${tag}`, unit: UNIT });
    const { people } = await ask(boss, 'GET', 'people');
    const made = await handedOver(clerk, `赣州${tag}有限公司`, people.find((one) => one.name === `经办${tag}`).id);

    await go(site, boss, '#/people');
    await heading(boss, '值班与休假');
    const line = person(boss, `经办${tag}`);
    await line.getByRole('button', { name: '登记休假' }).click();
    await press(boss, '保存');
    await boss.getByText('请选谁代理').waitFor();
    await line.locator('#h-substitute').selectOption(`同事${tag}`);
    await line.getByText('1 件在办办件').waitFor();
    await press(boss, '保存');
    await boss.getByText('✓ 已登记。转给代理人 0 件。').waitFor();
    await soon.match(() => line.innerText(), new RegExp(`同事${tag} 代`));

    await go(site, other, '#/?view=mine');
    await other.getByRole('link', { name: made.reference }).waitFor();
    await soon.match(
      () => other.locator(`[data-matter="${made.id}"]`).innerText(),
      new RegExp(`经办${tag}[^]*休假，同事${tag} 代`),
    );
    await line.getByRole('button', { name: '销假' }).click();
    await boss.getByText('✓ 已销假。').waitFor();
    await soon.match(() => line.innerText(), /在岗/);
    for (const page of [boss, clerk, unit, other]) await leave(page);
  });
}

test('an account that leaves is asked where its matters go, and the duty handler takes them', async () => {
  const admin = await atDesk(site, 'people.admin', 'administrator');
  const clerk = await atDesk(site, 'people.clerk', 'clerk', { county: '360702' });
  site.staff('people.gone', 'handler', { name: '要走的人', unit: UNIT });
  site.staff('people.duty', 'handler', { name: '值班的人', unit: UNIT });
  const { people } = await ask(admin, 'GET', 'people');
  const gone = people.find((one) => one.name === '要走的人');
  const made = await handedOver(clerk, '赣州离岗有限公司', gone.id);

  await go(site, admin, '#/people');
  const unit = admin.locator(`[data-unit="${UNIT}"]`);
  await unit.getByRole('button', { name: '指定值班' }).click();
  await unit.locator('#h-staff').selectOption('值班的人');
  await press(admin, '保存');
  await admin.getByText('✓ 已保存，0 件没人负责的办件已转过去。').waitFor();

  await go(site, admin, `#/staff/${gone.id}`);
  await admin.locator('#h-active-off').check();
  await press(admin, '保存');
  await admin.getByText('此人名下还有 1 件在办办件，交给谁？').waitFor();
  await press(admin, '保存');
  await admin.getByText('请选交给谁').waitFor();
  await admin.locator('#h-matters_to').selectOption('交各单位值班经办人');
  await press(admin, '保存');
  await heading(admin, '人员');

  const duty = await site.openDesk(desk);
  await logIn(duty, 'people.duty', FIRST);
  await choose(duty, FIRST);
  await go(site, duty, '#/?view=mine');
  await duty.getByRole('link', { name: made.reference }).waitFor();
  for (const page of [admin, clerk, duty]) await leave(page);
});

test('a unit without accounts is said so, and gets its matters on paper', async () => {
  const boss = await atDesk(site, 'paper.boss', 'supervisor');
  const clerk = await atDesk(site, 'paper.clerk', 'clerk', { county: '360702' });
  const applicant = await begun(clerk, {
    name: '赣州没账号有限公司',
    contact: '0797-8000000',
    profile: { district: '360702' },
    verified: [],
  });
  const made = await ask(clerk, 'POST', 'matters', { applicant: applicant.id, measure: '10.1', unit: 'gz-commerce' });
  await ask(clerk, 'POST', `matters/${made.id}/steps`, { to: 'preparing', revision: 1 });
  await go(site, clerk, `#/matter/${made.id}`);
  await press(clerk, '转给责任单位');
  await clerk.getByText('该单位还没有任何账号').waitFor();
  await press(clerk, '确定：转给责任单位');
  await clerk.locator('.matter-said').getByText('✓ 已改为“已转办”。').waitFor();

  await go(site, boss, '#/people');
  await boss.locator('[data-unit="gz-commerce"]').getByRole('link', { name: '打印转办清单' }).click();
  await heading(boss, '转办清单');
  await soon.match(
    () => boss.locator(`.paper-list [data-matter="${made.id}"]`).innerText(),
    new RegExp(`${made.reference}[^]*赣州没账号有限公司`),
  );
  await boss.getByRole('button', { name: '打印' }).waitFor();
  for (const page of [boss, clerk]) await leave(page);
});
