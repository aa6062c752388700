// The words that the desk's pages list are those of the desk's document, in its order.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

/** A module of the pages that imports no other one. Node would take a file outside a package for CommonJS. */
async function imported(path) {
  const text = await readFile(join(process.env.TESTED_WEBROOT, 'js', path), 'utf8');
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}

const { schemas } = JSON.parse(await readFile('desk.json', 'utf8')).components;
const { STATES, CLOSED_STATES, ROLES } = await imported('desk/vocabulary.js');

test('the pages list every state of a matter', () => assert.deepEqual(STATES, schemas.MatterState.enum));

test('the pages know which states are closed', () =>
  assert.deepEqual([...CLOSED_STATES], schemas.MatterState['x-closed']));

test('the pages list every role', () => assert.deepEqual(ROLES, schemas.Role.enum));
