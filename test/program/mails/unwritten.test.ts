/** A mail that cannot be written holds itself, later and later, and nobody else's. */
import { describe, expect, it } from 'vitest';
import { addMinutes } from '../../../program/kernel/time.ts';
import type { Command } from '../../../program/participant/commands.ts';
import { confirm, given, mailed, signUp, start, T0, wake } from '../given.ts';

const JOINED = [signUp(), ...mailed(T0, 'confirm-n1'), confirm(), start()] as const;
const hold = (occasion: string, at = T0): Command => ({ type: 'HoldMail', at, occasion });

describe('a mail that cannot be written', () => {
  it.each([
    [0, 10],
    [1, 60],
    [2, 360],
    [7, 360],
  ])('after %i failures waits %i minutes', (times, minutes) => {
    given(...JOINED, ...Array.from({ length: times }, () => hold('start')))
      .when(hold('start'))
      .then({ type: 'MailPostponed', occasion: 'start', due: addMinutes(T0, minutes), why: 'unwritten' });
  });
  it('leaves once it can be written, and forgets that it was held', () => {
    const held = [...JOINED, hold('start')];
    const claimed = given(...held)
      .when(wake(addMinutes(T0, 10)))
      .then({ type: 'MailClaimed' });
    expect(JSON.stringify(claimed)).not.toContain('holds');
  });
  it('that is not owed any more is held by nothing', () => {
    given(...JOINED)
      .when(hold('w9-plan'))
      .then();
  });
  it('is a stop text: it is tried every ten minutes', () => {
    const stopped = [signUp(), ...mailed(T0, 'confirm-n1'), confirm(), start({ redFlags: ['swelling'] })];
    for (const times of [0, 1, 5])
      given(...stopped, ...Array.from({ length: times }, () => hold('safety-n2')))
        .when(hold('safety-n2'))
        .then({ type: 'MailPostponed', due: addMinutes(T0, 10) });
  });
});
