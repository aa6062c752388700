// What is kept of the answers, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Answers } from './js/answers.js';
import { canonical, contentOf } from './js/keep/content.js';

const facts = [{ id: 'staff', type: 'integer' }, { id: 'kind', type: 'choice', options: [{ code: 'shop' }] }];
const needs = [{ id: 'award' }, { id: 'finance' }];

/** Storage that holds `kept` at first. */
function storage(kept = {}) {
  let text = JSON.stringify(kept);
  return { getItem: () => text, setItem: (key, value) => { text = value; }, kept: () => JSON.parse(text) };
}

test('what the vocabulary no longer knows is dropped: answers and needs', () => {
  const place = storage({ entries: { staff: { value: 4 }, kind: { value: 'mine' }, gone: { value: 1 } }, needs: ['gone', 'award'] });
  const answers = new Answers(place);
  answers.keepOnly(facts, needs);
  assert.deepEqual(contentOf(answers), { profile: { staff: 4 }, as_of: null, needs: ['award'] });
  assert.deepEqual(place.kept().needs, ['award']);
});

test('whoever listens is told of restored answers once, when only known ones are left', () => {
  const answers = new Answers(storage());
  const told = [];
  answers.subscribe(() => told.push(contentOf(answers)));
  answers.restore({ profile: { staff: 4, kind: 'mine', gone: 1 }, as_of: '2026-01-31', needs: ['finance', 'gone'] }, facts, needs);
  assert.deepEqual(told, [{ profile: { staff: 4 }, as_of: '2026-01-31', needs: ['finance'] }]);
});

test('a number is the same however it is written, and a code is not a number', () => {
  const same = (one, other) => canonical({ profile: { a: one } }) === canonical({ profile: { a: other } });
  for (const [one, other] of [['100.50', 100.5], ['100.00', 100], ['100.0', '100'], ['0.10', '0.1'], [['b', 'a'], ['a', 'b']]]) {
    assert.ok(same(one, other), `${one} ${other}`);
  }
  for (const [one, other] of [['100', '10'], ['100.5', '100.05'], ['0111', '111'], ['0.0', '0.01'], [true, false], ['1.50.0', '1.5']]) {
    assert.ok(!same(one, other), `${one} ${other}`);
  }
});
