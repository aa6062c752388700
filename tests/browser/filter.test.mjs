import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, countsOf, isEmpty, narrowed, readFilter } from './js/browse/filter.js';
import { holds } from './js/browse/frame.js';

const measure = (id, topic, kind, units, title) =>
  ({ id, item: Number.parseInt(id, 10), chapter: 1, topic, kind, title, title_en: `EN ${title}`, summary: '', units: units.map((unit) => ({ id: unit })) });
const all = [
  measure('1.1.a', 'finance', 'benefit', ['bank', 'office'], '贷款 A4'),
  measure('1.1.b', 'finance', 'right', ['office'], '续贷'),
  measure('2.1', 'award', 'benefit', ['office'], '奖励'),
];
const of = (address) => readFilter(new URLSearchParams(address));
const ids = (address) => narrowed(all, of(address)).map(({ id }) => id);

test('each filter narrows, and together they narrow further', () => {
  assert.deepEqual(ids(''), ['1.1.a', '1.1.b', '2.1']);
  assert.deepEqual(ids('topic=finance'), ['1.1.a', '1.1.b']);
  assert.deepEqual(ids('unit=bank'), ['1.1.a']);
  assert.deepEqual(ids('item=2'), ['2.1']);
  assert.deepEqual(ids('chapter=2'), []);
  assert.deepEqual(ids('topic=finance&kind=right'), ['1.1.b']);
  assert.deepEqual(ids('q=贷'), ['1.1.a', '1.1.b']);
});

test('every word sought must stand somewhere, whatever its width and size', () => {
  assert.ok(holds(['贷款 A4'], 'ａ４ 贷'));
  assert.ok(holds(['x'], ''));
  assert.ok(!holds(['贷款'], '贷款 奖励'));
});

test('an address holds the filter and nothing else', () => {
  assert.equal(addressOf(of('')), '#/measures');
  assert.ok(isEmpty(of('q=%20&other=1')));
  const filter = of('q=贷款 & 奖&kind=right');
  assert.deepEqual(readFilter(new URLSearchParams(addressOf(filter).split('?')[1])), filter);
});

test('counts say what each value would leave beside the other filters', () => {
  assert.deepEqual([...countsOf('kind', all, of('topic=finance&kind=right'))], [['benefit', 1], ['right', 1]]);
  assert.deepEqual([...countsOf('unit', all, of('kind=benefit'))], [['bank', 1], ['office', 2]]);
});
