// The clients of the kit against the running service: JavaScript here, Python as a program.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join as pathOf } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

import { withService } from './service.mjs';

const kit = pathOf(process.env.TESTED_WEBROOT, 'kit');
const { Client, Refused, check, join } = await import(pathToFileURL(pathOf(kit, 'policycalc.js')));
const PROFILE = { district: '360702', ownership: 'private', quality_awards: ['china_quality_award'] };
const EVERY = 25; // of the pack: the check of the policies runs all of it

/** What Python prints, as JSON, when it runs `lines` with the kit and the words that follow. */
async function python(lines, ...words) {
  const child = spawn('python3', ['-B', '-c', lines, ...words], {
    env: { ...process.env, PYTHONPATH: kit },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let trouble = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (trouble += text));
  const [code] = await once(child, 'close');
  assert.equal(code, 0, trouble);
  return JSON.parse(out);
}

/** A server that answers each request with the next of `answers`: [status, headers, body]. */
async function withAnswers(answers, use) {
  const seen = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    const [status, headers, body] = answers.shift();
    response.writeHead(status, headers).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await use(`http://127.0.0.1:${server.address().port}`, seen);
  } finally {
    server.close();
  }
}

test('the conformance pack passes, and a wrong expectation is told', async () => {
  await withService(async (base) => {
    const client = new Client(base);
    const { cases, ...rest } = await client.get('/api/v1/conformance');
    const some = { ...rest, cases: cases.filter((_, index) => index % EVERY === 0) };
    assert.ok(some.cases.length > 20);
    assert.deepEqual(await check(client, some), []);
    const [first] = some.cases;
    const [measure] = Object.keys(first.verdicts);
    const wrong = { cases: [{ ...first, verdicts: { [measure]: 'nonsense' } }] };
    assert.match((await check(client, wrong))[0], new RegExp(`${measure} is .*, not nonsense`));
    const lines = `
import json, sys, policycalc
client = policycalc.Client(sys.argv[1])
pack = client.get("/api/v1/conformance")
pack["cases"] = pack["cases"][::${EVERY}]
wrong = {"cases": [{**pack["cases"][0], "verdicts": {"11.1.1a": "nonsense"}}]}
print(json.dumps([policycalc.check(client, pack), policycalc.check(client, wrong)]))`;
    const [right, told] = await python(lines, base);
    assert.deepEqual(right, []);
    assert.match(told[0], /11\.1\.1a is .*, not nonsense/);
  });
});

test('both clients join the short answer to the whole one', async () => {
  await withService(async (base) => {
    const client = new Client(`${base}/`);
    const profiles = [
      {},
      PROFILE,
      ...(await client.get('/api/v1/conformance')).cases.slice(0, 300).map((one) => one.request.profile),
    ];
    const some = profiles.filter((_, index) => index < 2 || index % 20 === 0);
    const whole = [];
    for (const profile of some) {
      const full = await client.post('/api/v1/match', { profile, detail: 'full', as_of: '2026-11-25' });
      assert.deepEqual(await client.match(profile, { as_of: '2026-11-25' }), full);
      whole.push(full);
    }
    const lines = `
import json, sys, policycalc
client = policycalc.Client(sys.argv[1])
print(json.dumps([client.match(profile, as_of="2026-11-25") for profile in json.loads(sys.argv[2])]))`;
    assert.deepEqual(await python(lines, base, JSON.stringify(some)), whole);
  });
});

test('a refusal names what is wrong', async () => {
  await withService(async (base) => {
    const refused = await new Client(base).match({ employee: 3 }).catch((error) => error);
    assert.ok(refused instanceof Refused);
    assert.deepEqual([refused.status, refused.code], [400, 'invalid_request']);
    assert.match(refused.message, /\/profile\/employee: unknown_fact: /);
    assert.deepEqual(refused.problem.issues[0].instead, ['employees']);
    const lines = `
import json, sys, policycalc
try:
    policycalc.Client(sys.argv[1]).match({"employee": 3})
except policycalc.Refused as refused:
    print(json.dumps([refused.status, refused.code, str(refused)]))`;
    const [status, code, text] = await python(lines, base);
    assert.deepEqual([status, code], [400, 'invalid_request']);
    assert.match(text, /\/profile\/employee: unknown_fact: /);
  });
});

test('a profile is saved, read, changed and deleted', async () => {
  await withService(async (base) => {
    const client = new Client(base);
    const { code, revision } = await client.save({ profile: PROFILE, expires_in_days: 30 });
    assert.deepEqual((await client.saved(code)).profile, PROFILE);
    const changed = await client.change(code, { profile: { ...PROFILE, employees: 9 }, revision });
    assert.deepEqual([revision, changed.revision], [1, 2]);
    await assert.rejects(client.change(code, { profile: PROFILE, revision }), { status: 409 });
    assert.equal(await client.forget(code), null);
    await assert.rejects(client.saved(code), { status: 404 });
    const lines = `
import json, sys, policycalc
client = policycalc.Client(sys.argv[1])
profile = json.loads(sys.argv[2])
saved = client.save(profile, 30, needs=["award"])
code = saved["code"]
client.change(code, {**profile, "employees": 9}, saved["revision"])
told = [client.saved(code)["profile"]["employees"], client.forget(code)]
try:
    client.saved(code)
except policycalc.Refused as refused:
    print(json.dumps([*told, refused.status]))`;
    assert.deepEqual(await python(lines, base, JSON.stringify(PROFILE)), [9, null, 404]);
  });
});

test('a client waits as long as it is told, and gives up in the end', async () => {
  const busy = [429, { 'Retry-After': '7' }, '{"code":"too_many_requests"}'];
  const done = [200, { 'Content-Type': 'application/json' }, '{"facts":[]}'];
  await withAnswers([busy, busy, done], async (base, seen) => {
    const waits = [];
    const client = new Client(base, { key: 'pck_sec_X', sleep: async (seconds) => waits.push(seconds) });
    assert.deepEqual(await client.get('/api/v1/facts'), { facts: [] });
    assert.deepEqual(waits, [7, 7]);
    assert.equal(seen[0]['x-api-key'], 'pck_sec_X');
  });
  await withAnswers([busy, busy, busy], async (base) => {
    const client = new Client(base, { mostWait: 2, sleep: async (seconds) => assert.equal(seconds, 2) });
    await assert.rejects(client.get('/api/v1/facts'), { status: 429, code: 'too_many_requests' });
  });
  const lines = `
import json, sys, policycalc
waits = []
client = policycalc.Client(sys.argv[1], key="pck_sec_X", sleep=waits.append)
print(json.dumps([client.get("/api/v1/facts"), waits]))`;
  await withAnswers([busy, done], async (base, seen) => {
    assert.deepEqual(await python(lines, base), [{ facts: [] }, [7]]);
    assert.equal(seen[0]['x-api-key'], 'pck_sec_X');
  });
});

test('an answer that is no JSON is a refusal without a code', async () => {
  await withAnswers([[502, {}, '<html>']], async (base) => {
    await assert.rejects(new Client(base).get('/'), { status: 502, code: undefined });
  });
  assert.throws(() => join({ catalogue: 'a' }, { catalogue: 'b' }), /different catalogues/);
});
