/**
 * Mails that come back for now: three weeks in a row pause the mails; twice, late, out of order and after
 * everything else changes nothing (docs/architecture.md §7.9).
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, type Instant } from '../../../program/kernel/time.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { Participant, Person } from '../../../program/participant/state.ts';
import { playedPersona } from '../../support/personas.ts';
import { DAY, run, written } from '../given.ts';

/** A calm life; its states in order, and the first with a course. */
const LIFE = playedPersona('calm').steps;
const first = LIFE.find((step) => step.state.status === 'active');
if (first?.state.status !== 'active') throw new Error('the persona enrols');
const [ACTIVE, T0]: readonly [Person, Instant] = [first.state, first.at];
const later = (days: number): Instant => addMinutes(T0, Math.round(days * DAY));

/** What the provider says, `days` after the beginning; `told` = when we hear it. */
type Report = readonly ['bounce' | 'delivery', number, number?];
/** The state after a command, as the table gives it back. */
const stateAfter = (state: Participant, command: Command): Participant => written(run(state, command).state);
const command = ([what, days, told = days]: Report): Command =>
  what === 'bounce'
    ? { type: 'RecordBounce', at: later(told), occasion: 'w1-plan', permanent: false, bouncedAt: later(days) }
    : { type: 'RecordSent', at: later(told), occasion: 'w1-plan', deliveredAt: later(days) };
const live = (reports: readonly Report[], from: Participant = ACTIVE): Participant =>
  reports.reduce<Participant>((now, r) => stateAfter(now, command(r)), from);

describe('mails that come back', () => {
  test.each<readonly [string, readonly Report[], string, number | undefined]>([
    ['once', [['bounce', 0]], 'active', 1],
    [
      'plan, lesson and check-in of one week',
      [
        ['bounce', 0],
        ['bounce', 3],
        ['bounce', 6],
      ],
      'active',
      1,
    ],
    [
      'in two weeks',
      [
        ['bounce', 0],
        ['bounce', 7],
      ],
      'active',
      2,
    ],
    [
      'in three weeks',
      [
        ['bounce', 0],
        ['bounce', 7],
        ['bounce', 14],
      ],
      'paused',
      3,
    ],
    [
      'in three weeks with a week of silence between',
      [
        ['bounce', 0],
        ['bounce', 14],
        ['bounce', 28],
      ],
      'paused',
      3,
    ],
    [
      'a plan day moved up a day',
      [
        ['bounce', 0],
        ['bounce', 6.5],
        ['bounce', 13],
      ],
      'paused',
      3,
    ],
    [
      'half a day too early for a week',
      [
        ['bounce', 0],
        ['bounce', 6.4],
        ['bounce', 12.9],
      ],
      'active',
      2,
    ],
    [
      'with a delivery before the third',
      [
        ['bounce', 0],
        ['bounce', 7],
        ['delivery', 10],
        ['bounce', 14],
      ],
      'active',
      1,
    ],
    [
      'with a delivery after the second, told late',
      [
        ['bounce', 0],
        ['bounce', 7],
        ['delivery', 3, 8],
        ['bounce', 14],
      ],
      'paused',
      3,
    ],
    ['a delivery alone', [['delivery', 3]], 'active', undefined],
    [
      'all three told at once, the newest first',
      [
        ['bounce', 14, 15],
        ['bounce', 7, 15],
        ['bounce', 0, 15],
      ],
      'active',
      1,
    ],
    [
      'all three told at once in order',
      [
        ['bounce', 0, 15],
        ['bounce', 7, 15],
        ['bounce', 14, 15],
      ],
      'paused',
      3,
    ],
  ])('%s', (_name, reports, status, weeks) => {
    const state = live(reports) as Person;
    expect([state.status, state.softBounces?.weeks]).toEqual([status, weeks]);
    // Told again, all of it, nothing moves: the same reports arrive more than once.
    expect(
      live(
        reports.filter(([what]) => what === 'bounce'),
        state,
      ),
    ).toEqual(state);
  });

  test('pause by themselves: nothing is owed, it has no date, it ends in a goodbye after five weeks', () => {
    const state = live([
      ['bounce', 0],
      ['bounce', 7],
      ['bounce', 14],
    ]);
    expect(state).toMatchObject({ status: 'paused', owed: [], pause: { by: 'bounce', until: null } });
    const gone = stateAfter(state, { type: 'Wake', at: later(14 + 36), owner: 'w' });
    expect(gone).toMatchObject({ status: 'left', reason: 'silence' });
  });

  test('coming back asks the safety list first and begins the count anew', () => {
    const paused = live([
      ['bounce', 0],
      ['bounce', 7],
      ['bounce', 14],
    ]);
    const back = stateAfter(paused, { type: 'Resume', at: later(20) });
    expect(back).toMatchObject({
      status: 'active',
      course: { restriction: 'noProgress' },
      owed: [{ kind: 'check-in' }],
    });
    expect(back).not.toHaveProperty('softBounces');
    expect(live([['bounce', 21]], back)).toMatchObject({ status: 'active', softBounces: { weeks: 1 } });
  });

  test('another address begins the count anew', () => {
    const wished = [
      { type: 'RequestFresh', at: later(8), what: 'address', email: 'new@example.org' },
      { type: 'WishAddress', at: later(8), askNew: true },
      { type: 'ChangeAddress', at: later(8) },
    ] as const;
    const moved = wished.reduce<Participant>(
      stateAfter,
      live([
        ['bounce', 0],
        ['bounce', 7],
      ]),
    );
    expect(moved).toMatchObject({ status: 'active', email: 'new@example.org' });
    expect(moved).not.toHaveProperty('softBounces');
  });

  test('a passing one never ends anything, whoever it is about', () => {
    for (const { state } of LIFE) {
      const before = state.status;
      expect(['paused', before], before).toContain(
        live(
          [
            ['bounce', 400],
            ['bounce', 407],
            ['bounce', 414],
          ],
          state,
        ).status,
      );
    }
    const left = stateAfter(ACTIVE, { type: 'Unsubscribe', at: T0 });
    expect(
      live(
        [
          ['bounce', 0],
          ['bounce', 7],
          ['bounce', 14],
        ],
        left,
      ),
    ).toEqual(left);
    expect(
      live(
        [
          ['bounce', 0],
          ['bounce', 7],
          ['bounce', 14],
        ],
        { status: 'erased', id: ACTIVE.id },
      ),
    ).toEqual({ status: 'erased', id: ACTIVE.id });
  });

  const report = fc.tuple(
    fc.constantFrom('bounce' as const, 'delivery' as const),
    fc.integer({ min: 0, max: 60 }),
  );
  test('never pause without three that are a week apart and nothing delivered between, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 14 }), (reports) => {
        const state = live(reports.map(([what, days], n): Report => [what, days, 61 + n]));
        if (state.status !== 'paused') return;
        const days = reports
          .filter(([what]) => what === 'bounce')
          .map(([, day]) => day)
          .sort((a, b) => a - b);
        const first = days[0] ?? 0;
        expect(days.some((day) => day >= first + 6.5)).toBe(true);
        expect(days.some((day) => day >= first + 13)).toBe(true);
      }),
    );
  });
  test('every report twice in a row is every report once', () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 14 }), (reports) => {
        const told = reports.map(([what, days]): Report => [what, days, 61]);
        expect(live(told.flatMap((one) => [one, one]))).toEqual(live(told));
      }),
    );
  });
});
