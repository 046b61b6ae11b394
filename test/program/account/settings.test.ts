/** A change of day, hour or zone at any moment of a week: no week is skipped, doubled or begun in the past. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, minutesBetween } from '../../../program/kernel/time.ts';
import { playedPersona } from '../../support/personas.ts';
import { DAY, run } from '../given.ts';

const LIFE = playedPersona('calm').steps;
const WEEKS = LIFE.flatMap(({ state }) =>
  state.status === 'active' && state.course.week > 1 && state.owed.some((m) => m.kind === 'lesson')
    ? [state]
    : [],
);
const ZONES = ['Europe/London', 'Pacific/Chatham', 'America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Niue'];

describe('a changed day, hour or zone', () => {
  test('canary: there are weeks to change', () => expect(WEEKS.length).toBeGreaterThan(5));

  test('makes neither two weeks of one nor two plans in five days, at any moment', () => {
    fc.assert(
      fc.property(
        fc.nat(WEEKS.length - 1),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 7, max: 20 }),
        fc.constantFrom(...ZONES),
        (which, share, weekday, hour, timeZone) => {
          const state = WEEKS[which]!;
          const { openedAt, nextPlanAt } = state.course;
          const at = addMinutes(openedAt, Math.round(minutesBetween(openedAt, nextPlanAt) * share));
          const after = run(state, { type: 'ChangeSettings', at, weekday, hour, timeZone }).state;
          if (after.status !== 'active') throw new Error(`${after.status} by a change of settings`);
          const days = minutesBetween(openedAt, after.course.nextPlanAt) / DAY;
          expect(days).toBeGreaterThanOrEqual(4.9);
          expect(days).toBeLessThan(13);
          expect(after.course.nextPlanAt >= at).toBe(true);
          expect(after.course.week).toBe(state.course.week);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('after a plan that left late counts from the plan, not from the day its week opened', () => {
    fc.assert(
      fc.property(
        fc.nat(WEEKS.length - 1),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 7, max: 20 }),
        (which, late, weekday, hour) => {
          const week = WEEKS[which]!;
          fc.pre(weekday !== week.weekday || hour !== week.hour);
          const nextPlanAt = addMinutes(week.course.nextPlanAt, 7 * DAY);
          // A plan that left late left at the hour of its slot, whenever its week was opened.
          const left = addMinutes(nextPlanAt, -(14 - late) * DAY);
          const course = { ...week.course, nextPlanAt, days: 14 - late };
          const at = addMinutes(left, 2 * DAY);
          const after = run({ ...week, course }, { type: 'ChangeSettings', at, weekday, hour }).state;
          if (after.status !== 'active') throw new Error(`${after.status} by a change of settings`);
          const days = minutesBetween(left, after.course.nextPlanAt) / DAY;
          expect(days).toBeGreaterThanOrEqual(4.4);
          expect(days).toBeLessThan(13);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('an hour before the plan moves the plan by that hour', () => {
    const state = WEEKS[0]!;
    const at = addMinutes(state.course.nextPlanAt, -60);
    const after = run(state, { type: 'ChangeSettings', at, hour: state.hour + 1 }).state;
    expect(after).toMatchObject({ course: { nextPlanAt: addMinutes(state.course.nextPlanAt, 60) } });
  });

  test('takes the lesson of the week along', () => {
    const state = WEEKS[0]!;
    const lesson = state.owed.find((m) => m.kind === 'lesson')!;
    const at = addMinutes(state.course.openedAt, 60);
    const after = run(state, { type: 'ChangeSettings', at, hour: state.hour + 2 }).state;
    expect(after).toMatchObject({
      owed: expect.arrayContaining([
        expect.objectContaining({ kind: 'lesson', due: addMinutes(lesson.due, 120) }),
      ]),
    });
  });
});
