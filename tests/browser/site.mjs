// Starts the program and a browser for one test file.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { Program } from './program.mjs';
import { patience, slowDown } from './slow.mjs';
import { eventually } from './soon.mjs';

export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 900 };

/**
 * Starts program and browser before the tests and ends them afterwards. `site.open()` is a new visitor's
 * tab on the form, `site.context(options)` a browser context. `settings` are the program's, see Program.
 */
export function useSite(settings) {
  const site = {};
  before(async () => {
    site.program = await Program.start(settings);
    site.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  });
  after(async () => {
    await site.browser?.close();
    await site.program?.end();
  });
  site.context = (options) => newContext(site, options);
  site.open = (viewport = phone, path = '/#/form') => open(site, viewport, path);
  return site;
}

async function newContext(site, options) {
  const context = await site.browser.newContext(options);
  context.setDefaultTimeout(patience);
  await context.addInitScript(waitForAnswers);
  await slowDown(context);
  return context;
}

// In the page: it gives up a request after 15 seconds, which a busy machine may need for an answer.
function waitForAnswers() {
  const start = window.setTimeout.bind(window);
  window.setTimeout = (act, time, ...rest) => start(act, time === 15_000 ? 600_000 : time, ...rest);
}

async function open(site, viewport, path) {
  const context = await site.context({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.mistakes = [];
  page.on('pageerror', (error) => page.mistakes.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) page.mistakes.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${site.program.base}/`)) page.mistakes.push(`foreign request ${request.url()}`);
  });
  await page.goto(site.program.base + path);
  return page;
}

/** Ends a visit: no script error, no foreign request, nothing against the content policy. */
export async function leave(page) {
  assert.deepEqual(page.mistakes, []);
  await endRoutes(page.context());
  await page.context().close();
}

// A route that still fetches its answer would fail outside every test once the context is gone.
async function endRoutes(context) {
  for (const one of [context, ...context.pages()]) await one.unrouteAll({ behavior: 'ignoreErrors' });
}

export const field = (page, fact) => page.locator(`[data-fact="${fact}"]`);

/** Opens the topic that holds the fact, as a person would: by its heading. */
export async function openTopic(page, fact) {
  const topic = page.locator('details.topic', { has: field(page, fact) });
  if (!(await topic.evaluate((element) => element.open))) await topic.locator('summary').first().click();
}

export async function submit(page) {
  await page.getByRole('button', { name: '查看结果' }).click();
}

export async function assertFits(page) {
  await eventually(async () => {
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(content <= window, `content is ${content} px wide in a window of ${window} px`);
  });
}

/** Collects the JSON bodies of the match requests that the page sends from now on. */
export function matchBodies(page) {
  const bodies = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/match')) bodies.push(request.postDataJSON());
  });
  return bodies;
}

/**
 * Holds back requests for `path` until `release()`; `asked` resolves when the first has come. Then
 * `answer(route)` answers, by default from the service.
 */
export async function hold(page, path, answer = (route) => route.continue()) {
  const methods = [];
  let release;
  let arrived;
  const gate = new Promise((resolve) => {
    release = resolve;
  });
  const asked = new Promise((resolve) => {
    arrived = resolve;
  });
  await page.route(path, async (route) => {
    methods.push(route.request().method());
    arrived();
    await gate;
    await answer(route);
  });
  return { asked, methods, release };
}

/** Resolves when the page has handled the answers that have arrived: a later request is answered, too. */
export function turn(page) {
  return page.evaluate(async () => {
    await (await fetch('/api/v1/facts', { cache: 'no-store' })).json();
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  });
}

/** The service's answer to `GET /api/v1/path`. */
export async function record(site, path) {
  return (await fetch(`${site.program.base}/api/v1/${path}`)).json();
}

/** A tab on the result of `entries`, answers in the form that the page keeps. */
export async function answered(site, viewport, entries) {
  // A page of ours would write its own answers over these before it leaves.
  const page = await site.open(viewport, '/favicon.svg');
  await page.evaluate(
    (kept) => sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries: kept })),
    entries,
  );
  await page.goto(`${site.program.base}/#/result`);
  await page.locator('.result').waitFor();
  return page;
}
