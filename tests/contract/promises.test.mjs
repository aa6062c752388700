// Version 1 of the API only grows. v1.txt has every promise that it has made; `UPDATE_GOLDEN=1` adds the new ones.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';

import { broken, promisesOf } from './promises.mjs';

const FILE = process.env.TESTED_PROMISES;
const recorded = () => readFileSync(FILE, 'utf8').split('\n').filter(Boolean);
const small = () => ({
  paths: {
    '/things': {
      get: {
        parameters: [{ in: 'query', name: 'kind' }],
        responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } },
      },
      post: {
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/NewThing' } } } },
        responses: { 201: { description: 'Made.' } },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'string' },
          kind: { type: 'string', enum: ['old', 'new'] },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
        },
      },
      Part: { type: 'object', properties: { size: { type: ['integer', 'null'] } } },
      NewThing: {
        type: 'object',
        required: ['kind'],
        properties: { kind: { type: 'string' }, size: { type: 'integer' } },
      },
      Unused: { type: 'string' },
    },
  },
});
const after = (change) => {
  const document = small();
  change(document, document.components.schemas, document.paths['/things']);
  return broken(promisesOf(small()), promisesOf(document));
};

test('a document promises operations, parameters, members, values and what is always there', () => {
  assert.deepEqual(promisesOf(small()), [
    'GET /things',
    'GET /things 200 Thing',
    'GET /things ?kind',
    'NewThing needs kind',
    'NewThing.kind: string',
    'NewThing.size: integer',
    'NewThing: object',
    'POST /things',
    'POST /things 201',
    'POST /things takes NewThing',
    'Part.size: integer or null',
    'Part: object',
    'Thing.id is always there',
    'Thing.id: string',
    'Thing.kind = new',
    'Thing.kind = old',
    'Thing.kind: string',
    'Thing.parts: array',
    'Thing.parts[]: Part',
    'Thing: object',
  ]);
});

for (const [name, change, lines] of [
  [
    'an operation that goes',
    (document, schemas, path) => delete path.post.requestBody,
    [
      'gone: NewThing.kind: string',
      'gone: NewThing.size: integer',
      'gone: NewThing: object',
      'gone: POST /things takes NewThing',
    ],
  ],
  ['a parameter that goes', (document, schemas, path) => path.get.parameters.pop(), ['gone: GET /things ?kind']],
  ['a member that goes', (document, { Part }) => delete Part.properties.size, ['gone: Part.size: integer or null']],
  ['a member that may be missing', (document, { Thing }) => Thing.required.pop(), ['gone: Thing.id is always there']],
  ['a value that goes', (document, { Thing }) => Thing.properties.kind.enum.pop(), ['gone: Thing.kind = new']],
  [
    'a type that changes',
    (document, { Part }) => (Part.properties.size.type = 'string'),
    ['gone: Part.size: integer or null'],
  ],
  [
    'a status that changes',
    (document, schemas, path) => (path.post.responses = { 200: {} }),
    ['gone: POST /things 201'],
  ],
  [
    'a demand on a request',
    (document, { NewThing }) => NewThing.required.push('size'),
    ['new demand: NewThing needs size'],
  ],
  [
    'a demand on a query',
    (document, schemas, path) => (path.get.parameters[0].required = true),
    ['new demand: GET /things needs kind'],
  ],
])
  test(`${name} breaks clients`, () => assert.deepEqual(after(change), lines));

for (const [name, change] of [
  ['an operation more', (document, schemas, path) => (path.delete = { responses: { 204: {} } })],
  ['a member more', (document, { Part }) => (Part.properties.colour = { type: 'string' })],
  ['a member that is always there from now on', (document, { Part }) => (Part.required = ['size'])],
  ['a value more', (document, { Thing }) => Thing.properties.kind.enum.push('odd')],
  ['a parameter more', (document, schemas, path) => path.get.parameters.push({ in: 'query', name: 'size' })],
  ['one demand less', (document, { NewThing }) => (NewThing.required = [])],
  [
    'a demand of what is new',
    (document, schemas, path) => {
      path.put = {
        requestBody: { content: { a: { schema: { $ref: '#/components/schemas/Other' } } } },
        responses: { 204: {} },
      };
      schemas.Other = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } };
    },
  ],
])
  test(`${name} breaks no client`, () => assert.deepEqual(after(change), []));

test('version 1 keeps every promise that it has made', () => {
  assert.deepEqual(broken(recorded(), promisesOf(JSON.parse(readFileSync('public.json', 'utf8')))), []);
});

test('every promise is recorded, so that it is kept from now on', () => {
  const now = promisesOf(JSON.parse(readFileSync('public.json', 'utf8')));
  const known = new Set(recorded());
  if (process.env.UPDATE_GOLDEN) {
    for (const line of now) known.add(line);
    writeFileSync(FILE, `${[...known].sort((one, other) => (one < other ? -1 : 1)).join('\n')}\n`);
  }
  assert.deepEqual(
    now.filter((line) => !known.has(line)),
    [],
    'new promises: run this test with UPDATE_GOLDEN=1',
  );
});
