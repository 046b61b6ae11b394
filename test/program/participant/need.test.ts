/** Who the operator may want to look at, and that it changes with decisions alone. */
import { describe, expect, it } from 'vitest';
import type { CheckInAnswers } from '../../../program/answers/check-in.ts';
import { addMinutes } from '../../../program/kernel/time.ts';
import { needOf } from '../../../program/participant/need.ts';
import { DAY, joined, Life, run, signUp, T0 } from '../given.ts';

/** A life of one answer a week; null = none. */
function lived(...answers: readonly (Partial<CheckInAnswers> | null)[]): Life {
  const life = joined();
  for (const answer of answers) {
    if (answer !== null) life.answer(answer);
    life.days(7);
  }
  return life;
}
const averages = (...of: readonly number[]) =>
  of.map((painAverage): Partial<CheckInAnswers> => ({ painAverage, painWorst: painAverage }));
const need = (life: Life): string | null => needOf(life.state);

describe('the need of a participant', () => {
  it('is none before a course, in calm weeks, and of nobody', () => {
    expect(needOf(null)).toBeNull();
    expect(need(new Life(null).do(signUp()))).toBeNull();
    expect(need(lived(...averages(2, 2, 2)))).toBeNull();
  });

  it.each([
    [[1, 2, 3], 'rising'],
    [[0, 1, 2], 'rising'],
    [[3, 1, 2], null],
    [[1, 2, 2], null],
    [[2, 3], null],
    [[1, 2, 3, 2], null],
  ] as const)('averages %j make %s', (of, expected) => {
    expect(need(lived(...averages(...of)))).toBe(expected);
  });

  it('is silence from the second unanswered check-in on, also when the third has paused the mails', () => {
    expect(need(lived(null))).toBeNull();
    expect(need(lived(null, null))).toBe('silent');
    const paused = lived(null, null, null, null);
    expect([paused.state?.status, need(paused)]).toEqual(['paused', 'silent']);
    expect(need(lived(null, null, { painAverage: 2 }))).toBeNull();
  });

  it('is a stop, which weighs more than what led to it, and unreachable once the address is closed', () => {
    const life = lived(...averages(1, 2), { painAverage: 8, painWorst: 8 });
    expect([life.state?.status, need(life)]).toEqual(['stopped', 'stopped']);
    const state = life.state as NonNullable<Life['state']>;
    const at = life.now;
    const bounced = { type: 'RecordBounce', at, occasion: 'x', permanent: true, bouncedAt: at } as const;
    expect(needOf(run(state, bounced).state)).toBe('unreachable');
    expect(needOf(run(state, { type: 'RecordComplaint', at, occasion: 'x' }).state)).toBe('unreachable');
    expect(needOf(run(state, { type: 'Unsubscribe', at }).state)).toBeNull();
    expect(needOf(run(state, { type: 'Erase', at }).state)).toBeNull();
  });

  it('is that of no closed address without a stop', () => {
    const life = lived(...averages(2));
    const at = addMinutes(T0, 20 * DAY);
    const bounced = { type: 'RecordBounce', at, occasion: 'x', permanent: true, bouncedAt: at } as const;
    expect(needOf(run(life.state, bounced).state)).toBeNull();
  });
});
