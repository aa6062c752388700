// Four weeks at the desk as they were counted by hand: on each Friday evening, what had become of each
// matter. Nothing here is read from the service; the tests compare its numbers with this.

import assert from 'node:assert/strict';
import { soon } from './soon.mjs';

const MARKET = 'gz-market-regulation';
const INDUSTRY = 'gz-industry-it';
const COMMERCE = 'gz-commerce';
const ZHANGGONG = '360702';
const NANKANG = '360703';

/** By their log-ins. No one in the unit of commerce has an account. */
export const PEOPLE = {
  zhang: { role: 'clerk', name: '张章贡', county: ZHANGGONG },
  liu: { role: 'clerk', name: '刘南康', county: NANKANG },
  wang: { role: 'handler', name: '王市监', unit: MARKET },
  zhao: { role: 'handler', name: '赵值班', unit: MARKET },
  li: { role: 'handler', name: '李工信', unit: INDUSTRY },
  qian: { role: 'supervisor', name: '钱局长', unit: MARKET },
  sun: { role: 'supervisor', name: '孙主管' },
  zhou: { role: 'administrator', name: '周管理' },
};

const matter = (clerk, unit, measure, opened) => ({ clerk, county: PEOPLE[clerk].county, unit, measure, opened });

/** By the names of their companies; 茶二 is the second one of 茶. */
export const MATTERS = {
  茶: matter('zhang', MARKET, '11.1.1a', '2026-11-02'),
  木: matter('liu', MARKET, '11.1.1c', '2026-11-02'),
  铁: matter('zhang', INDUSTRY, '24.1.3', '2026-11-02'),
  纸: matter('zhang', MARKET, '11.1.1d', '2026-11-02'),
  糖: matter('liu', COMMERCE, '10.1', '2026-11-02'),
  瓷: matter('liu', INDUSTRY, '24.1.1', '2026-11-02'),
  布: matter('zhang', MARKET, '11.1.1e', '2026-11-09'),
  药: matter('zhang', INDUSTRY, '7.1', '2026-11-09'),
  米: matter('liu', MARKET, '11.1.1b', '2026-11-16'),
  灯: matter('liu', INDUSTRY, '20.1', '2026-11-16'),
  茶二: matter('zhang', MARKET, '11.1.3', '2026-11-23'),
};

// Each line: state, handler, marks. An open matter says how its clock is. `twice`, `inactive` and so on
// are the numbers of the overview; `gone`: the data of the company is erased.
export const WEEKS = [
  {
    friday: '2026-11-06',
    standsIn: {},
    matters: {
      茶: 'fulfilled wang tell',
      木: 'preparing wang calm returned',
      铁: 'in_progress li calm company',
      纸: 'preparing - calm permission',
      糖: 'handed_over - calm nobody',
      瓷: 'received - overdue',
    },
    flow: { '2026-11-02': [6, 1] }, // opened, closed
    ends: { fulfilled: [4, 4, 1] }, // median, nine of ten, number
  },
  {
    friday: '2026-11-13',
    standsIn: { zhao: ['wang'] },
    matters: {
      茶: 'fulfilled wang',
      木: 'preparing wang calm returned twice',
      铁: 'in_progress li calm',
      纸: 'preparing - due_soon permission',
      糖: 'handed_over - overdue nobody',
      瓷: 'unreachable - tell',
      布: 'handed_over wang overdue',
      药: 'preparing - calm',
    },
    flow: { '2026-11-02': [6, 1], '2026-11-09': [2, 1] },
    ends: { fulfilled: [4, 4, 1], unreachable: [7, 7, 1] },
  },
  {
    friday: '2026-11-20',
    standsIn: {},
    matters: {
      茶: 'in_progress wang calm',
      木: 'preparing wang calm returned twice',
      铁: 'in_progress li calm',
      纸: 'expired - gone',
      糖: 'in_progress sun calm',
      瓷: 'unreachable -',
      布: 'in_progress zhao calm',
      药: 'withdrawn -',
      米: 'preparing - calm',
      灯: 'handed_over li overdue',
    },
    flow: { '2026-11-02': [6, 0], '2026-11-09': [2, 1], '2026-11-16': [2, 2] },
    ends: { unreachable: [7, 7, 1], withdrawn: [7, 7, 1], expired: [18, 18, 1] },
  },
  {
    friday: '2026-11-27',
    standsIn: {},
    matters: {
      茶: 'refused wang tell',
      木: 'preparing wang due_soon returned twice',
      铁: 'in_progress li due_soon nobody inactive',
      纸: 'expired - gone',
      糖: 'fulfilled sun tell',
      瓷: 'unreachable -',
      布: 'refused zhao',
      药: 'withdrawn -',
      米: 'withdrawn - gone',
      灯: 'handed_over li overdue nobody inactive',
      茶二: 'forwarded - tell',
    },
    flow: { '2026-11-02': [6, 0], '2026-11-09': [2, 1], '2026-11-16': [2, 2], '2026-11-23': [1, 5] },
    ends: {
      fulfilled: [21, 21, 1],
      refused: [14, 21, 2],
      forwarded: [0, 0, 1],
      unreachable: [7, 7, 1],
      withdrawn: [7, 7, 2],
      expired: [18, 18, 1],
    },
  },
];

const OPEN = ['received', 'preparing', 'handed_over', 'in_progress'];
const CLOSED = {
  fulfilled: '已兑现',
  refused: '未通过',
  forwarded: '已转交',
  unreachable: '联系不上',
  withdrawn: '撤回',
  expired: '授权到期',
};
const AGES = [
  ['0–7 天', 7],
  ['8–14 天', 14],
  ['15–30 天', 30],
  ['31–60 天', 60],
  ['61 天以上', Infinity],
];
/** The numbers of the overview, from left to right, and the view that each opens. */
const NUMBERS = {
  open: 'open',
  overdue: 'overdue',
  nobody: 'nobody',
  twice: 'returned_twice',
  inactive: 'inactive',
  permission: 'permission',
  company: 'company',
  moved: 'measure',
  tell: 'to_tell',
};
const DAY = 24 * 3600_000;

function linesOf(week) {
  return Object.entries(week.matters).map(([name, text]) => {
    const [state, handler, ...marks] = text.split(' ');
    const isOpen = OPEN.includes(state);
    const all = new Set([...marks, isOpen ? 'open' : 'closed']);
    return { name, state, handler, atUnit: state === 'handed_over' || state === 'in_progress', marks: all };
  });
}

const acts = (week, login, other) => login === other || (week.standsIn[login] ?? []).includes(other);

/** Which matters this person can find at all. */
function seenBy(week, login) {
  const { role, county, unit } = PEOPLE[login];
  return linesOf(week).filter(({ name, handler, marks }) => {
    const place = MATTERS[name];
    if (role === 'handler') return marks.has('nobody') ? place.unit === unit : acts(week, login, handler);
    return (!county || place.county === county) && (!unit || place.unit === unit);
  });
}

/** Whose turn it is, as this person's queue says it. */
function turnFor(week, login, { name, handler, atUnit, marks }) {
  if (marks.has('closed')) return marks.has('tell') ? 'to_tell' : 'closed';
  const { role, unit } = PEOPLE[login];
  const { clerk } = MATTERS[name];
  if (marks.has('permission') && acts(week, login, clerk)) return 'mine';
  if (marks.has('nobody')) return 'nobody';
  if (marks.has('company')) return 'company';
  if (acts(week, login, atUnit ? handler : clerk)) return 'mine';
  const ofUnit = role === 'handler' || (role === 'supervisor' && unit !== undefined);
  if (atUnit === ofUnit) return 'colleagues';
  return atUnit ? 'unit' : 'window';
}

/** The views of this person's queue, and the names of the matters in each. */
export function viewsOf(week, login) {
  const seen = seenBy(week, login);
  const ofUnit = PEOPLE[login].unit !== undefined;
  const names = (fits) => seen.filter(fits).map(({ name }) => name);
  const turns = ['mine', 'colleagues', ofUnit ? 'window' : 'unit', 'nobody', 'company', 'to_tell'];
  return {
    open: names(({ marks }) => marks.has('open')),
    ...Object.fromEntries(turns.map((turn) => [turn, names((one) => turnFor(week, login, one) === turn)])),
    overdue: names(({ marks }) => marks.has('overdue')),
    due_soon: names(({ marks }) => marks.has('due_soon')),
    returned: names(({ marks }) => marks.has('returned')),
    permission: names(({ marks }) => marks.has('permission')),
    measure: [],
    closed: names(({ marks }) => marks.has('closed')),
  };
}

/** The names that each number of the overview counts, by unit or county; '' is the line of the sums. */
export function placesOf(week, login, by) {
  const places = {};
  for (const one of seenBy(week, login)) {
    if (!one.marks.has('open') && !one.marks.has('tell')) continue;
    for (const place of [MATTERS[one.name][by], '']) (places[place] ??= []).push(one);
  }
  if (Object.keys(places).length === 2) delete places[''];
  return Object.fromEntries(
    Object.entries(places).map(([place, all]) => {
      const marked = (mark) => all.filter(({ marks }) => marks.has(mark)).map(({ name }) => name);
      return [place, Object.fromEntries(Object.keys(NUMBERS).map((mark) => [mark, marked(mark)]))];
    }),
  );
}

/** The tables of the overview below its numbers, a list of texts for each line. */
export function flowOf(week, login) {
  const open = seenBy(week, login).filter(({ marks }) => marks.has('open'));
  const daysOf = ({ name }) => (Date.parse(week.friday) - Date.parse(MATTERS[name].opened)) / DAY;
  let from = -1;
  const ages = AGES.map(([title, to]) => {
    const these = open.filter((one) => daysOf(one) > from && daysOf(one) <= to);
    from = to;
    return [title, ...OPEN.map((state) => String(these.filter((one) => one.state === state).length))];
  });
  const ends = Object.entries(CLOSED).map(([state, title]) => [
    title,
    ...(week.ends[state]?.map(String) ?? ['—', '—', '0']),
  ]);
  return { weeks: Object.entries(week.flow).map(([monday, numbers]) => [monday, ...numbers.map(String)]), ages, ends };
}

const referencesOf = (names, references) => names.map((name) => references[name]).sort();

/** The references that the queue lists; null while it loads, and while it is the one that was marked. */
const listed = (page) =>
  page.evaluate(() => {
    const place = document.querySelector('.matter-found');
    if (!place?.querySelector('.fresh') || place.dataset.seen) return null;
    return [...place.querySelectorAll('.matter-line .reference')].map((one) => one.textContent).sort();
  });

/** Each view of the queue at `page`, opened by a click, has the hand's number and exactly its matters. */
export async function compareQueue(page, week, login, references) {
  const views = viewsOf(week, login);
  for (const [view, names] of Object.entries(views)) {
    const button = page.locator(`#view-${view}`);
    const what = `${week.friday}, ${login}: ${view}`;
    await button.click();
    await soon.deepEqual(() => listed(page), referencesOf(names, references), what);
    if (view !== 'closed')
      assert.equal(await button.locator('.view-count').innerText(), String(names.length), `${what}, its number`);
  }
  const shown = await page.locator('[data-view]').evaluateAll((all) => all.map((one) => one.dataset.view));
  assert.deepEqual(shown, Object.keys(views), 'no view is left out');
}

// In the page: the numbers of each line, with where they lead.
const readPlaces = (page) =>
  page.locator('.numbers-table tbody tr').evaluateAll((rows) =>
    Object.fromEntries(
      rows.map((row) => [
        row.dataset.place,
        [...row.querySelectorAll('td')].map((cell) => ({
          text: cell.lastElementChild.textContent,
          href: cell.querySelector('a')?.getAttribute('href') ?? null,
          title: cell.querySelector('a')?.title ?? '',
        })),
      ]),
    ),
  );

async function leadTo(page, address) {
  await page.evaluate((hash) => {
    const old = document.querySelector('.matter-found');
    if (old) old.dataset.seen = 'yes';
    window.location.hash = hash;
  }, address);
}

/** Each number of the overview at `page` is the hand's, and leads to exactly its matters. */
export async function compareOverview(page, week, login, references) {
  for (const by of ['unit', 'county']) {
    const wanted = placesOf(week, login, by);
    await leadTo(page, '#/nowhere');
    await leadTo(page, by === 'unit' ? '#/overview' : '#/overview?by=county');
    const numbersOf = (cells) => cells.slice(0, -1).map(({ text }) => text);
    await soon.deepEqual(
      async () => Object.entries(await readPlaces(page)).map(([place, cells]) => [place, numbersOf(cells)]),
      Object.keys(wanted)
        .sort((a, b) => (a === '') - (b === '') || (a < b ? -1 : 1))
        .map((place) => [place, Object.values(wanted[place]).map(({ length }) => String(length))]),
      `${week.friday}, ${login}: numbers by ${by}`,
    );
    const places = await readPlaces(page);
    for (const [place, counted] of Object.entries(wanted)) {
      await compareOldest(places[place].at(-1), counted.open, references, `${week.friday}: oldest of ${place}`);
      for (const [index, [mark, names]] of Object.entries(counted).entries()) {
        const { href } = places[place][index];
        if (names.length === 0) assert.equal(href, null);
        else {
          await leadTo(page, href);
          const what = `${week.friday}, ${login}: ${mark} of ${place || 'all'} by ${by}`;
          await soon.deepEqual(() => listed(page), referencesOf(names, references), what);
          const pressed = page.locator('[data-view][aria-pressed="true"]');
          assert.equal(await pressed.getAttribute('data-view'), NUMBERS[mark], what);
        }
      }
    }
  }
}

function compareOldest({ text, title }, names, references, what) {
  const [oldest] = names
    .filter((name) => MATTERS[name])
    .sort((a, b) => MATTERS[a].opened.localeCompare(MATTERS[b].opened));
  assert.equal(text, oldest ? MATTERS[oldest].opened : '—', what);
  // Those of one day were opened in the order of the table.
  if (oldest && title) assert.equal(title, references[oldest], what);
}

/** The tables of the overview at `page`: what came in and went out, how old it is, how it ended. */
export async function compareFlow(page, week, login) {
  await leadTo(page, '#/overview');
  const rows = (table) =>
    page
      .locator(`[data-flow="${table}"] tbody tr`)
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  const wanted = flowOf(week, login);
  const what = `${week.friday}, ${login}`;
  const busy = async () => (await rows('weeks')).filter(([, opened, closed]) => opened !== '0' || closed !== '0');
  await soon.deepEqual(busy, wanted.weeks, `${what}: weeks`);
  assert.deepEqual(await rows('ages'), wanted.ages, `${what}: ages`);
  assert.deepEqual(await rows('ends'), wanted.ends, `${what}: ends`);
}
