// The check of answers can fail: each kind of fault in one small document.

import assert from 'node:assert/strict';
import test from 'node:test';

import { Contract } from './contract.mjs';

const DOCUMENT = {
  paths: {
    '/things/{id}': {
      get: {
        parameters: [{ name: 'most', in: 'query', schema: { type: 'integer' } }],
        responses: {
          200: {
            headers: { ETag: { required: true, schema: { type: 'string' } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
          },
          404: { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
        },
      },
      put: {
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Part' } } } },
        responses: { 204: {} },
      },
    },
  },
  components: {
    schemas: {
      Part: {
        type: 'object',
        required: ['size'],
        properties: {
          size: { type: 'integer' },
          colour: { $ref: '#/components/schemas/Colour' },
          shape: { anyOf: [{ $ref: '#/components/schemas/Shape' }, { type: 'null' }] },
        },
      },
      Thing: {
        allOf: [
          { $ref: '#/components/schemas/Part' },
          { properties: { parts: { $ref: '#/components/schemas/Parts' } } },
        ],
      },
      Parts: { type: 'array', items: { anyOf: [{ $ref: '#/components/schemas/Part' }, { type: 'null' }] } },
      Colour: { type: 'string', enum: ['red', 'blue'] },
      Shape: { type: 'string', enum: ['round', 'square'] },
      Problem: { type: 'object', required: ['status'], properties: { status: { type: 'integer' } } },
    },
  },
};

const SEEN = {
  method: 'GET',
  path: '/things/1',
  route: '/things/{id}',
  query: [],
  body: '',
  status: 200,
  type: 'application/json; charset=utf-8',
  headers: ['content-type', 'etag'],
  answer: '{"size":1,"parts":[{"size":2},null]}',
};

const faults = (changes) => new Contract([DOCUMENT]).faultsOf({ ...SEEN, ...changes });

test('an answer as described is none', () => {
  assert.deepEqual(faults({}), []);
  assert.deepEqual(faults({ method: 'HEAD' }), []);
  assert.deepEqual(faults({ query: [['most', '5']] }), []);
  assert.deepEqual(faults({ method: 'PUT', status: 204, body: '{"size":1}', answer: '', type: '' }), []);
  assert.deepEqual(faults({ method: 'OPTIONS', route: '/things/{id}', status: 204, answer: '', type: '' }), []);
});

for (const [what, changes] of Object.entries({
  'a member too many': { answer: '{"size":1,"more":1}' },
  'a member too many deep inside': { answer: '{"size":1,"parts":[{"size":2,"more":1}]}' },
  'a member too few': { answer: '{"parts":[]}' },
  'another type': { answer: '{"size":"1"}' },
  'another status': { status: 201 },
  'another media type': { type: 'text/plain' },
  'a missing header': { headers: [] },
  'a parameter that is not described': { query: [['least', '5']] },
  'a parameter of another type': { query: [['most', 'many']] },
  'a body that is not described': { method: 'PUT', status: 204, body: '{"size":1}' },
  'a request that was taken and is not described': {
    method: 'PUT',
    status: 204,
    body: '{"size":"x"}',
    answer: '',
    type: '',
  },
  'another route': { route: '/others' },
  'a refused method without a problem': { method: 'POST', status: 405, answer: '{"text":"no"}' },
})) {
  test(`${what} is a fault`, () => assert.equal(faults(changes).length, 1));
}

test('answers that no record has are told', () => {
  const contract = new Contract([DOCUMENT]);
  contract.faultsOf(SEEN);
  assert.deepEqual(contract.unseen(), ['PUT /things/{id} 204']);
});

test('values that no answer has are told, once an answer has one of them', () => {
  const contract = new Contract([DOCUMENT]);
  contract.faultsOf({ ...SEEN, answer: '{"size":1,"shape":null}' });
  assert.deepEqual(contract.unmet(/^(Colour|Shape)$/), []);
  contract.faultsOf({ ...SEEN, answer: '{"size":1,"parts":[{"size":2,"shape":"square"}]}' });
  contract.faultsOf({ ...SEEN, answer: '{"size":1,"colour":"green"}' });
  assert.deepEqual(contract.unmet(/^(Colour|Shape)$/), ['Shape round']);
  assert.deepEqual(contract.unmet(/^Colour$/), []);
});

test('a value of a request is not that of an answer, and one document has what another has', () => {
  const contract = new Contract([{ ...DOCUMENT, paths: {} }, DOCUMENT]);
  const sent = { method: 'PUT', status: 204, body: '{"size":1,"colour":"red"}', answer: '', type: '' };
  contract.faultsOf({ ...SEEN, ...sent });
  assert.deepEqual(contract.unmet(/^(Colour|Shape)$/), []);
  contract.faultsOf({ ...SEEN, answer: '{"size":1,"colour":"red"}' });
  assert.deepEqual(contract.unmet(/^(Colour|Shape)$/), ['Colour blue']);
});
