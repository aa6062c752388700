// Holds every answer that the API tests recorded against the API documents: by route, status and
// media type. A status, a member or a query parameter that no document describes is a fault.

import { readFile, readdir } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { Contract } from './contract.mjs';

const MOST_SHOWN = 40;
/** Lists of codes each of which some answer must have, lest a document promises what no code does. */
const CODES = /^(CommonIssue|FeedbackIssue|DeskIssue|Warning|Notice)Code$/;
/** Codes that no request brings about by itself. */
const BEYOND_REQUESTS = {
  'CommonIssueCode too_large': 'the server refuses a body of that size unread',
  'DeskIssueCode last_administrator': 'administrators cannot end their own account; two at the same time could',
  'DeskIssueCode no_table': 'the library for workbooks has to fail',
};

const contract = new Contract(
  await Promise.all(['public.json', 'desk.json'].map(async (name) => JSON.parse(await readFile(name, 'utf8')))),
);

const faults = new Map();
let answers = 0;
const folder = process.env.RECORDED_ANSWERS;
for (const file of await readdir(folder).catch(() => [])) {
  for await (const line of createInterface({ input: createReadStream(join(folder, file)) })) {
    const record = JSON.parse(line);
    answers += 1;
    for (const fault of contract.faultsOf(record)) {
      const what = `${record.method} ${record.route || record.path} ${record.status}: ${fault}`;
      faults.set(what, (faults.get(what) ?? 0) + 1);
    }
  }
}

const unmet = contract.unmet(CODES).filter((code) => !(code in BEYOND_REQUESTS));
const unseen = answers > 0 ? [...contract.unseen(), ...unmet] : [];
console.log(`${answers} answers, ${contract.seenCount()} kinds of answers, ${faults.size} kinds of faults`);
for (const [what, times] of [...faults].slice(0, MOST_SHOWN)) console.log(`${times} x ${what}`);
for (const what of unseen) console.log(`no test sees ${what}`);
if (answers === 0) console.log(`nothing was recorded in ${folder}`);
process.exitCode = answers === 0 || faults.size > 0 || unseen.length > 0 ? 1 : 0;
