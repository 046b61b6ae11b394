/**
 * From one plan to the next: five to twelve days, whenever the check-in left, whenever it was answered, and
 * whatever was changed of the day, the hour and the zone meanwhile.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, latest, minutesBetween } from '../../../program/kernel/time.ts';
import type { Of } from '../../../program/participant/state.ts';
import { planDayAfter } from '../../../program/week/open-week.ts';
import { DAY, joined, Life, wake } from '../given.ts';

const HOUR = 60;
/** The check-in of the first week left on Sunday at seven; the plan day is Monday, 9 March, at seven. */
const ASKED = joined().state as Of<'active'>;
const PLAN_DAY = ASKED.course.nextPlanAt;
const moved = (nextPlanAt: string): Of<'active'> => ({ ...ASKED, course: { ...ASKED.course, nextPlanAt } });

describe('the plan day after an answer', () => {
  test.each([
    ['a day before it', '2026-03-09T07:00:00.000Z', -DAY, '2026-03-16T07:00:00.000Z'],
    ['an hour before it', '2026-03-09T07:00:00.000Z', -HOUR, '2026-03-16T07:00:00.000Z'],
    ['on the day after it', '2026-03-09T07:00:00.000Z', DAY, '2026-03-16T07:00:00.000Z'],
    ['two days and an hour after it', '2026-03-09T07:00:00.000Z', 2 * DAY + HOUR, '2026-03-23T07:00:00.000Z'],
    ['just under five days before it', '2026-03-16T07:00:00.000Z', -5 * DAY + 1, '2026-03-23T07:00:00.000Z'],
    ['five days before it', '2026-03-16T07:00:00.000Z', -5 * DAY, '2026-03-16T07:00:00.000Z'],
    ['a week before it', '2026-03-16T07:00:00.000Z', -7 * DAY, '2026-03-16T07:00:00.000Z'],
  ])('answered %s', (_, planDay, minutes, next) => {
    expect(planDayAfter(moved(planDay), addMinutes(planDay, minutes))).toBe(next);
  });
});

const dueOf = (life: Life, kind: string): string | undefined =>
  (life.state as Of<'active'>).owed.find((mail) => mail.kind === kind)?.due;
/** Plans that left, by instant. */
const plans = (life: Life): readonly string[] =>
  life.mails.filter(({ kind }) => kind === 'plan' || kind === 'start').map(({ at }) => at);

describe('the days between two plans', () => {
  test('a check-in that left on the plan day, answered at once, makes no week of fourteen days', () => {
    const life = new Life(moved(addMinutes(PLAN_DAY, 7 * DAY)), addMinutes(PLAN_DAY, -2 * HOUR));
    life.answer();
    const [left] = plans(life);
    expect(minutesBetween(left ?? '', life.course().nextPlanAt) / DAY).toBeLessThan(8);
  });

  test('are fewer than thirteen, however late asked, however early answered, whatever was changed', () => {
    let seen = 0;
    const change = fc.record({
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      weekday: fc.integer({ min: 1, max: 7 }),
      hour: fc.integer({ min: 7, max: 20 }),
      timeZone: fc.constantFrom('UTC', 'Pacific/Kiritimati', 'Pacific/Niue', 'America/St_Johns'),
    });
    fc.assert(
      fc.property(
        // Minutes by which the check-in is late, and by which the answer follows it.
        fc.integer({ min: 0, max: 7 * DAY }),
        fc.integer({ min: 0, max: 6 * DAY }),
        fc.option(change),
        fc.option(change),
        fc.option(change),
        (late, answered, before, beside, after) => {
          const life = joined().answer().days(3);
          const settle = (wish: typeof before, minutes: number): void => {
            if (wish === null) return void life.pass(minutes);
            const first = Math.round(minutes * wish.share);
            life.pass(first);
            const { weekday, hour, timeZone } = wish;
            life.do({ type: 'ChangeSettings', at: life.now, weekday, hour, timeZone });
            life.pass(minutes - first);
          };
          settle(before, DAY);
          const due = dueOf(life, 'check-in');
          if (due === undefined) return;
          // Nobody wakes anybody until the check-in leaves late.
          const asked = addMinutes(latest(due, life.now), late);
          life.now = asked;
          life.do(wake(asked));
          const known = plans(life).length;
          settle(beside, answered);
          life.answer();
          settle(after, DAY);
          const left = plans(life);
          if (left.length === known) return;
          seen += 1;
          // A plan that the weekly cap has put off leaves on its day.
          const last = dueOf(life, 'plan') ?? left.at(-1) ?? '';
          const days = minutesBetween(last, life.course().nextPlanAt) / DAY;
          expect(days).toBeLessThan(13);
          expect(days).toBeGreaterThan(3);
        },
      ),
      { numRuns: process.env['CALF_COACH_TESTS'] === 'full' ? 3_000 : 300 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
