// What the sheet lists, and its address; without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, readParts, sheetContent } from './js/shared/sheet/content.js';

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
