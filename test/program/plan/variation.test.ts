/**
 * An exercise in turn with its equal: only after two weeks at a level, only in a steady week, never another
 * load, never what limits forbid (docs/clinical-rules.md §9.10).
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Course } from '../../../program/participant/state.ts';
import { assertWithinCap, assertWithinLimits } from '../../../program/plan/cap.ts';
import { limitsOf } from '../../../program/plan/limits.ts';
import { type PlanInput, planWeek } from '../../../program/plan/plan-week.ts';
import { turnOfWeek, variationsOf } from '../../../program/plan/variation.ts';
import { isSteady } from '../../../program/week/steady.ts';
import { digest } from '../support/rules.ts';
import { baseline, curriculum, LEVELS, STAGES, TODAY, tracks } from './fixtures.ts';

const plan = (change: Partial<PlanInput>) =>
  planWeek(
    { week: 12, tracks: tracks(), baseline: baseline(), days: 7, previous: null, today: TODAY, ...change },
    curriculum,
  );
const strength = (weeksAtLevel: number, steady: boolean, level: 5 | 6 | 7 = 6) =>
  plan({ tracks: tracks({ level, weeksAtLevel }), steady }).strength.map(({ id }) => id);

describe('whose turn it is', () => {
  test.each([
    [1, true, 0],
    [2, true, 0],
    [3, true, 1],
    [4, true, 2],
    [3, false, 0],
    [9, false, 0],
  ] as const)('week %i at the level, steady %s: %i', (weeksAtLevel, steady, turn) => {
    expect(turnOfWeek(tracks({ weeksAtLevel }), steady)).toBe(turn);
  });

  test('the seated raise and the standing one take turns at LV6 and LV7, with the same dose', () => {
    expect([1, 2, 3, 4, 5].map((week) => strength(week, true)[1])).toEqual([
      'EX-09h',
      'EX-09h',
      'EX-04h',
      'EX-09h',
      'EX-04h',
    ]);
    expect(strength(3, true, 7)).toContain('EX-04h');
    expect(strength(3, false)[1]).toBe('EX-09h');
    const doseOf = (weeksAtLevel: number) =>
      plan({ tracks: tracks({ level: 6, weeksAtLevel }), steady: true }).strength.map(({ dose }) => dose);
    expect(doseOf(3)).toEqual(doseOf(2));
    expect(
      variationsOf(tracks({ level: 6, weeksAtLevel: 3 }), limitsOf(baseline()), true, curriculum),
    ).toEqual([{ from: 'EX-09h', to: 'EX-04h' }]);
  });
  test('a level without an equal stays as it is written', () => {
    expect(strength(5, true, 5)).toEqual(strength(1, true, 5));
    expect(
      variationsOf(tracks({ level: 5, weeksAtLevel: 5 }), limitsOf(baseline()), true, curriculum),
    ).toEqual([]);
  });
});

describe('never another load', () => {
  test('whatever the level, the stage and the person: within the cap, within the limits, the same number of exercises and the same doses', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...LEVELS),
        fc.constantFrom(...STAGES),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('upper', 'heelbone', 'achilles'),
        fc.subarray(['tendonMedicine', 'longPain'] as const),
        (level, stage, weeksAtLevel, site, caps) => {
          const who = baseline({ site, caps });
          const at = tracks({
            level,
            stage,
            weeksAtLevel,
            footCoreWeek: 9,
            longestRun: stage === 'RK' ? 30 : null,
          });
          const [usual, varied] = [false, true].map((steady) => plan({ tracks: at, baseline: who, steady }));
          if (usual === undefined || varied === undefined) return;
          assertWithinCap(varied, at, curriculum);
          assertWithinLimits(varied, limitsOf(who), curriculum);
          expect(varied.strength.map(({ dose, sessionsPerWeek }) => ({ dose, sessionsPerWeek }))).toEqual(
            usual.strength.map(({ dose, sessionsPerWeek }) => ({ dose, sessionsPerWeek })),
          );
          expect({ ...varied, strength: [] }).toEqual({ ...usual, strength: [] });
        },
      ),
    ));
});

describe('a steady week', () => {
  const course = (over: Partial<Course> = {}): Course =>
    ({
      week: 6,
      history: [digest({ week: 4, average: 2 }), digest({ week: 5, average: 1, outcome: 'HOLD' })],
      explained: { physio: false },
      restriction: 'none',
      flaredAt: null,
      ...over,
    }) as unknown as Course;
  test.each<readonly [string, Partial<Course>, boolean]>([
    ['calm', {}, true],
    ['the same pain', { history: [digest({ week: 4, average: 2 }), digest({ week: 5, average: 2 })] }, true],
    ['the first answer', { history: [digest({ week: 5 })] }, true],
    [
      'pain rose by one',
      { history: [digest({ week: 4, average: 1 }), digest({ week: 5, average: 2 })] },
      false,
    ],
    [
      'pain rose since the last answer, with silence between',
      {
        history: [
          digest({ week: 3, average: 0 }),
          digest({ week: 4, average: null }),
          digest({ week: 5, average: 1 }),
        ],
      },
      false,
    ],
    ['eased', { history: [digest({ week: 5, outcome: 'REGRESS' })] }, false],
    [
      'silent',
      { history: [digest({ week: 4 }), digest({ week: 5, average: null, worst: null, complete: false })] },
      false,
    ],
    ['half an answer', { history: [digest({ week: 5, complete: false })] }, false],
    ['a flare in that week', { history: [digest({ week: 5, flared: true })] }, false],
    ['a flare since', { flaredAt: '2026-03-04T10:00:00.000Z' }, false],
    ['the first week of all', { week: 1, history: [] }, false],
    ['after a break', { restriction: 'noProgress' }, false],
    ['a physiotherapist should look', { explained: { physio: true } as Course['explained'] }, false],
  ])('%s: %s', (_name, over, expected) => expect(isSteady(course(over))).toBe(expected));
});
