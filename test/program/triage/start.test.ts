/**
 * The start table of docs/clinical-rules.md §9.2 at its boundaries, RK (docs/clinical-rules.md §4.1) and the
 * caps.
 */
import { describe, expect, test } from 'vitest';
import type { IntakeAnswers } from '../../../program/answers/intake.ts';
import type { Reason } from '../../../program/course/types.ts';
import { startPoint } from '../../../program/triage/start.ts';
import { triageIntake } from '../../../program/triage/triage.ts';
import { day, intake, numbers, TODAY } from '../support/rules.ts';

type Over = Partial<IntakeAnswers>;
const start = (over: Over, cleared: readonly string[] = []) => {
  const answers = intake(over);
  return startPoint(answers, triageIntake(answers, TODAY, cleared), TODAY, numbers);
};
const runs: Over = { runsNow: 'yes', painRunning: 2, longestRun30d: 40 };
const prevent: Over = {
  intent: 'prevent',
  side: 'none',
  painAverage: 0,
  painWorst: 0,
  site: null,
  onset: null,
  onsetDate: null,
};

describe('start level and stage', () => {
  test.each<[string, Over, number, string]>([
    ['sudden today', { onset: 'sudden', onsetDate: TODAY }, 0, 'R0'],
    ['sudden two days ago', { onset: 'sudden', onsetDate: day(-2) }, 0, 'R0'],
    ['sudden, date unknown', { onset: 'sudden', onsetDate: null }, 0, 'R0'],
    ['sudden, date in the future', { onset: 'sudden', onsetDate: day(5) }, 0, 'R0'],
    ['sudden three days ago', { onset: 'sudden', onsetDate: day(-3) }, 0, 'R0'],
    ['sudden four days ago', { onset: 'sudden', onsetDate: day(-4) }, 2, 'R0'],
    ['how it began left open, yesterday', { onset: null, onsetDate: day(-1) }, 0, 'R0'],
    ['how it began left open, ten days ago', { onset: null, onsetDate: day(-10), ...runs }, 2, 'R0'],
    ['how it began left open, twenty days ago', { onset: null, ...runs }, 4, 'RK'],
    ['how and when it began left open', { onset: null, onsetDate: null }, 0, 'R0'],
    ['little by little, when left open', { onsetDate: null, ...runs }, 2, 'R0'],
    ['what brings you left open', { intent: null }, 3, 'R0'],
    ['sudden fourteen days ago, runs', { onset: 'sudden', onsetDate: day(-14), ...runs }, 2, 'R0'],
    ['sudden fifteen days ago, runs', { onset: 'sudden', onsetDate: day(-15), ...runs }, 4, 'RK'],
    [
      'sudden a week ago, average 5',
      { onset: 'sudden', onsetDate: day(-7), painAverage: 5, painWorst: 6 },
      1,
      'R0',
    ],
    ['two-leg raises hurt', { twoLegRaise: 'hurts' }, 0, 'R0'],
    ['two-leg raises stopped by pain', { twoLegRaise: 'cannotPain' }, 0, 'R0'],
    ['two-leg raises hurt, average 6', { twoLegRaise: 'hurts', painAverage: 6, painWorst: 6 }, 0, 'R0'],
    ['average 4', { painAverage: 4 }, 4, 'R0'],
    ['average 5, raises fine', { painAverage: 5, painWorst: 5 }, 1, 'R0'],
    ['average 6', { painAverage: 6, painWorst: 6 }, 1, 'R0'],
    ['two-leg raises not tried', { twoLegRaise: 'notTried' }, 1, 'R0'],
    ['two-leg raises not answered', { twoLegRaise: null }, 0, 'R0'],
    ['single-leg hurts', { singleLegRaise: 'hurts', singleLegReps: 3 }, 2, 'R0'],
    ['single-leg stopped by pain', { singleLegRaise: 'cannotPain', singleLegReps: null }, 2, 'R0'],
    ['single-leg not tried', { singleLegRaise: 'notTried', singleLegReps: null }, 2, 'R0'],
    ['single-leg not answered', { singleLegRaise: null, singleLegReps: null }, 2, 'R0'],
    ['single-leg fine, none done', { singleLegReps: 0 }, 2, 'R0'],
    ['single-leg one', { singleLegReps: 1 }, 3, 'R0'],
    ['single-leg nine', { singleLegReps: 9 }, 3, 'R0'],
    ['single-leg fine, not counted', { singleLegReps: null }, 2, 'R0'],
    ['single-leg ten', { singleLegReps: 10 }, 4, 'R0'],
    ['prevention, ten', { ...prevent }, 3, 'R0'],
    ['prevention, raises unknown', { ...prevent, twoLegRaise: null }, 0, 'R0'],
    ['prevention answered with pain', { intent: 'prevent' }, 3, 'R0'],
    ['third strain', { strainLast12m: '3+', ...runs }, 2, 'R0'],
    ['seven weeks of pain', { onsetDate: day(-49), ...runs }, 2, 'R0'],
    ['neither leg can rise', { singleLegRaise: 'cannotEither', singleLegReps: null, ...runs }, 2, 'R0'],
  ])('%s', (_, over, level, stage) => {
    const { tracks, baseline } = start(over);
    expect([tracks.level, tracks.stage]).toEqual([level, stage]);
    expect([baseline.startLevel, baseline.startStage]).toEqual([level, stage]);
  });

  test.each<[string, Over, string]>([
    ['at 2', runs, 'RK'],
    ['reduced', { ...runs, runsNow: 'reduced' }, 'RK'],
    ['at 3', { ...runs, painRunning: 3 }, 'R0'],
    ['run pain not told', { ...runs, painRunning: null }, 'R0'],
    ['not settled', { ...runs, nextDay: 'worse24' }, 'R0'],
    ['does not run', { ...runs, runsNow: 'no' }, 'R0'],
    ['new', { ...runs, runsNow: 'new' }, 'R0'],
    ['level 2', { ...runs, singleLegRaise: 'hurts' }, 'R0'],
    ['level 3', { ...runs, singleLegReps: 4 }, 'RK'],
    ['no run in thirty days', { ...runs, longestRun30d: 0 }, 'R0'],
    ['prevention, runs', { ...prevent, ...runs, painRunning: 0 }, 'RK'],
    ['prevention, runs, no word of how it feels', { ...prevent, ...runs, painRunning: null }, 'R0'],
    ['prevention, runs, raises unknown', { ...prevent, ...runs, painRunning: 0, twoLegRaise: null }, 'R0'],
    ['prevention, runs, one leg sore', { ...prevent, ...runs, singleLegRaise: 'hurts' }, 'R0'],
    [
      'prevention, sudden fourteen days ago',
      { ...prevent, ...runs, onset: 'sudden', onsetDate: day(-14) },
      'R0',
    ],
    [
      'prevention, sudden fifteen days ago',
      { ...prevent, ...runs, onset: 'sudden', onsetDate: day(-15) },
      'RK',
    ],
    ['prevention, does not run', prevent, 'R0'],
  ])('keeps running: %s', (_, over, stage) => expect(start(over).tracks.stage).toBe(stage));

  test('RK begins with the longest run of the last thirty days, seven tenths of it with any pain', () => {
    expect(start(runs).tracks.longestRun).toBe(28);
    expect(start({ ...prevent, ...runs, painRunning: 0 }).tracks.longestRun).toBe(40);
    expect(start({ ...prevent, ...runs, painRunning: 1 }).tracks.longestRun).toBe(28);
    // Without a length nobody keeps running, nor where nothing is left of it.
    expect(start({ ...runs, longestRun30d: null }).tracks).toMatchObject({ stage: 'R0', longestRun: null });
    expect(start({ ...runs, longestRun30d: 1 }).tracks).toMatchObject({ stage: 'R0', longestRun: null });
    expect(start({}).tracks.longestRun).toBeNull();
  });

  test('caps and their recommendation', () => {
    expect(start({ strainLast12m: '3+' })).toMatchObject({
      physio: true,
      baseline: { caps: ['thirdStrain'] },
    });
    expect(start({ onsetDate: day(-43) })).toMatchObject({ physio: true, baseline: { caps: ['longPain'] } });
    expect(start({ singleLegRaise: 'cannotEither' })).toMatchObject({
      physio: true,
      baseline: { caps: ['noSingleRaise'] },
    });
    expect(start({})).toMatchObject({ physio: false, baseline: { caps: [] } });
    expect(start({ conditions: ['steroids'] }, ['conditions.steroids'])).toMatchObject({
      baseline: { caps: ['tendonMedicine'] },
      tracks: { level: 4 },
    });
  });

  test('reasons: the start first, then what bounded it', () => {
    expect(start({}).reasons).toMatchObject([{ code: 'start', params: { level: 'LV4', stage: 'R0' } }]);
    expect(start({ onset: 'sudden', onsetDate: day(-6), strainLast12m: '1' }).reasons[1]).toEqual({
      code: 'start-sudden',
      params: { days: 6, onset: 'sudden' },
    });
    expect(start({ strainLast12m: '3+', onsetDate: day(-60) }).reasons.map((r) => r.code)).toEqual([
      'start',
      'start-physio',
      'capped-until-seen',
    ]);
    expect(start({ singleLegReps: 0 }).reasons).toContainEqual({
      code: 'contradiction',
      params: { which: 'fine-without-raises' },
    });
    expect(start({ redFlags: ['fever'] }).reasons.map((r) => r.code)).toContain('fever');
  });

  test.each<readonly [string, Partial<IntakeAnswers>, Reason['params']]>([
    ['raises counted', { singleLegReps: 12 }, { row: 'ST-7', reps: 12 }],
    ['one leg hurts', { singleLegRaise: 'hurts' }, { row: 'ST-5', singleLegRaise: 'hurts' }],
    ['left open', { twoLegRaise: null }, { row: 'ST-2', twoLegRaise: 'blank' }],
    [
      'sudden, six days ago',
      { onset: 'sudden', onsetDate: day(-6), singleLegReps: 12 },
      { limit: 'sudden', days: 6 },
    ],
    [
      'sudden, no day told',
      { onset: 'sudden', onsetDate: null },
      { row: 'ST-1', days: 0, onset: 'sudden', dayOpen: 'yes' },
    ],
    ['gradual, no day told', { onsetDate: null, singleLegReps: 12 }, { limit: 'unknownDay' }],
    ['six weeks of pain', { onsetDate: day(-60), singleLegReps: 12 }, { limit: 'capped' }],
    ['does not run', { runsNow: 'no' }, { walks: 'notRunning' }],
    ['new to running', { runsNow: 'new' }, { walks: 'newRunner' }],
    ['no length known', { runsNow: 'yes', painRunning: 0, longestRun30d: null }, { walks: 'noLength' }],
    [
      'runs hurt',
      { runsNow: 'yes', painRunning: 4, longestRun30d: 30 },
      { walks: 'runPain', painRunning: 4 },
    ],
    [
      'keeps running',
      { runsNow: 'yes', painRunning: 1, longestRun30d: 30 },
      { walks: 'keeps', longestRun: 21 },
    ],
  ])('the answers that placed the person: %s', (_, answers, params) => {
    expect(start(answers).reasons[0]?.params).toMatchObject(params);
  });

  test('an average above the worst counts as the worst', () =>
    expect(start({ painAverage: 5, painWorst: 2 }).baseline.painWorst).toBe(5));
  test('nobody starts on a stop', () => expect(() => start({ redFlags: ['walk'] })).toThrow(/eligible/));
});
