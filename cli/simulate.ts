/**
 * `npm run simulate -- --participants N --weeks W --seed S [--seeds K] [--faults on] [--json FILE]`: many
 * lives in one process, in virtual time, with whatever can go wrong, watched from outside. Ends with 1 when
 * an invariant was broken.
 */
import { writeFileSync } from 'node:fs';
import type { SeedReport } from '../simulate/population/run.ts';
import { command, runIfStarted } from '../tools/command.ts';

const LIMITS = {
  participants: [1, 200],
  weeks: [1, 60],
  seed: [0, 4_294_967_295],
  seeds: [1, 100_000],
} as const;
const DEFAULTS: Readonly<Record<keyof typeof LIMITS, number>> = {
  participants: 8,
  weeks: 8,
  seed: 1,
  seeds: 1,
};

function numberOf(name: keyof typeof LIMITS, text: string | undefined): number {
  const [low, high] = LIMITS[name];
  const value = text === undefined ? DEFAULTS[name] : Number(text);
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new Error(`--${name} must be a whole number from ${low} to ${high}; it is "${text ?? ''}".`);
}

const range = (name: keyof typeof LIMITS): string =>
  `${LIMITS[name][0]} to ${LIMITS[name][1]}, ${DEFAULTS[name]} if not said`;

const line = (report: SeedReport): string =>
  `seed ${report.seed}: ${report.participantWeeks} participant-weeks, ${report.mails} mails, ` +
  `${report.commits} commits, ${report.violations.length} violations, trace ${report.hash}`;

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** The command; resolves to its exit code. */
export const simulate = command(
  {
    name: 'npm run simulate',
    does: 'plays many lives in virtual time with what can go wrong; exit code 1 when an invariant broke.',
    options: {
      participants: { type: 'string', value: 'N', help: `people in a history, ${range('participants')}` },
      weeks: { type: 'string', value: 'W', help: `how long, ${range('weeks')}` },
      seed: { type: 'string', value: 'S', help: `the same seed is the same history, ${range('seed')}` },
      seeds: { type: 'string', value: 'K', help: `how many histories, ${range('seeds')}` },
      faults: { type: 'string', value: 'on|off', help: 'with faults of the world, off if not said' },
      json: { type: 'string', value: 'FILE', help: 'also writes the report there' },
      trace: { type: 'boolean', help: 'prints everything that happened' },
    },
  },
  async ({ values }) => {
    if (values.faults !== undefined && !['on', 'off'].includes(values.faults))
      throw new Error(`--faults must be on or off; it is "${values.faults}".`);
    const options = {
      participants: numberOf('participants', values.participants),
      weeks: numberOf('weeks', values.weeks),
      seed: numberOf('seed', values.seed),
      seeds: numberOf('seeds', values.seeds),
      faults: values.faults === 'on',
      json: values.json,
      trace: values.trace,
    };
    const { buildFirst } = await import('../tools/build/build.ts');
    await buildFirst();
    const { playSeed } = await import('../simulate/population/run.ts');
    const { summaryLines, summaryOf } = await import('../simulate/summary.ts');
    const { participants, weeks, faults } = options;
    const reports: SeedReport[] = [];
    const began = process.cpuUsage();
    for (let n = 0; n < options.seeds; n += 1) {
      const report = await playSeed({ seed: options.seed + n, participants, weeks, faults });
      print(line(report));
      for (const v of report.violations.slice(0, 20)) print(`  ${v.id} ${v.at} ${v.who}: ${v.what}`);
      if (options.trace) for (const told of report.trace) print(`    ${told}`);
      reports.push(report);
    }
    const cpu = process.cpuUsage(began);
    const played = reports.reduce((sum, r) => sum + r.participantWeeks, 0);
    const violations = reports.reduce((sum, r) => sum + r.violations.length, 0);
    const seconds = (cpu.user + cpu.system) / 1_000_000;
    print(
      `${played} participant-weeks in ${seconds.toFixed(1)} s of CPU, ` +
        `${Math.round(played / seconds)} a second; ${violations} violations`,
    );
    const summary = summaryOf(reports);
    for (const told of summaryLines(summary)) print(told);
    if (options.json !== undefined) {
      const untraced = reports.map(({ trace: _, ...rest }) => rest);
      const written = { options, cpuSeconds: seconds, summary, reports: untraced };
      writeFileSync(options.json, `${JSON.stringify(written, null, 2)}\n`);
    }
    return violations === 0 ? 0 : 1;
  },
);

await runIfStarted(import.meta, simulate);
