/**
 * Ratios in one run (docs/architecture.md §18): the subjects take turns, round by round, and a ratio is the
 * median of the rounds' ratios. What is counted is CPU time of this process, collector included, because a
 * busy neighbour stretches the clock on the wall and hardly touches that.
 */
export interface Subject {
  readonly name: string;
  /** One unit of work. A result keeps the work from being thrown away. */
  readonly run: () => unknown;
  /** The same, when the work waits for somebody. */
  readonly wait?: () => Promise<unknown>;
}
export interface Measured {
  readonly name: string;
  /** Median microseconds of CPU per unit. */
  readonly micros: number;
  /** The quietest round. */
  readonly least: number;
  /** Median of this subject's time over the first subject's, round by round. 1 for the first. */
  readonly ratio: number;
}
export interface Effort {
  readonly rounds: number;
  /** CPU milliseconds that a subject works in one round, at least one unit. */
  readonly millis: number;
}
export const FULL: Effort = { rounds: 9, millis: 120 };
export const QUICK: Effort = { rounds: 3, millis: 4 };

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
const cpuMicros = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

let kept: unknown;
/** Looked at by nobody; it only keeps results alive. */
export const lastResult = (): unknown => kept;

async function batch(subject: Subject, times: number): Promise<number> {
  const before = cpuMicros();
  if (subject.wait !== undefined) for (let n = 0; n < times; n += 1) kept = await subject.wait();
  else for (let n = 0; n < times; n += 1) kept = subject.run();
  return (cpuMicros() - before) / times;
}

/** How many units fill the wished time, after enough of them for the compiler to have settled. */
async function calibrated(subject: Subject, millis: number): Promise<number> {
  let times = 1;
  for (;;) {
    const micros = (await batch(subject, times)) * times;
    if (micros >= millis * 1000) return Math.max(1, Math.round((times * millis * 1000) / micros));
    times *= micros < millis * 100 ? 8 : 2;
  }
}

/** Measures all subjects in turns. The first is the anchor of the ratios. */
export async function compare(subjects: readonly Subject[], effort: Effort): Promise<readonly Measured[]> {
  const times: number[] = [];
  for (const subject of subjects) times.push(await calibrated(subject, effort.millis));
  const rounds: number[][] = [];
  for (let round = 0; round < effort.rounds; round += 1) {
    const costs: number[] = [];
    for (const [index, subject] of subjects.entries()) costs.push(await batch(subject, times[index] ?? 1));
    rounds.push(costs);
  }
  return subjects.map(({ name }, index) => {
    const own = rounds.map((costs) => costs[index] ?? Number.NaN);
    return {
      name,
      micros: median(own),
      least: Math.min(...own),
      ratio: median(rounds.map((costs) => (costs[index] ?? 0) / (costs[0] ?? 1))),
    };
  });
}
