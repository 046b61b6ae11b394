/**
 * Programs of other people's that are written in Python, each in an environment of its own under the cache
 * folder, every version named. Nothing of the product needs them.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** It cannot be tried on this machine now; nothing is said about the app. */
export class CannotTry extends Error {}

export interface PythonProgram {
  /** What a sentence calls it, and the beginning of its folder. */
  readonly name: string;
  /** The file it starts with, in the environment's `bin`. */
  readonly program: string;
  /** A requirements file that names every version; nothing else is installed. */
  readonly requirements: string;
}

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

/** The path of a program; installs it when these versions are not in the cache. Throws `CannotTry`. */
export function programOf(
  { name, program, requirements }: PythonProgram,
  say: (line: string) => void,
): string {
  const python = findPython();
  if (python === null)
    throw new CannotTry(
      `There is no Python 3.10 or newer with venv on this machine, so the ${name} cannot run.`,
    );
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = path.join(cacheFolder(), `${name}-${digest}`);
  const file = path.join(folder, 'bin', program);
  if (existsSync(path.join(folder, 'complete'))) return file;
  say(`installing the ${name} into ${folder}, once`);
  rmSync(folder, { recursive: true, force: true });
  const steps: readonly (readonly [string, readonly string[]])[] = [
    [python, ['-m', 'venv', folder]],
    [
      path.join(folder, 'bin', 'python'),
      ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '-r', requirements],
    ],
  ];
  for (const [tool, args] of steps) {
    const { status, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
    if (status !== 0)
      throw new CannotTry(
        `The ${name} could not be downloaded: ${stderr.trim().split('\n').at(-1) ?? 'no reason given'}. ` +
          'Look at the network or the package index this machine uses, and run it again.',
      );
  }
  writeFileSync(path.join(folder, 'complete'), '');
  return file;
}
