// Every address of the sitemap as a reader on a phone opens it. What search engines read, sizes and
// links are in served.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { assertFits, leave, useSite } from './site.mjs';

const PUBLIC = 'https://policy.test';
const PHONE = { width: 360, height: 800 };
const TABS = 2;
const TITLE = { least: 6, most: 70 }; // characters; a list of results shows about 30 Chinese ones
const DESCRIPTION = { least: 20, most: 160 };
const RULES = ['color-contrast', 'target-size', 'image-alt', 'heading-order', 'link-name'];

const site = useSite({ POLICYCALC_SECOND_FACTOR: 'off', POLICYCALC_PUBLIC_URL: PUBLIC });
const seen = [];

test('every address opens on a phone', async () => {
  const xml = await (await fetch(`${site.program.base}/sitemap.xml`)).text();
  const paths = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, address]) => address.slice(PUBLIC.length))
    .filter((path) => path !== '/'); // the start page is not written by the server
  assert.ok(paths.length > 200, `${paths.length} addresses`);
  const tab = async () => {
    const page = await site.open(PHONE, '/favicon.svg');
    for (let path = paths.shift(); path; path = paths.shift()) seen.push(await read(page, path));
    await leave(page);
  };
  await Promise.all(Array.from({ length: TABS }, tab));
});

/** What is to be seen on the page of `path`. */
async function read(page, path) {
  await page.goto(site.program.base + path);
  await assertFits(page);
  const found = await page.evaluate(async () => {
    const html = await (await fetch(location.href, { headers: { Accept: 'text/html' } })).text();
    const served = new DOMParser().parseFromString(html, 'text/html');
    return {
      language: document.documentElement.lang,
      title: document.title,
      description: document.querySelector('meta[name="description"]')?.content ?? '',
      bare: served.querySelector('main').textContent,
      scripted: document.querySelector('main').textContent,
    };
  });
  return { path, ...found, faults: await violations(page, RULES) };
}

const length = (text) => [...text].length;

// A failure names every page that has it.
const each = (name, check) => test(name, () => assert.deepEqual(seen.flatMap(check), []));

each('axe-core finds no fault in contrast, size of targets, pictures, headings and links', ({ path, faults }) =>
  faults.map((fault) => `${path}: ${fault}`),
);
each('titles and descriptions have a length that lists of results show', ({ path, title, description }) =>
  [
    [title, TITLE],
    [description, DESCRIPTION],
  ]
    .filter(([text, { least, most }]) => length(text) < least || length(text) > most)
    .map(([text]) => `${path}: ${length(text)} characters: ${text}`),
);
each('a page says that it is Chinese', ({ path, language }) =>
  language === 'zh-Hans' ? [] : [`${path}: ${language}`],
);
each('scripts change nothing of what is said', ({ path, bare, scripted }) => (bare === scripted ? [] : [path]));
