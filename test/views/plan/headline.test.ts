/** The title of a plan: from what differs, and short enough for a subject. */
import { describe, expect, test } from 'vitest';
import type { Tracks } from '../../../program/course/types.ts';
import { planWeek } from '../../../program/plan/plan-week.ts';
import { changesOf } from '../../../views/plan/changes.ts';
import { headline, planSubject, titleOf } from '../../../views/plan/headline.ts';
import { baselineOf, tracksAt } from '../../program/support/rules.ts';
import { theCurriculum } from '../../support/curriculum.ts';

const curriculum = theCurriculum();
const planOf = (week: number, tracks: Partial<Tracks>) =>
  planWeek(
    {
      week,
      tracks: tracksAt(tracks),
      baseline: baselineOf({}),
      days: 7,
      previous: null,
      today: '2026-05-04',
    },
    curriculum,
  );
const told = (week: number, from: Partial<Tracks>, to: Partial<Tracks>) => {
  const plan = planOf(week, to);
  const changes = changesOf(planOf(week - 1, from), plan, curriculum);
  return { title: titleOf({ plan, changes, code: undefined }), headline: headline(changes) };
};

describe('a title', () => {
  test.each([
    ['the same', 6, {}, {}, 'Week 6, the same as week 5'],
    ['a level up', 6, { level: 3 }, { level: 4 }, 'Up to level four'],
    ['the first jog', 6, { stage: 'R0' }, { stage: 'R1' }, 'Your first minutes of running'],
    ['both', 6, { level: 5, stage: 'R2' }, { level: 6, stage: 'R3' }, 'Up to level six, and more running'],
    ['the last rung', 9, { stage: 'R8' }, { stage: 'R9' }, 'Half an hour in one go'],
    ['a level down', 6, { level: 4 }, { level: 3 }, 'An easier week, on purpose'],
    ['running down alone', 6, { stage: 'R4' }, { stage: 'R2' }, 'An easier week, on purpose'],
    ['feet by the calendar', 9, { footCoreWeek: 4 }, { footCoreWeek: 5 }, 'Feet move on, the rest stays'],
    [
      'own runs longer',
      6,
      { stage: 'RK', longestRun: 40 },
      { stage: 'RK', longestRun: 44 },
      'Your own runs may grow',
    ],
    [
      'hills, the longest run as before',
      6,
      { stage: 'RK', longestRun: 40, weeksAtStage: 2 },
      { stage: 'RK', longestRun: 40, weeksAtStage: 3 },
      'Hills are possible again',
    ],
    ['brisk walks', 3, { stage: 'R0' }, { stage: 'R0' }, 'Your walks become brisk'],
  ] as const)('%s', (_, week, from, to, title) => {
    expect(told(week, from, to).title).toBe(title);
  });

  test('with its week is a subject of at most 50 characters, whatever moves', () => {
    const stages = ['R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'RK'] as const;
    const all = stages.flatMap((from) =>
      stages.flatMap((to) =>
        [0, 1].map((up) => {
          const level = { level: (6 + up) as 6 | 7, longestRun: 100 };
          const { title } = told(12, { ...level, level: 6, stage: from }, { ...level, stage: to });
          return planSubject(12, title);
        }),
      ),
    );
    expect(all.filter((subject) => subject.length > 50)).toEqual([]);
    expect(all.filter((subject) => /calf|pain|injur|\d/i.test(subject.replace('Week 12', '')))).toEqual([]);
  });
});

describe('a headline', () => {
  test('a walk that shrinks is told, though running stays at its first stage', () => {
    expect(told(6, { level: 1, stage: 'R0' }, { level: 0, stage: 'R0' }).headline).toContain(
      'walking eases to walks of 5–10 easy minutes',
    );
  });

  test('feet and stretches are named when they move, and only then', () => {
    const moved = told(7, { footCoreWeek: 6 }, { footCoreWeek: 7 }).headline;
    expect(moved).toContain('Feet move on to moves on the go; stretches come more often, 7 days');
    expect(told(7, { footCoreWeek: 2 }, { footCoreWeek: 2 }).headline).not.toMatch(/feet|stretches/i);
  });

  test('hills that come back are named as that, beside a length that stays', () => {
    const own = { stage: 'RK', longestRun: 46 } as const;
    expect(told(4, { ...own, weeksAtStage: 2 }, { ...own, weeksAtStage: 3 }).headline).toContain(
      'running moves on to your own runs, hills possible again.',
    );
    expect(told(4, { ...own, weeksAtStage: 3 }, { ...own, weeksAtStage: 1 }).headline).toContain(
      'running eases to your own runs, hills left out.',
    );
  });
});
