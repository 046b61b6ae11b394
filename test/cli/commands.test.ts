/**
 * Every command of `package.json` that is ours has a page of `--help`, and refuses an unknown option with a
 * list before any work.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../tools/quality/guards/tree.ts';

const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
/** Scripts that start a file of ours: name, and the arguments for Node. */
const OURS = Object.entries(scripts).flatMap(([name, script]) => {
  const [tool = '', ...rest] = script.split(' ');
  if (tool !== 'tsx' && tool !== 'node') return [];
  return [[name, tool === 'tsx' ? ['--import', 'tsx', ...rest] : rest] as const];
});
/** As a person types it. */
const commandOf = (name: string): string =>
  name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
const run = (args: readonly string[]) =>
  spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env: { ...process.env, DEBUG: '' } });

describe('the commands', () => {
  it('are the files of cli/, and each has a script', () => {
    // Parts of another command: the settings of a stage, and a verb of the operator's.
    const parts = ['cdk.ts', 'coach-why.ts'];
    const files = readdirSync(path.join(ROOT, 'cli')).filter((file) => !parts.includes(file));
    const started = new Set(
      OURS.map(([, args]) => path.basename(args.find((arg) => /^cli\//.test(arg)) ?? '')),
    );
    expect(files.filter((file) => !started.has(file))).toEqual([]);
    expect(OURS.length).toBeGreaterThan(10);
  });

  it.each(OURS)('%s --help prints its page', (name, args) => {
    const { status, stdout, stderr } = run([...args, '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      new RegExp(`^${commandOf(name)}: .+\\.\\n\\n(?:  .+\\n)*  -h, --help +shows this\\n`),
    );
  });

  it.each(OURS)('%s --nonsense is refused with a list, and nothing else happens', (name, args) => {
    const { status, stdout, stderr } = run([...args, '--nonsense']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      new RegExp(`^${commandOf(name)} knows no --nonsense\\. It takes .*--help[^\\n]*\\.\\n$`),
    );
  });
});
