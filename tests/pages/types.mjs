// Checks the types of the pages' scripts: `tsc --noEmit` over tsconfig.json, strict. Scripts that a
// rewrite is planned for are parsed and imported, but held only once they are rewritten.
// node types.mjs TSCONFIG CONTRACT_TYPES
import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';

// The start, form and result of a company become a run of screens. The queue and the matters of the
// desk become a worklist. A script that has no error left may not stay on this list.
const TO_BE_REWRITTEN = [
  'company/pages/form.js',
  'shared/form/issues.js',
  'shared/form/sections.js',
  'desk/matter/steps.js',
  'desk/pages/matter.js',
  'desk/pages/queue.js',
  'desk/queue/filters.js',
];

const config = resolve(process.argv[2]);
const contract = resolve(process.argv[3]);
const scripts = resolve(dirname(config), '../../webroot/js');
const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail };
const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(
  config,
  { paths: { contract: [contract] } },
  host,
);
const program = ts.createProgram(fileNames, options);
const found = [...errors, ...ts.getPreEmitDiagnostics(program)];

const nameOf = ({ file }) => (file ? relative(scripts, file.fileName) : '');
const isExcused = (problem) => TO_BE_REWRITTEN.some((name) => nameOf(problem).startsWith(name));
const counted = found.filter((problem) => !isExcused(problem));
const idle = TO_BE_REWRITTEN.filter((name) => !found.some((problem) => nameOf(problem).startsWith(name)));

if (counted.length > 0) fail(...counted);
if (fileNames.length < 100) complain(`only ${fileNames.length} scripts were found`);
for (const name of idle) complain(`${name} has no error: take it off the list in types.mjs`);
console.log(`${fileNames.length} scripts, ${found.length - counted.length} errors in those that will be rewritten`);

function fail(...problems) {
  const format = {
    getCurrentDirectory: () => process.cwd(),
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  };
  complain(ts.formatDiagnostics(problems, format));
}

function complain(text) {
  console.error(text);
  process.exitCode = 1;
}
