// A class belongs to one sheet: the selectors that begin with it stand in that sheet alone. So a page
// that loads a second sheet cannot change the look of what the first one draws.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// The print sheet hides and widens what the other sheets draw.
const SHARED = new Set(['print.css']);

/** The selectors of a sheet, those within `@media` too. */
function selectors(css) {
  const plain = css.replace(/\/\*[^]*?\*\//g, '');
  return [...plain.matchAll(/([^{};]+)\{/g)]
    .map(([, list]) => list.trim())
    .filter((list) => list !== '' && !list.startsWith('@'))
    .flatMap((list) => list.split(/,(?![^(]*\))/).map((selector) => selector.trim()));
}

const folder = join(process.argv[2], 'css');
const sheetsOf = new Map();
for (const sheet of readdirSync(folder).filter((name) => name.endsWith('.css') && !SHARED.has(name))) {
  for (const selector of selectors(readFileSync(join(folder, sheet), 'utf8'))) {
    // Large type is no page: what follows it counts.
    const first = /\.[a-zA-Z][\w-]*|\[data-(?!care)[a-z]+\]/.exec(selector)?.[0];
    if (first) sheetsOf.set(first, (sheetsOf.get(first) ?? new Map()).set(sheet, selector));
  }
}

const twice = [...sheetsOf].filter(([, sheets]) => sheets.size > 1);
for (const [name, sheets] of twice) {
  console.error(`${name}: ${[...sheets].map(([sheet, selector]) => `${sheet} (${selector})`).join(', ')}`);
}
if (sheetsOf.size < 100) {
  console.error(`only ${sheetsOf.size} classes were found in ${folder}`);
  process.exitCode = 1;
}
if (twice.length > 0) {
  console.error('Begin the selector with a class of its own page or part.');
  process.exitCode = 1;
}
