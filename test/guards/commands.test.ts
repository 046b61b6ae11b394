/** The tools of the gate and the build themselves: stamps, bundles, counts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { strangers } from '../../tools/build/bundle.ts';
import { digestOf, isFresh, type StepFiles, writeStamp, writeWhole } from '../../tools/build/stamp.ts';
import { timesByFolder, timesTable } from '../../tools/quality/guards/suite-times.ts';
import { countTests } from '../../tools/quality/guards/test-counts.ts';
import { changedFiles } from '../../tools/quality/guards/tracked.ts';

describe('a stamp', () => {
  let root: string;
  const step: StepFiles = { name: 'step', inputs: ['in', 'lock.json'], outputs: ['out'] };
  const put = (name: string, text: string): void => writeWhole(path.join(root, name), text);
  const run = (): void => {
    const before = digestOf(root, step.inputs);
    put('out/a', 'made');
    writeStamp(root, step, before);
  };
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'calf-coach-stamp-'));
    put('in/a.ts', 'one');
    put('lock.json', '{}');
    run();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is fresh right after the run, and after a rewrite with the same content', () => {
    expect(isFresh(root, step)).toBe(true);
    put('in/a.ts', 'one');
    expect(isFresh(root, step)).toBe(true);
  });

  it.each([
    ['an input changes', () => put('in/a.ts', 'two')],
    ['an input is added', () => put('in/b.ts', 'one')],
    [
      'an input is renamed',
      () => {
        rmSync(path.join(root, 'in/a.ts'));
        put('in/z.ts', 'one');
      },
    ],
    ['an input is gone', () => rmSync(path.join(root, 'in/a.ts'))],
    ['the lockfile changes', () => put('lock.json', '{"a":1}')],
    ['an output is edited', () => put('out/a', 'by hand')],
    ['an output is gone', () => rmSync(path.join(root, 'out'), { recursive: true })],
    [
      'the output folder is empty',
      () => {
        rmSync(path.join(root, 'out/a'));
        mkdirSync(path.join(root, 'out'), { recursive: true });
      },
    ],
  ])('is stale when %s', (_, change) => {
    change();
    expect(isFresh(root, step)).toBe(false);
  });

  it('is stale when an input was edited while the step ran', () => {
    const before = digestOf(root, step.inputs);
    put('in/a.ts', 'edited meanwhile');
    writeStamp(root, step, before);
    expect(isFresh(root, step)).toBe(false);
  });

  it('is stale before the first run', () => {
    writeFileSync(path.join(root, 'lock.json'), '{}');
    expect(isFresh(root, { ...step, name: 'never ran' })).toBe(false);
  });
});

describe('a bundle', () => {
  const withInput = (input: string) => ({
    inputs: { [input]: { bytes: 1, imports: [] }, 'program/state.ts': { bytes: 1, imports: [] } },
    outputs: {},
  });

  it.each(['mjml', 'mjml-core', 'aws-cdk-lib', 'typescript', 'cdk-nag'])(
    'canary: %s inside is reported',
    (name) => {
      expect(strangers(withInput(`node_modules/${name}/lib/index.js`))).toEqual([name]);
      expect(strangers(withInput(`node_modules/other/node_modules/${name}/index.js`))).toEqual([name]);
    },
  );

  it.each(['node_modules/zod/index.js', 'emails/mjml-free.ts', 'node_modules/@aws-sdk/client-ses/index.js'])(
    'may carry %s',
    (input) => {
      expect(strangers(withInput(input))).toEqual([]);
    },
  );
});

describe('the counts of a test run', () => {
  const file = (status: string, ...tests: readonly string[]) => ({
    status,
    assertionResults: tests.map((one) => ({ status: one })),
  });

  it.each([
    [
      'all green',
      { success: true, numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 'passed')] },
      { passed: 3, failed: 0 },
    ],
    [
      'a failed test',
      {
        success: false,
        numPassedTests: 2,
        numFailedTests: 1,
        testResults: [file('failed', 'failed', 'passed')],
      },
      { passed: 2, failed: 1 },
    ],
    [
      'a file that could not be loaded',
      { success: false, numPassedTests: 2, numFailedTests: 0, testResults: [file('failed')] },
      { passed: 2, failed: 1 },
    ],
    [
      'a hook that threw',
      { success: false, numPassedTests: 2, numFailedTests: 0, testResults: [file('failed', 'passed')] },
      { passed: 2, failed: 1 },
    ],
    [
      'an error outside every test',
      { success: false, numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 'passed')] },
      { passed: 3, failed: 1 },
    ],
  ])('%s', (_, report, counts) => {
    expect(countTests(report)).toEqual(counts);
  });
});

describe('the times of the suite', () => {
  const file = (name: string, seconds: number, tests: number) => ({
    name: `/calf/test/${name}`,
    startTime: 5_000,
    endTime: 5_000 + seconds * 1_000,
    assertionResults: Array.from({ length: tests }),
  });

  it('are one row a folder, the slowest first, and a sum', () => {
    const testResults = [
      file('web/pages.test.ts', 1.25, 3),
      file('program/adapt/week.test.ts', 0.5, 7),
      file('program/adapt/start.test.ts', 1, 1),
      file('functions/shell/store/due.test.ts', 4, 2),
    ];
    expect(timesTable(timesByFolder({ testResults }, '/calf')).split('\n')).toEqual([
      '| Folder | Files | Tests | Seconds |',
      '|---|---:|---:|---:|',
      '| test/functions/shell | 1 | 2 | 4.0 |',
      '| test/program/adapt | 2 | 8 | 1.5 |',
      '| test/web | 1 | 3 | 1.3 |',
      '| all | 4 | 13 | 6.8 |',
    ]);
  });

  it('of nothing are a sum of nothing', () => {
    expect(timesTable(timesByFolder({ testResults: [] }, '/calf'))).toMatch(/\| all \| 0 \| 0 \| 0\.0 \|$/);
  });
});

describe('generated files', () => {
  it('are stale when the build changes, adds or removes one', () => {
    const before = new Map([
      ['a', '1'],
      ['b', '1'],
      ['c', '1'],
    ]);
    expect(
      changedFiles(
        before,
        new Map([
          ['a', '1'],
          ['b', '2'],
          ['d', '1'],
        ]),
      ),
    ).toEqual(['b', 'c', 'd']);
    expect(changedFiles(before, before)).toEqual([]);
  });
});
