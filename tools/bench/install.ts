/**
 * Packages that a command needs and the product does not: installed once, in a folder of their own, when the
 * command runs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../quality/guards/tree.ts';

/**
 * Installs what the lockfile of `folder` lists, unless that lockfile was installed there before. Throws a
 * sentence when npm cannot. `folder` is relative to the root of the project.
 */
export function installed(folder: string): void {
  const lock = readFileSync(path.join(ROOT, folder, 'package-lock.json'), 'utf8');
  const mark = path.join(ROOT, folder, 'node_modules', '.installed-lock.json');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  process.stderr.write(`installing the packages of ${folder}, once\n`);
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts'];
  const { status } = spawnSync('npm', args, {
    cwd: path.join(ROOT, folder),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error(
      `The packages of ${folder} could not be installed: run npm ci in that folder to see why.`,
    );
  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, lock);
}
