/**
 * `npm run mutate [-- --mutate FILE,…]`: mutation testing of the safety rules, then what survived once more.
 * Apart from the normal tests: about two hours.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installed } from '../tools/bench/install.ts';
import { command, runIfStarted, runTool } from '../tools/command.ts';
import { ROOT } from '../tools/quality/guards/tree.ts';

const FOLDER = 'tools/bench/mutation';
/** From `node_modules` of the project. */
const STRYKER = `../${FOLDER}/node_modules/@stryker-mutator/core/bin/stryker.js`;
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
      installed(FOLDER);
      const config = ['run', `${FOLDER}/stryker.config.json`];
      const files = mutate === undefined ? [] : ['--mutate', mutate];
      const code = await runTool(STRYKER, [...config, ...files, ...passedOn]);
      if (code !== 0) return code;
    }
    if (!existsSync(REPORT))
      throw new Error('There is no report of a first pass: run `npm run mutate` without --again.');
    const { lookAgain } = await import('../tools/bench/mutation/again.ts');
    return lookAgain(ROOT, REPORT).length === 0 ? 0 : 1;
  },
);

await runIfStarted(import.meta, run);
