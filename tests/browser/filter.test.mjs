import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, countsOf, isEmpty, narrowed, readFilter } from './js/company/browse/filter.js';
import { search, searchIndex } from './js/company/browse/search.js';
import { holds } from './js/shared/text.js';

const measure = (id, topic, kind, units, title) => ({
  id,
  item: Number.parseInt(id, 10),
  chapter: 1,
  topic,
  kind,
  title,
  title_en: `EN ${title}`,
  summary: '',
  units: units.map((unit) => ({ id: unit })),
});
const all = [
  measure('1.1.a', 'finance', 'benefit', ['bank', 'office'], '贷款 A4'),
  measure('1.1.b', 'finance', 'right', ['office'], '续贷'),
  measure('2.1', 'award', 'benefit', ['office'], '奖励'),
];
const of = (address) => readFilter(new URLSearchParams(address));
const index = searchIndex(all, []);
const ids = (address) => narrowed(all, index, of(address)).found.map(({ id }) => id);

test('each filter narrows, and together they narrow further', () => {
  assert.deepEqual(ids(''), ['1.1.a', '1.1.b', '2.1']);
  assert.deepEqual(ids('topic=finance'), ['1.1.a', '1.1.b']);
  assert.deepEqual(ids('unit=bank'), ['1.1.a']);
  assert.deepEqual(ids('item=2'), ['2.1']);
  assert.deepEqual(ids('chapter=2'), []);
  assert.deepEqual(ids('topic=finance&kind=right'), ['1.1.b']);
  assert.deepEqual(ids('q=贷'), ['1.1.a', '1.1.b']);
});

test('every word of a search must occur, whatever its width and case', () => {
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
  assert.deepEqual(
    [...countsOf('kind', all, index, of('topic=finance&kind=right'))],
    [
      ['benefit', 1],
      ['right', 1],
    ],
  );
  assert.deepEqual(
    [...countsOf('unit', all, index, of('kind=benefit'))],
    [
      ['bank', 1],
      ['office', 2],
    ],
  );
});

const found = [
  { ...measure('11.1.1a', 'award', 'benefit', ['market'], '中国质量奖'), keywords: ['奖金'], summary: '发奖' },
  { ...measure('11.10', 'award', 'benefit', ['office'], '标准'), keywords: ['领跑者'], summary: '融资以外' },
  { ...measure('12.1', 'finance', 'right', ['office'], '融资'), keywords: ['欠钱', '个体户'], summary: '银行不抽贷' },
].map((one) => ({ ...one, units: one.units.map(({ id }) => ({ id, name: `市${id}局` })) }));
const units = [
  { id: 'market', aliases: ['市监局'] },
  { id: 'office', aliases: [] },
];
const sought = (q) => {
  const { found: list, unknown } = search(found, searchIndex(found, units), q);
  return [list.map(({ id }) => id), unknown];
};

test('measures are found by what people say, by units under any name, and by number', () => {
  for (const [q, ids_] of [
    ['个体户', ['12.1']],
    ['奖金', ['11.1.1a']],
    ['市监局', ['11.1.1a']],
    ['ＭＡＲＫＥＴ', ['11.1.1a']],
    ['市office局', ['11.10', '12.1']],
    ['第11项', ['11.1.1a', '11.10']],
    ['11', ['11.1.1a', '11.10']],
    ['１２', ['12.1']],
    ['11.1', ['11.1.1a']],
    ['11.1.1A', ['11.1.1a']],
    ['11.10', ['11.10']],
  ]) {
    assert.deepEqual(sought(q), [ids_, []], q);
  }
});

test('words apart count one by one, the best first, and an unknown word does not empty the list', () => {
  assert.deepEqual(sought('融资 难'), [['12.1', '11.10'], ['难']]);
  assert.deepEqual(sought('融资 领跑者'), [['11.10', '12.1'], []]);
  assert.deepEqual(sought('质 个体户'), [['12.1', '11.1.1a'], []]);
  assert.deepEqual(sought('社保'), [[], ['社保']]);
  assert.deepEqual(sought(' '), [['11.1.1a', '11.10', '12.1'], []]);
});
