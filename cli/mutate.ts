/**
 * `npm run mutate [-- --mutate FILE,…]`: mutation testing of the safety rules, then what survived once more.
 * Apart from the normal tests: about two hours.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { lookAgain } from '../tools/bench/mutation/again.ts';
import { isMain, runMain, runTool } from '../tools/command.ts';
import { ROOT } from '../tools/quality/guards/tree.ts';

const REPORT = path.join(ROOT, 'dist/mutation/report.json');

/**
 * 0 when every survivor was noticed in the end, else 1; the list is printed. `--again` skips the first pass
 * and takes the report that is there.
 */
async function mutate(args: readonly string[]): Promise<number> {
  if (!args.includes('--again')) {
    const code = await runTool('@stryker-mutator/core/bin/stryker.js', [
      'run',
      'tools/bench/mutation/stryker.config.json',
      ...args,
    ]);
    if (code !== 0) return code;
  }
  if (!existsSync(REPORT))
    throw new Error('There is no report of a first pass: run `npm run mutate` without --again.');
  return lookAgain(ROOT, REPORT).length === 0 ? 0 : 1;
}

if (isMain(import.meta)) await runMain(() => mutate(process.argv.slice(2)));
