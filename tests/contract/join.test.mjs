// An answer of `detail: "core"`, joined with the texts that it names, is that of `detail: "full"`; and each
// detail has the size that the document promises.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join as pathOf } from 'node:path';
import test from 'node:test';
import { gzipSync } from 'node:zlib';

import { Contract } from './contract.mjs';
import { withService } from './service.mjs';

const PROFILES = 1000;
/** Of the whole answers, which are thirty times as long, so many are held against the document. */
const FULL_EVERY = 5;
const MOST_CORE = 20 * 1024;
const MOST_VERDICTS = 4 * 1024;
/** The request of the README. */
const README = {
  profile: { district: '360702', ownership: 'private', quality_awards: ['china_quality_award'] },
  as_of: '2026-11-25',
};

// Node would take a file outside a package for CommonJS.
const kit = await readFile(pathOf(process.env.TESTED_WEBROOT, 'kit/policycalc.js'), 'utf8');
const { join } = await import(`data:text/javascript,${encodeURIComponent(kit)}`);
const document = JSON.parse(await readFile('public.json', 'utf8'));
const contract = new Contract([document]);

const made = spawnSync(process.env.TESTED_REQUESTS, [String(PROFILES)], { encoding: 'utf8', maxBuffer: 64 << 20 });
assert.equal(made.status, 0, made.stderr);
const requests = made.stdout
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** Fetches JSON; `look` sees the text. */
async function ask(base, body, look = () => {}) {
  const response = await fetch(`${base}/api/v1/match`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  assert.equal(response.status, 200, text);
  look(text);
  return JSON.parse(text);
}

/** Reads each address once, as a client that keeps what never changes. */
function keeper(base) {
  const kept = new Map();
  return async (address) => {
    if (!kept.has(address)) {
      const response = await fetch(base + address);
      assert.equal(response.status, 200, address);
      assert.match(response.headers.get('cache-control'), /immutable/, address);
      kept.set(address, await response.json());
    }
    return kept.get(address);
  };
}

/** What is wrong with an answer by the public document. */
function faultsOf(route, method, answer) {
  const record = { method, path: route, route, query: [], body: '{"profile":{}}', status: 200 };
  const headers = ['cache-control', 'content-type', 'etag', 'x-request-id'];
  return contract.faultsOf({ ...record, type: 'application/json', headers, answer: JSON.stringify(answer) });
}

test('a core answer joined with its texts is the full one, for a thousand companies', async () => {
  assert.ok(requests.length > PROFILES, `${requests.length} requests`);
  await withService(async (base) => {
    const textsAt = keeper(base);
    const addresses = new Set();
    for (const [index, request] of requests.entries()) {
      const core = await ask(base, request);
      const full = await ask(base, { ...request, detail: 'full' });
      addresses.add(core.texts);
      assert.deepEqual(join(core, await textsAt(core.texts)), full, JSON.stringify(request));
      assert.equal(JSON.stringify(join(core, await textsAt(core.texts))), JSON.stringify(full));
      assert.deepEqual(faultsOf('/api/v1/match', 'POST', core), []);
      if (index % FULL_EVERY === 0) assert.deepEqual(faultsOf('/api/v1/match', 'POST', full), []);
    }
    for (const address of addresses) {
      assert.deepEqual(faultsOf('/api/v1/measures', 'GET', await textsAt(address)), [], address);
    }
    assert.ok(addresses.size > 1 && addresses.size < 10, [...addresses].join());
  });
});

test('a selection and a list of verdicts are joined alike', async () => {
  await withService(async (base) => {
    const textsAt = keeper(base);
    for (const more of [{ include: ['eligible'] }, { measures: ['11.1.1a', '8.1.a'] }, { topics: ['award'] }]) {
      const core = await ask(base, { ...README, ...more });
      const full = await ask(base, { ...README, ...more, detail: 'full' });
      assert.deepEqual(join(core, await textsAt(core.texts)), full);
    }
  });
});

test('texts of another catalogue are refused', async () => {
  await withService(async (base) => {
    const core = await ask(base, README);
    const texts = await keeper(base)(core.texts);
    assert.throws(() => join({ ...core, catalogue: 'sha256:0' }, texts), /different catalogues/);
    assert.throws(() => join(core, { ...texts, measures: [] }), /lack/);
  });
});

/** The profile of `requests` with most answers. */
function longest() {
  const sizeOf = ({ profile }) => Object.keys(profile).length;
  return requests.reduce((best, each) => (sizeOf(each) > sizeOf(best) ? each : best));
}

test('core answers and verdicts are small', async () => {
  const asked = {
    README,
    'the form, full': longest(),
    'no answer': { profile: {}, as_of: '2026-11-25' },
  };
  await withService(async (base) => {
    console.log(`${''.padEnd(18)}${['verdicts', 'core', 'full'].map((each) => each.padStart(18)).join('')}`);
    for (const [name, request] of Object.entries(asked)) {
      const sizes = {};
      for (const detail of ['verdicts', 'core', 'full']) {
        const measure = (text) => (sizes[detail] = [Buffer.byteLength(text), gzipSync(text).length]);
        await ask(base, { ...request, detail }, measure);
      }
      console.log(
        name.padEnd(18) +
          Object.values(sizes)
            .map((each) => each.join(' / ').padStart(18))
            .join(''),
      );
      assert.ok(sizes.core[0] <= MOST_CORE, `${name}: core has ${sizes.core[0]} bytes`);
      assert.ok(sizes.verdicts[0] <= MOST_VERDICTS, `${name}: verdicts have ${sizes.verdicts[0]} bytes`);
    }
    let most = 0;
    for (const request of requests.filter((_, index) => index % 20 === 0)) {
      await ask(base, request, (text) => (most = Math.max(most, Buffer.byteLength(text))));
    }
    console.log(`the longest core answer of ${Math.ceil(requests.length / 20)}: ${most} bytes`);
    const texts = await fetch(`${base}/api/v1/measures?detail=full`);
    const text = await texts.text();
    console.log(`the texts: ${Buffer.byteLength(text)} / ${gzipSync(text).length}`);
  });
});
