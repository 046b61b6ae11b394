/** `npm test`: builds what is stale, runs every test, and ends with one plain line of counts. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { command, runIfStarted, runTool } from '../tools/command.ts';
import { type TimesReport, timesByFolder, timesTable } from '../tools/quality/guards/suite-times.ts';
import { countTests, type RunReport } from '../tools/quality/guards/test-counts.ts';
import { ROOT } from '../tools/quality/guards/tree.ts';

/** Runs the suite, or the files and kinds that are named; resolves to the exit code. */
export const test = command(
  {
    name: 'npm test',
    does: 'runs every test, or those that are named, and ends with their counts.',
    options: {
      project: { type: 'string', value: 'NAME', multiple: true, help: 'only this kind of tests' },
      testNamePattern: { type: 'string', value: 'PATTERN', short: 't', help: 'only tests of that name' },
      times: { type: 'boolean', help: 'ends with how long each folder took' },
      update: { type: 'boolean', short: 'u', help: 'writes goldens and transcripts anew' },
    },
    positionals: { name: 'PATH…', help: 'only files with this in their path, such as test/guards' },
    passesOnTo: 'vitest',
  },
  async ({ values: { project, testNamePattern: pattern, times, update }, positionals, passedOn }) => {
    process.stdout.write(`tests on Node ${process.versions.node}\n`);
    const { build } = await import('../tools/build/build.ts');
    await build();
    const file = path.join(ROOT, '.cache', 'test-report', `${process.pid}.json`);
    mkdirSync(path.dirname(file), { recursive: true });
    const args = [
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      ...project.map((name) => `--project=${name}`),
      ...(pattern === undefined ? [] : [`--testNamePattern=${pattern}`]),
      ...(update ? ['--update'] : []),
      ...positionals,
      ...passedOn,
    ];
    const code = await runTool('vitest/vitest.mjs', ['run', ...args], {
      env: { CALF_COACH_BUILT: '1', ...(update ? { UPDATE_GOLDENS: '1' } : {}) },
    });
    if (!existsSync(file)) throw new Error('vitest ended without a report: nothing is known about the tests');
    const report = JSON.parse(readFileSync(file, 'utf8')) as RunReport & TimesReport;
    const counts = countTests(report);
    if (times) process.stdout.write(`\n${timesTable(timesByFolder(report, ROOT))}\n\n`);
    rmSync(file);
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
    return code === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1;
  },
);

await runIfStarted(import.meta, test);
