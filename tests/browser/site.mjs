// The program and a browser on it, for one test file.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { Program } from './program.mjs';

export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 900 };

const PATIENCE = 15000;

/** Registers start and end of program and browser; `site.open()` is a fresh visitor's tab, on the form. */
export function useSite() {
  const site = {};
  before(async () => {
    site.program = await Program.start();
    site.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  });
  after(async () => {
    await site.browser?.close();
    await site.program?.end();
  });
  site.open = (viewport = phone, path = '/#/form') => open(site, viewport, path);
  return site;
}

async function open(site, viewport, path) {
  const context = await site.browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
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
  await page.context().close();
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
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window, `content is ${content} px wide in a window of ${window} px`);
}

/** The JSON bodies of the match requests that leave the page from now on. */
export function matchBodies(page) {
  const bodies = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/match')) bodies.push(request.postDataJSON());
  });
  return bodies;
}

/**
 * Holds back what is asked under `path`, until `release()`: `{asked, methods, release}`, where `asked`
 * resolves when the first request is there. `answer(route)` then answers; without it the service does.
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

/** Resolves when what follows an answer that has arrived has had its turn: another one has come. */
export function turn(page) {
  return page.evaluate(async () => {
    await (await fetch('/api/v1/facts')).json();
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  });
}

/** What the service answers under `/api/v1/`. */
export async function record(site, path) {
  return (await fetch(`${site.program.base}/api/v1/${path}`)).json();
}

/** A tab whose answers were given before, on its result. `entries` as the page keeps them. */
export async function answered(site, viewport, entries) {
  const page = await site.open(viewport);
  await page.locator('form').waitFor();
  await page.evaluate(
    (kept) => sessionStorage.setItem('policycalc.answers.1', JSON.stringify({ entries: kept })),
    entries,
  );
  await page.goto(`${site.program.base}/#/result`);
  await page.reload();
  await page.locator('.result').waitFor();
  return page;
}
