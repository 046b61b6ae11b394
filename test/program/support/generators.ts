/**
 * Openings, answers and tracks at random for the properties of the rules, mostly calm so that every kind of
 * outcome is common.
 */
import fc from 'fast-check';
import { type CheckInAnswers, GATE_ANSWERS } from '../../../program/answers/check-in.ts';
import { AGE_BANDS, NEXT_DAYS, RED_FLAGS } from '../../../program/answers/intake.ts';
import { LADDER, levelAt } from '../../../program/course/tracks.ts';
import type { Opening, Tracks, WeekDecision, WeekDigest } from '../../../program/course/types.ts';
import { cases } from '../../support/effort.ts';
import { baselineOf, checkIn, day, numbers, openingOf } from './rules.ts';

export const RUNS = { numRuns: cases(1000) };
export const OUTCOMES = ['STOP_EMERGENCY', 'STOP_DOCTOR', 'REGRESS', 'HOLD', 'PROGRESS', 'ACCELERATE'];
export const rank = (d: WeekDecision): number => OUTCOMES.indexOf(d.outcome);
export const pain = fc.integer({ min: 0, max: 10 });
export const sub = <T>(values: readonly T[]) => fc.constantFrom(...values);
export const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 6 });

export const tracks: fc.Arbitrary<Tracks> = fc
  .record({
    level: fc.integer({ min: 0, max: 7 }).map(levelAt),
    weeksAtLevel: fc.integer({ min: 1, max: 5 }),
    stage: sub([...LADDER, 'RK'] as const),
    weeksAtStage: fc.integer({ min: 1, max: 5 }),
    footCoreWeek: fc.integer({ min: 1, max: 14 }),
    footCoreEased: fc.boolean(),
    longestRun: orNull(fc.integer({ min: 5, max: 120 })),
    rkRegressions: fc.integer({ min: 0, max: 1 }),
    daysOffRunning: fc.boolean(),
    footCoreSessions: fc.integer({ min: 0, max: 24 }),
  })
  .map((t) => (t.stage === 'RK' ? t : { ...t, longestRun: null, rkRegressions: 0 }));

const digest: fc.Arbitrary<WeekDigest> = fc.record({
  outcome: sub(['REGRESS', 'HOLD', 'PROGRESS'] as const),
  rule: sub(['AD-05', 'AD-07', 'AD-10', 'AD-13', 'AD-20', 'AD-21', 'SILENCE'] as const),
  average: orNull(pain),
  worst: orNull(pain),
  settled: fc.boolean(),
  stiffBoth: fc.boolean(),
  complete: fc.boolean(),
  sessionsDone: orNull(fc.integer({ min: 0, max: 5 })),
  sessionsPlanned: fc.constant(3),
  level: fc.integer({ min: 0, max: 7 }).map(levelAt),
  stage: sub(LADDER),
  week: fc.constant(0),
  raises: orNull(
    fc.record({ sore: fc.integer({ min: 0, max: 30 }), other: fc.integer({ min: 0, max: 30 }) }),
  ),
  longestRun: orNull(fc.integer({ min: 0, max: 90 })),
});

const anyOpening: fc.Arbitrary<Opening> = fc
  .record({
    week: fc.integer({ min: 1, max: 20 }),
    tracks,
    missed: sub([0, 0, 0, 1, 2, 3, 4]),
    sessionsPlanned: fc.integer({ min: 3, max: 5 }),
    restriction: sub(['none', 'none', 'none', 'noAcceleration', 'noProgress'] as const),
    previousAverage: fc.integer({ min: 0, max: 6 }),
    history: fc.array(digest, { maxLength: 5 }),
    baseline: fc
      .record({
        side: sub(['left', 'right', 'both', 'none'] as const),
        site: orNull(sub(['lower', 'achilles', 'heelbone'] as const)),
        ageBand: sub(AGE_BANDS),
        strainLast12m: sub(['0', '0', '1', '3+'] as const),
        suddenOnset: orNull(fc.integer({ min: -30, max: 2 }).map(day)),
        painAverage: fc.integer({ min: 0, max: 6 }),
        longestRun30d: orNull(fc.integer({ min: 0, max: 90 })),
        caps: fc.subarray(['longPain', 'thirdStrain', 'noSingleRaise', 'tendonMedicine'] as const, {
          maxLength: 1,
        }),
      })
      .map(baselineOf),
  })
  .map((o) => ({ ...o, history: o.history.map((d, i) => ({ ...d, week: o.week - o.history.length + i })) }));

/** Mostly calm, so that every kind of outcome is common. */
export const score = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 3 }), weight: 4 },
  { arbitrary: pain, weight: 1 },
);
const wild: fc.Arbitrary<CheckInAnswers> = fc
  .record({
    painAverage: score,
    painWorst: orNull(score),
    nextDay: orNull(sub(['settled', 'settled', 'settled', ...NEXT_DAYS])),
    sessionsDone: orNull(fc.integer({ min: 2, max: 6 })),
    longestRunMinutes: orNull(fc.integer({ min: 0, max: 40 })),
    painkillers: orNull(sub(['no', 'no', 'no', 'unsure', 'yes'] as const)),
    redFlags: orNull(
      fc.oneof(
        { arbitrary: fc.constant([]), weight: 9 },
        { arbitrary: fc.subarray([...RED_FLAGS], { maxLength: 1 }), weight: 1 },
      ),
    ),
    gateStrength: orNull(sub(['yes', 'yes', ...GATE_ANSWERS] as const)),
    gateRun: orNull(sub(['yes', 'yes', ...GATE_ANSWERS] as const)),
    runsDone: orNull(fc.integer({ min: 0, max: 4 })),
    worstWhen: orNull(sub(['running', 'strength', 'daily'] as const)),
    raisesSore: orNull(fc.integer({ min: 0, max: 40 })),
    raisesOther: orNull(fc.integer({ min: 0, max: 40 })),
  })
  .map((a) => checkIn(a as Partial<CheckInAnswers>));
/** Complete, calm and with every test passed but for what varies: the weeks that move up. */
const calm: fc.Arbitrary<CheckInAnswers> = fc
  .record({
    painAverage: fc.integer({ min: 0, max: 2 }),
    painWorst: fc.integer({ min: 0, max: 3 }),
    sessionsDone: fc.integer({ min: 3, max: 5 }),
    longestRunMinutes: sub([0, 0, 6, 10, 15]),
    gateStrength: sub(['yes', 'yes', 'notTried'] as const),
    gateRun: sub(['yes', 'yes', 'pain'] as const),
    runsDone: fc.integer({ min: 1, max: 3 }),
  })
  .map((a) => checkIn(a));
export const answers: fc.Arbitrary<CheckInAnswers> = fc.oneof(wild, calm);

/** Young, never strained, no cap, nothing eased lately: the weeks that may accelerate. */
const promising: fc.Arbitrary<Opening> = fc
  .record({ week: fc.integer({ min: 3, max: 12 }), tracks, previousAverage: fc.integer({ min: 0, max: 3 }) })
  .map(({ week, tracks: t, previousAverage }) => openingOf({ week, tracks: t, previousAverage }));
export const opening: fc.Arbitrary<Opening> = fc.oneof(
  { arbitrary: anyOpening, weight: 3 },
  { arbitrary: promising, weight: 1 },
);

/** Minutes of running a week's prescription allows in one go; an unknown length on RK counts as the most. */
export const dose = (t: Tracks): number =>
  t.stage === 'RK'
    ? (t.longestRun ?? 999)
    : (numbers.stages.find((s) => s.stage === t.stage)?.totalRunMinutes ?? 0);
