// Starts the program, fetches both API documents and writes them here, for the other checks. It also
// holds how they are served: media type, ETag and size.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';

import { withService } from './service.mjs';

const DOCUMENTS = [
  { path: '/openapi.json', file: 'public.json', mostBytes: 250 * 1024 },
  { path: '/api/v1/hall/openapi.json', file: 'desk.json', mostBytes: 280 * 1024 },
];

async function fetchDocument(base, { path, file, mostBytes }) {
  const answer = await fetch(base + path);
  const text = await answer.text();
  assert.equal(answer.status, 200, path);
  assert.equal(answer.headers.get('content-type'), 'application/json', path);
  const etag = answer.headers.get('etag');
  assert.ok(etag, `${path} has no ETag`);
  const again = await fetch(base + path, { headers: { 'If-None-Match': etag } });
  assert.equal(again.status, 304, path);
  const bytes = Buffer.byteLength(text);
  assert.ok(bytes <= mostBytes, `${path} has ${bytes} bytes, more than ${mostBytes}`);
  console.log(`${path}: ${bytes} bytes`);
  await writeFile(file, JSON.stringify(JSON.parse(text), null, 1));
}

await withService(async (base) => {
  for (const document of DOCUMENTS) await fetchDocument(base, document);
});
