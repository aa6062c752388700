// A newcomer gets from nothing to a first verdict, and on to a checked integration, by what the page for
// developers says and nothing else: its snippets, in their order, in an empty folder.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

import { withService } from './service.mjs';

/** What the page says for a service that does not know its public address. */
const LOCAL = 'http://127.0.0.1:8080';
const VERDICT = /\b(eligible|conditional|undetermined|not_eligible|not_applicable|not_in_force)\b/;

/** What each snippet prints, in their order. */
const PRINTED = [
  ['sh', /"verdict":"eligible"/],
  ['sh', /^$/],
  ['node', /^(eligible|conditional) .*\p{Script=Han}/mu],
  ['sh', /^$/],
  ['python3', /^(eligible|conditional) .*\p{Script=Han}/mu],
  ['sh', /^\d+ cases are right/],
];

const plain = (html) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll(/&(#39|apos);/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The snippets of the page: how each is run, the file it is saved as, its text. */
function snippetsOf(html) {
  return [...html.matchAll(/<pre([^>]*)><code>(.*?)<\/code><\/pre>/gs)].map(([, attributes, code]) => ({
    runs: / data-runs="([^"]*)"/.exec(attributes)?.[1],
    file: / data-file="([^"]*)"/.exec(attributes)?.[1],
    text: plain(code),
  }));
}

async function run(folder, program, words) {
  const child = spawn(program, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let trouble = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (trouble += text));
  const [code] = await once(child, 'close');
  assert.equal(code, 0, trouble);
  return out;
}

async function obey(folder, { runs, file, text }) {
  if (!file) return run(folder, runs, ['-c', text]);
  await writeFile(join(folder, file), text);
  return run(folder, runs, [file]);
}

async function inEmptyFolder(use) {
  const folder = await mkdtemp(join(tmpdir(), 'policycalc-newcomer-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('from nothing to a checked integration by the page for developers', async () => {
  await withService((base) =>
    inEmptyFolder(async (folder) => {
      const begun = performance.now();
      const told = (what) => console.log(`${what} after ${Math.round(performance.now() - begun)} ms`);
      const html = await (await fetch(`${base}/developers`)).text();
      const snippets = snippetsOf(html);
      assert.deepEqual(
        snippets.map(({ runs }) => runs),
        PRINTED.map(([runs]) => runs),
      );
      for (const [index, snippet] of snippets.entries()) {
        const out = await obey(folder, { ...snippet, text: snippet.text.replaceAll(LOCAL, base) });
        assert.match(out, PRINTED[index][1], snippet.text);
        if (index === 0) told('the first verdict');
        else if (VERDICT.test(out)) told(`a verdict by ${snippet.file}`);
        // The files that the newcomer is told to make are named in the words, not in the mark alone.
        if (snippet.file) assert.equal(html.split(`<code>${snippet.file}</code>`).length, 3, snippet.file);
      }
      told('a checked integration');
      assert.ok((await readdir(folder)).includes('policycalc.py'));
    }),
  );
});

test('every address on the page answers', async () => {
  await withService(async (base) => {
    const html = await (await fetch(`${base}/developers`)).text();
    const addresses = new Set([...html.matchAll(/ href="(\/[^"#]*)"/g)].map(([, address]) => address));
    assert.ok(addresses.size > 10, [...addresses].join());
    for (const address of addresses) {
      assert.equal((await fetch(base + address)).status, 200, address);
    }
    const anchors = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    for (const id of anchors) assert.ok(html.includes(` id="${id}"`), id);
  });
});

test('the table of sizes is what the service answers', async () => {
  await withService(async (base) => {
    const html = await (await fetch(`${base}/developers`)).text();
    const rows = [...html.matchAll(/<th scope="row"><code>(\w+)<\/code><\/th><td[^>]*>([\d,]+)</g)];
    assert.deepEqual(
      rows.map(([, detail]) => detail),
      ['verdicts', 'core', 'full'],
    );
    const [first] = snippetsOf(html);
    const { profile } = JSON.parse(/-d '(.*)'/.exec(first.text)[1]);
    for (const [, detail, bytes] of rows) {
      const answer = await fetch(`${base}/api/v1/match`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ profile, detail }),
      });
      const length = Buffer.byteLength(await answer.text());
      assert.equal(Number(bytes.replaceAll(',', '')), length, detail);
      console.log(`${detail}: ${length} bytes`);
    }
  });
});

test('everything is said in both languages', async () => {
  await withService(async (base) => {
    const html = await (await fetch(`${base}/developers`)).text();
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    for (const [section] of main.matchAll(/<section class="guide".*?<\/section>/gs)) {
      const english = [...section.matchAll(/<(p|span)[^>]* lang="en">(.*?)<\/\1>/gs)].map(([, , text]) => text);
      const chinese = section.match(/\p{Script=Han}/gu).length;
      const words = english.join(' ').split(/\s+/).length;
      // A word of English says about as much as two characters of Chinese.
      assert.ok(words * 2.5 > chinese, `${section.slice(0, 60)}: ${chinese} characters, ${words} words`);
      assert.equal(section.match(/<h2>/g).length, section.match(/<h2>[^<]*<span class="en" lang="en">/g).length);
    }
  });
});
