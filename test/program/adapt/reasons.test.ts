/**
 * The whole list of reasons of a decided week, with its numbers: what the next mail says, in order
 * (docs/clinical-rules.md §9.6).
 */
import { describe, expect, test } from 'vitest';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import type { Baseline, Opening, Reason, Tracks } from '../../../program/course/types.ts';
import { baselineOf, checkIn, day, decide, digest, openingOf, tracksAt } from '../support/rules.ts';

const week = (
  tracks: Partial<Tracks>,
  over: Partial<Opening> = {},
  baseline: Partial<Baseline> = {},
): Opening =>
  openingOf({
    restriction: 'noAcceleration',
    tracks: tracksAt(tracks),
    baseline: baselineOf(baseline),
    ...over,
  });
/** Everything but the rule's own numbers, which have a test of their own. */
const why = (opening: Opening, answers: Partial<CheckInAnswers>): readonly Reason[] => {
  const [rule, ...rest] = decide(opening, checkIn(answers)).reasons;
  // The marks to the finish have a test of their own (graduation-edges.test.ts).
  return [{ code: rule?.code ?? 'AD-22', params: {} }, ...rest.filter((x) => !x.code.startsWith('mark-'))];
};
const r = (code: Reason['code'], params: Reason['params'] = {}): Reason => ({ code, params });

describe('the numbers of the rule', () => {
  const params = (opening: Opening, answers: Partial<CheckInAnswers>) =>
    decide(opening, checkIn(answers)).reasons[0]?.params;
  test('scores, sessions, silence, minutes run and planned', () =>
    expect(
      params(week({ level: 4, stage: 'R3' }, { previousAverage: 2, missed: 1, sessionsPlanned: 4 }), {
        painAverage: 2,
        painWorst: 3,
        sessionsDone: 4,
        longestRunMinutes: 15,
      }),
    ).toMatchObject({ avg: 2, worst: 3, prev: 2, plan: 4, missed: 1, done: 4, minutes: 15, planned: 15 }));
  test('walking is measured against no run at all', () =>
    expect(params(week({}), { longestRunMinutes: 0 })).toMatchObject({ minutes: 0, planned: 0 }));
  test('RK against the longest of thirty days, or nothing known', () => {
    expect(
      params(week({ level: 4, stage: 'RK', longestRun: 30 }, {}, { longestRun30d: 40 }), {
        longestRunMinutes: 30,
      }),
    ).toMatchObject({
      planned: 30,
    });
    expect(
      params(week({ level: 4, stage: 'RK', longestRun: null }), { longestRunMinutes: 30 }),
    ).not.toHaveProperty('planned');
  });
  test('what was not answered is not said', () => {
    const stopped = params(week({}), { redFlags: ['walk'], sessionsDone: null, longestRunMinutes: null });
    expect(stopped).not.toHaveProperty('done');
    expect(stopped).not.toHaveProperty('minutes');
  });
});

describe('a calm week', () => {
  const passed = { gateStrength: 'yes', gateRun: 'yes', runsDone: 2 } as const;
  test.each<readonly [string, Opening, Partial<CheckInAnswers>, readonly Reason[]]>([
    [
      'both up',
      week({ level: 3 }),
      passed,
      [r('AD-21'), r('strength-up', { from: 'LV3', to: 'LV4' }), r('running-up', { from: 'R0', to: 'R1' })],
    ],
    [
      'strength up, running short of its test',
      week({ level: 3 }),
      { gateStrength: 'yes' },
      [
        r('AD-21'),
        r('strength-up', { from: 'LV3', to: 'LV4' }),
        r('run-test-missing', { from: 'R0', to: 'R1' }),
      ],
    ],
    [
      'running up, strength short of its test',
      week({ level: 4, weeksAtLevel: 2, stage: 'R1' }),
      { gateStrength: 'pain', runsDone: 2, longestRunMinutes: 6 },
      [
        r('AD-21'),
        r('strength-test-pain', { from: 'LV4', to: 'LV5' }),
        r('running-up', { from: 'R1', to: 'R2' }),
      ],
    ],
    [
      'one load at a time at 2',
      week({ level: 4, weeksAtLevel: 2, stage: 'R1' }, { previousAverage: 2 }),
      { painAverage: 2, painWorst: 2, ...passed, longestRunMinutes: 6 },
      [
        r('AD-21'),
        r('strength-up', { from: 'LV4', to: 'LV5' }),
        r('only-strength-moves', { avg: 2, worst: 2 }),
      ],
    ],
    [
      'running waits for a calm week',
      week({ level: 4, weeksAtLevel: 2, stage: 'R1' }),
      { painAverage: 1, painWorst: 3, ...passed, longestRunMinutes: 6 },
      [
        r('AD-21'),
        r('strength-up', { from: 'LV4', to: 'LV5' }),
        r('running-needs-calm', { avg: 1, worst: 3 }),
      ],
    ],
    [
      'nothing passed: each gate by name',
      week({ level: 3 }),
      {},
      [
        r('AD-20'),
        r('strength-test-missing', { from: 'LV3', to: 'LV4' }),
        r('run-test-missing', { from: 'R0', to: 'R1' }),
      ],
    ],
    [
      'weeks to serve: the test was not asked for',
      week({ level: 4, weeksAtLevel: 1, stage: 'R1' }),
      { runsDone: 0, longestRunMinutes: 0 },
      [
        r('AD-20'),
        r('level-weeks-not-served', { level: 'LV4', weeks: 1, needed: 2 }),
        r('runs-missing', { stage: 'R1', done: 0, needed: 2 }),
      ],
    ],
    [
      'weeks to serve, and the test hurt all the same',
      week({ level: 4, weeksAtLevel: 1, stage: 'R1' }),
      { gateStrength: 'pain', runsDone: 0, longestRunMinutes: 0 },
      [
        r('AD-20'),
        r('level-weeks-not-served', { level: 'LV4', weeks: 1, needed: 2 }),
        r('strength-test-pain', { from: 'LV4', to: 'LV5' }),
        r('runs-missing', { stage: 'R1', done: 0, needed: 2 }),
      ],
    ],
    [
      'the same cause holds both and is said once',
      week({ level: 2 }, { week: 2 }, { suddenOnset: day(-5) }),
      {},
      [r('AD-20'), r('early-after-sudden', { days: 5, until: 14 })],
    ],
    [
      'a cap is said once, with the level it allows',
      week({ level: 3 }, {}, { caps: ['noSingleRaise'] }),
      passed,
      [r('AD-20'), r('capped-no-raise', { level: 'LV2' })],
    ],
    [
      'the top of both',
      week({ level: 7, stage: 'R9' }),
      { ...passed, longestRunMinutes: 30 },
      [r('AD-20'), r('strength-same', { level: 'LV7' }), r('running-same', { stage: 'R9' })],
    ],
    [
      'the level that running waited for, reached now',
      week({ level: 2 }),
      passed,
      [
        r('AD-21'),
        r('strength-up', { from: 'LV2', to: 'LV3' }),
        r('run-level-reached', { stage: 'R1', level: 'LV3' }),
      ],
    ],
    [
      'a level on the way to it',
      week({ level: 1 }),
      passed,
      [
        r('AD-21'),
        r('strength-up', { from: 'LV1', to: 'LV2' }),
        r('run-level-needed', { stage: 'R1', level: 'LV3' }),
      ],
    ],
    [
      'the level R5 waits for, reached now',
      week({ level: 4, weeksAtLevel: 2, stage: 'R4' }),
      { ...passed, longestRunMinutes: 20 },
      [
        r('AD-21'),
        r('strength-up', { from: 'LV4', to: 'LV5' }),
        r('run-level-reached', { stage: 'R5', level: 'LV5' }),
      ],
    ],
    [
      'RK goes up by a tenth',
      week({ level: 4, weeksAtLevel: 1, stage: 'RK', longestRun: 30 }, {}, { longestBefore: 60 }),
      { runsDone: 2, longestRunMinutes: 30 },
      [
        r('AD-21'),
        r('level-weeks-not-served', { level: 'LV4', weeks: 1, needed: 2 }),
        r('rk-up', { from: 30, to: 33 }),
      ],
    ],
  ])('%s', (_name, opening, answers, expected) => expect(why(opening, answers)).toEqual(expected));
});

describe('an easing', () => {
  test.each<readonly [string, Opening, Partial<CheckInAnswers>, readonly Reason[]]>([
    [
      'both down',
      week({ level: 4, stage: 'R3' }, { previousAverage: 4 }),
      { painAverage: 5, painWorst: 5 },
      [
        r('AD-05'),
        r('strength-down', { from: 'LV4', to: 'LV3' }),
        r('running-down', { from: 'R3', to: 'R1' }),
        r('foot-core-eased'),
      ],
    ],
    [
      'at both floors',
      week({ level: 0, stage: 'R0' }, { previousAverage: 4 }),
      { painAverage: 5, painWorst: 5 },
      [
        r('AD-05'),
        r('floor-reached', { level: 'LV0' }),
        r('running-same', { stage: 'R0' }),
        r('foot-core-eased'),
      ],
    ],
    [
      'the foot core stays below an average of 5',
      week({ level: 4, stage: 'R3' }),
      { nextDay: 'longer' },
      [
        r('AD-07'),
        r('strength-down', { from: 'LV4', to: 'LV3' }),
        r('running-down', { from: 'R3', to: 'R2' }),
      ],
    ],
    [
      'RK is cut',
      week({ level: 4, stage: 'RK', longestRun: 30 }),
      { nextDay: 'longer' },
      [r('AD-07'), r('strength-down', { from: 'LV4', to: 'LV3' }), r('rk-eased', { to: 21, percent: 30 })],
    ],
    [
      'the second time RK ends on the ladder',
      week({ level: 4, stage: 'RK', longestRun: 30, rkRegressions: 1 }),
      { nextDay: 'longer' },
      [r('AD-07'), r('strength-down', { from: 'LV4', to: 'LV3' }), r('rk-to-ladder', { to: 'R3' })],
    ],
    [
      'ill as well, and half an answer',
      week({ level: 4, stage: 'R0' }),
      { nextDay: 'longer', redFlags: ['fever'], painkillers: null },
      [
        r('AD-07'),
        r('strength-down', { from: 'LV4', to: 'LV3' }),
        r('running-same', { stage: 'R0' }),
        r('fever'),
        r('incomplete', { fields: 'painkillers', avg: 1 }),
      ],
    ],
  ])('%s', (_name, opening, answers, expected) => expect(why(opening, answers)).toEqual(expected));
});

describe('a hold', () => {
  const same = [r('strength-same', { level: 'LV4' }), r('running-same', { stage: 'R3' })];
  const opening = week({ level: 4, stage: 'R3' });
  test.each<readonly [string, Partial<CheckInAnswers>, readonly Reason[]]>([
    ['by a rule', { nextDay: 'worse24' }, [r('AD-13'), ...same]],
    ['by a rule, and ill', { nextDay: 'worse24', redFlags: ['fever'] }, [r('AD-13'), r('fever'), ...same]],
    ['ill alone', { redFlags: ['fever'], longestRunMinutes: 15 }, [r('fever'), ...same]],
  ])('%s', (_name, answers, expected) => expect(why(opening, answers)).toEqual(expected));
  const waits = r('test-waits');
  test.each<readonly [string, Opening, Partial<CheckInAnswers>, boolean]>([
    ['strength passed', opening, { nextDay: 'worse24', gateStrength: 'yes' }, true],
    ['running passed', opening, { nextDay: 'worse24', gateRun: 'yes' }, true],
    ['while ill', opening, { redFlags: ['fever'], gateStrength: 'yes', longestRunMinutes: 15 }, true],
    ['hurt', opening, { nextDay: 'worse24', gateStrength: 'pain' }, false],
    ['a test that is none', week({ level: 4, stage: 'R1' }), { nextDay: 'worse24', gateRun: 'yes' }, false],
    [
      'at the top',
      week({ level: 7, stage: 'R9' }),
      { nextDay: 'worse24', gateStrength: 'yes', gateRun: 'yes' },
      false,
    ],
    [
      'under a cap',
      week({ level: 2 }, {}, { caps: ['longPain'] }),
      { nextDay: 'worse24', gateStrength: 'yes', gateRun: 'yes' },
      false,
    ],
    [
      'half an answer: the rest is asked for first',
      opening,
      { painkillers: null, gateStrength: 'yes' },
      false,
    ],
  ])('a test passed in a week that holds is not passed over: %s', (_name, given, answers, expected) => {
    const said = why(given, answers);
    expect(said.filter(({ code }) => code === 'test-waits')).toEqual(expected ? [waits] : []);
  });
  test('half an answer comes first, then the rule it fires, if any', () => {
    expect(decide(opening, checkIn({ painWorst: null })).reasons).toEqual([
      r('incomplete', { fields: 'painWorst', avg: 1 }),
      ...same,
    ]);
    const stricter = decide(
      opening,
      checkIn({ painWorst: null, nextDay: 'worse24', redFlags: ['fever'] }),
    ).reasons;
    expect(stricter.map(({ code }) => code)).toEqual([
      'incomplete',
      'AD-13',
      'fever',
      'strength-same',
      'running-same',
    ]);
  });
});

test('a physiotherapist is named after the rest, with the numbers', () => {
  const eased = digest({ week: 3, outcome: 'REGRESS', rule: 'AD-05', average: 5, worst: 5 });
  const d = decide(
    week({ level: 4, stage: 'R3' }, { history: [eased], previousAverage: 5 }),
    checkIn({ painAverage: 5, painWorst: 5 }),
  );
  expect(d.physio).toBe(true);
  const last = d.reasons.at(-1);
  expect(last?.code).toMatch(/^MD-/);
  expect(last?.params).toMatchObject({ avg: 5, worst: 5, prev: 5 });
});
