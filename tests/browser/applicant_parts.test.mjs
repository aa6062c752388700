// What the desk computes for one applicant without a browser: merging, searching, the days of an authorisation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  lastDay,
  authorisationBody,
  authorisationDraft,
  authorisationProblems,
  TEXT_NUMBER,
} from './js/desk/applicant/authorisation.js';
import { changedFacts, merged, sameValue } from './js/desk/applicant/merge.js';
import { rulesByFact } from './js/desk/applicant/rules.js';
import { readSearch } from './js/desk/applicant/search.js';
import { addWords } from './js/shared/language.js';
import { deskWords } from './js/desk/words.js';
import { applicantWords } from './js/desk/applicant/words.js';

addWords({ ...deskWords, ...applicantWords });
const by = (mark) => ({ by: mark, staff: { id: 1, name: '甲' }, at: '2026-11-25T06:30:00Z' });
const record = (profile, verified = [], rest = {}) => ({
  name: '公司',
  contact: '',
  ...rest,
  profile,
  provenance: Object.fromEntries(
    Object.keys(profile).map((fact) => [fact, by(verified.includes(fact) ? 'verified' : 'declared')]),
  ),
});
const mine = (profile, marks = [], rest = {}) => ({
  name: '公司',
  contact: '',
  ...rest,
  profile,
  marks: new Map(marks),
});

test('values are the same whatever their order and spelling, but for zeros in front', () => {
  for (const [one, other] of [
    ['60.50', '60.5'],
    ['60.00', 60],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [undefined, null],
    [7, '7'],
  ])
    assert.ok(sameValue(one, other), `${one} ${other}`);
  for (const [one, other] of [
    ['01', '1'],
    [true, 'true'],
    [false, undefined],
    [[], undefined],
    [['a'], 'a'],
    ['100', '10'],
    ['0', ''],
  ])
    assert.ok(!sameValue(one, other), `${one} ${other}`);
  assert.deepEqual(changedFacts({ a: 1, b: 2 }, { b: 2, c: 3 }), ['a', 'c']);
});

test('of two changes each stays where the other has none, and the same place is asked about', () => {
  const base = record({ a: 1, b: 2, c: 3, d: 4 });
  const { taken, both } = merged(
    base,
    mine({ a: 10, b: 2, c: 30, d: 40 }),
    record({ a: 1, b: 20, c: 31, d: 40, e: 5 }, ['b']),
  );
  assert.deepEqual(taken, [
    { name: 'b', value: 20, by: 'verified' },
    { name: 'e', value: 5, by: 'declared' },
  ]);
  assert.deepEqual(both, [{ name: 'c', mine: 30, theirs: 31, by: 'declared' }]);
});

test('what one took out and the other changed is asked about, in either direction', () => {
  const base = record({ a: 1 });
  assert.deepEqual(merged(base, mine({}), record({ a: 2 })).both, [
    { name: 'a', mine: undefined, theirs: 2, by: 'declared' },
  ]);
  assert.deepEqual(merged(base, mine({ a: 2 }), record({})).both, [
    { name: 'a', mine: 2, theirs: undefined, by: 'declared' },
  ]);
  assert.deepEqual(merged(base, mine({ a: 1 }), record({})).taken, [{ name: 'a', value: undefined, by: 'declared' }]);
  assert.deepEqual(merged(base, mine({}), record({})), { taken: [], both: [] });
});

test('name and contact are merged as facts are', () => {
  const base = record({}, [], { contact: '旧' });
  const { taken, both } = merged(
    base,
    mine({}, [], { name: '我的', contact: '旧' }),
    record({}, [], { name: '他的', contact: '新' }),
  );
  assert.deepEqual(taken, [{ name: 'contact', value: '新', by: 'declared' }]);
  assert.deepEqual(both, [{ name: 'name', mine: '我的', theirs: '他的', by: 'declared' }]);
});

test('a mark that only the other set is taken; one that was set here stays', () => {
  const base = record({ a: 1, b: 2 });
  const theirs = record({ a: 1, b: 2 }, ['a']);
  assert.deepEqual(merged(base, mine({ a: 1, b: 2 }, [['b', 'verified']]), theirs).taken, [
    { name: 'a', value: 1, by: 'verified' },
  ]);
  assert.deepEqual(
    merged(record({ a: 1 }, ['a']), mine({ a: 1 }, [['a', 'declared']]), record({ a: 1 }, ['a'])).taken,
    [],
  );
});

test('how an answer was given is merged as a mark is', () => {
  const left = (profile, facts) => ({
    ...record(profile),
    provenance: Object.fromEntries(
      Object.keys(profile).map((fact) => [fact, by(facts.includes(fact) ? 'left_out' : 'declared')]),
    ),
  });
  const base = left({ a: false }, ['a']);
  const here = mine({ a: false }, [['a', 'left_out']]);
  assert.deepEqual(merged(base, here, left({ a: false }, [])).taken, [{ name: 'a', value: false, by: 'declared' }]);
  assert.deepEqual(merged(base, mine({ a: false }), left({ a: false }, ['a'])).taken, []);
  assert.deepEqual(merged(left({}, []), mine({}), left({ a: false }, ['a'])).taken, [
    { name: 'a', value: false, by: 'left_out' },
  ]);
  assert.deepEqual(merged(left({}, []), mine({ a: true }), left({ a: false }, ['a'])).both, [
    { name: 'a', mine: true, theirs: false, by: 'left_out' },
  ]);
});

test('a search tells names and credit codes from resume codes, and sends no mistyped one', () => {
  const code = '0123-4567-89AB-CDEF-GHJKM-NPQRS';
  for (const text of [code, code.toLowerCase(), ` ${code.replaceAll('-', ' ')} `, code.replaceAll('-', '')])
    assert.deepEqual(readSearch(text), { code }, text);
  for (const text of [
    '',
    '赣州',
    '91360700MA35F00016',
    '9136 0700 MA35 F00016',
    'Ganzhou Electronics Company Limited',
    '<script>',
    '360702',
    '老街-2号',
  ]) {
    assert.deepEqual(readSearch(text), { q: text.trim() }, text);
  }
  for (const text of [code.slice(0, -1), `${code}0`, '0123-4567', '0123456789ABCDEFGHJ'])
    assert.equal(readSearch(text).problem, 'length', text);
  assert.equal(readSearch(`U${code.slice(1)}`).problem, 'symbols');
});

test('an authorisation says all that is asked for, within what the service takes', () => {
  const whole = { ...authorisationDraft('paper'), given_by: ' 王经理 ', purpose: 'look' };
  assert.deepEqual(authorisationProblems(whole), {});
  assert.deepEqual(authorisationBody(whole), {
    given: 'paper',
    for_matters: false,
    given_by: '王经理',
    days: 90,
    text_number: TEXT_NUMBER,
  });
  assert.ok(!('text_number' in authorisationBody({ ...whole, way: 'code' })));
  assert.deepEqual(Object.keys(authorisationProblems(authorisationDraft())), ['way', 'given_by', 'purpose']);
  for (const [length, fine] of [
    [79, true],
    [80, true],
    [81, false],
  ]) {
    assert.equal(
      authorisationProblems({ ...whole, given_by: '𠮷'.repeat(length) }).given_by === undefined,
      fine,
      String(length),
    );
  }
});

test("the last day is China's, which is eight hours ahead", () => {
  assert.equal(lastDay(90, Date.parse('2026-11-25T15:59:59Z')), '2027-02-23');
  assert.equal(lastDay(90, Date.parse('2026-11-25T16:00:00Z')), '2027-02-24');
});

test('rules appear at the question that they use, also through what is worked out from it, the shared ones first', () => {
  const leaf = (fact, text, source = null) => ({ op: 'is', fact, text, source });
  const match = (id, ...children) => ({
    measure: { id },
    sources: [{ document: 'd', clause: id }],
    criteria: { op: 'all', children },
  });
  const rules = rulesByFact(
    [
      match('1', leaf('size', '小微企业')),
      match('2', { op: 'not', children: [leaf('size', '大企业')] }, leaf('size', '小微企业', { document: 'x' })),
      match('3'),
    ],
    [{ id: 'size', derived_from: ['people'] }, { id: 'people' }],
  );
  for (const fact of ['size', 'people']) {
    assert.deepEqual(
      rules.get(fact).map(({ text, uses }) => [text, uses.map(({ measure, source }) => [measure.id, source])]),
      [
        [
          '小微企业',
          [
            ['1', { document: 'd', clause: '1' }],
            ['2', { document: 'x' }],
          ],
        ],
        ['大企业', [['2', { document: 'd', clause: '2' }]]],
      ],
    );
  }
});
