/** The log of a week and its check-in (docs/clinical-rules.md §12 A25). */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decideWeek } from '../../../program/adapt/decide-week.ts';
import { SESSION_RESULTS, type SessionAnswers } from '../../../program/answers/session.ts';
import { type DayLog, emptyLog, type LoggedWeek } from '../../../program/participant/day-log.ts';
import { loggedWeek, withLogged } from '../../../program/week/from-log.ts';
import { answers, dose, opening, RUNS, rank } from '../support/generators.ts';
import { checkIn, numbers, TODAY } from '../support/rules.ts';

const AT = '2026-03-04T18:00:00.000Z';
const told = (over: Partial<SessionAnswers> = {}): SessionAnswers => ({
  result: 'done',
  pain: null,
  runMinutes: null,
  before: null,
  ...over,
});
const log = (sessions: Readonly<Record<string, SessionAnswers>>): DayLog => ({
  ...emptyLog(3),
  at: AT,
  sessions: Object.fromEntries(Object.entries(sessions).map(([id, a]) => [id, { at: AT, answers: a }])),
});

describe('what a log brings', () => {
  it.each([
    ['nothing', {}, { sessionsDone: null, longestRunMinutes: null, painWorst: null, sore: false }],
    [
      'full strength sessions alone',
      { s1: told(), s2: told({ result: 'part' }), s3: told({ result: 'skipped' }), f1: told() },
      { sessionsDone: 1, longestRunMinutes: null, painWorst: null, sore: false },
    ],
    [
      'the longest run and the worst pain',
      { r1: told({ runMinutes: 12, pain: 2 }), r2: told({ runMinutes: 15, pain: 4 }), t1: told({ pain: 1 }) },
      { sessionsDone: null, longestRunMinutes: 15, painWorst: 4, sore: false },
    ],
    [
      'a sore morning',
      { s1: told(), s2: told({ before: 'sore' }), s3: told({ before: 'calm' }) },
      { sessionsDone: 3, longestRunMinutes: null, painWorst: null, sore: true },
    ],
    [
      'a seven that may have been mistyped, as a six',
      { s1: told({ pain: 7 }) },
      { sessionsDone: 1, longestRunMinutes: null, painWorst: 6, sore: false },
    ],
  ] as const)('%s', (_name, sessions, brought) => expect(loggedWeek(log(sessions))).toEqual(brought));
});

describe('an answer beside a log', () => {
  const LOGGED: LoggedWeek = { sessionsDone: 2, longestRunMinutes: 20, painWorst: 5, sore: true };
  it.each([
    [
      'lower figures give way',
      { painWorst: 2, longestRunMinutes: 10, nextDay: 'settled' },
      [5, 20, 'worse24'],
    ],
    ['higher ones stand', { painWorst: 6, longestRunMinutes: 30, nextDay: 'longer' }, [6, 30, 'longer']],
    [
      'a blank run stays blank',
      { painWorst: null, longestRunMinutes: null, nextDay: null },
      [5, null, 'worse24'],
    ],
  ] as const)('%s', (_name, over, [painWorst, longestRunMinutes, nextDay]) => {
    const said = checkIn(over);
    const counted = withLogged(said, LOGGED);
    expect(counted).toEqual({ ...said, painWorst, longestRunMinutes, nextDay });
  });

  it('never has its average, signs, painkillers, tests or sessions filled in', () => {
    const blank = checkIn({
      painkillers: null,
      redFlags: null,
      gateStrength: null,
      gateRun: null,
      sessionsDone: null,
    });
    expect(withLogged(blank, LOGGED)).toMatchObject({
      painAverage: blank.painAverage,
      painkillers: null,
      redFlags: null,
      gateStrength: null,
      gateRun: null,
      sessionsDone: null,
    });
  });
});

const logs = fc.dictionary(
  fc.constantFrom('r1', 'r2', 'r3', 's1', 's2', 's3', 'f1', 't1'),
  fc.record({
    result: fc.constantFrom(...SESSION_RESULTS),
    pain: fc.option(fc.integer({ min: 0, max: 10 })),
    runMinutes: fc.option(fc.integer({ min: 0, max: 600 })),
    before: fc.option(fc.constantFrom('calm' as const, 'sore' as const)),
  }),
);

test('a log never moves a plan up: no outcome is looser and no dose higher than without it', () => {
  fc.assert(
    fc.property(opening, answers, logs, (before, said, sessions) => {
      const without = decideWeek(before, said, TODAY, numbers);
      const withLog = decideWeek(before, withLogged(said, loggedWeek(log(sessions))), TODAY, numbers);
      expect(rank(withLog)).toBeLessThanOrEqual(rank(without));
      if (!withLog.outcome.startsWith('STOP')) {
        expect(withLog.tracks.level).toBeLessThanOrEqual(without.tracks.level);
        expect(dose(withLog.tracks)).toBeLessThanOrEqual(dose(without.tracks));
      }
    }),
    RUNS,
  );
});
