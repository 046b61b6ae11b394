/**
 * `npm run email:gate [-- --json FILE] [--fast] [--runners N]`: the numbered quality bar over every mail the
 * programme can generate.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from '../tools/build/build.ts';
import { loadCurriculum } from '../tools/build/curriculum.ts';
import { isMain, runMain } from '../tools/command.ts';
import { holds, table } from '../tools/quality/mails/report.ts';
import { runGate } from '../tools/quality/mails/run.ts';

const RUNNERS = 10;

/**
 * Runs the gate and prints its table; the exit code is 1 when a rule fails or a planted violation gets past
 * one.
 */
export async function emailGate(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'string' },
      fast: { type: 'boolean', default: false },
      runners: { type: 'string', default: String(RUNNERS) },
    },
  });
  const runners = Number(values.runners);
  if (!Number.isInteger(runners) || runners < 0)
    throw new Error(`--runners takes a whole number, not ${values.runners}`);
  await build({ print: () => undefined });
  const progress = (line: string): void => void process.stderr.write(`  ${line}\n`);
  const report = await runGate({ curriculum: loadCurriculum(), runners, fast: values.fast, progress });
  process.stdout.write(`${table(report)}\n`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  return holds(report) ? 0 : 1;
}

if (isMain(import.meta)) await runMain(() => emailGate(process.argv.slice(2)));
