/** Answers to one question: twice, late, changed, chosen, too often. */
import { describe, expect, test } from 'vitest';
import { checkInAnswers } from '../../../program/answers/check-in.ts';
import { answerValues } from '../../../views/page/check-in-page.ts';
import { DAY, joined, type Life, T0 } from '../given.ts';

/** Week, level and stage. */
const at = (life: Life): readonly [number, number, string] => {
  const { week, tracks } = life.course();
  return [week, tracks.level, tracks.stage];
};

describe('one question', () => {
  test('answered twice alike has one effect and one mail', () => {
    const life = joined().answer().answer();
    expect([
      at(life),
      life.occasions().filter((m) => m.includes('plan')),
      life.course().asked?.answers,
    ]).toEqual([[2, 2, 'R0'], ['w2-plan'], 1]);
  });
  test('answered again differently is decided from the same opening and never moves twice', () => {
    const life = joined().answer().answer({ painAverage: 1 }).answer({ painAverage: 2, painWorst: 2 });
    expect(at(life)).toEqual([2, 2, 'R0']);
  });
  test('a worse second answer eases a plan that is out, in one decision mail', () => {
    const life = joined().answer().answer({ painAverage: 6, painWorst: 6 });
    expect([at(life), life.occasions().at(-1)]).toEqual([[2, 0, 'R0'], 'w2-decision-1']);
  });
  test('three answers count, a fourth is refused, a stop is always taken', () => {
    const life = joined()
      .answer()
      .answer({ painAverage: 3 })
      .answer({ painAverage: 4 })
      .answer({ painAverage: 1 });
    expect([life.refusals, life.course().asked?.answers]).toEqual([['too-many-answers'], 3]);
    life.answer({ redFlags: ['swelling'] });
    expect([life.state?.status, life.occasions().at(-1)?.startsWith('safety')]).toEqual(['stopped', true]);
  });
  test('an easing and a hold pass the count of three, and nothing looser comes with them', () => {
    const life = joined().answer({ painAverage: 3 }).answer({ painAverage: 1 }).answer();
    expect(at(life)).toEqual([2, 2, 'R0']);
    life.answer({ painAverage: 4, painWorst: 4 });
    expect([life.refusals, at(life)]).toEqual([[], [2, 1, 'R0']]);
    life.answer({ painAverage: 6, painWorst: 6 });
    expect([life.refusals, at(life), life.course().explained.outcome]).toEqual([[], [2, 0, 'R0'], 'REGRESS']);
    life.answer({ painAverage: 2 }).answer({ painAverage: 5, painWorst: 5 });
    expect([life.refusals, at(life)]).toEqual([
      ['too-many-answers', 'too-many-answers'],
      [2, 0, 'R0'],
    ]);
  });
  test('keeps the note of an earlier answer, and shows it to nobody who opens the form again', () => {
    const life = joined().answer({ note: 'new socks' }).answer({ painAverage: 3, note: null });
    const { asked } = life.course();
    expect([asked?.answer?.note, asked?.answer?.painAverage]).toEqual(['new socks', 3]);
    expect(answerValues(asked as NonNullable<typeof asked>)).not.toHaveProperty('note');
    life.answer({ painAverage: 3, note: 'old socks' });
    expect(life.course().asked?.answer?.note).toBe('old socks');
  });
  test('stays open after a repeated plan until the next question goes out', () => {
    const life = joined().pass(3 * DAY);
    expect([life.course().missed, life.occasions().at(-1)]).toEqual([1, 'w1-reminder']);
    life.answer();
    expect([at(life), life.course().missed, life.occasions().at(-1)]).toEqual([
      [2, 2, 'R0'],
      0,
      'w2-decision-1',
    ]);
  });
  test('through an older link stores nothing, unless it is a stop', () => {
    const life = joined()
      .answer()
      .pass(7 * DAY);
    expect(life.asked()).toBe(2);
    life.answer({}, 1);
    expect([life.refusals, life.course().asked?.answers]).toEqual([['week-closed'], 0]);
    life.answer({ redFlags: ['pop'] }, 1);
    expect(life.state?.status).toBe('stopped');
  });
});

describe('the easier option', () => {
  test('is one step down, once, and outlives a later answer', () => {
    const life = joined().answer();
    life
      .do({ type: 'Choose', at: life.now, choice: 'easier' })
      .do({ type: 'Choose', at: life.now, choice: 'easier' })
      .pass(1);
    expect([at(life), life.occasions().at(-1)]).toEqual([[2, 1, 'R0'], 'w2-decision-1']);
    life.answer({ painAverage: 1, painWorst: 2 });
    expect([at(life), life.course().choice]).toEqual([[2, 1, 'R0'], 'easier']);
  });
  test('repeat is never looser than what was decided', () => {
    const eased = joined().answer({ painAverage: 6, painWorst: 6 });
    eased.do({ type: 'Choose', at: eased.now, choice: 'repeat' });
    expect(at(eased)).toEqual([2, 0, 'R0']);
  });
});

describe('a bare number', () => {
  test.each([
    [0, 'INCOMPLETE', 1],
    [4, 'INCOMPLETE', 1],
    [5, 'AD-05', 0],
    [6, 'AD-05', 0],
  ])('%i is decided at once as %s', (painAverage, rule, level) => {
    const life = joined().do({
      type: 'SubmitCheckIn',
      at: T0,
      week: 1,
      answers: checkInAnswers.parse({ painAverage }),
      source: 'web',
    });
    expect([
      life.course().explained.rule,
      life.course().tracks.level,
      life.course().explained.missing.length,
    ]).toEqual([rule, level, 6]);
  });
  test.each([7, 8, 9, 10])('%i stops', (painAverage) => {
    expect(
      joined().do({
        type: 'SubmitCheckIn',
        at: T0,
        week: 1,
        answers: checkInAnswers.parse({ painAverage }),
        source: 'web',
      }).state?.status,
    ).toBe('stopped');
  });
});
