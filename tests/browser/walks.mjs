// The benchmark in the real page, on a phone: companies answer screen after screen until none can bring
// them a useful measure. The companies, and what the engine finds for them, come from
// `policycalc_screens --json`.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { playScreens } from './firms.mjs';
import { leave, record, useSite } from './site.mjs';

const PHONE = { width: 360, height: 800 };
const MOST_BYTES = 64 * 1024 * 1024; // of the benchmark's JSON
const TABS = 3;
const MEDIAN_SCREENS = 9;
const MEDIAN_TAPS = 25;
const MOST_SCREENS = 12; // for nine companies of ten
const MOST_ROWS = 12;
const FIRST_FOUND = 4; // screens until the first useful measure that is not for every company

const ids = (screens) => screens.map(({ id }) => id);
const sum = (screens, key) => screens.reduce((total, one) => total + one[key], 0);

/** What is measured of a walk, by the page's figures or the engine's. */
const FIGURES = {
  screens: (screens) => screens.length,
  taps: (screens) => sum(screens, 'taps'),
  details: (screens) => sum(screens, 'details'),
  'rows on a screen': (screens) => Math.max(0, ...screens.map(({ rows }) => rows)),
  'first useful after': (screens) => screens.findIndex((one) => one.foundOwn ?? one.found_own) + 1,
};

/** The tests of the companies whose groups `take(group, all)` returns. */
export function walks(take) {
  const site = useSite();
  const walked = [];

  test('every company comes from the first screen to its result', async () => {
    const firms = take(JSON.parse(execFileSync(process.env.TESTED_WALKS, ['--json'], { maxBuffer: MOST_BYTES })));
    const known = { ...(await record(site, 'facts')), ...(await record(site, 'screens')) };
    const rest = [...firms.entries()];
    const tab = async () => {
      const page = await site.open(PHONE, '/favicon.svg');
      for (let next = rest.shift(); next; next = rest.shift()) {
        const [index, firm] = next;
        walked[index] = { firm, ...(await walk(site, page, known, firm)) };
      }
      await leave(page);
    };
    await Promise.all(Array.from({ length: TABS }, tab));
    assert.equal(walked.length, firms.length);
    console.log(table(walked));
  });

  // A failure names every company that has it.
  const each = (name, check) => test(name, () => assert.deepEqual(walked.flatMap(check), []));

  each('the result has what the whole profile would find', ({ firm, useful, screens }) =>
    useful.join() === firm.useful.join()
      ? []
      : [`${firm.name}: ${useful} instead of ${firm.useful}, by ${ids(screens)}`],
  );
  // A reader who opens the screens sees the first one even on a day on which no measure is in force.
  each('the page asks the screens that the engine chooses', ({ firm, screens }) =>
    ids(screens).join() === (ids(firm.screens).join() || ids(screens)[0])
      ? []
      : [`${firm.name}: ${ids(screens)} instead of ${ids(firm.screens)}`],
  );
  each('no screen unfolds many rows', ({ firm, screens }) =>
    screens.filter(({ rows }) => rows > MOST_ROWS).map(({ id, rows }) => `${firm.name}: ${rows} rows on ${id}`),
  );
  each('a useful measure comes after few screens', ({ firm, screens }) => {
    const first = FIGURES['first useful after'](screens);
    return first <= FIRST_FOUND ? [] : [`${firm.name}: after screen ${first}`];
  });
  test('most companies need few screens and taps', () => {
    const of = (figure) => walked.map(({ screens }) => FIGURES[figure](screens));
    assert.ok(quantile(of('screens'), 50) <= MEDIAN_SCREENS);
    assert.ok(quantile(of('screens'), 90) <= MOST_SCREENS);
    assert.ok(quantile(of('taps'), 50) <= MEDIAN_TAPS);
  });
}

/** Plays one company and returns its screens, and the useful measures that its result shows. */
async function walk(site, page, { facts, screens }, firm) {
  await page.goto(`${site.program.base}/favicon.svg`);
  await page.evaluate((day) => {
    sessionStorage.clear();
    sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries: {}, as_of: day }));
  }, firm.as_of);
  await page.goto(`${site.program.base}/#/screen`);
  const own = await derived(site, firm);
  const walked = await playScreens(page, { facts, screens }, firm.profile, { ...own, ...firm.profile });
  const cards = page.locator('.result [data-measure][data-verdict]');
  await page.locator('.result [data-counts]').waitFor({ state: 'attached' });
  const shown = await cards.evaluateAll((all) => all.map(({ dataset: { measure, verdict } }) => [measure, verdict]));
  const useful = new Set(
    shown.filter(([, verdict]) => verdict === 'eligible' || verdict === 'conditional').map(([id]) => id),
  );
  return { screens: walked, useful: [...useful].sort() };
}

/** What follows for certain from the profile. */
async function derived(site, { profile, as_of: day }) {
  const response = await fetch(`${site.program.base}/api/v1/match`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ profile, as_of: day, include: [], detail: 'full' }),
  });
  assert.equal(response.status, 200);
  const answer = await response.json();
  return Object.fromEntries(
    Object.entries(answer.profile.derived)
      .filter(([, { possible }]) => possible.length === 1)
      .map(([fact, { possible }]) => [fact, possible[0]]),
  );
}

function quantile(values, percent) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(((sorted.length - 1) * percent) / 100)] ?? 0;
}

/** By group: median, 90 % and worst of the page and, in brackets, of the engine; the share found by screen. */
function table(walked) {
  const groups = [...new Set(walked.map(({ firm }) => firm.group)), 'all'];
  return groups.map((group) => part(group, walked)).join('\n');
}

function part(group, walked) {
  const own = walked.filter(({ firm }) => group === 'all' || firm.group === group);
  const cell = (figure, percent) => {
    const inPage = quantile(
      own.map(({ screens }) => FIGURES[figure](screens)),
      percent,
    );
    const inEngine = quantile(
      own.map(({ firm }) => FIGURES[figure](firm.screens)),
      percent,
    );
    return `${inPage} (${inEngine})`.padStart(11);
  };
  const lines = Object.keys(FIGURES).map(
    (figure) => `  ${figure.padEnd(20)}${[50, 90, 100].map((percent) => cell(figure, percent)).join('')}`,
  );
  const most = Math.max(...own.map(({ screens }) => screens.length));
  const shares = Array.from({ length: most }, (_, at) => {
    const found = own
      .filter(({ useful }) => useful.length > 0)
      .map(({ screens, useful }) => (100 * screens[Math.min(at, screens.length - 1)].found) / useful.length);
    return `${Math.floor(quantile(found, 50))} %`;
  });
  return [
    `${`${group}, ${own.length}: page (engine)`.padEnd(22)}${['median', '9/10', 'worst'].map((one) => one.padStart(11)).join('')}`,
    ...lines,
    `  found after each screen, median: ${shares.join(' ')}`,
  ].join('\n');
}
