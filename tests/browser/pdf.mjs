// The text of a page as it prints on A4.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * `{pages, lines, flow}`: the laid-out text of each sheet, all lines, and the text in document order
 * without blanks, which keeps a sentence whole where its cell breaks it into lines.
 */
export async function printed(page) {
  const folder = await mkdtemp(join(tmpdir(), 'policycalc-pdf-'));
  try {
    const file = join(folder, 'page.pdf');
    await writeFile(file, await page.pdf({ format: 'A4' }));
    const [laid, raw] = await Promise.all(['-layout', '-raw'].map((mode) => text(mode, file)));
    return { pages: laid.split('\f').slice(0, -1), lines: laid.split(/[\n\f]/), flow: squeeze(raw) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The text of a PDF in document order, without blanks. */
export async function textOf(bytes) {
  const folder = await mkdtemp(join(tmpdir(), 'policycalc-pdf-'));
  try {
    const file = join(folder, 'file.pdf');
    await writeFile(file, bytes);
    return squeeze(await text('-raw', file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes blanks and unifies variants of a character. */
export function squeeze(words) {
  return words.normalize('NFKC').replace(/\s+/g, '');
}

async function text(mode, file) {
  return (await run('pdftotext', ['-enc', 'UTF-8', mode, file, '-'], { maxBuffer: 1 << 24 })).stdout;
}
