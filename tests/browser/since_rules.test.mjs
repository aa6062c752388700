// How two results of one company differ, and what is kept of one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, verdictsOf } from './js/company/since/compare.js';
import { Seen, SEEN_KEY } from './js/company/since/seen.js';

const HASH = `sha256:${'a'.repeat(64)}`;
const one = (verdict, amounts = {}) => ({ m: { verdict, amounts } });
const ways = (before, after) => differences(before, after).map(({ how }) => how);

const GOOD = ['eligible', 'conditional'];
const ALL = [...GOOD, 'undetermined', 'not_eligible', 'not_applicable', 'not_in_force'];

test('the way from each verdict to each other one', () => {
  const expected = {
    eligible: {
      conditional: 'judged',
      undetermined: 'open',
      not_eligible: 'lost',
      not_applicable: 'lost',
      not_in_force: 'ended',
    },
    conditional: {
      eligible: 'gained',
      undetermined: 'open',
      not_eligible: 'lost',
      not_applicable: 'lost',
      not_in_force: 'ended',
    },
    undetermined: { eligible: 'gained', conditional: 'judged', not_in_force: 'ended' },
    not_eligible: { eligible: 'gained', conditional: 'judged', undetermined: 'open' },
    not_applicable: { eligible: 'gained', conditional: 'judged' },
    not_in_force: { eligible: 'gained', conditional: 'judged' },
  };
  for (const was of ALL) {
    for (const is of ALL) {
      const way = expected[was][is];
      assert.deepEqual(ways(one(was), one(is)), way ? [way] : [], `${was} → ${is}`);
    }
  }
});

test('a measure that came or went is like one that did not apply', () => {
  assert.deepEqual(ways({}, one('eligible')), ['gained']);
  assert.deepEqual(ways({}, one('not_eligible')), []);
  assert.deepEqual(ways(one('conditional'), {}), ['lost']);
  assert.deepEqual(ways(one('undetermined'), {}), []);
  assert.deepEqual(ways({}, {}), []);
});

test('amounts count where the measure applies, whatever their spelling', () => {
  const rows = [
    ['eligible', '500000', '600000', ['up']],
    ['eligible', '600000', '500000', ['down']],
    ['conditional', '9', '10', ['up']],
    ['eligible', '1.50', '1.5', []],
    ['eligible', '0', '0.01', ['up']],
    ['not_eligible', '500000', '600000', []],
    ['undetermined', '500000', '600000', []],
  ];
  for (const [verdict, old, now, way] of rows) {
    assert.deepEqual(ways(one(verdict, { award: old }), one(verdict, { award: now })), way, `${verdict} ${old} ${now}`);
  }
  // A benefit that is new or not known any more is no change of an amount.
  assert.deepEqual(ways(one('eligible'), one('eligible', { award: '1' })), []);
  assert.deepEqual(ways(one('eligible', { award: '1' }), one('eligible')), []);
  const [change] = differences(one('eligible', { a: '1', b: '2' }), one('eligible', { a: '1', b: '3' }));
  assert.deepEqual(change, { id: 'm', benefit: 'b', how: 'up', before: '2', after: '3' });
});

test('of an answer verdicts and figures are kept', () => {
  const answer = {
    matches: [
      {
        measure: { id: '1' },
        verdict: 'eligible',
        benefits: [
          { id: 'a', amount: { value: 5 } },
          { id: 'b', amount: { value: null } },
        ],
      },
      { measure: { id: '2' }, verdict: 'not_applicable', benefits: [] },
    ],
  };
  assert.deepEqual(verdictsOf(answer), {
    1: { verdict: 'eligible', amounts: { a: '5' } },
    2: { verdict: 'not_applicable', amounts: {} },
  });
});

class Kept extends Map {
  getItem(key) {
    return this.get(key) ?? null;
  }
  setItem(key, text) {
    this.set(key, text);
  }
  removeItem(key) {
    this.delete(key);
  }
}

const state = { catalogue: HASH, day: '2026-11-02', answers: '{}', verdicts: one('eligible') };

test('the device keeps it only while it keeps the answers', () => {
  const [device, local, tab] = [{ isKept: false }, new Kept(), new Kept()];
  const seen = new Seen(device, local, tab);
  assert.equal(seen.state, null);
  seen.set(state);
  assert.deepEqual(seen.state, state);
  assert.equal(local.size + tab.size, 0);
  device.isKept = true;
  seen.settle();
  assert.deepEqual(new Seen(device, local, new Kept()).state, state);
  device.isKept = false;
  seen.settle();
  assert.equal(local.size, 0);
  device.isKept = true;
  seen.settle();
  seen.clear();
  assert.equal(local.size, 0);
  assert.equal(seen.state, null);
});

test('what a saved profile says is kept by the tab until the result is seen', () => {
  const tab = new Kept();
  new Seen({ isKept: false }, new Kept(), tab).opened(HASH, '2026-11-02');
  const again = new Seen({ isKept: false }, new Kept(), tab);
  assert.deepEqual(again.state, { catalogue: HASH, day: '2026-11-02' });
  again.set(state);
  assert.equal(tab.size, 0);
  again.clear();
  again.opened(undefined, '2026-11-02');
  assert.equal(again.state, null);
});

test('what is not ours is no state, and a storage that refuses stops nothing', () => {
  const local = new Kept();
  const seen = new Seen({ isKept: true }, local, new Kept());
  for (const broken of [
    '{',
    'null',
    '[]',
    '7',
    '"x"',
    '{}',
    JSON.stringify({ ...state, catalogue: 'sha256:1' }),
    JSON.stringify({ ...state, catalogue: 7 }),
    JSON.stringify({ ...state, day: '2 November' }),
    JSON.stringify({ ...state, verdicts: null }),
    JSON.stringify({ ...state, verdicts: [] }),
    JSON.stringify({ ...state, verdicts: { m: null } }),
    JSON.stringify({ ...state, verdicts: { m: { verdict: 1, amounts: {} } } }),
    JSON.stringify({ ...state, verdicts: { m: { verdict: 'eligible', amounts: null } } }),
  ]) {
    local.setItem(SEEN_KEY, broken);
    assert.equal(seen.state, null, broken);
  }
  const refuse = () => {
    throw new Error('no storage');
  };
  const strict = new Seen({ isKept: true }, { getItem: refuse, setItem: refuse, removeItem: refuse }, new Kept());
  strict.set(state);
  assert.deepEqual(strict.state, state);
  strict.clear();
});
