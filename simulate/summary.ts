/** What many seeds came to: the figures of docs/reliability.md. */
import type { SeedReport } from './population/run.ts';

export interface Summary {
  readonly seeds: number;
  readonly participantWeeks: number;
  readonly mails: number;
  readonly commits: number;
  /** Mails that are promised once and left twice. */
  readonly copies: number;
  /** Broken invariants, by id. */
  readonly violations: Readonly<Record<string, number>>;
  readonly sometimes: Readonly<Record<string, number>>;
  /** Minutes: half, 99 of 100, all of the mails were no later. */
  readonly lateness: Spread;
  readonly latenessOfSafety: Spread;
}
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

function spreadOf(minutes: readonly number[]): Spread {
  const sorted = [...minutes].sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

function added(counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const all = new Map<string, number>();
  for (const some of counts)
    for (const [name, count] of Object.entries(some)) all.set(name, (all.get(name) ?? 0) + count);
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function summaryOf(reports: readonly Omit<SeedReport, 'trace'>[]): Summary {
  const sum = (of: (report: Omit<SeedReport, 'trace'>) => number): number =>
    reports.reduce((total, report) => total + of(report), 0);
  return {
    seeds: reports.length,
    participantWeeks: sum((r) => r.participantWeeks),
    mails: sum((r) => r.mails),
    commits: sum((r) => r.commits),
    copies: sum((r) => r.copies),
    violations: added(reports.map((r) => added(r.violations.map(({ id }) => ({ [id]: 1 }))))),
    sometimes: added(reports.map((r) => r.sometimes)),
    lateness: spreadOf(reports.flatMap((r) => r.lateness)),
    latenessOfSafety: spreadOf(reports.flatMap((r) => r.latenessOfSafety)),
  };
}

const spread = ({ count, p50, p99, max }: Spread): string =>
  `${count} mails: half within ${p50} min, 99 of 100 within ${p99}, all within ${max}`;
/** The figures as lines of text. */
export const summaryLines = (summary: Summary): readonly string[] => [
  `${summary.mails} mails, ${summary.commits} commits, ${summary.copies} second copies`,
  `late, ${spread(summary.lateness)}`,
  `late, safety, ${spread(summary.latenessOfSafety)}`,
  ...Object.entries(summary.violations).map(([id, count]) => `broken: ${id} ${count}`),
  ...Object.entries(summary.sometimes).map(([name, count]) => `reached: ${name} ${count}`),
];
