/** Times are true: what a session is said to take is counted from its doses (docs/clinical-rules.md §2.9). */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { doseSeconds, dosesMinutes } from '../../../program/course/dose-time.ts';
import type { LevelNumber, Stage } from '../../../program/course/types.ts';
import {
  aboutMinutes,
  dayTime,
  FULL_DAY_MINUTES,
  partsOf,
  sessionMinutes,
} from '../../../program/layout/minutes.ts';
import { planWeek } from '../../../program/plan/plan-week.ts';
import { cases } from '../../support/effort.ts';
import { baseline, curriculum, tracks } from '../plan/fixtures.ts';

const weekOf = (week: number, level: LevelNumber, stage: Stage) =>
  planWeek(
    {
      week,
      tracks: tracks({ level, stage, footCoreWeek: week }),
      baseline: baseline(),
      days: 7,
      previous: null,
      today: '2026-03-02',
    },
    curriculum,
  );

describe('the calf work of a level, built up', () => {
  test.each([
    [4, 27, 27],
    [5, 29, 31],
    [6, 37, 38],
    [7, 43, 45],
  ])('LV%i takes %i to %i minutes', (level, from, to) => {
    const doses = curriculum.levels[level]?.exercises.map(({ dose }) => dose) ?? [];
    expect(dosesMinutes(doses)[1]).toBeGreaterThanOrEqual(from);
    expect(dosesMinutes(doses)[1]).toBeLessThanOrEqual(to);
  });
  it('is what the plan of that level says', () => {
    expect(([4, 5, 6, 7] as const).map((level) => weekOf(6, level, 'R3').sessionMinutes)).toEqual([
      [20, 30],
      [30, 30],
      [30, 40],
      [35, 45],
    ]);
  });
});

describe('a dose', () => {
  it('counts sets, repetitions, tempo, sides and rests', () => {
    const dose = { sets: 3, reps: 10, toReps: 12, tempo: '3-0-3', restSeconds: 120, eachSide: true };
    expect(doseSeconds(dose)).toEqual([3 * 60 * 2 + 240, 3 * 72 * 2 + 240]);
    expect(doseSeconds({ sets: 5, seconds: 30, tempo: 'hold', restSeconds: 60, eachSide: false })).toEqual([
      390, 390,
    ]);
    expect(doseSeconds({ sets: 3, metres: 20, tempo: 'slow', restSeconds: 45, eachSide: false })).toEqual([
      180, 180,
    ]);
  });
  it('a heavier load takes fewer repetitions: the least is its least, the most its most', () => {
    const heavy = { sets: 4, reps: 8, toReps: 6, tempo: '3-0-3', eachSide: true };
    expect(doseSeconds({ ...heavy, restSeconds: 120, restSecondsTo: 180 })).toEqual([
      4 * 36 * 2 + 360,
      4 * 48 * 2 + 540,
    ]);
  });
  it('a figure is rounded up to five', () => {
    expect(aboutMinutes([28, 31])).toBe(35);
    expect(aboutMinutes([28, 30])).toBe(30);
    expect(aboutMinutes([1, 2])).toBe(5);
  });
});

describe('a day', () => {
  it('of more than 45 minutes leaves stretches, thighs and hips to whoever has the time', () => {
    const plan = weekOf(9, 7, 'R9');
    expect(plan.addOn.length).toBeGreaterThan(0);
    expect(dayTime(plan, ['s1', 'f1', 't1'], curriculum)).toEqual({
      minutes: (partsOf(plan, 's1', curriculum).main ?? 0) + (partsOf(plan, 'f1', curriculum).main ?? 0),
      full: true,
    });
  });
  it('of stretches alone counts them', () => {
    expect(dayTime(weekOf(3, 2, 'R0'), ['t1'], curriculum)).toEqual({ minutes: 15, full: false });
  });
  test('never counts less than the doses of what is not optional take', () => {
    const some = fc.record({
      week: fc.integer({ min: 1, max: 20 }),
      level: fc.integer({ min: 0, max: 7 }),
      stage: fc.constantFrom<Stage>('R0', 'R1', 'R4', 'R9'),
      ids: fc.subarray(['s1', 's3', 'r1', 'f1', 't1']),
    });
    fc.assert(
      fc.property(some, ({ week, level, stage, ids }) => {
        const plan = weekOf(week, level as LevelNumber, stage);
        const { minutes, full } = dayTime(plan, ids, curriculum);
        const least = (of: readonly string[], from: typeof plan): number =>
          of.reduce((sum, id) => sum + (sessionMinutes(from, id, curriculum)?.[1] ?? 0), 0);
        const all = least(ids, plan);
        expect(minutes).toBeGreaterThanOrEqual(
          full
            ? least(
                ids.filter((id) => !id.startsWith('t')),
                { ...plan, addOn: [] },
              )
            : all,
        );
        if (all > FULL_DAY_MINUTES && (ids.includes('t1') || (ids.includes('s1') && plan.addOn.length > 0)))
          expect(full).toBe(true);
      }),
      { numRuns: cases(200) },
    );
  });
});
