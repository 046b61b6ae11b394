/**
 * The edges of the intake's readings, each from both sides: what mutation testing found no example for
 * (docs/mutation.md).
 */
import { describe, expect, it } from 'vitest';
import { CONDITIONS, type IntakeAnswers, RED_FLAGS } from '../../../program/answers/intake.ts';
import { contradictionsOf, isPrevention } from '../../../program/triage/contradictions.ts';
import { startPoint } from '../../../program/triage/start.ts';
import { triageIntake, triageSafety } from '../../../program/triage/triage.ts';
import { day, intake, numbers, TODAY } from '../support/rules.ts';

const clear = {
  painAverage: 3,
  painWorst: 4,
  singleLegReps: 10,
  runsNow: 'no',
  longestRun30d: null,
} as const satisfies Partial<IntakeAnswers>;
const read = (over: Partial<IntakeAnswers>): readonly string[] =>
  contradictionsOf(intake({ ...clear, ...over }), TODAY);

describe('prevention is read only where nothing hurts', () => {
  const nothing = {
    intent: 'prevent',
    painAverage: 0,
    painWorst: 0,
    side: 'none',
    twoLegRaise: 'fine',
    singleLegRaise: null,
  } as const;
  it.each([
    [{}, true],
    [{ intent: 'pain' }, false],
    [{ painAverage: 1 }, false],
    [{ painWorst: 1 }, false],
    [{ side: 'left' }, false],
    [{ side: 'both' }, false],
    [{ twoLegRaise: 'hurts' }, false],
    [{ singleLegRaise: 'cannotPain' }, false],
    [{ twoLegRaise: 'notTried' }, true],
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
    [{ side: 'none', painAverage: 1, painWorst: 0 }, ['average-above-worst', 'pain-without-side']],
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
    expect(start({ singleLegRaise: 'cannotEither', singleLegReps: null }).baseline.caps).toContain(
      'noSingleRaise',
    );
    expect(
      start({ twoLegRaise: 'cannotEither', singleLegRaise: 'cannotEither', singleLegReps: null }).baseline
        .caps,
    ).toContain('noSingleRaise');
    expect(start({}).baseline.caps).toEqual([]);
  });
  it('says prevention where it is, and pain otherwise; counts weeks from one', () => {
    const nothing = { intent: 'prevent', painAverage: 0, painWorst: 0, side: 'none' } as const;
    expect(start(nothing).baseline.intent).toBe('prevent');
    expect(start({}).baseline.intent).toBe('pain');
    expect(start({}).tracks).toMatchObject({
      weeksAtLevel: 1,
      footCoreEased: false,
      daysOffRunning: false,
      longestRun: null,
    });
  });
  it('knows ten single-leg raises from fewer and from an unknown number', () => {
    expect([10, 9, null].map((singleLegReps) => start({ singleLegReps }).tracks.level)).toEqual([4, 3, 2]);
  });
  it('limits somebody who told it of two legs alone', () => {
    expect(
      start({ twoLegRaise: 'cannotEither', singleLegRaise: 'notTried', singleLegReps: null }).baseline.caps,
    ).toContain('noSingleRaise');
  });
  it.each(['quinolone6m', 'steroids'] as const)(
    'keeps the cap of %s after a clinician has agreed',
    (condition) => {
      const answers = intake({ conditions: [condition] });
      const triage = triageIntake(answers, TODAY, [`conditions.${condition}`]);
      expect(startPoint(answers, triage, TODAY, numbers).baseline.caps).toEqual(['tendonMedicine']);
    },
  );
  const keeps = { runsNow: 'yes', painRunning: 0, longestRun30d: 30 } as const;
  it('keeps running only where no cap forbids it', () => {
    const prevents = { intent: 'prevent', painAverage: 0, painWorst: 0, side: 'none', ...keeps } as const;
    expect(start(prevents).tracks).toMatchObject({ stage: 'RK', longestRun: 30 });
    expect(start({ ...prevents, strainLast12m: '3+' }).tracks).toMatchObject({
      level: 2,
      stage: 'R0',
      longestRun: null,
    });
  });
  it('carries a length to keep only into keeping running', () => {
    expect(start({ ...keeps, painRunning: 3 }).tracks).toMatchObject({ stage: 'R0', longestRun: null });
    expect(start(keeps).tracks).toMatchObject({ stage: 'RK', longestRun: 21 });
  });
  it('says a cap where it lowers the start, and not where it does not; names every note once', () => {
    const said = (over: Partial<IntakeAnswers>) => start(over).reasons;
    expect(said({ strainLast12m: '3+' })).toContainEqual({
      code: 'capped-until-seen',
      params: { level: 'LV2' },
    });
    expect(said({ strainLast12m: '3+' })).toContainEqual({
      code: 'start-physio',
      params: { finding: 'TR-P1' },
    });
    const low = said({ strainLast12m: '3+', singleLegRaise: 'hurts', singleLegReps: null });
    expect(low.map(({ code }) => code)).not.toContain('capped-until-seen');
    expect(low[0]).toMatchObject({ code: 'start', params: { level: 'LV2', stage: 'R0', row: 'ST-5' } });
    expect(said({})).toMatchObject([{ code: 'start', params: { level: 'LV4', stage: 'R0' } }]);
  });
});

describe('prevention is not asked what only pain can mean', () => {
  const prevents = { intent: 'prevent', painAverage: 0, painWorst: 0, side: 'none' } as const;
  const codes = (over: Partial<IntakeAnswers>) =>
    triageIntake(intake(over), TODAY).findings.map(({ code }) => code);
  it.each<readonly [string, Partial<IntakeAnswers>, string]>([
    ['not linked to exercise', { hurtsWhen: 'notLinked', clotRisk: ['travel'] }, 'TR-D4'],
    ['a risk ticked, when it hurts not told', { hurtsWhen: null, clotRisk: ['smoking'] }, 'TR-D4'],
    ['for months', { onsetDate: day(-50) }, 'TR-P1'],
  ])('%s', (_name, over, code) => {
    expect(codes(over)).toContain(code);
    expect(codes({ ...prevents, ...over })).not.toContain(code);
  });
  it('six weeks are not over six weeks', () => {
    expect([-42, -43].map((days) => codes({ onsetDate: day(days) }).includes('TR-P1'))).toEqual([
      false,
      true,
    ]);
    expect(codes({ onsetDate: null })).not.toContain('TR-P1');
  });
});

describe('the first page alone', () => {
  it.each(RED_FLAGS)('reads %s as the whole intake does where the calf did not change', (flag) => {
    const answers = intake({ redFlags: [flag], calfSince: 'no' });
    expect(triageSafety(answers)).toMatchObject({
      route: triageIntake(answers, TODAY).route,
      findings: triageIntake(answers, TODAY).findings,
      fever: flag === 'fever',
    });
  });
  it.each(CONDITIONS)('reads %s as the whole intake does', (condition) => {
    const answers = intake({ conditions: [condition] });
    expect(triageSafety(answers).findings).toEqual(triageIntake(answers, TODAY).findings);
  });
});
