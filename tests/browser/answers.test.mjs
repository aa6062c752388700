// The kept answers, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Answers } from './js/shared/answers.js';
import { canonical, contentOf, lostOf, asAskedToday } from './js/shared/kept_content.js';

const facts = [
  { id: 'staff', type: 'integer' },
  { id: 'kind', type: 'choice', options: [{ code: 'shop' }] },
];
const needs = [{ id: 'award' }, { id: 'finance' }];

/** Storage that holds `kept` at first. */
function storage(kept = {}) {
  let text = JSON.stringify(kept);
  return {
    getItem: () => text,
    setItem: (key, value) => {
      text = value;
    },
    kept: () => JSON.parse(text),
  };
}

test('what the vocabulary no longer knows is dropped: answers and needs', () => {
  const place = storage({
    entries: { staff: { value: 4 }, kind: { value: 'mine' }, gone: { value: 1 } },
    needs: ['gone', 'award'],
  });
  const answers = new Answers(place);
  answers.keepOnly({ facts, needs });
  assert.deepEqual(contentOf(answers), { profile: { staff: 4 }, as_of: null, needs: ['award'], left_out: [] });
  assert.deepEqual(place.kept().needs, ['award']);
});

test('listeners hear of restored answers once, when only known ones are left', () => {
  const answers = new Answers(storage());
  const told = [];
  answers.subscribe(() => told.push(contentOf(answers)));
  answers.restore(
    { profile: { staff: 4, kind: 'mine', gone: 1 }, as_of: '2026-01-31', needs: ['finance', 'gone'] },
    { facts, needs },
  );
  assert.deepEqual(told, [{ profile: { staff: 4 }, as_of: '2026-01-31', needs: ['finance'], left_out: [] }]);
});

test('marks of what was left out are kept, and end with an answer given on purpose', () => {
  const answers = new Answers(storage());
  answers.restore({ profile: { staff: 0, kind: 'mine' }, left_out: ['staff', 'gone'] }, { facts, needs });
  assert.deepEqual(contentOf(answers).left_out, ['staff']);
  const marked = canonical(contentOf(answers));
  answers.affirm('staff');
  assert.deepEqual(contentOf(answers).left_out, []);
  assert.equal(contentOf(answers).profile.staff, 0);
  assert.notEqual(canonical(contentOf(answers)), marked);
  answers.restore({ profile: { staff: 0 }, left_out: ['staff'] }, { facts, needs });
  answers.set('staff', { value: 0 });
  assert.deepEqual(answers.leftOut, []);
  answers.restore({ profile: { staff: 0 }, left_out: ['staff'] }, { facts, needs });
  answers.set('staff', {});
  assert.deepEqual(contentOf(answers), { profile: {}, as_of: null, needs: [], left_out: [] });
});

test('of older content the marks that have no answer today are dropped', () => {
  const today = asAskedToday({ profile: { staff: 0, gone: 1 }, left_out: ['staff', 'gone'] }, { facts, needs });
  assert.deepEqual(today.left_out.includes('staff'), true);
  assert.equal(canonical({ profile: { staff: 0 } }), canonical({ profile: { staff: 0 }, left_out: [] }));
});

test('a number is the same however it is written, and a code is not a number', () => {
  const same = (one, other) => canonical({ profile: { a: one } }) === canonical({ profile: { a: other } });
  for (const [one, other] of [
    ['100.50', 100.5],
    ['100.00', 100],
    ['100.0', '100'],
    ['0.10', '0.1'],
    [
      ['b', 'a'],
      ['a', 'b'],
    ],
  ]) {
    assert.ok(same(one, other), `${one} ${other}`);
  }
  for (const [one, other] of [
    ['100', '10'],
    ['100.5', '100.05'],
    ['0111', '111'],
    ['0.0', '0.01'],
    [true, false],
    ['1.50.0', '1.5'],
  ]) {
    assert.ok(!same(one, other), `${one} ${other}`);
  }
});

const vocabulary = {
  facts: [
    { id: 'troubles', type: 'choices', options: [{ code: 'fine' }, { code: 'stolen' }, { code: 'accused' }] },
    {
      id: 'fine_by',
      type: 'choices',
      options: [{ code: 'court' }],
      detail_of: { fact: 'troubles', op: 'has', options: ['fine'] },
    },
    {
      id: 'fine_when',
      type: 'choice',
      options: [{ code: 'now' }],
      detail_of: { fact: 'fine_by', op: 'has', options: ['court'] },
    },
    { id: 'training', type: 'choices', options: [{ code: 'skills' }] },
  ],
  needs: [],
  retired: {
    facts: [{ id: 'class', note: '不用回答' }],
    options: [
      { fact: 'troubles', code: 'dispute', successors: ['stolen', 'accused'], becomes: null, note: '请分清' },
      { fact: 'training', code: 'none', successors: [], becomes: [], note: '空' },
    ],
  },
};

function restored(profile) {
  const answers = new Answers(storage());
  answers.restore({ profile, as_of: null, needs: [] }, vocabulary);
  return answers;
}

test('a follow-up counts for nothing without its parent, and is there again with it', () => {
  const answers = restored({ troubles: ['fine'], fine_by: ['court'], fine_when: 'now' });
  assert.deepEqual(answers.request().profile, { troubles: ['fine'], fine_by: ['court'], fine_when: 'now' });
  answers.set('troubles', { value: [] });
  assert.deepEqual(answers.request().profile, { troubles: [] });
  assert.deepEqual([answers.isAnswered('fine_by'), answers.isKnown('fine_when'), answers.count()], [false, false, 1]);
  assert.equal(answers.askedFor('fine_when'), 'troubles');
  answers.set('troubles', { value: ['stolen', 'fine'] });
  assert.deepEqual(answers.request().profile, { troubles: ['stolen', 'fine'], fine_by: ['court'], fine_when: 'now' });
});

test('what hangs on a parent that is not known is not asked', () => {
  assert.deepEqual(restored({ fine_by: ['court'] }).request().profile, {});
  assert.ok(!restored({}).isOpen('fine_by'));
});

test('a draft below a parent that does not hold it blocks nothing', () => {
  const answers = restored({ troubles: [] });
  answers.set('fine_by', { draft: { text: 'x' }, problem: 'not_a_number' });
  assert.deepEqual(answers.problems(), []);
  answers.set('troubles', { value: ['fine'] });
  assert.deepEqual(
    answers.problems().map(([id]) => id),
    ['fine_by'],
  );
});

test('retired options become what the map says, or their question is open again and says what was chosen', () => {
  const answers = restored({ training: 'none', troubles: ['fine', 'dispute'], class: 'A' });
  assert.deepEqual(answers.request().profile, { training: [] });
  assert.deepEqual(answers.again, [{ fact: 'troubles', was: ['fine'], notes: ['请分清'] }]);
  answers.set('troubles', { value: ['stolen'] });
  assert.deepEqual(answers.again, []);
  assert.deepEqual(restored({ training: 'skills' }).request().profile, { training: ['skills'] });
});

test('an old tab is read through the same map, and a reload forgets nothing of it', () => {
  const place = storage({ entries: { training: { value: 'none' }, troubles: { value: ['dispute'] } } });
  new Answers(place).keepOnly(vocabulary);
  const again = new Answers(place);
  again.keepOnly(vocabulary);
  assert.deepEqual(again.request().profile, { training: [] });
  assert.deepEqual(
    again.again.map(({ fact }) => fact),
    ['troubles'],
  );
});

test('a retired answer is not counted as lost, an unknown one is', () => {
  const profile = { training: 'none', troubles: ['dispute'], class: 'A', nobody: 1, fine_by: ['court'] };
  assert.equal(lostOf({ profile }, restored(profile), vocabulary), 1);
  assert.deepEqual(asAskedToday({ profile }, vocabulary).profile, { training: [], nobody: 1 });
});
