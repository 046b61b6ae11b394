/** Small helpers on the three tracks: names, order, limits. No decision is taken here. */
import type { Curriculum, Level as LevelRow, LadderStage as StageRow } from '../curriculum/schema.ts';
import { assert } from '../kernel/assert.ts';
import { daysBetween, type LocalDate } from '../kernel/time.ts';
import type { Baseline, Cap, LevelNumber, Reason, ReasonCode, Stage, Tracks } from './types.ts';

/** The part of the curriculum the rules need; levels LV0–LV7 and stages R0–R9 stand in order. */
export type RuleNumbers = Pick<
  Curriculum,
  'levels' | 'stages' | 'keepRunning' | 'spike' | 'raises' | 'measures' | 'weeks'
>;

export const TOP_LEVEL: LevelNumber = 7;
/** The walk–run ladder in order (docs/clinical-rules.md §4.4). RK stands beside it. */
export const LADDER = ['R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9'] as const;
export type LadderStage = (typeof LADDER)[number];
export const TOP_RUNG = LADDER.length - 1;

/**
 * Days after a sudden onset during which nothing goes above LV2 and no running begins; day 14 itself is still
 * inside (docs/clinical-rules.md §9.2).
 */
export const SUDDEN_DAYS = 14;
/** Below this level no participant begins to run again (docs/clinical-rules.md §4.1). */
export const RUNNING_LEVEL = 3;

/** The number of a rung: 0 for R0 … 9 for R9; −1 for RK, which is not on the ladder. */
export const rungOf = (at: Stage): number => (at === 'RK' ? -1 : LADDER.indexOf(at));

/** The stage at a rung, held inside R0–R9. */
export const stageAt = (rung: number): LadderStage => {
  const found = LADDER[Math.max(0, Math.min(TOP_RUNG, rung))];
  assert(found !== undefined, `rung ${rung}`);
  return found;
};

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7] as const;
/** A level held inside LV0–LV7. */
export const levelAt = (n: number): LevelNumber => {
  const found = LEVELS[Math.max(0, Math.min(TOP_LEVEL, n))];
  assert(found !== undefined, `level ${n}`);
  return found;
};

/** `LV3`: how a level is named in reasons, mails and the control API. */
export const levelName = (n: number): string => `LV${n}`;

/** The numbers of a strength level. Throws when the curriculum has none. */
export const levelRow = (numbers: RuleNumbers, n: LevelNumber): LevelRow => {
  const row = numbers.levels[n];
  assert(row !== undefined && row.level === n, `the curriculum has LV${n}`);
  return row;
};

/** The numbers of a rung; null for RK. */
export const stageRow = (numbers: RuleNumbers, at: Stage): StageRow | null => {
  if (at === 'RK') return null;
  const row = numbers.stages[rungOf(at)];
  assert(row !== undefined && row.stage === at, `the curriculum has ${at}`);
  return row;
};

const LEVEL_CAPS: Readonly<Record<Cap, LevelNumber>> = {
  longPain: 2,
  thirdStrain: 2,
  noSingleRaise: 2,
  oneSingleRaise: 3,
  unprovedRaise: 1,
  tendonMedicine: 4,
};

export const CAPS = Object.keys(LEVEL_CAPS) as readonly Cap[];

/** The highest level the caps allow (TR-P1, TR-P3, docs/clinical-rules.md §6.5). */
export const highestLevel = (caps: readonly Cap[]): LevelNumber =>
  levelAt(Math.min(TOP_LEVEL, ...caps.map((c) => LEVEL_CAPS[c])));

/** Each limit has its own way out, and its reason says exactly that one (docs/clinical-rules.md §12 A10). */
const CAP_REASONS: Readonly<Record<Cap, ReasonCode>> = {
  longPain: 'capped-long-pain',
  thirdStrain: 'capped-until-seen',
  noSingleRaise: 'capped-no-raise',
  oneSingleRaise: 'capped-one-raise',
  unprovedRaise: 'capped-unproved-raise',
  tendonMedicine: 'capped-medicine',
};
/** The one that lasts longest first: what lifts a lighter one does not lift it. */
const CAPS_BY_WEIGHT: readonly Cap[] = [
  'thirdStrain',
  'noSingleRaise',
  'longPain',
  'oneSingleRaise',
  'unprovedRaise',
  'tendonMedicine',
];
/**
 * Why strength goes no further, or running waits: the lowest limit, of equals the one that lasts longest.
 * `caps` must not be empty.
 */
export const cappedReason = (caps: readonly Cap[]): Reason => {
  const level = highestLevel(caps);
  const lowest = CAPS_BY_WEIGHT.find((cap) => caps.includes(cap) && LEVEL_CAPS[cap] === level);
  assert(lowest !== undefined, 'a limit is there');
  return { code: CAP_REASONS[lowest], params: { level: levelName(level) } };
};

/**
 * At LV3 the ordinary test of single-leg raises ends the limit of TR-P3, so there it bounds nothing
 * (docs/clinical-rules.md §12 A10).
 */
export const gateCaps = (level: number, caps: readonly Cap[]): readonly Cap[] =>
  level === 3 ? caps.filter((cap) => cap !== 'oneSingleRaise') : caps;
/**
 * TR-P3 at LV2: its test is asked, and each leg rising once on its own, twice, widens the limit
 * (docs/clinical-rules.md §12 A10).
 */
export const countsTowardsOneRaise = (level: number, caps: readonly Cap[]): boolean =>
  level === 2 &&
  caps.includes('noSingleRaise') &&
  highestLevel(caps.filter((cap) => cap !== 'noSingleRaise')) > 2;

/** TR-P1, TR-P3 and a raise that is not proved keep running at R0 until they are lifted. */
export const runningCap = (caps: readonly Cap[]): Cap | null =>
  caps.find((c) => c !== 'tendonMedicine') ?? null;

/**
 * Days since the last sudden onset, counted from 0; null = gradual or unknown. A date in the future counts as
 * today, the safer reading.
 */
export const daysSinceSudden = (baseline: Pick<Baseline, 'suddenOnset'>, today: LocalDate): number | null =>
  baseline.suddenOnset === null ? null : Math.max(0, daysBetween(baseline.suddenOnset, today));

/** Still inside the first fourteen days after a sudden onset (docs/clinical-rules.md §9.2). */
export const isEarlyAfterSudden = (baseline: Pick<Baseline, 'suddenOnset'>, today: LocalDate): boolean => {
  const days = daysSinceSudden(baseline, today);
  return days !== null && days <= SUDDEN_DAYS;
};

/**
 * Older than fifty or strained in the last year: one more week on LV4–LV6 and no acceleration
 * (docs/clinical-rules.md §2.9, §9.3).
 */
export const isAtRisk = (baseline: Pick<Baseline, 'ageBand' | 'strainLast12m'>): boolean =>
  baseline.ageBand === '50-59' ||
  baseline.ageBand === '60-69' ||
  baseline.ageBand === '70+' ||
  baseline.strainLast12m !== '0';

/** True when nothing a runner could notice differs. */
export const sameTracks = (a: Tracks, b: Tracks): boolean =>
  (Object.keys(a) as (keyof Tracks)[]).every((key) => a[key] === b[key]);
