// What the result names first: the rule by a table of cases, and what each of eleven firms reads first.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { counted } from './js/shared/result/arrange.js';
import { openKinds } from './js/shared/result/kinds.js';
import { itemStates } from './js/shared/result/map.js';
import { isPlan, MOST_WORTH, orderFor, worthDoing } from './js/shared/result/order.js';
import { limitsOf, placeOf } from './js/shared/result/size_panel.js';
import { Program } from './program.mjs';

let program;
let facts;
before(async () => {
  program = await Program.start();
  const { facts: all } = await (await fetch(`${program.base}/api/v1/facts`)).json();
  facts = new Map(all.map((fact) => [fact.id, fact]));
});
after(() => program?.end());

const leaf = (fact, given, required = given) => ({ op: 'is', fact, truth: 'true', given, required });
const IN_CITY = leaf('district', '360702', ['360702', '360703']);
const cash = (value, more = {}) => ({
  type: 'award',
  paid: false,
  amount: { status: value === null ? 'unstated' : 'fixed', unit: 'CNY', value, bound: 'exact' },
  ...more,
});

function match(id, leaves, { topic = 'service', kind = 'benefit', verdict = 'eligible', benefits = [], ...more } = {}) {
  return {
    measure: { id, topic, kind, universal: false, ...more },
    verdict,
    benefits,
    criteria: { op: 'all', truth: 'true', children: [IN_CITY, ...leaves] },
    sources: [{ item: Number(id.split('.')[0]), cell: 1 }],
    missing: [],
  };
}

const situation = (given, required = given) => leaf('situations', [given], required);
const BROAD = ['arrears', 'penalty', 'enforcement', 'preservation', 'insolvency', 'complaint', 'policy_change'];

const wish = match('1.1', [leaf('loan_need', true)], { topic: 'finance' });
const fine = match('2.1', [situation('penalty')], { topic: 'rights', kind: 'right' });
const owed = match('3.1', [situation('arrears')], { topic: 'rights', kind: 'right' });
const broke = match('4.1', [situation('insolvency')], { topic: 'rights', kind: 'right', verdict: 'conditional' });
const any = match('5.1', [situation('arrears', BROAD)], { topic: 'rights', kind: 'right' });
const award = match('6.1', [leaf('quality_awards', ['china_quality_award'])], {
  topic: 'award',
  benefits: [cash(3000)],
});
const more = match('6.2', [leaf('quality_awards', ['china_quality_award'])], {
  topic: 'award',
  benefits: [cash(9000)],
});
const unstated = match('6.3', [leaf('honours', ['top100_private'])], { topic: 'award', benefits: [cash(null)] });
const paid = match('6.4', [leaf('quality_awards', ['x'])], { topic: 'award', benefits: [cash(1, { paid: true })] });
const example = match('6.5', [leaf('business_tags', ['catering'])], {
  topic: 'award',
  benefits: [cash(99999, { amount: { status: 'computed', unit: 'CNY', value: 99999, bound: 'example' } })],
});
const trade = match('7.1', [leaf('business_tags', ['catering'])]);
const small = match('7.2', [leaf('enterprise_size', 'small', ['micro', 'small'])]);
const owner = match('8.1', [leaf('ownership', 'private')]);
const everyone = match('9.1', [], { universal: true });
const open = match('9.2', [leaf('loan_need', true)], { verdict: 'undetermined' });
const planned = match('9.3', [leaf('standards_work', ['planned'])]);
const refused = match('9.4', [{ op: 'not', truth: 'true', children: [leaf('loan_need', true)] }]);

const troubles = { situations: ['arrears', 'penalty'] };
for (const { name, all, needs = [], given = {}, done = [], order, things = order } of [
  {
    name: 'a plan, a term that runs, other troubles, money, the rest',
    all: [trade, unstated, owed, fine, wish],
    given: troubles,
    order: ['1.1', '2.1', '3.1', '6.3', '7.1'],
    things: ['1.1', '2.1', '3.1'],
  },
  { name: 'a chosen need counts as a plan', all: [wish, award], needs: ['award'], order: ['6.1', '1.1'] },
  {
    name: 'a firm in distress reads first what helps it',
    all: [wish, award, owed, broke],
    given: { situations: ['insolvency', 'arrears'] },
    order: ['4.1', '3.1', '6.1', '1.1'],
    things: ['4.1', '3.1', '6.1'],
  },
  {
    name: 'a firm in bankruptcy, too',
    all: [wish, owed],
    given: { registration_status: 'in_bankruptcy' },
    order: ['3.1', '1.1'],
  },
  {
    name: 'a title that pays a sum counts as come for',
    all: [wish, award, fine],
    given: troubles,
    order: ['6.1', '1.1', '2.1'],
  },
  { name: 'the larger sum', all: [award, more, unstated], order: ['6.2', '6.1', '6.3'] },
  { name: 'an example is no sum', all: [example, award], needs: ['award'], order: ['6.1', '6.5'] },
  {
    name: 'what was paid comes last and is nothing to do',
    all: [paid, owner, trade],
    order: ['7.1', '8.1', '6.4'],
    things: ['7.1'],
  },
  {
    name: 'what was asked for is nothing to do',
    all: [wish, trade],
    done: ['1.1'],
    order: ['7.1', '1.1'],
    things: ['7.1'],
  },
  { name: 'what one is before how large one is', all: [small, trade], order: ['7.1', '7.2'] },
  {
    name: 'what nearly every firm has is no padding',
    all: [owner, everyone, open],
    order: ['9.2', '8.1', '9.1'],
    things: [],
  },
  {
    name: 'a condition with many situations after a narrow one',
    all: [any, owed],
    given: troubles,
    order: ['3.1', '5.1'],
  },
  {
    name: 'of two wishes each comes once before one comes twice',
    all: [
      wish,
      { ...wish, measure: { ...wish.measure, id: '1.2' } },
      { ...wish, measure: { ...wish.measure, id: '1.3' } },
      owed,
    ],
    given: troubles,
    order: ['1.1', '1.2', '1.3', '3.1'],
    things: ['1.1', '1.2', '3.1'],
  },
  {
    name: 'what is planned counts, what must not be does not',
    all: [refused, planned, trade],
    order: ['9.3', '7.1', '9.4'],
    things: ['9.3', '7.1'],
  },
  { name: 'nothing gives nothing', all: [], order: [] },
]) {
  test(`order: ${name}`, () => {
    const rule = orderFor({ needs, given, done: (id) => done.includes(id), fact: (id) => facts.get(id) });
    const ids = (list) => list.map(({ measure }) => measure.id);
    assert.deepEqual(ids([...all].sort(rule.compare)), order);
    assert.deepEqual(ids([...all].reverse().sort(rule.compare)), order);
    assert.deepEqual(ids(worthDoing(all, rule)), things);
    assert.ok(things.length <= MOST_WORTH);
  });
}

test('an open measure is in one kind: the next screen, a plan, another answer, an authority', () => {
  const opened = (id, missing) => ({ ...match(id, []), verdict: 'undetermined', missing });
  const all = [
    opened('1.1', ['loan_need']),
    opened('1.2', ['exhibition_plan', 'exhibition_in_city_list']),
    opened('1.3', ['loan_need', 'quality_awards']),
    opened('1.4', []),
    opened('1.5', ['loan_need']),
    opened('1.6', ['operating_normally']),
  ];
  const ids = (kinds) => Object.values(kinds).map((list) => list.map(({ measure }) => measure.id));
  const fact = (id) => facts.get(id);
  assert.deepEqual(ids(openKinds(all, { id: 'x', decides: ['1.5', '1.3', 'gone'] }, fact)), [
    ['1.3', '1.5'],
    ['1.1', '1.2'],
    ['1.6'],
    ['1.4'],
  ]);
  for (const none of [null, undefined]) assert.deepEqual(openKinds(all, none, fact).screen, []);
  assert.equal(isPlan(undefined), false);
});

test('a figure is between the limits of its class, and never beyond the end', () => {
  for (const [value, place] of [
    [0, 0],
    [5, 12.5],
    [9, 22.5],
    [10, 25],
    [99, 25 + (25 * 89) / 90],
    [100, 50],
    [300, 75],
    [301, 75 + 25 / 301],
    [600, 87.5],
    [1e12, 97.5],
  ])
    assert.ok(Math.abs(placeOf(value, [10, 100, 300]) - place) < 1e-9, `${value} at ${placeOf(value, [10, 100, 300])}`);
});

test('the limits of a trade are those of its classes, by figure', () => {
  const band = (industry, begins) => ({ when: { fact: 'size_industry', in: [industry] }, begins });
  const screens = [
    { picture: 'tiles', options: [band('shop', { employees: 1 })] },
    {
      picture: 'bands',
      options: [
        band('shop', {}),
        band('shop', { employees: 10, annual_revenue: 5 }),
        band('works', { employees: 20 }),
        band('shop', { employees: 50, annual_revenue: 9 }),
        { when: null, begins: { employees: 7 } },
      ],
    },
  ];
  assert.deepEqual(
    [...limitsOf('shop', screens)],
    [
      ['employees', [10, 50]],
      ['annual_revenue', [5, 9]],
    ],
  );
  for (const other of ['bank', null]) assert.deepEqual([...limitsOf(other, screens)], []);
});

test('an item has the best of its measures, and counts leave out what everyone gets', () => {
  const all = [
    match('11.1', [], { verdict: 'not_eligible' }),
    match('11.2', []),
    match('12.1', [], { verdict: 'conditional' }),
    match('12.2', [], { verdict: 'undetermined' }),
    everyone,
  ];
  assert.deepEqual(
    [...itemStates(all)],
    [
      [11, 'eligible'],
      [12, 'conditional'],
      [9, 'none'],
    ],
  );
  const { eligible, conditional, universal, not_eligible: not } = counted(all);
  assert.deepEqual([eligible, conditional, universal, not], [1, 1, 1, 1]);
});

// The first thing that each of the firms of the benchmark reads; null: an honest sentence instead.
const FIRST = {
  'noodle shop': '7.4',
  'tungsten processor with an award': '11.1.1c',
  'founder of a software company': null,
  'contractor with works of 4,500,000 yuan': '8.1.b',
  'supplier of goods of 1,999,999.99 yuan': '8.1.a',
  'city bank': '12.1.3',
  'trader who is owed money and goes to fairs': '10.1',
  'company outside Ganzhou': null,
  'chamber of commerce': '2.1.b',
  'travel company': '10.3',
  'insolvent garment maker': '20.5',
};
const { firms } = JSON.parse(readFileSync(process.env.TESTED_FIRMS));

test('every firm of the benchmark has its first thing here', () => {
  assert.deepEqual(
    firms.map(({ name }) => name),
    Object.keys(FIRST),
  );
});

for (const { name, profile } of firms) {
  test(`a ${name} reads first what it came for`, async () => {
    const response = await fetch(`${program.base}/api/v1/match`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ profile, detail: 'full' }),
    });
    const answer = await response.json();
    assert.equal(response.status, 200, JSON.stringify(answer));
    const rule = orderFor({ needs: [], given: answer.profile.given, done: () => false, fact: (id) => facts.get(id) });
    const things = worthDoing(answer.matches, rule).map(({ measure }) => measure.id);
    assert.equal(things[0] ?? null, FIRST[name], things.join(' '));
  });
}
