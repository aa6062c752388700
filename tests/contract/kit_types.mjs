// The types that the kit ships: policycalc.api.d.ts is what openapi-typescript makes of the API document now
// (UPDATE_GOLDEN=1 writes it), a strict client compiles against them and works, and mistakes are found.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

import openapiTypescript from 'openapi-typescript';

import { withService } from './service.mjs';

const kit = join(process.env.TESTED_WEBROOT, 'kit');
const TYPES = join(kit, 'policycalc.api.d.ts');
const HEAD = `// Made from the API document by tests/contract/kit_types.mjs: do not edit.
`;
const STRICT = ['--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes', '--noUnusedLocals'];
const COMPILER = [...STRICT, '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2023,dom'];

async function made() {
  const document = JSON.parse(await readFile('public.json', 'utf8'));
  return HEAD + (await openapiTypescript(document, { commentHeader: '', cwd: pathToFileURL(`${resolve('.')}/`) }));
}

/** Calls `use` with a folder that holds what a partner downloads, and `names` beside it. */
async function withKit(names, use) {
  const folder = await mkdtemp(join(tmpdir(), 'policycalc-kit-'));
  try {
    const { files } = JSON.parse(await readFile(join(kit, 'package.json'), 'utf8'));
    for (const name of [...files, 'package.json']) await cp(join(kit, name), join(folder, name));
    for (const name of names) await cp(name, join(folder, name));
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function compile(folder, ...words) {
  return spawnSync(process.execPath, [process.env.TESTED_TSC, ...COMPILER, ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
}

test('the types of the kit are those of the document', async () => {
  const types = await made();
  if (process.env.UPDATE_GOLDEN) await writeFile(TYPES, types);
  const shipped = await readFile(TYPES, 'utf8').catch(() => '');
  assert.ok(shipped === types, 'policycalc.api.d.ts is stale: run this test with UPDATE_GOLDEN=1');
});

test('a strict client compiles without an error, and works', async () => {
  await withService((base) =>
    withKit(['typed_client.ts'], async (folder) => {
      const file = join(folder, 'typed_client.ts');
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll('http://127.0.0.1:8080', base));
      const compiled = compile(folder, 'typed_client.ts');
      assert.equal(compiled.status, 0, compiled.stdout);
      const run = spawnSync(process.execPath, ['typed_client.js'], { cwd: folder, encoding: 'utf8' });
      assert.equal(run.status, 0, run.stderr);
      const { titles, verdicts, money, units, ...told } = JSON.parse(run.stdout);
      for (const count of [titles, verdicts, money, units]) assert.ok(count > 2, run.stdout);
      assert.deepEqual(told, {
        measure: true,
        codes: ['/as_of wrong_date', '/profile/annual_revenue too_many_decimals'],
        revisions: [1, 2],
        employees: [8, 9],
        gone: 404,
      });
    }),
  );
});

test('the compiler finds mistakes', async () => {
  await withKit(['wrong_client.ts'], async (folder) => {
    const marked = compile(folder, '--noEmit', 'wrong_client.ts');
    assert.equal(marked.status, 0, marked.stdout);
    const file = join(folder, 'wrong_client.ts');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll(/^\/\/ @ts-expect-error.*\n/gm, ''));
    const bare = compile(folder, '--noEmit', 'wrong_client.ts');
    const mistakes = text.match(/@ts-expect-error/g).length;
    assert.equal((bare.stdout.match(/error TS/g) ?? []).length, mistakes, bare.stdout);
    console.log(`${mistakes} mistakes found`);
  });
});
