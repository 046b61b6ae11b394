/**
 * `npm test`: builds what is stale, runs every test, and ends with one plain line of counts. Arguments go to
 * vitest (`npm test -- test/guards`).
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from '../tools/build/build.ts';
import { isMain, runMain, runTool } from '../tools/command.ts';
import { countTests, type RunReport } from '../tools/quality/guards/test-counts.ts';
import { ROOT } from '../tools/quality/guards/tree.ts';

/** Runs the suite; resolves to the exit code. */
export async function test(args: readonly string[]): Promise<number> {
  process.stdout.write(`tests on Node ${process.versions.node}\n`);
  await build();
  const file = path.join(ROOT, '.cache', 'test-report', `${process.pid}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runTool('vitest/vitest.mjs', ['run', ...reporters, ...args], {
    env: { CALF_COACH_BUILT: '1' },
  });
  if (!existsSync(file)) throw new Error('vitest ended without a report: nothing is known about the tests');
  const counts = countTests(JSON.parse(readFileSync(file, 'utf8')) as RunReport);
  rmSync(file);
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
  return code === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

if (isMain(import.meta)) await runMain(() => test(process.argv.slice(2)));
