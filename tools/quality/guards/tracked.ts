/** Generated files that are committed must be what the build makes of their sources. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Digest by name of every file git knows; throws where there is no repository. */
export function trackedFiles(root: string): ReadonlyMap<string, string> {
  const listed = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  if (listed.status !== 0)
    throw new Error('generated files: this is not a git repository, so nobody can say what is committed');
  const names = listed.stdout.split('\0').filter((name) => name !== '' && existsSync(path.join(root, name)));
  return new Map(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(root, name)))
        .digest('hex'),
    ]),
  );
}

/** Names that differ between two listings. */
export const changedFiles = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .sort();
