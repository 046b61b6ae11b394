/**
 * `npm start`: builds what is stale and runs the whole system on this machine (CONTRACT §1). The run is packed into one file and runs in a plain Node
 * of its own: under the TypeScript loader every bundle is read and kept several times, which triples the memory.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf, isFresh, type StepFiles, writeStamp } from './build/stamp.ts';
import { build } from './build.ts';
import { ROOT } from './gate/tree.ts';
import { isMain, runMain } from './main.ts';

const PACKED = 'dist/local/start.mjs';
const STEP: StepFiles = {
  name: 'local run',
  inputs: ['local', 'program', 'functions/shell', 'cli/start.ts', 'package.json', 'package-lock.json'],
  outputs: [PACKED],
};
/** Short-lived garbage is collected sooner: 60 MB less, and nobody waits for it. */
const SMALL_NURSERY = '--max-semi-space-size=4';
const WATCH_MS = 500;
/** As the shell says it: 128 and the number of the signal. */
const KILLED = 130;

/** Packs the local run, if it is stale. Packages stay outside: they are installed beside it. */
export async function packRun(): Promise<void> {
  if (isFresh(ROOT, STEP)) return;
  const inputs = digestOf(ROOT, STEP.inputs);
  const { build: pack } = await import('esbuild');
  await pack({
    absWorkingDir: ROOT,
    entryPoints: ['local/main.ts'],
    outfile: PACKED,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    logLevel: 'silent',
  });
  writeStamp(ROOT, STEP, inputs);
}

/** The process that started ours, from Linux's own list; null where there is none. */
function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

/**
 * Tells when those who started us are gone. A signal to `npm start` reaches npm's shell and stops there; the command would live on, its port taken.
 * Our own parent is the TypeScript loader, its parent that shell.
 */
function watchParents(gone: () => void): NodeJS.Timeout {
  const parent = process.ppid;
  const shell = process.env['npm_lifecycle_event'] === 'start' ? parentOf(parent) : null;
  const timer = setInterval(() => {
    if (process.ppid === parent && (shell === null || parentOf(parent) === shell)) return;
    clearInterval(timer);
    gone();
  }, WATCH_MS);
  return timer;
}

function runPacked(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SMALL_NURSERY, path.join(ROOT, PACKED), ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, pass);
    const timer = watchParents(() => pass('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(timer);
      resolve(code ?? KILLED);
    });
  });
}

if (isMain(import.meta)) {
  await runMain(async () => {
    await build();
    await packRun();
    return runPacked(process.argv.slice(2));
  });
  // A signal handler alone would keep nothing alive; the code of the run is ours.
  process.exit();
}
