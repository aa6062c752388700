// DuckDB gives the verdicts of the engine, cell by cell. The script comes from the program named by
// COMPARING_SCRIPT: it makes the tables and views of every period and compares them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

import { DuckDBInstance } from '@duckdb/node-api';

const MOST_BYTES = 1 << 30;
const LEAST_COMPANIES = 2000;

async function connect() {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  return instance.connect();
}

/** The rows of a query as arrays. */
async function rows(connection, query) {
  return (await connection.runAndReadAll(query)).getRowsJson();
}

/** Runs the script that COMPARING_SCRIPT writes with the arguments and returns the connection to its tables. */
async function compared(...extra) {
  const program = process.env.COMPARING_SCRIPT;
  assert.ok(program, 'COMPARING_SCRIPT names the program that writes the script');
  const script = execFileSync(program, ['duckdb', ...extra], { maxBuffer: MOST_BYTES, encoding: 'utf8' });
  const connection = await connect();
  await connection.run(script);

  const differences = await rows(connection, 'SELECT * FROM differences ORDER BY length(profile) LIMIT 5');
  assert.deepEqual(differences, [], 'day, profile, measure, by SQL, by the engine');
  const unanswered = await rows(connection, 'SELECT * FROM compared WHERE companies <> answers');
  assert.deepEqual(unanswered, [], 'round, companies, answers');
  const [[companies]] = await rows(connection, 'SELECT CAST(sum(companies) AS INTEGER) FROM compared');
  assert.ok(companies >= LEAST_COMPANIES, `only ${companies} companies were compared`);
  return connection;
}

test('DuckDB gives the verdicts of the engine', async () => {
  const connection = await compared();
  connection.closeSync();
});

test('DuckDB reads a registry by a mapping as policycalc batch does', async () => {
  const connection = await compared('mapped');
  const [[refused]] = await rows(connection, 'SELECT CAST(min(refused) AS INTEGER) FROM compared');
  assert.ok(refused > 100, `only ${refused} rows of a registry were refused`);
  connection.closeSync();
});
