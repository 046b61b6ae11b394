/**
 * `npm run email:gate [-- --json FILE] [--fast] [--runners N]`: the numbered quality bar over every mail the
 * programme can generate. The exit code is 1 when a rule fails or a planted violation gets past one.
 */
import { writeFileSync } from 'node:fs';
import { command, runIfStarted } from '../tools/command.ts';

const RUNNERS = '10';

const run = command(
  {
    name: 'npm run email:gate',
    does: 'reads every mail the programme can generate by the numbered quality bar.',
    options: {
      json: { type: 'string', value: 'FILE', help: 'also writes the report there' },
      fast: { type: 'boolean', help: 'leaves the browser out' },
      runners: {
        type: 'string',
        value: 'N',
        help: `random lives beside the written ones, ${RUNNERS} if not said`,
      },
    },
  },
  async ({ values: { json, fast, runners = RUNNERS } }) => {
    if (!/^\d{1,6}$/.test(runners)) throw new Error(`--runners takes a whole number, not ${runners}.`);
    const { build } = await import('../tools/build/build.ts');
    await build();
    const [{ loadCurriculum }, { holds, table }, { runGate }] = await Promise.all([
      import('../tools/build/curriculum/curriculum.ts'),
      import('../tools/quality/mails/report.ts'),
      import('../tools/quality/mails/run.ts'),
    ]);
    const progress = (line: string): void => void process.stderr.write(`  ${line}\n`);
    const report = await runGate({ curriculum: loadCurriculum(), runners: Number(runners), fast, progress });
    process.stdout.write(`${table(report)}\n`);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
    return holds(report) ? 0 : 1;
  },
);

await runIfStarted(import.meta, run);
