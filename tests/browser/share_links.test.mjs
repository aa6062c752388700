// What links carry, and how they are read again; without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode, linkWithAnswers, linkWithoutAnswers, readShared, sharedContent } from './js/shared/share/links.js';
import { sift } from './js/company/share/sift.js';

globalThis.location ??= { origin: 'https://calculator.example', pathname: '/' };

const answersOf = (profile, more = {}) => ({ request: () => ({ profile, ...more }), needs: ['award'] });

test('what goes into a link comes out of it', () => {
  for (const profile of [
    { district: '360702' },
    { company_name: '赣州😀"\\\u0000', employees: 12, quality_awards: [], loan_need: false },
    { annual_revenue: '0.01' },
  ]) {
    const link = linkWithAnswers(sharedContent(answersOf(profile, { as_of: '2024-02-29' }), true));
    assert.doesNotMatch(link.slice(link.indexOf('?')), /[+/=]{2}|[^\w?=-]/);
    const read = readShared(new URLSearchParams(link.slice(link.indexOf('?'))));
    assert.deepEqual(read.answers, { profile, as_of: '2024-02-29', needs: ['award'] });
  }
});

test('a list names the measures that may be had, with ids that have dots', () => {
  const match = (id, verdict) => ({ measure: { id }, verdict });
  const answer = {
    as_of: '2026-11-25',
    catalogue: `sha256:${'0123456789abcdef'.repeat(4)}`,
    matches: [
      match('8.1.b', 'eligible'),
      match('11.1.1a', 'conditional'),
      match('9', 'undetermined'),
      match('7', 'not_eligible'),
    ],
  };
  const link = linkWithoutAnswers(answer);
  assert.equal(
    link,
    `${location.origin}${location.pathname}#/shared?m=8.1.b.eligible,11.1.1a.conditional&d=2026-11-25&c=sha256:0123456789ab`,
  );
  assert.deepEqual(readShared(new URLSearchParams(link.slice(link.indexOf('?')))).list, {
    day: '2026-11-25',
    catalogue: 'sha256:0123456789ab',
    entries: [
      { id: '8.1.b', verdict: 'eligible' },
      { id: '11.1.1a', verdict: 'conditional' },
    ],
  });
  assert.equal(linkWithoutAnswers({ ...answer, matches: [match('9', 'undetermined')] }), '');
});

test('sizes are bounded: just below is read, just above is not', () => {
  const payload = (length) => {
    const bare = JSON.stringify({ profile: { company_name: '' } }).length;
    return encode({ profile: { company_name: 'x'.repeat((length * 3) / 4 - bare) } });
  };
  assert.equal(payload(16384).length, 16384);
  assert.ok(readShared(new URLSearchParams({ a: payload(16384) })).answers);
  assert.deepEqual(readShared(new URLSearchParams({ a: payload(16388) })), { problem: 'large' });
  const list = (n) =>
    readShared(
      new URLSearchParams({
        m: Array.from({ length: n }, (_, i) => `${i}.eligible`).join(','),
        d: '2026-01-01',
        c: 'sha256:aaaaaaaa',
      }),
    );
  assert.equal(list(300).list.entries.length, 300);
  assert.deepEqual(list(301), { problem: 'large' });
});

test('values are held against their question', () => {
  const options = [{ code: 'a' }, { code: 'b' }];
  const cases = [
    ['boolean', [true, false], [0, 1, 'true', null, {}]],
    ['integer', [0, 1, Number.MAX_SAFE_INTEGER], [-1, 1.5, Number.MAX_SAFE_INTEGER + 1, '1', null]],
    [
      'money',
      ['0', '1', '1.25', '99999999999999999999', 7],
      ['', '-1', '1e3', '1.', '.5', '１', ' 1', `${'9'.repeat(21)}`, 1.5, -7, null, []],
    ],
    ['percent', ['2.5', 3], ['2.5%', 'x', true]],
    ['text', ['x', '长'.repeat(200), '😀'.repeat(200)], ['', '长'.repeat(201), 5, null, ['x']]],
    ['choice', ['a', 'b'], ['c', '', ['a'], 'constructor', null]],
    ['choices', [[], ['a'], ['b', 'a']], ['c', ['a', 'a'], ['c'], [['a']], { length: 1, 0: 'a' }, null]],
    ['of_another_time', [], ['a', 1, true]],
  ];
  for (const [type, good, bad] of cases) {
    const taken = (value) =>
      sift({ profile: { one: value }, as_of: null, needs: [] }, { facts: [{ id: 'one', type, options }], needs: [] });
    for (const value of good)
      assert.deepEqual(
        [taken(value).content.profile, taken(value).left],
        [{ one: value }, 0],
        `${type} ${JSON.stringify(value)}`,
      );
    for (const value of bad)
      assert.deepEqual([taken(value).content.profile, taken(value).left], [{}, 1], `${type} ${JSON.stringify(value)}`);
  }
});
