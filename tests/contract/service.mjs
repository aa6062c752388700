// The program with a new database on a free port.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Of what the program writes to its log, the end is told where it fails. */
const MOST_TOLD = 2000;

async function start(folder) {
  const { TESTED_PROGRAM: program, TESTED_POLICIES: policies, TESTED_WEBROOT: webroot } = process.env;
  const child = spawn(program, ['--policies', policies, 'serve', '--webroot', webroot, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, POLICYCALC_DATABASE: join(folder, 'test.db') },
  });
  let told = '';
  child.stderr.on('data', (text) => (told = (told + text).slice(-MOST_TOLD)));
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`the program ended with ${code} before it was ready: ${told}`);
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

/** Calls `use` with the address of a service, which ends afterwards. */
export async function withService(use) {
  const folder = await mkdtemp(join(tmpdir(), 'policycalc-contract-'));
  const { child, base, gone } = await start(folder);
  try {
    await use(base);
  } finally {
    child.kill('SIGTERM');
    await gone;
    await rm(folder, { recursive: true, force: true });
  }
}
