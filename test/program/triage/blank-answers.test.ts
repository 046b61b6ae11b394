/**
 * Blank answers of the intake (docs/clinical-rules.md §12, blank answers): a blank never gives a higher
 * level, a higher stage or a longer run than any eligible answer to the same question, whatever the others
 * say.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AGE_BANDS,
  CALF_SINCE,
  CONDITIONS,
  type IntakeAnswers,
  intakeAnswers,
  NEXT_DAYS,
  RAISES,
  WEEKLY_RED_FLAGS,
} from '../../../program/answers/intake.ts';
import type { Tracks } from '../../../program/course/types.ts';
import { startPoint } from '../../../program/triage/start.ts';
import { triageIntake } from '../../../program/triage/triage.ts';
import { cases } from '../../support/effort.ts';
import { dose } from '../support/generators.ts';
import { day, intake, numbers, TODAY } from '../support/rules.ts';

type Blank =
  | 'intent'
  | 'site'
  | 'onset'
  | 'onsetDate'
  | 'hurtsWhen'
  | 'clotRisk'
  | 'calfSince'
  | 'twoLegRaise'
  | 'singleLegRaise'
  | 'singleLegReps'
  | 'painRunning'
  | 'longestRun30d'
  | 'longestBefore';
const seed = Number(process.env['LIVES_SEED'] ?? 20260302);
const upTo = (n: number): readonly number[] => Array.from({ length: n + 1 }, (_, i) => i);
const DAYS = [0, 1, 3, 4, 14, 15, 42, 43, 56, 57, 200, 366];

/** Every answer to a question that may be left open; of dates and minutes, each side of every limit. */
const ANSWERS: { readonly [F in Blank]: readonly IntakeAnswers[F][] } = {
  intent: ['pain', 'prevent'],
  site: ['upper', 'lower', 'deep', 'achilles', 'heelbone', 'other'],
  onset: ['sudden', 'gradual'],
  onsetDate: DAYS.map((ago) => day(-ago)),
  hurtsWhen: ['running', 'backHome', 'later', 'notLinked', 'unsure'],
  clotRisk: [[], ['travel'], ['bedRest'], ['oestrogen'], ['smoking'], ['familyClot']],
  calfSince: CALF_SINCE,
  twoLegRaise: RAISES,
  singleLegRaise: RAISES,
  singleLegReps: upTo(10),
  painRunning: upTo(10),
  longestRun30d: [0, 1, 2, 10, 20, 60, 600],
  longestBefore: [0, 1, 10, 60, 600],
};
const BLANKS = Object.keys(ANSWERS) as readonly Blank[];

/** The answers of somebody who may well start high: of the values beside them most end at a doctor. */
const CALM: { readonly [F in Blank]: IntakeAnswers[F] } = {
  intent: 'pain',
  site: 'upper',
  onset: 'gradual',
  onsetDate: day(-20),
  hurtsWhen: 'running',
  clotRisk: [],
  calfSince: 'no',
  twoLegRaise: 'fine',
  singleLegRaise: 'fine',
  singleLegReps: 10,
  painRunning: 1,
  longestRun30d: 60,
  longestBefore: 60,
};
const mostly = <T>(calm: T, all: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(calm) }, { weight: 1, arbitrary: fc.constantFrom(...all) });
/** Every question may be open. */
const others = fc.record({
  ...Object.fromEntries(
    BLANKS.map((field) => [field, mostly<unknown>(CALM[field], [...ANSWERS[field], null, null])]),
  ),
  painAverage: fc.constantFrom(0, 0, 1, 2, 3, 4, 5, 6),
  painWorst: fc.constantFrom(0, 0, 1, 2, 3, 5, 6),
  nextDay: mostly<string>('settled', NEXT_DAYS),
  side: mostly('left', ['right', 'both', 'none']),
  runsNow: mostly('yes', ['reduced', 'no', 'new']),
  ageBand: fc.constantFrom(...AGE_BANDS),
  strainLast12m: mostly('0', ['1', '2', '3+']),
  conditions: mostly<readonly string[]>(
    [],
    CONDITIONS.map((c) => [c]),
  ),
  redFlags: mostly<readonly string[]>(
    [],
    WEEKLY_RED_FLAGS.map((f) => [f]),
  ),
}) as unknown as fc.Arbitrary<Partial<IntakeAnswers>>;

type Placed = Pick<Tracks, 'level' | 'stage' | 'longestRun'> & { readonly dose: number };
/** Where these answers start; null = they do not. */
const placed = (over: Partial<IntakeAnswers>): Placed | null => {
  const answers = intake(over);
  const triage = triageIntake(answers, TODAY);
  if (triage.route !== 'eligible') return null;
  const { tracks } = startPoint(answers, triage, TODAY, numbers);
  return { ...tracks, dose: dose(tracks) };
};

/** The answer beside which the blank starts higher, or null. `blankAs` = how a blank is read. */
function higherThan(
  base: Partial<IntakeAnswers>,
  field: Blank,
  blankAs: (a: Partial<IntakeAnswers>, field: Blank) => Partial<IntakeAnswers> = (a) => a,
): unknown {
  const blank = placed(blankAs({ ...base, [field]: null }, field));
  if (blank === null) return null;
  for (const value of ANSWERS[field]) {
    const told = placed({ ...base, [field]: value });
    if (told === null) continue;
    const runs = blank.stage === 'RK' ? (blank.longestRun ?? 600) : 0;
    const toldRuns = told.stage === 'RK' ? (told.longestRun ?? 600) : 0;
    if (blank.level > told.level || blank.dose > told.dose || runs > toldRuns) return { value, blank, told };
  }
  return null;
}

test('every question that may be left open is here', () => {
  const open = Object.entries(intakeAnswers.shape).flatMap(([field, schema]) =>
    schema.safeParse(null).success ? [field] : [],
  );
  expect(open.sort()).toEqual([...BLANKS].sort());
});

describe('a blank starts no higher than any eligible answer', () => {
  test('also the pain of a run in somebody who wants to prevent: they do not keep running', () => {
    const prevents = {
      ...CALM,
      ...{ intent: 'prevent', painAverage: 0, painWorst: 0, side: 'none', runsNow: 'yes' },
      ...{ nextDay: 'settled', ageBand: '18-29', strainLast12m: '0', conditions: [], redFlags: [] },
    } as unknown as Partial<IntakeAnswers>;
    expect(placed({ ...prevents, painRunning: 0 })?.stage).toBe('RK');
    expect(placed({ ...prevents, painRunning: null })?.stage).toBe('R0');
    expect(higherThan(prevents, 'painRunning')).toBeNull();
  });

  test.each(BLANKS)('%s, whatever the others say', (field) => {
    let compared = 0;
    fc.assert(
      fc.property(others, (base) => {
        if (placed({ ...base, [field]: null }) !== null) compared += 1;
        expect(higherThan(base, field)).toBeNull();
      }),
      { numRuns: cases(3_000), seed },
    );
    // Two open questions about a clot count as yes, so that such a blank starts only without any pain.
    expect(compared).toBeGreaterThan(10);
  });

  test.each([
    ['intent', 'pain'],
    ['site', 'achilles'],
    ['onset', 'gradual'],
    ['onsetDate', day(-20)],
    ['twoLegRaise', 'fine'],
    ['singleLegRaise', 'fine'],
    ['singleLegReps', 10],
    ['painRunning', 0],
    ['longestRun30d', 60],
  ] as const)('a start that read an open %s as %s would be found', (field, hopeful) => {
    const found = fc.check(
      fc.property(others, (base) => higherThan(base, field, (a) => ({ ...a, [field]: hopeful })) === null),
      { numRuns: cases(12_000, 3_000) },
    );
    expect(found.failed).toBe(true);
  });
});
