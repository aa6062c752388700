import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { screenWords } from './js/shared/screens/words.js';
import { keepWords } from './js/company/keep/words.js';
import { matterWords } from './js/company/matter/words.js';
import { shareWords } from './js/company/share/words.js';
import { sinceWords } from './js/company/since/words.js';
import { resultWords } from './js/shared/result/words.js';
import { pdfWords } from './js/shared/sheet/pdf_words.js';
import { sheetWords } from './js/shared/sheet/words.js';
import { tellWords } from './js/company/tell/words.js';
import { words as firstWords } from './js/shared/words.js';

const rooms = [
  firstWords,
  keepWords,
  matterWords,
  pdfWords,
  resultWords,
  screenWords,
  shareWords,
  sheetWords,
  sinceWords,
  tellWords,
];
const words = Object.assign({}, ...rooms);

const parts = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);

function scripts(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? scripts(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

test('every word is there in both languages, and English uses no part that Chinese lacks', () => {
  for (const [key, pair] of Object.entries(words)) {
    assert.equal(pair.length, 2, key);
    assert.ok(pair[0] !== '' && pair[1] !== '', key);
    for (const part of parts(pair[1])) assert.ok(parts(pair[0]).includes(part), `${key}: {${part}}`);
  }
});

test('no word is said twice', () => {
  const keys = rooms.flatMap((room) => Object.keys(room));
  assert.deepEqual(
    keys.filter((key, index) => keys.indexOf(key) !== index),
    [],
  );
});

test('every word that a script names exists', () => {
  // The desk's page has its own words, which desk_look checks.
  const text = scripts('js')
    .filter((path) => !path.endsWith('words.js') && !path.startsWith('js/desk/'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  for (const [, key] of text.matchAll(/\bt\('([^']+)'/g)) assert.ok(words[key], key);
  const index = readFileSync('index.html', 'utf8');
  for (const [, key] of index.matchAll(/data-word="([^"]+)"/g)) assert.ok(words[key], key);
});

test('the scripts hold no figure and no unit of a policy', () => {
  for (const path of scripts('js')) {
    const found = /市市场监管局|市财政局|质量奖|[0-9]\s*万元|[0-9]\s*个百分点/.exec(readFileSync(path, 'utf8'));
    assert.equal(found?.[0], undefined, path);
  }
});
