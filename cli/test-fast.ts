/**
 * `npm run test:fast`: the tests a change of a rule, a plan, the reply reader or a view wants first, in
 * seconds.
 */
import { command, runIfStarted } from '../tools/command.ts';
import { test } from './test.ts';

const FOLDERS = [
  'test/program/adapt',
  'test/program/triage',
  'test/program/plan',
  'test/program/reply',
  'test/program/shoe-fit',
  'test/views',
];

const run = command(
  {
    name: 'npm run test:fast',
    does: 'runs the tests of rules, plan, reply reader and views, in seconds.',
    options: {
      testNamePattern: { type: 'string', value: 'PATTERN', short: 't', help: 'only tests of that name' },
    },
  },
  ({ values: { testNamePattern: pattern } }) =>
    test(['--project', 'pure', ...(pattern === undefined ? [] : ['-t', pattern]), ...FOLDERS]),
);

await runIfStarted(import.meta, run);
