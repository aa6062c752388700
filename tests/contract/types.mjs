// Writes the types of both API documents: public.d.ts, desk.d.ts, and types.d.ts, which names the
// schemas of each (`Public['MatchAnswer']`, `Desk['Matter']`).

import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import openapiTypescript from 'openapi-typescript';

for (const name of ['public', 'desk']) {
  const document = JSON.parse(await readFile(`${name}.json`, 'utf8'));
  const types = await openapiTypescript(document, { cwd: pathToFileURL(`${resolve('.')}/`) });
  await writeFile(`${name}.d.ts`, types);
}
await writeFile(
  'types.d.ts',
  `// Made by types.mjs from the API documents.
export type Public = import('./public.js').components['schemas'];
export type Desk = import('./desk.js').components['schemas'];
`,
);
