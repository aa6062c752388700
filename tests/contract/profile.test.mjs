// The schema of a profile takes what the service takes, and refuses what it refuses: each fact with right
// and wrong values, by the running service and by a validator.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

import Ajv2020 from 'ajv/dist/2020.js';

import { withService } from './service.mjs';

/** As the schema's description says: the validator computes in binary fractions. */
const TOLERANCE = 3;
const MOST_AT_ONCE = 8;

const OF_NO_TYPE = [null, true, {}, [], [null], [1], ''];
const TEXTS = [
  'x',
  ' ',
  '全角１２３',
  'x'.repeat(200),
  'x'.repeat(201),
  '企'.repeat(200),
  '企'.repeat(201),
  '\u{20000}'.repeat(200),
  '\u{20000}'.repeat(201),
  'line\nline',
  'end\n',
  'tab\t',
  '\u0000',
  '\u001f',
  '\u007f',
  '\u0080',
  '\ufeff',
  1,
];
const CODES = [
  ...['C', 'c', 'A', 'T', 'U', 'Z', 'C3', 'C39', 'C398', 'C3985', 'C39851', '3985', '39851', '1', '0'],
  ...[
    'c3985',
    'Ｃ３９８５',
    'ｃ３９８５',
    'Ｕ１',
    ' C39',
    'C39 ',
    'C 3 9',
    'C-39',
    'C－39',
    '-C39-',
    'C—39',
    '-',
    '　',
  ],
  ...['CC39', '39C', 'C3.9', 'Ç39', 'C39\n', '\tC39', 'C39\u007f', 'C\u00853', 'C\u200b39', '\u202eC39', 'C3９'],
  ...['C٣٩', 'C39\u{e0020}', 'C😀39', `C39${' '.repeat(197)}`, `C39${' '.repeat(198)}`, 'И01', 'I0١'],
];
const CREDIT_CODES = ['91360702MA35XXXXXX', '91360702ma35xxxxx', '９１３６０７０２', 'I O S V Z', '110101199003070000'];
const NUMBERS = [-1, -0.01, 0, -0, 1, 12, 1.5, 1e2, 1e-3, 2 ** 53 - 1, 2 ** 53, Infinity];
const WHOLE = ['0', '1', '12', '１', 1.0, 9223372036854774784, 2 ** 63, 1e19, 0.1];
const DECIMAL_TEXTS = [
  ...['0', '1', '-0', '-0.00', '00', '01', '-1', '+1', '1.', '.5', '0.5', '0.50', '1.23', '1.230000', '1.234', '1e2'],
  ...[' 1', '1 ', '1,000', '１', '一', '--1', '1.2.3', '0x1', 'NaN', '1\n', '-', '.', '-.5', '0.0000', '0.00001'],
];
const MONEY = [
  ...[0.01, 0.001, 0.005, 0.07, 1.1, 4.35, 19.99, 1234567.89, 1234567.891, 9007199254740.99],
  ...[92233720368547744, 92233720368547760, 1e17, 1e300],
  ...['92233720368547758.07', '92233720368547758.070', '92233720368547758.08', '92233720368547758.1'],
  ...['92233720368547758', '92233720368547757.99', '92233720368547759', '99999999999999999', '100000000000000000'],
];
const PERCENT = [
  ...[0.0001, 0.00001, 0.00005, 3.7, 12.3456, 12.34567, 99.9999, 100, 100.0001, 101, 1e300],
  ...['100', '100.0', '100.00000', '100.0001', '101', '99.9999', '99.99999', '12.3456', '12.34560', '1000'],
];

/** What is tried for one fact. */
function valuesFor(fact, retired) {
  const options = fact.options.map(({ code }) => code);
  const [first, second] = options;
  const old = [
    ...fact.options.flatMap((option) => option.former_codes.map(({ code }) => code)),
    ...retired.filter((option) => option.fact === fact.id).map(({ code }) => code),
  ];
  switch (fact.type) {
    case 'text':
      return [...TEXTS, ...(fact.id === 'industry_code' ? CODES : CREDIT_CODES)];
    case 'boolean':
      return [false, 0, 1, 'true', 'false', 'yes', '是', 'true ', ['true']];
    case 'integer':
      return [...NUMBERS, ...WHOLE];
    case 'money':
      return [...NUMBERS, ...DECIMAL_TEXTS, ...MONEY];
    case 'percent':
      return [...NUMBERS, ...DECIMAL_TEXTS, ...PERCENT];
    case 'choice':
      return [...options, ...old, first.toUpperCase(), ` ${first}`, `${first}\n`, `${first}x`, [first], 0, 360702];
    case 'choices':
      return [
        ...options.map((option) => [option]),
        ...old.map((option) => [option]),
        options,
        [...options, first],
        [first, first],
        [first, second ?? 'x'],
        [first, null],
        [[first]],
        [first.toUpperCase()],
        [`${first} `],
        first,
        `${first},${second}`,
        { 0: first },
      ];
    default:
      throw new Error(`no values for facts of type ${fact.type}`);
  }
}

async function json(base, path) {
  const answer = await fetch(base + path);
  assert.equal(answer.status, 200, path);
  return answer.json();
}

/** Whether the service takes the profile. */
async function takes(base, profile) {
  const answer = await fetch(`${base}/api/v1/match`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ profile, detail: 'verdicts' }),
  });
  await answer.arrayBuffer();
  assert.ok([200, 400].includes(answer.status), `${answer.status} for ${JSON.stringify(profile)}`);
  return answer.status === 200;
}

function validatorOf(schema) {
  const ajv = new Ajv2020({ strict: false, multipleOfPrecision: TOLERANCE });
  return ajv.compile(schema);
}

/** The profiles of which the schema says otherwise than the service. */
async function differences(base, validate, profiles) {
  const found = [];
  const rest = [...profiles];
  const work = async () => {
    for (let profile = rest.pop(); profile; profile = rest.pop()) {
      // What the validator sees is what the service reads.
      const sent = JSON.parse(JSON.stringify(profile));
      const byService = await takes(base, sent);
      if (validate(sent) !== byService) found.push(`${JSON.stringify(sent)}: the service says ${byService}`);
    }
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, work));
  return found;
}

test('the schema says of every value what the service says', async () => {
  await withService(async (base) => {
    const validate = validatorOf(await json(base, '/api/v1/profile-schema'));
    const { facts, retired } = await json(base, '/api/v1/facts');
    const profiles = facts.flatMap((fact) =>
      [...OF_NO_TYPE, ...valuesFor(fact, retired.options)].map((value) => ({ [fact.id]: value })),
    );
    profiles.push({}, { employe: 1 }, ...retired.facts.map(({ id }) => ({ [id]: null })));
    const counts = [true, false].map((right) => profiles.filter((each) => validate(each) === right).length);
    console.log(`${profiles.length} profiles, ${counts[0]} right and ${counts[1]} wrong by the schema`);
    assert.ok(Math.min(...counts) > 300);
    assert.deepEqual(await differences(base, validate, profiles), []);
  });
});

test('every character that a code of an industry leaves out is in its pattern, and no other', async () => {
  await withService(async (base) => {
    const schema = await json(base, '/api/v1/profile-schema');
    const validate = validatorOf(schema);
    const pattern = new RegExp(schema.properties.industry_code.pattern, 'u');
    const isTaken = (point) => pattern.test(`C${String.fromCodePoint(point)}39`);
    const edges = [0x10000, 0x1f600, 0xe0020, 0xe0100, 0x10ffff];
    for (let point = 1; point <= 0xffff; point += 1) {
      const isSurrogate = point >= 0xd7ff && point <= 0xe000;
      if (!isSurrogate && isTaken(point) !== isTaken(point - 1)) edges.push(point - 1, point);
      else if (point % 251 === 0 && !isSurrogate) edges.push(point);
    }
    const profiles = edges.map((point) => ({ industry_code: `C${String.fromCodePoint(point)}39` }));
    console.log(`${profiles.length} characters`);
    assert.deepEqual(await differences(base, validate, profiles), []);
  });
});

test('a difference would be found', async () => {
  await withService(async (base) => {
    const schema = await json(base, '/api/v1/profile-schema');
    schema.properties.employees.minimum = 1;
    schema.properties.district = {};
    const found = await differences(base, validatorOf(schema), [{ employees: 0 }, { district: 'x' }, { employees: 1 }]);
    assert.equal(found.length, 2);
  });
});

test('every figure names its unit, and every option what it means, in both languages', async () => {
  const { properties } = JSON.parse(await readFile('public.json', 'utf8')).components.schemas.Profile;
  const units = { money: 'CNY', percent: 'percent', integer: 'people' };
  await withService(async (base) => {
    const served = await json(base, '/api/v1/profile-schema');
    assert.deepEqual(served.properties, properties);
    for (const fact of (await json(base, '/api/v1/facts')).facts) {
      const schema = properties[fact.id];
      assert.equal(schema['x-unit'], units[fact.type], fact.id);
      if (fact.type === 'money') assert.match(schema.description, /元/);
      const named = schema.items ?? schema.anyOf?.[0];
      if (!named) continue;
      assert.deepEqual(
        named.enum,
        fact.options.map(({ code }) => code),
      );
      const labels = (key) => Object.fromEntries(fact.options.map((option) => [option.code, option[key]]));
      assert.deepEqual(named['x-enumDescriptions'], labels('label'));
      assert.deepEqual(named['x-enumDescriptions-en'], labels('label_en'));
    }
  });
});

test('options become literals in types that are made from the document', async () => {
  const types = await readFile('public.d.ts', 'utf8');
  const member = (name) => types.match(new RegExp(`^ +${name}\\?: .*`, 'm'))?.[0] ?? '';
  assert.match(member('ownership'), /ownership\?: \(?"[a-z_]+"( \| "[a-z_]+")+\)? \| null;/);
  assert.match(member('quality_awards'), /quality_awards\?: \(?\(?"[a-z_]+"( \| "[a-z_]+")+\)\[\]\)? \| null;/);
  assert.match(member('annual_revenue'), /annual_revenue\?: number \| string \| null;/);
});
