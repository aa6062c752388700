// Starts the program, fetches both API documents and writes them here, for the other checks. It also
// holds how they are served: media type, ETag and size.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const DOCUMENTS = [
  { path: '/openapi.json', file: 'public.json', mostBytes: 200 * 1024 },
  { path: '/api/v1/hall/openapi.json', file: 'desk.json', mostBytes: 250 * 1024 },
];

async function start(folder) {
  const { TESTED_PROGRAM: program, TESTED_POLICIES: policies, TESTED_WEBROOT: webroot } = process.env;
  const child = spawn(program, ['--policies', policies, 'serve', '--webroot', webroot, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, POLICYCALC_DATABASE: join(folder, 'test.db') },
  });
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`the program ended with ${code} before it was ready`);
  });
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const match = /^listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line);
      if (match) return match[1];
    }
    return gone;
  })();
  return { child, base: await Promise.race([ready, gone]), gone: gone.catch(() => {}) };
}

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

const folder = await mkdtemp(join(tmpdir(), 'policycalc-contract-'));
const { child, base, gone } = await start(folder);
try {
  for (const document of DOCUMENTS) await fetchDocument(base, document);
} finally {
  child.kill('SIGTERM');
  await gone;
  await rm(folder, { recursive: true, force: true });
}
