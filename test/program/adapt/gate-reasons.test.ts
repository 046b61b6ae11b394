/**
 * Every way a gate is shut, with the whole reason it gives, called directly: in a decision other limits would
 * hide a lost one (docs/clinical-rules.md §2.11, §4.1, §9.3).
 */
import { describe, expect, test } from 'vitest';
import {
  canAccelerate,
  hasRunTest,
  runningBarrier,
  runningHeld,
  strengthBarrier,
  strengthHeld,
} from '../../../program/adapt/gates.ts';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import type { RuleNumbers } from '../../../program/course/tracks.ts';
import type { Baseline, Opening, Stage, Tracks, WeekDigest } from '../../../program/course/types.ts';
import { baselineOf, checkIn, day, digest, numbers, openingOf, TODAY, tracksAt } from '../support/rules.ts';

const at = (
  tracks: Partial<Tracks>,
  baseline: Partial<Baseline> = {},
  over: Partial<Opening> = {},
): Opening => openingOf({ tracks: tracksAt(tracks), baseline: baselineOf(baseline), ...over });
const early = (days: number) => ({ code: 'early-after-sudden', params: { days, until: 14 } });
const afterBreak = { code: 'no-progress-after-break', params: {} };

describe('the strength gate', () => {
  test.each<readonly [string, Opening, object | null]>([
    ['open', at({ level: 3 }), null],
    ['the top', at({ level: 7 }), { code: 'strength-same', params: { level: 'LV7' } }],
    ['below a cap', at({ level: 1 }, { caps: ['longPain'] }), null],
    [
      'at the cap of long pain',
      at({ level: 2 }, { caps: ['longPain'] }),
      { code: 'capped-long-pain', params: { level: 'LV2' } },
    ],
    [
      'above a cap that came later',
      at({ level: 3 }, { caps: ['longPain'] }),
      { code: 'capped-long-pain', params: { level: 'LV2' } },
    ],
    ['below the cap of a tendon medicine', at({ level: 3 }, { caps: ['tendonMedicine'] }), null],
    [
      'at it',
      at({ level: 4 }, { caps: ['tendonMedicine'] }),
      { code: 'capped-medicine', params: { level: 'LV4' } },
    ],
    ['LV1 soon after a sudden onset', at({ level: 1 }, { suddenOnset: day(-3) }), null],
    ['LV2 soon after a sudden onset', at({ level: 2 }, { suddenOnset: day(-3) }), early(3)],
    ['on the day itself', at({ level: 2 }, { suddenOnset: TODAY }), early(0)],
    ['on the fourteenth day', at({ level: 2 }, { suddenOnset: day(-14) }), early(14)],
    ['on the fifteenth', at({ level: 2 }, { suddenOnset: day(-15) }), null],
    ['after a break', at({ level: 3 }, {}, { restriction: 'noProgress' }), afterBreak],
    ['in the first week', at({ level: 3 }, {}, { restriction: 'noAcceleration' }), null],
  ])('%s', (_name, opening, expected) => {
    expect(strengthBarrier(opening, TODAY, numbers)).toEqual(expected);
  });
  test('a level without a test in the curriculum is the last', () => {
    const levels = numbers.levels.map((row) =>
      row.level === 3 ? { ...row, gate: null } : row,
    ) as RuleNumbers['levels'];
    expect(strengthBarrier(at({ level: 3 }), TODAY, { ...numbers, levels })).toEqual({
      code: 'strength-same',
      params: { level: 'LV3' },
    });
  });
  test.each<readonly [CheckInAnswers['gateStrength'], readonly object[]]>([
    ['yes', []],
    ['pain', [{ code: 'strength-test-pain', params: { from: 'LV3', to: 'LV4' } }]],
    ['notTried', [{ code: 'strength-test-missing', params: { from: 'LV3', to: 'LV4' } }]],
    [null, [{ code: 'strength-test-missing', params: { from: 'LV3', to: 'LV4' } }]],
  ])('its test answered %s', (gateStrength, expected) => {
    expect(strengthHeld(at({ level: 3 }), checkIn({ gateStrength }), TODAY, numbers)).toEqual(expected);
  });
  test('behind a barrier the test does not count', () =>
    expect(strengthHeld(at({ level: 7 }), checkIn({ gateStrength: 'yes' }), TODAY, numbers)).toHaveLength(1));
});

describe('the running gate', () => {
  const eased = digest({ outcome: 'REGRESS', rule: 'AD-05' });
  const silent = digest({ outcome: 'HOLD', rule: 'SILENCE', average: null, worst: null, complete: false });
  test.each<readonly [string, Opening, object | null]>([
    ['open at walking', at({ level: 3 }), null],
    ['the top', at({ level: 7, stage: 'R9' }), { code: 'running-same', params: { stage: 'R9' } }],
    ['after a break', at({ level: 3 }, {}, { restriction: 'noProgress' }), afterBreak],
    [
      'under a cap that forbids running',
      at({ level: 3 }, { caps: ['noSingleRaise'] }),
      { code: 'capped-no-raise', params: { level: 'LV2' } },
    ],
    ['under one that does not', at({ level: 4, stage: 'R1' }, { caps: ['tendonMedicine'] }), null],
    ['soon after a sudden onset', at({ level: 3 }, { suddenOnset: day(-14) }), early(14)],
    [
      'walking below LV3',
      at({ level: 2 }),
      { code: 'run-level-needed', params: { stage: 'R1', level: 'LV3' } },
    ],
    [
      'R4 below LV5',
      at({ level: 4, stage: 'R4' }),
      { code: 'run-level-needed', params: { stage: 'R5', level: 'LV5' } },
    ],
    ['R4 at LV5', at({ level: 5, stage: 'R4' }), null],
    ['a stage without a level of its own', at({ level: 2, stage: 'R1' }), null],
    ['RK without a level of its own', at({ level: 1, stage: 'RK', longestRun: 30 }), null],
    [
      'walking, the week after an easing',
      at({ level: 3 }, {}, { history: [eased] }),
      { code: 'run-after-regress', params: { stage: 'R1' } },
    ],
    [
      'walking, an easing and silence since',
      at({ level: 3 }, {}, { history: [eased, silent] }),
      { code: 'run-after-regress', params: { stage: 'R1' } },
    ],
    ['walking, a calm week since the easing', at({ level: 3 }, {}, { history: [eased, digest()] }), null],
    [
      'running already, the week after an easing',
      at({ level: 4, stage: 'R1' }, {}, { history: [eased] }),
      null,
    ],
  ])('%s', (_name, opening, expected) => {
    expect(runningBarrier(opening, TODAY, numbers)).toEqual(expected);
  });

  const held = (tracks: Partial<Tracks>, answers: Partial<CheckInAnswers>, over: Partial<Opening> = {}) =>
    runningHeld(at(tracks, {}, over), checkIn(answers), TODAY, numbers);
  test.each<readonly [string, Partial<Tracks>, Partial<CheckInAnswers>, readonly object[]]>([
    ['walking, passed', { level: 3 }, { gateRun: 'yes' }, []],
    ['walking, no run asked', { level: 3 }, { gateRun: 'yes', runsDone: 0 }, []],
    [
      'walking, hurt',
      { level: 3 },
      { gateRun: 'pain' },
      [{ code: 'run-test-pain', params: { from: 'R0', to: 'R1' } }],
    ],
    [
      'walking, not tried',
      { level: 3 },
      { gateRun: 'notTried' },
      [{ code: 'run-test-missing', params: { from: 'R0', to: 'R1' } }],
    ],
    ['two runs', { level: 4, stage: 'R1' }, { runsDone: 2 }, []],
    [
      'one run',
      { level: 4, stage: 'R1' },
      { runsDone: 1 },
      [{ code: 'runs-missing', params: { stage: 'R1', done: 1, needed: 2 } }],
    ],
    [
      'runs not told',
      { level: 4, stage: 'R1' },
      {},
      [{ code: 'runs-missing', params: { stage: 'R1', done: 0, needed: 2 } }],
    ],
    [
      'a test and the runs',
      { level: 4, stage: 'R3' },
      { gateRun: 'pain', runsDone: 1 },
      [
        { code: 'run-test-pain', params: { from: 'R3', to: 'R4' } },
        { code: 'runs-missing', params: { stage: 'R3', done: 1, needed: 2 } },
      ],
    ],
    [
      'behind a barrier',
      { level: 7, stage: 'R9' },
      { gateRun: 'yes', runsDone: 3 },
      [{ code: 'running-same', params: { stage: 'R9' } }],
    ],
  ])('%s', (_name, tracks, answers, expected) => {
    expect(held(tracks, answers)).toEqual(expected);
  });
  test('RK: two runs and room above what was really run', () => {
    const rk: Partial<Tracks> = { level: 4, stage: 'RK', longestRun: 30 };
    const usual = { baseline: baselineOf({ longestBefore: 60 }) };
    expect(held(rk, { runsDone: 2, longestRunMinutes: 30 }, usual)).toEqual([]);
    expect(held(rk, { runsDone: 1, longestRunMinutes: 30 }, usual)).toEqual([
      { code: 'runs-missing', params: { stage: 'RK', done: 1, needed: 2 } },
    ]);
    expect(held(rk, { runsDone: 2, longestRunMinutes: 20 }, usual)).toEqual([
      { code: 'running-same', params: { stage: 'RK' } },
    ]);
    expect(
      held(rk, { runsDone: 2, longestRunMinutes: 30 }, { baseline: baselineOf({ longestBefore: 30 }) }),
    ).toEqual([{ code: 'rk-usual', params: { minutes: 30 } }]);
    expect(held({ ...rk, rkRaises: 3 }, { runsDone: 2, longestRunMinutes: 30 }, usual)).toEqual([
      { code: 'rk-level-week', params: { minutes: 30 } },
    ]);
  });

  test.each<readonly [Stage, boolean]>([
    ['R0', true],
    ['R1', false],
    ['R3', true],
    ['RK', false],
  ])('a test of its own at %s: %s', (stage, expected) =>
    expect(hasRunTest(at({ stage }), numbers)).toBe(expected),
  );
  test('leaving walking takes the entry test whatever the curriculum says', () => {
    const stages = numbers.stages.map((row) => ({ ...row, gate: null })) as RuleNumbers['stages'];
    expect(hasRunTest(at({ stage: 'R0' }), { ...numbers, stages })).toBe(true);
    expect(hasRunTest(at({ stage: 'R3' }), { ...numbers, stages })).toBe(false);
  });
});

describe('two steps at once', () => {
  const with3 = (...outcomes: readonly WeekDigest['outcome'][]) =>
    openingOf({ history: outcomes.map((outcome) => digest({ outcome })) });
  test.each<readonly [string, Opening, boolean]>([
    ['holds, progress and two steps are well', with3('HOLD', 'PROGRESS', 'ACCELERATE'), true],
    ['an easing', with3('HOLD', 'REGRESS', 'HOLD'), false],
    ['a stop', with3('STOP_DOCTOR', 'HOLD', 'HOLD'), false],
    ['an emergency', with3('HOLD', 'HOLD', 'STOP_EMERGENCY'), false],
    ['four weeks ago', with3('REGRESS', 'HOLD', 'HOLD', 'HOLD'), true],
    [
      'silent weeks are not counted among the three',
      openingOf({
        history: [
          digest({ outcome: 'REGRESS' }),
          digest(),
          digest(),
          digest({ average: null, outcome: 'HOLD' }),
        ],
      }),
      false,
    ],
    ['quinolones', openingOf({ baseline: baselineOf({ conditions: ['quinolone6m'] }) }), false],
    ['steroids', openingOf({ baseline: baselineOf({ conditions: ['steroids'] }) }), false],
    ['another condition', openingOf({ baseline: baselineOf({ conditions: ['arthritis'] }) }), true],
  ])('%s', (_name, opening, expected) => expect(canAccelerate(opening, TODAY)).toBe(expected));
});
