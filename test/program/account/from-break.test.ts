/** The way back from a pause that was asked for (docs/clinical-rules.md §12 A20). */
import { describe, expect, test } from 'vitest';
import { dueFields } from '../../../program/adapt/due.ts';
import { localDate, shiftDate } from '../../../program/calendar.ts';
import { openingOf } from '../../../program/week/asked-week.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { joined, type Life } from '../given.ts';

const EXERCISES = ['plan', 'decision', 'lesson', 'start'];

/** Two answered weeks, then a pause of so many days from the third, up to the day of return. */
const away = (days: number): Life => {
  const life = joined().answer().days(7).answer().days(2);
  life.mails.length = 0;
  const until = shiftDate(localDate(life.now, 'UTC'), days);
  return life
    .do({ type: 'Pause', at: life.now, until })
    .pass(0)
    .days(days)
    .pass(24 * 60);
};
const since = (life: Life): readonly string[] => life.kinds().filter((kind) => kind !== 'paused');

describe('back from two weeks and more', () => {
  test('the question comes on the day of return, and asks about the break', () => {
    const life = away(16);
    expect(since(life)).toEqual(['check-in']);
    const { asked } = life.course();
    if (asked === null) throw new Error('a question');
    expect(asked.fromBreak).toBe(true);
    expect(dueFields(openingOf(life.course(), asked), theCurriculum())).toContain('ranInBreak');
  });

  // Whatever weekday the return falls on: the plan day may be the very next morning.
  test.each([14, 15, 16, 17, 18, 19, 20])(
    '%s days, no answer: one reminder, then the pause again, and never an exercise',
    (days) => {
      const life = away(days).days(20);
      expect(since(life)).toEqual(['check-in', 'reminder']);
      expect(life.kinds().at(-1)).toBe('paused');
      expect(life.state).toMatchObject({ status: 'paused', pause: { by: 'silence' } });
    },
  );

  test('an easier week chosen before the answer sends no exercises either', () => {
    const life = away(16);
    life.do({ type: 'Choose', at: life.now, choice: 'easier' }).days(2);
    expect(since(life).filter((kind) => EXERCISES.includes(kind))).toEqual([]);
  });

  test('the answer brings the plan at once, one step lower and never up, and ends it', () => {
    const life = away(16).answer({ ranInBreak: 20 });
    expect(since(life)).toEqual(['check-in', 'plan']);
    expect(life.course().explained).toMatchObject({ outcome: 'REGRESS', rule: 'AD-10' });
    expect(life.course().fromBreak).toBeUndefined();
    life.days(13);
    expect(life.course().asked?.week).toBeGreaterThan(3);
    expect(life.course().asked?.fromBreak).toBeUndefined();
  });

  test.each([
    ['settled', 40, 40],
    ['worse24', 40, 10],
    ['settled', 0, 10],
    ['settled', null, 10],
  ] as const)('%s, %s minutes in the break: the longest run is %s', (nextDay, ranInBreak, longest) => {
    const life = away(16).answer({ nextDay, ranInBreak, longestRunMinutes: 10 });
    expect(life.course().history.at(-1)?.longestRun).toBe(longest);
  });

  test('after the silence that followed it the way back asks no more about the break', () => {
    const life = away(16).days(20);
    life.do({ type: 'Resume', at: life.now }).pass(0);
    expect(life.course().asked?.fromBreak).toBeUndefined();
    expect(life.kinds().at(-1)).toBe('check-in');
  });
});

test('minutes of a break count in no other week', () => {
  const life = joined().answer({ ranInBreak: 50, longestRunMinutes: 0 });
  expect(life.course().history.at(-1)?.longestRun).toBe(0);
});
