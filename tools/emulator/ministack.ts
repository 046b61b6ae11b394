/**
 * MiniStack, an AWS emulator of other people's, in a Python environment of its own under the cache folder: no
 * Docker, nothing but the loopback interface.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { programOf } from './python.ts';

const HERE = import.meta.dirname;
const REQUIREMENTS = path.join(HERE, 'requirements.txt');
export const REGION = 'eu-west-1';
export const ACCOUNT = '000000000000';

/** The emulator's program. Throws `CannotTry`. */
export const installed = (say: (line: string) => void): string =>
  programOf({ name: 'emulator', program: 'ministack', requirements: REQUIREMENTS }, say);

export interface Emulator {
  readonly url: string;
  /** Moves the clock of all functions ahead, to so many minutes from the machine's. */
  shiftTo(minutes: number): void;
  /** The last of what it and the functions printed. */
  log(): string;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const KEPT_LETTERS = 20_000;
const LOOKS = 600;

/** Starts it empty, its files in `folder`. */
export async function startEmulator(program: string, folder: string): Promise<Emulator> {
  const scratch = path.join(folder, 'scratch');
  mkdirSync(scratch, { recursive: true });
  // Its workers are CommonJS in files that say nothing of it: a package.json further up must not decide.
  writeFileSync(path.join(scratch, 'package.json'), '{"type":"commonjs"}');
  const [shift, preload] = [path.join(folder, 'shift'), path.join(scratch, 'clock-shift.mjs')];
  writeFileSync(shift, '0');
  cpSync(path.join(HERE, 'clock-shift.mjs'), preload);
  const port = await freePort();
  const { AWS_ENDPOINT_URL: _, ...environment } = process.env;
  const child: ChildProcess = spawn(program, [], {
    cwd: scratch,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environment,
      TMPDIR: scratch,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_REGION: REGION,
      MINISTACK_ACCOUNT_ID: ACCOUNT,
      NODE_OPTIONS: `--import=file://${preload}`,
      NODE_NO_WARNINGS: '1',
      CALF_COACH_CLOCK_SHIFT: shift,
    },
  });
  let text = '';
  const keep = (chunk: Buffer): void => {
    text = (text + chunk.toString('utf8')).slice(-KEPT_LETTERS);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const emulator: Emulator = {
    url,
    shiftTo: (minutes) => writeFileSync(shift, String(minutes)),
    log: () => text,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
  for (let look = 0; look < LOOKS && child.exitCode === null; look += 1) {
    const up = await fetch(`${url}/_ministack/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return emulator;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await emulator.stop();
  throw new Error(`The emulator did not start:\n${text}`);
}
