/**
 * Answers faster than a person gives them: nothing moves up by them, a stop among them stands, and the calm
 * answer afterwards counts in full.
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CheckInAnswers, checkInAnswers } from '../../../program/answers/check-in.ts';
import { rungOf } from '../../../program/course/tracks.ts';
import type { Tracks } from '../../../program/course/types.ts';
import { addMinutes } from '../../../program/kernel/time.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { Of } from '../../../program/participant/state.ts';
import { BURST_MINUTES } from '../../../program/week/burst.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { run, written } from '../given.ts';
import { answersArb, intakeArb, movesArb, walk } from '../support/walk.ts';

const curriculum = theCurriculum();
const seed = Number(process.env['LIVES_SEED'] ?? 20260302);
const answer = (
  state: Of<'active'>,
  at: string,
  answers: CheckInAnswers,
  burst = false,
): Extract<Command, { type: 'SubmitCheckIn' }> => ({
  type: 'SubmitCheckIn',
  at,
  week: state.course.asked?.week ?? 0,
  answers,
  source: 'web',
  burst,
});
/** Lives that answer most weeks, beside the wilder ones of the walk. */
const steady = fc.array(
  fc.record({
    afterHours: fc.integer({ min: 140, max: 180 }),
    act: answersArb.map((answers) => ({ do: 'answer' as const, answers, olderWeek: false })),
    mailFate: fc.constantFrom('sent' as const, 'sent' as const, 'ambiguous' as const),
  }),
  { minLength: 4, maxLength: 12 },
);
/**
 * Every moment of random lives at which somebody answered an open question and was not stopped by it: before,
 * after, and what they said.
 */
const moments = fc
  .sample(fc.tuple(intakeArb, fc.oneof(steady, steady, movesArb)), { numRuns: 300, seed })
  .flatMap(([intake, moves]) =>
    walk(curriculum, intake, moves).flatMap(({ at, command, before, after }) => {
      const answered =
        command.type === 'SubmitCheckIn' &&
        after.status === 'active' &&
        isDeepStrictEqual(after.course.asked?.answer, command.answers);
      return answered && before?.status === 'active' ? [{ at, before, after, said: command.answers }] : [];
    }),
  );
/** What a scanner would say: anything, and every third time everything is fine. */
const PERFECT = checkInAnswers.parse({
  painAverage: 0,
  painWorst: 0,
  nextDay: 'settled',
  sessionsDone: 4,
  longestRunMinutes: 0,
  painkillers: 'no',
  redFlags: [],
  gateStrength: 'yes',
  gateRun: 'yes',
  runsDone: 3,
});
const many = fc
  .sample(answersArb, { numRuns: moments.length, seed })
  .map((answers, n) => (n % 3 === 0 ? PERFECT : answers));

/** No track higher; RK, which has no rung, is only ever left for the ladder. */
const noHigher = (tracks: Tracks, than: Tracks): boolean =>
  tracks.level <= than.level &&
  tracks.footCoreWeek <= than.footCoreWeek &&
  (than.stage === 'RK' || (tracks.stage !== 'RK' && rungOf(tracks.stage) <= rungOf(than.stage)));
const opened = (state: Of<'active'>): Tracks => {
  if (state.course.asked === null) throw new Error('nobody asked');
  return state.course.asked.tracks;
};

test('there are moments enough, of every outcome', () => {
  expect(moments.length).toBeGreaterThanOrEqual(150);
  const outcomes = new Set(moments.map(({ after }) => after.course.explained.outcome));
  for (const outcome of ['HOLD', 'REGRESS', 'PROGRESS']) expect(outcomes).toContain(outcome);
});

describe('a burst', () => {
  test('leaves nobody higher than the question found them, nor higher than they stood; the only other thing it can do is stop', () => {
    let held = 0;
    for (const [n, { at, after }] of moments.entries()) {
      const { state, events } = run(after, answer(after, addMinutes(at, 1), many[n] as CheckInAnswers, true));
      expect(events.some((e) => e.type === 'Progressed' || e.type === 'Graduated')).toBe(false);
      written(state);
      if (state.status !== 'active') {
        expect(state.status).toBe('stopped');
        continue;
      }
      expect(noHigher(state.course.tracks, after.course.tracks)).toBe(true);
      if (events.length === 0) continue;
      held += 1;
      expect(events.map((e) => e.type)).toContain('AnswersDoubted');
      expect(noHigher(state.course.tracks, opened(after))).toBe(true);
      expect(state.course.tracks.weeksAtLevel).toBeLessThanOrEqual(
        Math.max(after.course.tracks.weeksAtLevel, opened(after).weeksAtLevel),
      );
      expect(state.course.explained.reasons[0]?.code).toBe('burst');
      // What nobody believes is no answer in the history, unless it eased.
      const digest = state.course.history.at(-1);
      expect(digest?.average === null || digest?.outcome === 'REGRESS').toBe(true);
    }
    expect(held).toBeGreaterThan(100);
  });

  test('owes one mail at most, and none when the plan has not left', () => {
    for (const [n, { at, after }] of moments.entries()) {
      const { events } = run(after, answer(after, addMinutes(at, 1), many[n] as CheckInAnswers, true));
      if (!events.some((e) => e.type === 'AnswersDoubted')) continue;
      const mails = events.flatMap((e) => (e.type === 'MailsOwed' ? e.mails.map((m) => m.kind) : []));
      expect(mails).toEqual(
        after.course.planOut && !after.owed.some((m) => m.kind === 'plan' || m.kind === 'decision')
          ? ['decision']
          : [],
      );
    }
  });

  test('within its minute a stop and an easing alone are taken, before or after the flag', () => {
    let eased = 0;
    for (const [n, { at, after }] of moments.entries()) {
      const flagged = run(after, answer(after, addMinutes(at, 2), many[n] as CheckInAnswers, true));
      if (flagged.state.status !== 'active' || flagged.events.length === 0) continue;
      for (const when of [
        addMinutes(at, 1),
        addMinutes(at, 2),
        new Date(Date.parse(addMinutes(at, 2)) + BURST_MINUTES * 60_000 - 1).toISOString(),
      ]) {
        const next = run(
          flagged.state,
          answer(flagged.state, when, many[(n + 1) % many.length] as CheckInAnswers),
        );
        if (next.refusal !== null) expect(next.refusal).toBe('burst');
        else if (next.state.status !== 'active') expect(next.state.status).toBe('stopped');
        else {
          eased += 1;
          expect(next.events.map((e) => e.type)).toContain('AnswersDoubted');
          expect(next.state.course.explained.outcome).toBe('REGRESS');
          expect(noHigher(next.state.course.tracks, flagged.state.course.tracks)).toBe(true);
        }
      }
    }
    expect(eased).toBeGreaterThan(10);
  });

  test('over, the calm answer decides as if nothing had happened', () => {
    let compared = 0;
    for (const [n, { at, before, after, said }] of moments.entries()) {
      const flagged = run(after, answer(after, addMinutes(at, 1), many[n] as CheckInAnswers, true));
      if (flagged.state.status !== 'active' || flagged.events.length === 0 || before.course.choice !== null)
        continue;
      const later = addMinutes(at, 1 + BURST_MINUTES);
      const calm = run(flagged.state, answer(flagged.state, later, said));
      expect(calm.refusal).toBeNull();
      if (calm.state.status !== 'active') throw new Error(calm.state.status);
      compared += 1;
      expect(calm.state.course.tracks).toEqual(after.course.tracks);
      expect(calm.state.course.history).toEqual(after.course.history);
      expect(calm.state.course.baseline).toEqual(after.course.baseline);
      expect(calm.state.course.previousAverage).toBe(after.course.previousAverage);
    }
    expect(compared).toBeGreaterThan(100);
  });

  test('canary: without the flag the same answers do move people up', () => {
    const moved = moments.filter(({ at, after }, n) => {
      const { events } = run(after, answer(after, addMinutes(at, 1), many[n] as CheckInAnswers));
      return events.some((e) => e.type === 'Progressed');
    });
    expect(moved.length).toBeGreaterThan(0);
  });
});

test('the same answer many times over is one answer, however fast', () => {
  for (const { at, after, said } of moments)
    expect(run(after, answer(after, at, said, true)).events).toEqual([]);
});
