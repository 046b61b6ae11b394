/**
 * What a course has reached (BC-7): milestones as a band in the plan that brings them, once ever, and never
 * in a week that has been eased since.
 */

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CheckInAnswers, checkInAnswers } from '../../../program/answers/check-in.ts';
import { MILESTONES, type Milestone, milestonesReached } from '../../../program/course/milestones.ts';
import type { Tracks } from '../../../program/course/types.ts';
import { addMinutes, type Instant } from '../../../program/kernel/time.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { ParticipantEvent } from '../../../program/participant/events.ts';
import type { Of, Participant } from '../../../program/participant/state.ts';
import { historyOf } from '../../../views/export/history.ts';
import { planView } from '../../../views/plan/plan-view.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { DAY, run, wake, written } from '../given.ts';
import { DILIGENT, TO_GRADUATION } from '../support/diligent.ts';
import { intakeArb, movesArb, walk } from '../support/walk.ts';

const curriculum = theCurriculum();

/** One command; the state comes back from the table. */
const step = (state: Participant, command: Command) => {
  const done = run(state, command);
  return { ...done, state: written(done.state) };
};
const isMilestone = (code: string): code is Milestone => MILESTONES.some((known) => known === code);
const claimed = (events: readonly ParticipantEvent[]): readonly string[] =>
  events.flatMap((e) => (e.type === 'MailClaimed' ? [e.mail.kind] : []));

/** The diligent runner on the day LV3 was reached: the plan is owed, and has left. */
let at: Instant;
let owing: Of<'active'>;
let reached: Of<'active'>;
beforeAll(() => {
  // Answered on the eve of the plan day, as most do.
  const log = walk(
    curriculum,
    DILIGENT,
    TO_GRADUATION.map((move, i) => (i === 0 ? { ...move, afterHours: 155 } : move)),
  );
  const up = log.find((h) => h.events.some((e) => e.type === 'Progressed' && e.tracks.level === 3));
  if (up?.after.status !== 'active') throw new Error('the diligent reach LV3');
  at = up.at;
  owing = up.after;
  const { state } = step(owing, wake(at));
  if (state.status !== 'active') throw new Error('the course runs');
  reached = state;
});
const band = (state: Participant, kind: 'plan' | 'decision' = 'plan'): readonly string[] =>
  state.status === 'active'
    ? planView(kind, state, { course: state.course, curriculum }).reached.map(({ title }) => title)
    : [];
const answer = (changes: Partial<CheckInAnswers>): Command => ({
  type: 'SubmitCheckIn',
  at: addMinutes(at, 5),
  week: reached.course.week - 1,
  source: 'web',
  answers: checkInAnswers.parse({ painAverage: 0, ...changes }),
});

describe('a milestone', () => {
  test('stands in the plan that brings it, with its mark, and in the history; no mail is owed for it', () => {
    expect(band(owing)).toEqual([]);
    expect(claimed(step(owing, wake(at)).events)).toEqual(['plan']);
    expect(band(reached)).toEqual(['Level 3 of strength']);
    expect(reached.course.milestones).toEqual([{ code: 'LV3', week: reached.course.week }]);
    expect(reached.owed.map(({ kind }) => kind).sort()).toEqual(['check-in', 'lesson']);
    const event: ParticipantEvent = {
      type: 'MilestonesReached',
      at,
      week: reached.course.week,
      milestones: ['LV3'],
    };
    const [entry] = historyOf(reached, [{ at, events: [event] }], [], curriculum);
    expect(entry).toMatchObject({ title: 'A milestone', lines: ['Level 3 of strength'] });
  });

  test('a plan that is refused and tried again says it once more, with one mark', () => {
    const occasion = `w${reached.course.week}-plan`;
    const refused = step(reached, {
      type: 'RecordRefused',
      at,
      occasion,
      owner: 'test',
      lasting: false,
    }).state;
    const again = step(refused, wake(addMinutes(at, DAY)));
    expect(claimed(again.events)).toEqual(['plan']);
    expect((again.state as Of<'active'>).course.milestones).toHaveLength(1);
    expect(band(again.state)).toEqual(['Level 3 of strength']);
  });

  test('reached again after falling back is not told again', () => {
    const { course } = reached;
    const marked = (course.milestones ?? []).map((m) => m.code);
    const { tracks, baseline } = course;
    const previous: Tracks = { ...tracks, level: 2 };
    expect(milestonesReached({ tracks, previous, baseline, marked: [] }, curriculum)).toEqual(['LV3']);
    expect(milestonesReached({ tracks, previous, baseline, marked }, curriculum)).toEqual([]);
  });

  test.each<readonly [string, () => Command]>([
    [
      'a stop sign',
      () => ({
        type: 'ReportWorse',
        at: addMinutes(at, 5),
        redFlags: ['swelling'],
        painNow: 1,
        sudden: null,
        when: null,
      }),
    ],
    ['a later answer with a stop sign', () => answer({ redFlags: ['chest'] })],
    ['a later answer that holds', () => answer({ painAverage: 4 })],
    [
      'a flare-up',
      () => ({
        type: 'ReportWorse',
        at: addMinutes(at, 5),
        redFlags: [],
        painNow: 4,
        sudden: null,
        when: null,
      }),
    ],
    ['an easier week', () => ({ type: 'Choose', at: addMinutes(at, 5), choice: 'easier' })],
  ])('after %s no plan says it', (_name, command) => {
    const { state, refusal } = step(reached, command());
    expect(refusal).toBeNull();
    expect(band(state)).toEqual([]);
    expect(band(state, 'decision')).toEqual([]);
  });

  test('the lighter rhythm reads it too: it is no mail', () => {
    const { state } = step({ ...owing, rhythm: 'lighter' }, wake(at));
    expect(band(state)).toEqual(['Level 3 of strength']);
  });

  test('a hold with the foot work complete waits for a week that moves up', () => {
    const tracks = { ...owing.course.tracks, footCoreWeek: 9, footCoreSessions: 20 };
    const { explained } = owing.course;
    const stands = (changes: Partial<Of<'active'>['course']>): readonly string[] =>
      band(step({ ...owing, course: { ...owing.course, ...changes } }, wake(at)).state);
    const held = { ...explained, outcome: 'HOLD', rule: 'AD-20' } as const;
    expect(stands({ tracks, previous: { ...tracks, footCoreWeek: 8 }, explained: held })).toEqual([]);
    expect(stands({ tracks, previous: tracks })).toEqual(['Eight weeks of foot work']);
  });
});

describe('what counts', () => {
  const base: Tracks = {
    level: 2,
    weeksAtLevel: 1,
    stage: 'R0',
    weeksAtStage: 1,
    footCoreWeek: 3,
    footCoreEased: false,
    longestRun: null,
    rkRegressions: 0,
    daysOffRunning: false,
    footCoreSessions: 6,
  };
  const start = { startLevel: 1, startStage: 'R0' } as const;
  test.each<
    readonly [
      string,
      Partial<Tracks>,
      Partial<Tracks>,
      { startLevel: Tracks['level']; startStage: Tracks['stage'] },
      readonly string[],
    ]
  >([
    ['LV2 to LV3', { level: 3 }, {}, start, ['LV3']],
    ['LV3 to LV4', { level: 4 }, { level: 3 }, start, []],
    ['LV4 to LV5', { level: 5 }, { level: 4 }, start, ['LV5']],
    ['back to LV3, where the course began', { level: 3 }, {}, { ...start, startLevel: 3 }, []],
    ['LV5 by somebody who began at LV3', { level: 5 }, { level: 4 }, { ...start, startLevel: 3 }, ['LV5']],
    ['R2 to R3', { stage: 'R3' }, { stage: 'R2' }, start, ['R3']],
    ['R1 to R3 at once', { stage: 'R3' }, { stage: 'R1' }, start, ['R3']],
    ['R8 to R9', { stage: 'R9' }, { stage: 'R8' }, start, ['R9']],
    ['running kept', { stage: 'RK' }, { stage: 'RK' }, { ...start, startStage: 'RK' }, []],
    ['LV5 and R3', { level: 5, stage: 'R3' }, { level: 4, stage: 'R2' }, start, ['LV5', 'R3']],
    ['seven weeks of feet', { footCoreWeek: 8, footCoreSessions: 24 }, {}, start, []],
    ['eight weeks, 16 sessions', { footCoreWeek: 9, footCoreSessions: 16 }, {}, start, ['foot-core']],
    ['eight weeks, 15 sessions', { footCoreWeek: 9, footCoreSessions: 15 }, {}, start, []],
    ['a step down', { level: 3 }, { level: 5 }, start, []],
  ])('%s', (_name, now, before, baseline, expected) => {
    const tracks = { ...base, ...now };
    expect(
      milestonesReached({ tracks, previous: { ...base, ...before }, baseline, marked: [] }, curriculum),
    ).toEqual(expected);
    expect(
      milestonesReached(
        { tracks, previous: { ...base, ...before }, baseline, marked: MILESTONES },
        curriculum,
      ),
    ).toEqual([]);
  });
});

describe('never, over random lives', () => {
  const seed = Number(process.env['LIVES_SEED'] ?? 20260302);
  const diligent = fc
    .sample(movesArb, { numRuns: 60, seed })
    .map((moves) =>
      walk(curriculum, DILIGENT, [...TO_GRADUATION.slice(0, 1 + (moves.length % 9)), ...moves]),
    );
  const random = fc
    .sample(fc.tuple(intakeArb, movesArb), { numRuns: 60, seed })
    .map(([intake, moves]) => walk(curriculum, intake, moves));
  test('twice, beside another mail than a plan, or in a week that does not move up', () => {
    let said = 0;
    for (const log of [...diligent, ...random]) {
      const marks = log.flatMap((h) =>
        h.events.flatMap((e) => (e.type === 'MilestonesReached' ? e.milestones : [])),
      );
      expect(new Set(marks).size).toBe(marks.length);
      for (const { events, after } of log) {
        const mark = events.find((e) => e.type === 'MilestonesReached');
        if (mark?.type !== 'MilestonesReached' || !mark.milestones.some(isMilestone)) continue;
        said += 1;
        if (after.status !== 'active') throw new Error(`a milestone for the ${after.status}`);
        expect(claimed(events).some((kind) => kind === 'plan' || kind === 'decision')).toBe(true);
        expect(['PROGRESS', 'ACCELERATE']).toContain(after.course.explained.outcome);
        expect([after.course.flaredAt, after.course.choice]).toEqual([null, null]);
        expect(band(after).length).toBeGreaterThan(0);
      }
    }
    expect(said).toBeGreaterThan(30);
  });
});
