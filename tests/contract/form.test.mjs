// How the API documents and the JSON that they are made of are written.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

const kMostLines = 5500;
const kMostColumns = 160;
const kMethods = ['get', 'put', 'post', 'delete'];

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
  assert.ok(lines <= kMostLines, `${lines} lines`);
  console.log(`${lines} lines of JSON in ${files.length} files`);
  for (const { name, text, lines: each } of files) {
    assert.ok(!('paths' in JSON.parse(text)), `${name} has paths`);
    const widest = Math.max(...each.map((line) => [...line].length));
    assert.ok(widest <= kMostColumns, `${name} has a line of ${widest} characters`);
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
    for (const { method } of operationsOf(document)) assert.ok(kMethods.includes(method), method);
  }
});

test('every object, member and enumeration is typed and described', () => {
  for (const document of [published, desk]) {
    const named = document.components.schemas;
    const bare = [];
    for (const [name, schema] of Object.entries(named)) {
      if (!schema.description) bare.push(`${name} has no description`);
      visit(schema, name, (each, place) => {
        const isTyped = each.type || each.$ref || each.anyOf || each.allOf || each.enum;
        if (!isTyped) bare.push(`${place} has no type`);
        if (each.type === 'object' && !each.properties && each.additionalProperties === undefined) {
          bare.push(`${place} is any object`);
        }
        for (const [member, value] of Object.entries(each.properties ?? {})) {
          const speaks = value.description || value.title || describes(value, named);
          if (!speaks) bare.push(`${place}.${member} has no description`);
        }
      });
    }
    assert.deepEqual(bare, []);
  }
});

/** Whether what the schema refers to has a description. */
function describes(schema, named) {
  const target = schema.$ref ?? schema.items?.$ref ?? schema.anyOf?.[0].$ref;
  return target !== undefined && named[target.split('/').at(-1)].description !== undefined;
}

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
