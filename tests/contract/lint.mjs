// What redocly and spectral say of both API documents: no error, and no warning but those that
// redocly.yaml and spectral.yaml switch off, each with its reason.

import { spawnSync } from 'node:child_process';

const LINTERS = [
  ['redocly', ['lint', '--config', 'redocly.yaml', '--max-problems', '100', 'public.json', 'desk.json']],
  ['spectral', ['lint', '--ruleset', 'spectral.yaml', '--fail-severity', 'warn', 'public.json', 'desk.json']],
];

let failed = false;
for (const [name, words] of LINTERS) {
  const run = spawnSync(`node_modules/.bin/${name}`, words, {
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
  });
  console.log(`${name}: ${run.status}\n${run.stdout}${run.stderr}`);
  if (run.status !== 0) failed = true;
}
process.exitCode = failed ? 1 : 0;
