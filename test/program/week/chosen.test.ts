/** The runner's own choice lasts (docs/clinical-rules.md §12 A18), and so does a goal of one's own (A15). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aboutRunning } from '../../../program/answers/about-running.ts';
import { rungOf } from '../../../program/course/tracks.ts';
import type { Of } from '../../../program/participant/state.ts';
import { openingOf } from '../../../program/week/asked-week.ts';
import { currentPlan, movesOfPlan } from '../../../program/week/current-plan.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { cases } from '../../support/effort.ts';
import { joined, type Life } from '../given.ts';

const choose = (life: Life, choice: 'easier' | 'repeat'): Life =>
  life.do({ type: 'Choose', at: life.now, choice }).pass(0);
const level = (life: Life): number => life.course().tracks.level;

describe('an easier week', () => {
  test('is not undone by silence', () => {
    const life = choose(joined().answer().days(7), 'easier');
    expect([life.asked(), level(life)]).toEqual([2, 1]);
    life.days(2);
    expect([life.course().week, life.course().missed, level(life)]).toEqual([3, 1, 1]);
  });
  test('is where the open question is decided from', () => {
    const life = choose(joined().answer().days(7), 'easier').answer({ gateStrength: null, gateRun: null });
    expect([life.course().week, level(life)]).toEqual([3, 1]);
    expect(life.course().history.at(-1)).toMatchObject({ easier: true, level: 1 });
  });
  test('chosen before the question is frozen into it as well', () => {
    const life = choose(joined().answer().days(1), 'easier').days(6);
    expect(life.course().asked).toMatchObject({ week: 2, chosen: 'easier', tracks: { level: 1 } });
  });
  test('asked for twice in one week is one easier week', () => {
    const life = choose(choose(joined().answer().days(7), 'easier'), 'easier');
    expect(level(life)).toBe(1);
  });
  test('three in a row bring the words of a physiotherapist', () => {
    const life = joined().answer();
    for (let week = 0; week < 3; week++) choose(life.days(7), 'easier').answer({ gateStrength: 'yes' });
    expect(life.course().explained.reasons.map((r) => r.code)).toContain('MD-14');
  });
  test('at the floor changes nothing but counts, and says so once, without a mail', () => {
    const life = joined().answer({ painAverage: 6, painWorst: 6 }).days(7);
    expect(level(life)).toBe(0);
    const before = life.mails.length;
    choose(life, 'easier');
    expect([level(life), life.course().asked?.chosen, life.mails.length - before]).toEqual([0, 'easier', 0]);
    expect(life.course().explained.reasons.filter((r) => r.code === 'floor-reached')).toHaveLength(1);
  });
});

test('an answer under an easier week prints its moves as new where nobody has read them yet', () => {
  const life = joined().answer({ painAverage: 6, painWorst: 6 }).days(7);
  const shown = (): readonly string[] => life.course().shown ?? [];
  choose(life.answer({ sessionsDone: 1, nextDay: 'worse24' }), 'easier');
  const before = shown();
  // The second answer to the same question moves the feet on: in this moment no mail has told it.
  life.answer({ sessionsDone: 4, nextDay: 'settled' });
  const plan = currentPlan(life.state as Of<'active'>, life.course(), theCurriculum());
  const fresh = movesOfPlan(plan).filter(({ id }) => !before.includes(id));
  expect([life.course().choice, fresh.length > 0]).toEqual(['easier', true]);
  expect(fresh.filter(({ isNew }) => !isNew)).toEqual([]);
});

test('at the floor an easier week forgets a passed test, so its plan comes anew and names it', () => {
  const life = joined().answer({ painAverage: 6, painWorst: 6 }).days(7);
  // Too few sessions: the week holds, and the test passed in it would open the next step.
  life.answer({ sessionsDone: 1, gateStrength: 'yes' }).days(1);
  const named = (): readonly string[] =>
    currentPlan(life.state as Of<'active'>, life.course(), theCurriculum()).gates.map((g) => g.track);
  expect([level(life), named()]).toEqual([0, []]);
  const before = life.mails.length;
  choose(life, 'easier');
  expect([level(life), named()]).toEqual([0, ['strength']]);
  expect(life.mails.slice(before).map(({ kind }) => kind)).toEqual(['decision']);
});

test('a week asked for once more moves nothing up, whatever is answered', () => {
  const life = choose(joined().answer().days(7), 'repeat');
  const before = level(life);
  life.answer({ painAverage: 1, painWorst: 1 });
  expect(life.course().week).toBe(3);
  expect(level(life)).toBe(before);
});

test('no decision without an own yes stands above the last plan sent; an answer may be corrected', () => {
  type Step = 'easier' | 'repeat' | 'silent' | 'calm' | 'short' | 'sore' | 'worse';
  const steps = fc.array(
    fc.constantFrom<Step>('easier', 'repeat', 'silent', 'calm', 'short', 'sore', 'worse'),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(steps, fc.array(fc.nat(6), { minLength: 12, maxLength: 12 }), (moves, days) => {
      const life = joined().answer();
      moves.forEach((move, i) => {
        if (life.state?.status !== 'active') return;
        const again = life.course().asked?.answer !== null;
        if (again && move !== 'easier' && move !== 'repeat' && move !== 'worse') life.days(7);
        if (life.state?.status !== 'active' || life.course().asked === null) return;
        const { level: sent, stage } = life.course().tracks;
        const no = { gateStrength: null, gateRun: null, runsDone: null } as const;
        if (move === 'easier' || move === 'repeat') choose(life, move);
        else if (move === 'calm') life.answer(no);
        else if (move === 'short') life.answer({ ...no, painWorst: null, redFlags: null });
        else if (move === 'sore') life.answer({ ...no, painAverage: 5, painWorst: 5 });
        else if (move === 'worse')
          life.do({
            type: 'ReportWorse',
            at: life.now,
            redFlags: [],
            painNow: 4,
            sudden: false,
            when: 'daily',
          });
        else life.days(days[i] ?? 0);
        if (life.state?.status !== 'active') return;
        expect(life.course().tracks.level).toBeLessThanOrEqual(sent);
        expect(rungOf(life.course().tracks.stage)).toBeLessThanOrEqual(rungOf(stage));
      });
    }),
    { numRuns: cases(60) },
  );
});

test('a goal of one’s own in minutes is frozen with the question and reaches the decision', () => {
  const told = (goalMinutes: number | null) => {
    const life = joined().answer();
    const answers = aboutRunning.parse({ distanceUnits: 'km', goalMinutes });
    life.do({ type: 'TellAboutRunning', at: life.now, answers }).days(7);
    const { course } = life.state as Of<'active'>;
    if (course.asked === null) throw new Error('the question of the week is open');
    return openingOf(course, course.asked).goalMinutes;
  };
  expect([told(20), told(null)]).toEqual([20, undefined]);
});
