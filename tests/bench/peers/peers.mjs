// The same rules and companies by json-rules-engine, DuckDB, numpy and this program, in turns; rates are in
// companies a second of processor time on one core.
import { execFileSync } from 'node:child_process';

import { DuckDBInstance } from '@duckdb/node-api';
import { Engine } from 'json-rules-engine';

const [program, columns] = process.argv.slice(2);
const ROUNDS = 5;
const MOST_BYTES = 1 << 30;
const COPIES = 20;
/** json-rules-engine takes milliseconds a company. */
const FEW = 64;

const tool = (what) => JSON.parse(execFileSync(program, [what], { maxBuffer: MOST_BYTES, encoding: 'utf8' }));
const exported = execFileSync(program, ['export'], { maxBuffer: MOST_BYTES, encoding: 'utf8' });
const { rules, profiles, sql, rows } = JSON.parse(exported);
/** Null where Debian's Python has no numpy. */
const byNumpy = () => JSON.parse(execFileSync('/usr/bin/python3', [columns], { input: exported, encoding: 'utf8' }));

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Companies a second of processor time. */
async function rate(companies, work) {
  const begin = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begin);
  return (companies * 1e6) / (user + system);
}

function rulesEngine() {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator('hasAny', (has, wanted) => Array.isArray(has) && wanted.some((one) => has.includes(one)));
  engine.addOperator('hasAll', (has, wanted) => Array.isArray(has) && wanted.every((one) => has.includes(one)));
  for (const { id, all } of rules) engine.addRule({ conditions: { all }, event: { type: id } });
  return engine;
}

async function database() {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run(sql);
  for (let copy = 0; copy < COPIES; copy += 1) {
    const values = rows.map((row, at) => `('${copy}-${at}'${row})`);
    await connection.run(`INSERT INTO companies VALUES ${values.join(',')}`);
  }
  return connection;
}

const counts = rules.map(({ id }) => `count(*) FILTER (WHERE "${id}" = 'eligible')`);
const question = `SELECT ${counts.join(', ')} FROM companies_verdicts`;

const engine = rulesEngine();
const connection = await database();
const found = { rules: [], duckdb: [], explained: [], columns: [], numpy: [] };
for (let round = 0; round <= ROUNDS; round += 1) {
  const ours = tool('measure');
  const byRules = await rate(FEW, async () => {
    for (const profile of profiles.slice(0, FEW)) await engine.run(profile);
  });
  const byDuckdb = await rate(rows.length * COPIES, () => connection.runAndReadAll(question));
  const numpy = byNumpy();
  if (round === 0) continue; // warms up
  if (numpy) found.numpy.push(numpy.numpy);
  found.rules.push(byRules);
  found.duckdb.push(byDuckdb);
  found.explained.push(ours.explained);
  found.columns.push(ours.columns);
}
connection.closeSync();

const whole = (number) => Math.round(number).toLocaleString('en');
for (const [name, rates] of Object.entries(found)) if (rates.length > 0) console.log(`${name.padEnd(12)} ${whole(middle(rates))}/s`);

function tell(what, value, bound) {
  const met = value >= bound ? 'met' : 'missed';
  console.log(`${what.padEnd(58)} ${value.toFixed(1).padStart(12)}  >= ${bound.toLocaleString('en')}  ${met}`);
}
const ratio = (ours, theirs) => middle(ours.map((one, at) => one / theirs[at]));
tell('explained row, companies a second', middle(found.explained), 100_000);
tell('explained row to json-rules-engine', ratio(found.explained, found.rules), 100);
tell('columns, companies a second', middle(found.columns), 10_000_000);
tell('columns to DuckDB', ratio(found.columns, found.duckdb), 30);
if (found.numpy.length > 0) tell('columns to numpy', ratio(found.columns, found.numpy), 3);
else console.log('columns to numpy: left out, as python3-numpy is not installed');
