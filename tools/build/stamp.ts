/**
 * Content-hash stamps: a build step whose inputs and outputs are what they were after its last run is not run
 * again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesUnder } from '../quality/guards/tree.ts';

/** Files or folders, relative to the root. */
export interface StepFiles {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}
interface Stamp {
  readonly inputs: string;
  readonly outputs: string;
}

function expand(root: string, name: string): readonly string[] {
  const full = path.join(root, name);
  if (!existsSync(full)) return [];
  return statSync(full).isDirectory() ? filesUnder(root, name) : [name];
}

/**
 * One digest over names and contents of files and of everything in folders; a file that is missing counts as
 * missing.
 */
export function digestOf(root: string, names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of names.flatMap((name) => expand(root, name))) {
    hash.update(`${file}\0`);
    hash.update(
      createHash('sha256')
        .update(readFileSync(path.join(root, file)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

const stampFile = (root: string, name: string): string => path.join(root, '.cache', 'build', `${name}.json`);

const current = (root: string, step: StepFiles): Stamp => ({
  inputs: digestOf(root, step.inputs),
  outputs: digestOf(root, step.outputs),
});

/**
 * True when nothing the step reads or writes has changed since it was stamped; an output that was deleted or
 * edited makes it stale.
 */
export function isFresh(root: string, step: StepFiles): boolean {
  const file = stampFile(root, step.name);
  if (!existsSync(file) || step.outputs.some((output) => expand(root, output).length === 0)) return false;
  const now = current(root, step);
  const then = JSON.parse(readFileSync(file, 'utf8')) as Partial<Stamp>;
  return then.inputs === now.inputs && then.outputs === now.outputs;
}

/**
 * Remembers what the step read and wrote. `inputs` is the digest from before the run, so that an edit made
 * meanwhile is not lost.
 */
export function writeStamp(root: string, step: StepFiles, inputs: string): void {
  const file = stampFile(root, step.name);
  writeWhole(file, JSON.stringify({ inputs, outputs: digestOf(root, step.outputs) } satisfies Stamp));
}

/** Writes a file so that a reader sees the old one or the new one, never half of it. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const scratch = `${file}.${process.pid}.new`;
  writeFileSync(scratch, content);
  renameSync(scratch, file);
}
