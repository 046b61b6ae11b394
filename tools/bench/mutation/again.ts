/**
 * The second look at what survived: each mutant as a really changed file in a copy of the sources, first
 * against the examples (mutants of a module's own constants are out of Stryker's reach, it changes code that
 * has run already), then against everything: the sweep of the decision table, the random properties, the
 * transcripts. What is left afterwards is what nobody notices.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const place = z.object({ line: z.int(), column: z.int() });
const report = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          mutatorName: z.string(),
          replacement: z.string(),
          status: z.string(),
          location: z.object({ start: place, end: place }),
        }),
      ),
    }),
  ),
});

export interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly mutator: string;
  readonly was: string;
  readonly became: string;
  /** The whole file with the mistake in it. */
  readonly source: string;
}

const offset = (source: string, { line, column }: z.infer<typeof place>): number =>
  source
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, one) => sum + one.length + 1, 0) +
  column -
  1;

/** Every mutant of a Stryker report that no test killed. */
export function survivorsOf(json: unknown): readonly Survivor[] {
  return Object.entries(report.parse(json).files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ mutatorName, replacement, location: { start, end } }) => {
        const [from, to] = [offset(source, start), offset(source, end)];
        const changed = `${source.slice(0, from)}${replacement}${source.slice(to)}`;
        return {
          file,
          line: start.line,
          column: start.column,
          mutator: mutatorName,
          was: source.slice(from, to),
          became: replacement,
          source: changed,
        };
      }),
  );
}

const COPIED = [
  'program',
  'views',
  'curriculum',
  'emails',
  'web',
  'functions',
  'local',
  'simulate',
  'test',
  'cli',
  'tools',
  'docs',
  'dist',
  'package.json',
  'tsconfig.json',
];
const STEPS: readonly (readonly string[])[] = [
  ['--config', 'tools/bench/mutation/vitest.config.ts'],
  ['test/program', 'test/journeys'],
];

/** Where a copy of the sources lies; made anew. */
function copyOf(root: string): string {
  const copy = path.join(root, '.cache/mutants');
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const name of COPIED) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  cpSync(path.join(root, 'vitest.config.ts'), path.join(copy, 'vitest.config.ts'));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

/**
 * The first step that notices, or null. Every step must pass on the unchanged sources, else nothing could be
 * told.
 */
function noticed(copy: string): number | null {
  for (const [step, args] of STEPS.entries()) {
    const { status } = spawnSync(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--bail', '1', ...args],
      {
        cwd: copy,
        stdio: 'ignore',
        env: { ...process.env, CALF_COACH_BUILT: '1' },
        timeout: 300_000,
      },
    );
    if (status !== 0) return step;
  }
  return null;
}

/** Prints one line a mutant and returns those nobody noticed. */
export function lookAgain(root: string, reportFile: string): readonly Survivor[] {
  const survivors = survivorsOf(JSON.parse(readFileSync(reportFile, 'utf8')));
  const copy = copyOf(root);
  const before = noticed(copy);
  if (before !== null) throw new Error(`the unchanged sources fail at step ${before + 1}`);
  const left = survivors.filter((survivor) => {
    const target = path.join(copy, survivor.file);
    const original = readFileSync(target, 'utf8');
    writeFileSync(target, survivor.source);
    const step = noticed(copy);
    writeFileSync(target, original);
    console.log(
      `${step === null ? 'LEFT   ' : `killed ${step + 1}`} ${survivor.file}:${survivor.line}:${survivor.column} ${survivor.mutator}`,
    );
    if (step === null)
      console.log(`         ${survivor.was.replace(/\s+/g, ' ')} -> ${survivor.became.replace(/\s+/g, ' ')}`);
    return step === null;
  });
  console.log(
    `${survivors.length} looked at again, ${survivors.length - left.length} killed, ${left.length} left`,
  );
  rmSync(copy, { recursive: true, force: true });
  return left;
}
