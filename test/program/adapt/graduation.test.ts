/** Graduation (docs/clinical-rules.md §9.11), each criterion alone. */
import { describe, expect, test } from 'vitest';
import { raisesTarget } from '../../../program/adapt/graduation.ts';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import type { Opening } from '../../../program/course/types.ts';
import { baselineOf, checkIn, decide, digest, numbers, openingOf, tracksAt } from '../support/rules.ts';

describe('graduation', () => {
  const ready = (over: Partial<Opening> = {}): Opening =>
    openingOf({
      week: 12,
      tracks: tracksAt({ level: 7, stage: 'R9', footCoreWeek: 12, footCoreSessions: 18 }),
      history: [digest({ week: 10 }), digest({ week: 11 })],
      ...over,
    });
  const well = (over: Partial<CheckInAnswers> = {}): CheckInAnswers =>
    checkIn({ longestRunMinutes: 30, runsDone: 3, raisesSore: 25, raisesOther: 25, ...over });
  test.each<[string, Opening, CheckInAnswers, boolean]>([
    ['all hold', ready(), well(), true],
    ['week 7', ready({ week: 7 }), well(), false],
    ['week 8', ready({ week: 8 }), well(), true],
    ['not calm now', ready(), well({ painAverage: 2 }), false],
    ['worst 2', ready(), well({ painWorst: 2 }), true],
    ['worst 3', ready(), well({ painWorst: 3 }), false],
    ['not calm before', ready({ history: [digest(), digest({ worst: 3 })] }), well(), false],
    [
      'R8',
      ready({ tracks: tracksAt({ level: 7, stage: 'R8', footCoreSessions: 18, footCoreWeek: 12 }) }),
      well(),
      false,
    ],
    [
      'LV5',
      ready({ tracks: tracksAt({ level: 5, stage: 'R9', footCoreSessions: 18, footCoreWeek: 12 }) }),
      well(),
      false,
    ],
    [
      'LV6',
      ready({ tracks: tracksAt({ level: 6, stage: 'R9', footCoreSessions: 18, footCoreWeek: 12 }) }),
      well(),
      true,
    ],
    ['24 raises', ready(), well({ raisesSore: 24 }), false],
    ['below 90 %', ready(), well({ raisesOther: 28 }), false],
    [
      'below 90 %, both calves',
      ready({ baseline: baselineOf({ side: 'both' }) }),
      well({ raisesOther: 28 }),
      true,
    ],
    ['no raises', ready(), well({ raisesSore: null }), false],
    [
      'an easing two weeks ago',
      ready({ history: [digest({ outcome: 'REGRESS', rule: 'AD-09' }), digest()] }),
      well(),
      false,
    ],
    [
      '15 foot-core sessions with those of this week',
      ready({ tracks: tracksAt({ level: 7, stage: 'R9', footCoreSessions: 12, footCoreWeek: 12 }) }),
      well(),
      false,
    ],
    ['painkillers', ready(), well({ painkillers: 'yes' }), false],
    [
      '23 raises at 50, table not told',
      ready({ baseline: baselineOf({ ageBand: '50-59' }) }),
      well({ raisesSore: 23 }),
      true,
    ],
    [
      '23 raises at 50, table told earlier',
      ready({ baseline: baselineOf({ ageBand: '50-59', normSex: 'male' }) }),
      well({ raisesSore: 23 }),
      false,
    ],
    [
      '23 raises at 50, told anew',
      ready({ baseline: baselineOf({ ageBand: '50-59', normSex: 'male' }) }),
      well({ raisesSore: 23, normSex: 'female' }),
      true,
    ],
    ['incomplete', ready(), well({ painkillers: null }), false],
    [
      'RK back to the usual run',
      ready({
        tracks: tracksAt({ level: 6, stage: 'RK', longestRun: 40, footCoreSessions: 18, footCoreWeek: 12 }),
        baseline: baselineOf({ longestRun30d: 40 }),
      }),
      well(),
      true,
    ],
    [
      'RK below the usual run',
      ready({
        tracks: tracksAt({ level: 6, stage: 'RK', longestRun: 28, footCoreSessions: 18, footCoreWeek: 12 }),
        baseline: baselineOf({ longestRun30d: 40 }),
      }),
      well(),
      false,
    ],
    [
      'prevention',
      ready({
        tracks: tracksAt({ level: 6, stage: 'RK', longestRun: 40, footCoreSessions: 18, footCoreWeek: 12 }),
        baseline: baselineOf({ intent: 'prevent', side: 'none', longestRun30d: 40 }),
      }),
      well(),
      true,
    ],
  ])('%s', (_, opening, answers, graduates) => expect(decide(opening, answers).graduates).toBe(graduates));

  test.each([
    ['30-39', null, 25],
    ['50-59', 'male', 24],
    ['50-59', 'female', 22],
    ['50-59', 'skip', 22],
    ['60-69', null, 19],
    ['70+', 'female', 17],
    ['70+', null, 15],
  ] as const)('raises at %s, %s: %i', (age, sex, target) =>
    expect(raisesTarget(age, sex, numbers)).toBe(target),
  );
});
