// How the API documents and the JSON that they are made of are written.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

// Two schemas may say a few members alike; more of them belong in a schema that both are made of.
const MOST_SHARED = 5;
const MOST_LINES = 7500;
const MOST_COLUMNS = 160;
const METHODS = ['get', 'put', 'post', 'delete'];

const read = async (file) => JSON.parse(await readFile(file, 'utf8'));
const published = await read('public.json');
const desk = await read('desk.json');

async function writtenByHand() {
  const names = await readdir(process.env.TESTED_SOURCE, { recursive: true });
  return Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => {
        const text = await readFile(join(process.env.TESTED_SOURCE, name), 'utf8');
        return { name, text, lines: text.split('\n') };
      }),
  );
}

function operationsOf(document) {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}

/** Calls `look` with every schema inside `schema`, this one included, and its place. */
function visit(schema, place, look) {
  look(schema, place);
  for (const [name, each] of Object.entries(schema.properties ?? {})) visit(each, `${place}.${name}`, look);
  for (const key of ['items', 'additionalProperties']) {
    if (schema[key] && typeof schema[key] === 'object') visit(schema[key], `${place}.${key}`, look);
  }
  for (const key of ['anyOf', 'allOf', 'oneOf']) {
    (schema[key] ?? []).forEach((each, index) => visit(each, `${place}.${key}.${index}`, look));
  }
}

test('the JSON written by hand is short, narrow and has no paths', async () => {
  const files = await writtenByHand();
  assert.ok(files.length >= 10);
  const lines = files.reduce((sum, file) => sum + file.lines.length - 1, 0);
  assert.ok(lines <= MOST_LINES, `${lines} lines`);
  console.log(`${lines} lines of JSON in ${files.length} files`);
  for (const { name, text, lines: each } of files) {
    assert.ok(!('paths' in JSON.parse(text)), `${name} has paths`);
    const widest = Math.max(...each.map((line) => [...line].length));
    assert.ok(widest <= MOST_COLUMNS, `${name} has a line of ${widest} characters`);
  }
});

test('the public document says nothing of the desk, and the desk speaks of nothing else', () => {
  for (const path of Object.keys(published.paths)) assert.ok(!path.includes('/hall'), path);
  for (const path of Object.keys(desk.paths)) assert.ok(path.startsWith('/api/v1/hall/'), path);
});

test('refusals are shared', () => {
  for (const document of [published, desk]) {
    const shared = new Set();
    for (const { path, method, operation } of operationsOf(document)) {
      for (const [status, response] of Object.entries(operation.responses)) {
        if (Number(status) < 400) continue;
        assert.ok(response.$ref, `${method} ${path} ${status} is not shared`);
        shared.add(response.$ref);
      }
    }
    assert.ok(shared.size >= 5, [...shared].join());
  }
});

test('every operation of the desk but the log-in and the document names its permission', () => {
  for (const { path, operation } of operationsOf(desk)) {
    const open = ['log_in', 'get_desk_openapi'].includes(operation.operationId);
    assert.equal(operation['x-permission'] === undefined, open, path);
    assert.equal(operation.security.length === 0, open, path);
  }
});

test('methods are those that the service takes', () => {
  for (const document of [published, desk]) {
    for (const { method } of operationsOf(document)) assert.ok(METHODS.includes(method), method);
  }
});

/** What `problem` finds in any schema of either document, each with its place. */
function problemsIn(problem) {
  const found = [];
  for (const document of [published, desk]) {
    const named = document.components.schemas;
    for (const [name, schema] of Object.entries(named)) {
      visit(schema, name, (each, place) => found.push(...problem(each, place, named)));
    }
  }
  return found;
}

test('every object and enumeration is typed, and every component is described', () => {
  for (const document of [published, desk]) {
    for (const section of ['schemas', 'parameters', 'responses', 'headers', 'securitySchemes']) {
      for (const [name, each] of Object.entries(document.components[section] ?? {})) {
        assert.ok(each.description, `${section}/${name} has no description`);
      }
    }
  }
  const bare = problemsIn((schema, place) => {
    const isTyped = schema.type || schema.$ref || schema.anyOf || schema.allOf || schema.enum;
    const isOpen = schema.type === 'object' && !schema.properties && schema.additionalProperties === undefined;
    return [...(isTyped ? [] : [`${place} has no type`]), ...(isOpen ? [`${place} is any object`] : [])];
  });
  assert.deepEqual(bare, []);
});

/** Whether a member says what it is: in its own words, or by a schema that does. */
function speaks(member, named) {
  if (member.description) return true;
  return member.$ref !== undefined && Boolean(named[member.$ref.split('/').at(-1)].description);
}

test('every member says what it is', () => {
  const silent = problemsIn((schema, place, named) =>
    Object.entries(schema.properties ?? {})
      .filter(([, member]) => !speaks(member, named))
      .map(([name]) => `${place}.${name}`),
  );
  assert.deepEqual(silent, []);
});

test('a member without words is found, however it is composed', () => {
  const named = { Part: { description: 'A part.' }, Bare: {} };
  const refers = (name) => ({ $ref: `#/components/schemas/${name}` });
  assert.ok(speaks({ description: 'Yuan.' }, named));
  assert.ok(speaks(refers('Part'), named));
  assert.ok(!speaks(refers('Bare'), named));
  assert.ok(!speaks({ title: 'Part' }, named));
  assert.ok(!speaks({ type: 'array', items: refers('Part') }, named));
  assert.ok(!speaks({ anyOf: [refers('Part'), { type: 'null' }] }, named));
});

// An id may be a number, too.
const isFigure = (types) => types.includes('number') && !types.includes('string');

/** What the words of a member must name, by what it holds. */
const UNITS = [
  [(schema) => schema.format === 'date', /`YYYY-MM-DD`/],
  [(schema) => schema.format === 'date-time', /ISO 8601, UTC/],
  [(schema) => isFigure([schema.type].flat()), /元|per cent/],
];

test('every day, time and figure names its form or unit', () => {
  const unclear = problemsIn((schema, place) =>
    Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
      const value = member.items?.format ? member.items : member;
      const words = member.description ?? '';
      return UNITS.filter(([holds, unit]) => holds(value) && !unit.test(words)).map(() => `${place}.${name}: ${words}`);
    }),
  );
  assert.deepEqual(unclear, []);
});

/** The members that the schema itself writes, each as one text. */
function membersOf(schema) {
  return Object.entries(schema.properties ?? {}).map((member) => JSON.stringify(member));
}

test('no schema repeats the members of another one', () => {
  for (const document of [published, desk]) {
    const members = Object.entries(document.components.schemas).map(([name, schema]) => [
      name,
      new Set([schema, ...(schema.allOf ?? [])].flatMap(membersOf)),
    ]);
    for (const [name, own] of members) {
      for (const [other, theirs] of members) {
        const shared = [...own].filter((member) => theirs.has(member));
        assert.ok(
          name === other || shared.length <= MOST_SHARED,
          `${name} and ${other} share ${shared.length} members`,
        );
      }
    }
  }
});

test('a profile has one property a fact, with label, type, unit and options', async () => {
  const properties = Object.entries(published.components.schemas.Profile.properties);
  assert.ok(properties.length > 50);
  for (const [fact, schema] of properties) {
    assert.ok(schema.title, fact);
    assert.ok(schema.description, fact);
    assert.ok(schema.type || schema.anyOf, fact);
  }
  assert.deepEqual(published.components.schemas.Profile, desk.components.schemas.Profile);
});
