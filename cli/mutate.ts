/**
 * `npm run mutate [-- --mutate FILE,…]`: mutation testing of the safety rules, then what survived once more.
 * Apart from the normal tests: about two hours.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { command, runIfStarted, runTool } from '../tools/command.ts';
import { ROOT } from '../tools/quality/guards/tree.ts';

const REPORT = path.join(ROOT, 'dist/mutation/report.json');

const run = command(
  {
    name: 'npm run mutate',
    does: 'changes the safety rules in every small way and sees whether a test notices; about two hours.',
    options: {
      mutate: { type: 'string', value: 'FILE,…', help: 'only these files' },
      again: { type: 'boolean', help: 'takes the report that is there and tries only what survived' },
    },
    passesOnTo: 'Stryker',
  },
  async ({ values: { mutate, again }, passedOn }) => {
    if (!again) {
      const config = ['run', 'tools/bench/mutation/stryker.config.json'];
      const files = mutate === undefined ? [] : ['--mutate', mutate];
      const code = await runTool('@stryker-mutator/core/bin/stryker.js', [...config, ...files, ...passedOn]);
      if (code !== 0) return code;
    }
    if (!existsSync(REPORT))
      throw new Error('There is no report of a first pass: run `npm run mutate` without --again.');
    const { lookAgain } = await import('../tools/bench/mutation/again.ts');
    return lookAgain(ROOT, REPORT).length === 0 ? 0 : 1;
  },
);

await runIfStarted(import.meta, run);
