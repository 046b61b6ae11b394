/** The relapse rule and MD-7, asked directly, each number from both sides (docs/clinical-rules.md §9.11). */
import { describe, expect, test } from 'vitest';
import { isRelapse, needsPhysio, relapsed, relapseReasons } from '../../../program/adapt/relapse.ts';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import type { Tracks } from '../../../program/course/types.ts';
import { checkIn, numbers, tracksAt } from '../support/rules.ts';

describe('what is a relapse', () => {
  test.each<readonly [Partial<CheckInAnswers>, boolean]>([
    [{ painAverage: 2, painWorst: 3 }, false],
    [{ painAverage: 3, painWorst: 3 }, true],
    [{ painAverage: 2, painWorst: 4 }, true],
    [{ painAverage: 4, painWorst: null }, true],
    [{ painAverage: 2, painWorst: null }, false],
    [{ nextDay: 'settled' }, false],
    [{ nextDay: 'worse24' }, true],
    [{ nextDay: 'longer' }, true],
    [{ nextDay: 'stiffBoth' }, true],
    [{ nextDay: null }, false],
  ])('%j: %s', (answers, expected) => expect(isRelapse(checkIn(answers))).toBe(expected));
});

describe('where it leads', () => {
  test.each<readonly [string, Partial<Tracks>, number | null, number | null, Partial<Tracks>]>([
    [
      'one level, two stages, two days off',
      { level: 6, stage: 'R9', weeksAtLevel: 4, weeksAtStage: 3 },
      3,
      null,
      {
        level: 5,
        stage: 'R7',
        weeksAtLevel: 1,
        weeksAtStage: 1,
        longestRun: null,
        daysOffRunning: true,
        footCoreEased: false,
      },
    ],
    [
      'R2 leads to walking, no running to rest from',
      { level: 6, stage: 'R2' },
      3,
      null,
      { stage: 'R0', daysOffRunning: false },
    ],
    ['R3 to R1', { level: 6, stage: 'R3' }, 3, null, { stage: 'R1', daysOffRunning: true }],
    [
      'nobody runs at LV0',
      { level: 1, stage: 'R9' },
      3,
      null,
      { level: 0, stage: 'R0', daysOffRunning: false },
    ],
    ['LV0 stays', { level: 0, stage: 'R0' }, 3, null, { level: 0, stage: 'R0' }],
    [
      'RK at sixty per cent',
      { level: 6, stage: 'RK', longestRun: 41, rkRegressions: 1 },
      3,
      60,
      {
        stage: 'RK',
        longestRun: 24,
        rkRegressions: 1,
        daysOffRunning: true,
      },
    ],
    [
      'RK with the length of the intake',
      { level: 6, stage: 'RK', longestRun: null },
      3,
      50,
      { stage: 'RK', longestRun: 30 },
    ],
    [
      'RK with no length: the ladder at R3',
      { level: 6, stage: 'RK', longestRun: null, rkRegressions: 1 },
      3,
      null,
      {
        stage: 'R3',
        longestRun: null,
        rkRegressions: 0,
        daysOffRunning: true,
      },
    ],
    [
      'RK at LV1: walking',
      { level: 1, stage: 'RK', longestRun: 40, rkRegressions: 1 },
      3,
      40,
      { level: 0, stage: 'R0', longestRun: null, rkRegressions: 0 },
    ],
    [
      'a length left over on the ladder goes',
      { level: 6, stage: 'R9', longestRun: 40 },
      3,
      40,
      { stage: 'R7', longestRun: null },
    ],
    ['foot core eased from an average of 5', { level: 6 }, 5, null, { footCoreEased: true }],
    ['not at 4', { level: 6, footCoreEased: true }, 4, null, { footCoreEased: false }],
    ['told on another page, no average', { level: 6 }, null, null, { footCoreEased: false }],
    [
      'what was built stays counted',
      { level: 6, footCoreWeek: 12, footCoreSessions: 20 },
      3,
      null,
      { footCoreWeek: 12, footCoreSessions: 20 },
    ],
  ])('%s', (_name, from, average, longestRun30d, to) => {
    expect(relapsed(tracksAt(from), average, { longestRun30d }, numbers)).toMatchObject(to);
  });
});

describe('MD-7: the second relapse within six months of graduating', () => {
  const graduated = '2026-06-01T07:00:00.000Z';
  // Twenty-six weeks later to the minute.
  const last = '2026-11-30T07:00:00.000Z';
  const after = '2026-11-30T07:00:00.001Z';
  const soon = '2026-07-01T07:00:00.000Z';
  test.each<readonly [string, readonly string[], boolean]>([
    ['none', [], false],
    ['one', [soon], false],
    ['two', [soon, soon], true],
    ['the second on the last minute', [soon, last], true],
    ['the second after it', [soon, after], false],
    ['both after it', [after, after], false],
    ['a third after two', [soon, last, after], true],
  ])('%s: %s', (_name, relapses, expected) => expect(needsPhysio(relapses, graduated)).toBe(expected));
});

describe('what is said', () => {
  const said = (from: Partial<Tracks>, to: Partial<Tracks>, physio = false) =>
    relapseReasons(tracksAt(from), tracksAt(to), physio);
  test('both tracks down, and the physiotherapist', () => {
    expect(said({ level: 6, stage: 'R9' }, { level: 5, stage: 'R7' }, true)).toEqual([
      { code: 'relapse', params: {} },
      { code: 'strength-down', params: { from: 'LV6', to: 'LV5' } },
      { code: 'running-down', params: { from: 'R9', to: 'R7' } },
      { code: 'MD-7', params: {} },
    ]);
  });
  test('at both floors', () => {
    expect(said({ level: 0, stage: 'R0' }, { level: 0, stage: 'R0' })).toEqual([
      { code: 'relapse', params: {} },
      { code: 'floor-reached', params: { level: 'LV0' } },
      { code: 'running-same', params: { stage: 'R0' } },
    ]);
  });
  test('keep running, cut; and onto the ladder', () => {
    const rk = { level: 6, stage: 'RK', longestRun: 40 } as const;
    expect(said(rk, { level: 5, stage: 'RK', longestRun: 24 })[2]).toEqual({
      code: 'rk-eased',
      params: { to: 24, percent: 40 },
    });
    expect(said(rk, { level: 5, stage: 'RK', longestRun: null })).toHaveLength(2);
    expect(said(rk, { level: 5, stage: 'R3' })[2]).toEqual({
      code: 'running-down',
      params: { from: 'RK', to: 'R3' },
    });
  });
});
