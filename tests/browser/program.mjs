// Starts and stops the program under test.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const kReady = /^listening on (http:\/\/127\.0\.0\.1:(\d+))$/;

export class Program {
  static async start() {
    const program = new Program();
    program.folder_ = await mkdtemp(join(tmpdir(), 'policycalc-browser-'));
    await program.run(0);
    return program;
  }

  /** Runs it on `port` (0: any) and waits for the line that says it is ready. */
  async run(port) {
    const { TESTED_PROGRAM: program, TESTED_POLICIES: policies, TESTED_WEBROOT: webroot } = process.env;
    this.process_ = spawn(program, ['--policies', policies, 'serve', '--webroot', webroot, '--port', String(port)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: this.environment_(),
    });
    let said = '';
    this.process_.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-4000);
    });
    this.gone_ = once(this.process_, 'exit');
    const ready = new Promise((resolve) => {
      createInterface({ input: this.process_.stdout }).on('line', (line) => {
        const match = kReady.exec(line);
        if (match) resolve(match);
      });
    });
    const match = await Promise.race([
      ready,
      this.gone_.then(([code]) => {
        throw new Error(`the program ended with ${code} before it was ready: ${said}`);
      }),
    ]);
    this.base = match[1];
    this.port = Number(match[2]);
  }

  /** Runs another command on the same database and returns what it prints. */
  command(...words) {
    return execFileSync(process.env.TESTED_PROGRAM, words, { encoding: 'utf8', env: this.environment_() });
  }

  environment_() {
    return { ...process.env, POLICYCALC_DATABASE: join(this.folder_, 'test.db') };
  }

  async stop() {
    this.process_.kill('SIGTERM');
    await this.gone_;
  }

  async end() {
    if (this.process_.exitCode === null && this.process_.signalCode === null) await this.stop();
    await rm(this.folder_, { recursive: true, force: true });
  }
}
