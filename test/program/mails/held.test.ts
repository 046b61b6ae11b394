/** The operator's switch and closed addresses, looked at again at the claim (docs/architecture.md §7.10). */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { closedAddress } from '../../../program/account/closed-address.ts';
import { addMinutes } from '../../../program/kernel/time.ts';
import { HELD_MINUTES, isHeld } from '../../../program/mails/held.ts';
import { wakeAt } from '../../../program/mails/wake-at.ts';
import { EXERCISE_KINDS, MAIL_KINDS } from '../../../program/participant/mail-kinds.ts';
import { SENDING_MODES, type Sending } from '../../../program/participant/sending.ts';
import type { Participant, Person } from '../../../program/participant/state.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { cases } from '../../support/effort.ts';
import { confirm, given, mailed, run, signUp, start, T0, wake } from '../given.ts';
import { intakeArb, movesArb, walk } from '../support/walk.ts';

const wakeUnder = (sending: Partial<Sending>, at = T0) =>
  ({
    type: 'Wake',
    at,
    owner: 'held',
    sending: { mode: 'on', suppressed: {}, ...sending },
  }) as const;

describe('what the switch lets out', () => {
  const let_ = (mode: Sending['mode'], byPerson: boolean) =>
    MAIL_KINDS.filter((kind) => !isHeld({ kind, byPerson }, mode));
  it('on: everything', () => {
    expect([let_('on', true), let_('on', false)]).toEqual([MAIL_KINDS, MAIL_KINDS]);
  });
  it('safety-only: safety, and answers that carry no exercise', () => {
    expect(let_('safety-only', false)).toEqual(['safety']);
    expect(let_('safety-only', true)).toEqual(
      MAIL_KINDS.filter((kind) => !['start', 'plan', 'decision', 'maintenance'].includes(kind)),
    );
  });
  it('off: nothing, not even safety', () => {
    expect([let_('off', true), let_('off', false)]).toEqual([[], []]);
  });
});

describe('a held mail', () => {
  const joined = [signUp(), ...mailed(T0, 'confirm-n1'), confirm(), start()];
  it('waits an hour, and leaves as it would have once the switch is on again', () => {
    const due = addMinutes(T0, HELD_MINUTES);
    given(...joined)
      .when(wakeUnder({ mode: 'safety-only' }))
      .then({ type: 'MailPostponed', occasion: 'start', due, why: 'held' });
    given(...joined, wakeUnder({ mode: 'off' }))
      .when(wakeUnder({ mode: 'on' }, due))
      .then({ type: 'MailClaimed' });
  });
  it('is not even a stop text while the switch is off; that is what off means', () => {
    const stopped = [signUp(), ...mailed(T0, 'confirm-n1'), confirm(), start({ redFlags: ['swelling'] })];
    given(...stopped)
      .when(wakeUnder({ mode: 'off' }))
      .then({ type: 'MailPostponed', occasion: 'safety-n2', why: 'held' });
    given(...stopped)
      .when(wakeUnder({ mode: 'safety-only' }))
      .then({ type: 'MailClaimed' });
  });
});

describe('an address that must not be mailed', () => {
  const joined = [signUp(), ...mailed(T0, 'confirm-n1'), confirm(), start()];
  it.each([
    ['bounce', 'bounce'],
    ['complaint', 'complaint'],
    ['not-me', 'unsubscribed'],
  ])('closed by %s: its participant has left, and nothing is owed', (why, reason) => {
    const state = given(...joined)
      .when(wakeUnder({ suppressed: { start: why } }))
      .then({ type: 'Left', reason } as never) as Person;
    expect([state.status, state.owed]).toEqual(['left', []]);
  });
  it('that is not on file yet takes the one mail with it', () => {
    const active = given(...joined).when(wake(T0)).state as Person;
    const move = {
      occasion: 'move-n3',
      kind: 'fresh',
      due: T0,
      week: 0,
      byPerson: true,
      about: { of: 'request', mailbox: 'new' },
      refusals: 0,
      attempt: 1,
    } as const;
    const state = { ...active, owed: [...active.owed, move] };
    expect(closedAddress(state, T0, { suppressed: { 'move-n3': 'complaint' } })).toEqual([
      { type: 'MailsDropped', occasions: ['move-n3'], why: 'suppressed' },
    ]);
    expect(closedAddress(state, T0, { suppressed: {} })).toEqual([]);
    // Their own address says nothing about the new one.
    const alone = { ...active, owed: [move] };
    expect(closedAddress(alone, T0, { suppressed: {}, own: 'complaint' })).toEqual([]);
  });
  it('is closed for a mail of theirs that nobody asked about, too', () => {
    const active = given(...joined).when(wake(T0)).state as Person;
    const plan = {
      occasion: 'w2-plan',
      kind: 'plan',
      due: T0,
      week: 2,
      byPerson: false,
      refusals: 0,
      attempt: 1,
    };
    const owing = { ...active, owed: [plan] } as Person;
    expect(closedAddress(owing, T0, { suppressed: {}, own: 'bounce' })).toEqual([
      { type: 'Left', at: T0, reason: 'bounce' },
    ]);
  });
  it('closes for the goodbye that is still owed, too', () => {
    const left = given(...joined, ...mailed(T0, 'start')).when({ type: 'Unsubscribe', at: T0 })
      .state as Person;
    const owing: Participant = {
      ...left,
      reason: 'silence',
      owed: [
        { occasion: 'closed', kind: 'closed', due: T0, week: 0, byPerson: false, refusals: 0, attempt: 1 },
      ],
    } as Participant;
    const { state } = run(owing, {
      type: 'RecordBounce',
      at: T0,
      occasion: 'x',
      permanent: true,
      bouncedAt: T0,
    });
    expect((state as Person).owed).toEqual([]);
  });
});

test('whatever the life and the switch: what is held is never claimed, and the alarm comes to rest', () => {
  fc.assert(
    fc.property(intakeArb, movesArb, fc.constantFrom(...SENDING_MODES), (intake, moves, mode) => {
      const last = walk(theCurriculum(), intake, moves).at(-1);
      let state: Participant | null = last?.after ?? null;
      const at = last?.at ?? T0;
      for (let round = 0; state !== null && round < 20; round += 1) {
        const alarm = wakeAt(state);
        if (alarm === null || alarm > at) return;
        const done = run(state, wakeUnder({ mode }, at));
        for (const event of done.events)
          if (event.type === 'MailClaimed') {
            expect(mode).not.toBe('off');
            if (mode === 'safety-only') expect(EXERCISE_KINDS).not.toContain(event.mail.kind);
          }
        if (done.refusal !== null) return;
        state = done.state;
      }
      throw new Error('an alarm that never comes to rest');
    }),
    { numRuns: cases(200) },
  );
});
