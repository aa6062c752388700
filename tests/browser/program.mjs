// Starts and stops the program under test.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const READY = /^listening on (http:\/\/127\.0\.0\.1:(\d+))$/;

export class Program {
  folder;
  #process;
  #gone;
  #settings;

  /** @param {Record<string, string>} settings by their variables */
  constructor(settings) {
    this.#settings = settings;
  }

  /** Most tests have no phone at hand. */
  static async start(settings = { POLICYCALC_SECOND_FACTOR: 'off' }) {
    const program = new Program(settings);
    program.folder = await mkdtemp(join(tmpdir(), 'policycalc-browser-'));
    await program.run(0);
    return program;
  }

  /** Runs it on `port` (0: any) and waits for the line that says it is ready. */
  async run(port) {
    const { TESTED_PROGRAM: program, TESTED_POLICIES: policies, TESTED_WEBROOT: webroot } = process.env;
    this.#process = spawn(program, ['--policies', policies, 'serve', '--webroot', webroot, '--port', String(port)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: this.#environment(),
    });
    let said = '';
    this.#process.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-4000);
    });
    this.#gone = once(this.#process, 'exit');
    const ready = new Promise((resolve) => {
      createInterface({ input: this.#process.stdout }).on('line', (line) => {
        const match = READY.exec(line);
        if (match) resolve(match);
      });
    });
    const match = await Promise.race([
      ready,
      this.#gone.then(([code]) => {
        throw new Error(`the program ended with ${code} before it was ready: ${said}`);
      }),
    ]);
    this.base = match[1];
    this.port = Number(match[2]);
  }

  /** Runs another command on the same database and returns what it prints. */
  command(...words) {
    return execFileSync(process.env.TESTED_PROGRAM, words, { encoding: 'utf8', env: this.#environment() });
  }

  #environment() {
    return { ...process.env, ...this.#settings, POLICYCALC_DATABASE: join(this.folder, 'test.db') };
  }

  async stop() {
    this.#process.kill('SIGTERM');
    await this.#gone;
  }

  async end() {
    if (this.#process.exitCode === null && this.#process.signalCode === null) await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
