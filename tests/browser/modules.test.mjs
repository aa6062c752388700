// Every import of a script exists, also where it is loaded late.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const scripts = readdirSync('js', { recursive: true })
  .map((path) => join('js', path))
  .filter((path) => path.endsWith('.js'));

test('every module that a script imports exists', () => {
  let imports = 0;
  for (const script of scripts) {
    for (const [, path] of readFileSync(script, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)'/g)) {
      ++imports;
      assert.ok(existsSync(join(dirname(script), path)), `${script} imports ${path}`);
    }
  }
  assert.ok(imports > scripts.length, 'imports were not found');
});
