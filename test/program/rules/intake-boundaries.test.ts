/** The edges of the intake's readings, each from both sides: what mutation testing found no example for (docs/mutation.md). */
import { describe, expect, it } from 'vitest';
import type { IntakeAnswers } from '../../../program/answers/intake.ts';
import { contradictionsOf, isPrevention } from '../../../program/triage/contradictions.ts';
import { startPoint } from '../../../program/triage/start.ts';
import { triageIntake } from '../../../program/triage/triage.ts';
import { day, intake, numbers, TODAY } from './support.ts';

const clear = { painAverage: 3, painWorst: 4, singleLegReps: 10, runsNow: 'no', longestRun30d: null } as const satisfies Partial<IntakeAnswers>;
const read = (over: Partial<IntakeAnswers>): readonly string[] => contradictionsOf(intake({ ...clear, ...over }), TODAY);

describe('prevention is read only where nothing hurts', () => {
  const nothing = { intent: 'prevent', painAverage: 0, painWorst: 0, side: 'none' } as const;
  it.each([
    [{}, true],
    [{ intent: 'pain' }, false],
    [{ painAverage: 1 }, false],
    [{ painWorst: 1 }, false],
    [{ side: 'left' }, false],
    [{ side: 'both' }, false],
  ] as const)('%j: %s', (over, expected) => {
    expect(isPrevention({ ...nothing, ...over })).toBe(expected);
  });
});

describe('what does not fit together', () => {
  it.each([
    [{}, []],
    [{ redFlags: ['walk'], runsNow: 'yes', longestRun30d: 20 }, ['walk-but-runs']],
    [{ redFlags: ['walk'], runsNow: 'reduced', longestRun30d: 20 }, ['walk-but-runs']],
    [{ redFlags: ['walk'] }, []],
    [{ runsNow: 'yes', longestRun30d: 20 }, []],
    [{ intent: 'prevent' }, ['prevent-but-pain']],
    [{ intent: 'prevent', painAverage: 0, painWorst: 0, side: 'none' }, []],
    [{ painAverage: 4, painWorst: 4 }, []],
    [{ painAverage: 5, painWorst: 4 }, ['average-above-worst']],
    [{ twoLegRaise: 'hurts' }, ['one-leg-easier']],
    [{ twoLegRaise: 'notTried' }, []],
    [{ twoLegRaise: null }, []],
    [{ twoLegRaise: 'hurts', singleLegRaise: 'hurts', singleLegReps: null }, []],
    [{ singleLegRaise: 'hurts', singleLegReps: 1 }, ['raises-without-raise']],
    [{ singleLegRaise: 'hurts', singleLegReps: 0 }, []],
    [{ singleLegRaise: 'hurts', singleLegReps: null }, []],
    [{ singleLegRaise: null, singleLegReps: 5 }, []],
    [{ singleLegRaise: 'fine', singleLegReps: 0 }, ['fine-without-raises']],
    [{ singleLegRaise: 'hurts', singleLegReps: 0 }, []],
    [{ onsetDate: TODAY }, []],
    [{ onsetDate: day(1) }, ['onset-in-future']],
    [{ onsetDate: null }, []],
    [{ runsNow: 'yes', longestRun30d: 0 }, ['runs-without-run']],
    [{ runsNow: 'reduced', longestRun30d: 0 }, ['runs-without-run']],
    [{ runsNow: 'no', longestRun30d: 0 }, []],
    [{ runsNow: 'no', longestRun30d: 59 }, []],
    [{ runsNow: 'no', longestRun30d: 60 }, ['no-running-but-long-run']],
    [{ side: 'none' }, ['pain-without-side']],
    [{ side: 'none', painAverage: 0, painWorst: 1 }, ['pain-without-side']],
    [{ side: 'none', painAverage: 1, painWorst: 1 }, ['pain-without-side']],
    [{ side: 'none', painAverage: 0, painWorst: 0 }, []],
  ] as const)('%j: %j', (over, expected) => {
    expect(read(over as Partial<IntakeAnswers>)).toEqual(expected);
  });
});

describe('the start', () => {
  const start = (over: Partial<IntakeAnswers>) => {
    const answers = intake(over);
    return startPoint(answers, triageIntake(answers, TODAY), TODAY, numbers);
  };
  it('takes a sudden onset told for tomorrow, or without a day, as today', () => {
    for (const onsetDate of [TODAY, day(1), null]) {
      expect(start({ onset: 'sudden', onsetDate }).baseline.suddenOnset).toBe(TODAY);
    }
    expect(start({ onset: 'sudden', onsetDate: day(-1) }).baseline.suddenOnset).toBe(day(-1));
  });
  it('limits somebody who can rise on neither leg for a long time, whichever raise said so', () => {
    expect(start({ singleLegRaise: 'cannotEither', singleLegReps: null }).baseline.caps).toContain('noSingleRaise');
    expect(start({ twoLegRaise: 'cannotEither', singleLegRaise: 'cannotEither', singleLegReps: null }).baseline.caps).toContain('noSingleRaise');
    expect(start({}).baseline.caps).toEqual([]);
  });
  it('says prevention where it is, and pain otherwise; counts weeks from one', () => {
    const nothing = { intent: 'prevent', painAverage: 0, painWorst: 0, side: 'none' } as const;
    expect(start(nothing).baseline.intent).toBe('prevent');
    expect(start({}).baseline.intent).toBe('pain');
    expect(start({}).tracks).toMatchObject({ weeksAtLevel: 1, footCoreEased: false, daysOffRunning: false, longestRun: null });
  });
  it('knows ten single-leg raises from fewer and from an unknown number', () => {
    expect([10, 9, null].map((singleLegReps) => start({ singleLegReps }).tracks.level)).toEqual([4, 3, 3]);
  });
});
