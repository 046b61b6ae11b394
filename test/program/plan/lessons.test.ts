import { expect, test } from 'vitest';
import type { Stage } from '../../../program/course/types.ts';
import { chooseLessons } from '../../../program/plan/lessons.ts';
import { baseline, curriculum, STAGES, TODAY, tracks } from './fixtures.ts';

/** Lessons of weeks 1 to 20 for a runner whose stage goes this way. */
function course(stageOf: (week: number) => Stage): readonly (readonly string[])[] {
  const weeks: (readonly string[])[] = [];
  for (let week = 1; week <= 20; week++)
    weeks.push(
      chooseLessons(
        {
          week,
          tracks: tracks({ stage: stageOf(week) }),
          baseline: baseline(),
          sent: weeks.flat(),
          today: TODAY,
        },
        curriculum,
      ),
    );
  return weeks;
}
const calm = (week: number): Stage => (week < 4 ? 'R0' : (STAGES[Math.min(9, week - 3)] ?? 'R9'));

test('a calm runner: pain rules first, shoe fit in week 2, warm-up in the plan of the first run, then the default order', () => {
  expect(course(calm).slice(0, 7)).toEqual([
    ['LES-01', 'LES-02'],
    ['LES-03', 'LES-07'],
    ['LES-04', 'LES-05'],
    ['LES-09', 'LES-06'],
    ['LES-08', 'LES-10'],
    ['LES-11', 'LES-12'],
    ['LES-13', 'LES-14'],
  ]);
});

test('someone who runs from the start gets the warm-up in the first plan', () => {
  expect(course(() => 'RK').slice(0, 3)).toEqual([
    ['LES-09', 'LES-02'],
    ['LES-01', 'LES-07'],
    ['LES-03', 'LES-04'],
  ]);
});

test('two a week for twelve weeks, everybody gets all 24, nobody gets one twice, then none', () => {
  for (const stages of [
    calm,
    () => 'RK' as const,
    () => 'R0' as const,
    (w: number): Stage => (w < 12 ? 'R0' : 'R1'),
  ]) {
    const weeks = course(stages);
    expect(weeks.slice(0, 12).every((w) => w.length === 2)).toBe(true);
    expect(new Set(weeks.flat()).size).toBe(24);
    expect(weeks.flat()).toHaveLength(24);
    expect(weeks[1]).toContain('LES-07');
    const firstRun = weeks.findIndex((_, i) => stages(i + 1) !== 'R0');
    const warmUp = weeks.findIndex((w) => w.includes('LES-09'));
    if (firstRun >= 0) expect(warmUp).toBeLessThanOrEqual(firstRun);
  }
});
