/**
 * MiniStack, an AWS emulator of other people's, in a Python environment of its own under the cache folder: no
 * Docker, nothing but the loopback interface.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import path from 'node:path';

const HERE = import.meta.dirname;
const REQUIREMENTS = path.join(HERE, 'requirements.txt');
export const REGION = 'eu-west-1';
export const ACCOUNT = '000000000000';

/** It cannot be tried on this machine now; nothing is said about the app. */
export class CannotTry extends Error {}

/** The interpreter, or null where there is no Python 3 that can make an environment. */
function findPython(): string | null {
  const found = ['python3', 'python'].find(
    (name) =>
      spawnSync(name, ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))']).status ===
      0,
  );
  return found ?? null;
}

const cacheFolder = (): string =>
  path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'calf-coach');

/** The emulator's program; installs it when this version is not in the cache. Throws `CannotTry`. */
export function installed(say: (line: string) => void): string {
  const python = findPython();
  if (python === null)
    throw new CannotTry(
      'There is no Python 3.10 or newer with venv on this machine, so the emulator cannot run.',
    );
  const digest = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const folder = path.join(cacheFolder(), `emulator-${digest}`);
  const program = path.join(folder, 'bin', 'ministack');
  if (existsSync(path.join(folder, 'complete'))) return program;
  say(`installing the emulator into ${folder}, once`);
  rmSync(folder, { recursive: true, force: true });
  const steps: readonly (readonly [string, readonly string[]])[] = [
    [python, ['-m', 'venv', folder]],
    [
      path.join(folder, 'bin', 'python'),
      ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '-r', REQUIREMENTS],
    ],
  ];
  for (const [tool, args] of steps) {
    const { status, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
    if (status !== 0)
      throw new CannotTry(
        `The emulator could not be downloaded: ${stderr.trim().split('\n').at(-1) ?? 'no reason given'}. ` +
          'Look at the network or the package index this machine uses, and run it again.',
      );
  }
  writeFileSync(path.join(folder, 'complete'), '');
  return program;
}

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
