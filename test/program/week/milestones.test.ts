/**
 * The mail of a milestone (BC-7): the day after the plan that reached it, once ever, and never where it has
 * no place.
 */

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CheckInAnswers, checkInAnswers } from '../../../program/answers/check-in.ts';
import { localDate } from '../../../program/calendar.ts';
import { MILESTONES, milestonesReached } from '../../../program/course/milestones.ts';
import type { Tracks } from '../../../program/course/types.ts';
import { addMinutes, type Instant } from '../../../program/kernel/time.ts';
import { wakeAt } from '../../../program/mails/wake-at.ts';
import type { Command } from '../../../program/participant/commands.ts';
import type { ParticipantEvent } from '../../../program/participant/events.ts';
import { EXERCISE_KINDS } from '../../../program/participant/mail-kinds.ts';
import { type Of, type Participant, participantSchema } from '../../../program/participant/state.ts';
import { historyOf } from '../../../views/export/history.ts';
import { theCurriculum } from '../../support/curriculum.ts';
import { DAY, run, wake, written } from '../given.ts';
import { DILIGENT, TO_GRADUATION } from '../support/diligent.ts';
import { type Happened, intakeArb, movesArb, walk } from '../support/walk.ts';

const curriculum = theCurriculum();

/** One command; the state comes back from the table. */
const step = (state: Participant, command: Command) => {
  const done = run(state, command);
  return { ...done, state: written(done.state) };
};
const claimed = (events: readonly ParticipantEvent[]): readonly string[] =>
  events.flatMap((e) => (e.type === 'MailClaimed' ? [e.mail.kind] : []));

/** Works off every alarm up to `until`; every mail is sent. What was claimed, with its instant. */
function work(
  from: Participant,
  until: Instant,
): { readonly state: Participant; readonly mails: readonly (readonly [string, Instant])[] } {
  let state = from;
  const mails: (readonly [string, Instant])[] = [];
  for (let guard = 0; guard < 200; guard += 1) {
    const at = wakeAt(state);
    if (at === null || at > until) break;
    const woken = step(state, wake(at));
    state = woken.state;
    for (const event of woken.events) {
      if (event.type !== 'MailClaimed') continue;
      mails.push([event.mail.kind, at]);
      state = step(state, { type: 'RecordSent', at, occasion: event.mail.occasion }).state;
    }
  }
  return { state, mails };
}

/** The diligent runner on the day LV3 was reached: the plan has left, its milestone is owed for tomorrow. */
let at: Instant;
let reached: Of<'active'>;
let owing: { readonly due: Instant; readonly occasion: string };
let progress: Happened;
beforeAll(() => {
  // Answered on the eve of the plan day, as most do.
  const log = walk(
    curriculum,
    DILIGENT,
    TO_GRADUATION.map((move, i) => (i === 0 ? { ...move, afterHours: 155 } : move)),
  );
  const up = log.find((h) => h.events.some((e) => e.type === 'Progressed' && e.tracks.level === 3));
  if (up === undefined) throw new Error('the diligent reach LV3');
  progress = up;
  at = up.at;
  const { state, mails } = work(up.after, addMinutes(at, 1));
  expect(mails.map(([kind]) => kind)).toEqual(['plan']);
  if (state.status !== 'active') throw new Error('the course runs');
  reached = state;
  const owed = state.owed.find((m) => m.kind === 'milestone');
  if (owed === undefined) throw new Error('a milestone is owed');
  owing = owed;
});
const milestonesIn = (state: Participant, days = 30): readonly Instant[] =>
  work(state, addMinutes(at, days * DAY)).mails.flatMap(([kind, sentAt]) =>
    kind === 'milestone' ? [sentAt] : [],
  );
const withCourse = (changes: Partial<Of<'active'>['course']>): Of<'active'> => ({
  ...reached,
  course: { ...reached.course, ...changes },
});
const answer = (changes: Partial<CheckInAnswers>): Command => ({
  type: 'SubmitCheckIn',
  at: addMinutes(at, 5),
  week: reached.course.week - 1,
  source: 'web',
  answers: checkInAnswers.parse({ painAverage: 0, ...changes }),
});

describe('a milestone', () => {
  test('arrives once, the day after its plan, and stands in the state and the history', () => {
    const { state, mails } = work(reached, addMinutes(at, 3 * DAY));
    const sent = mails.filter(([kind]) => kind === 'milestone');
    expect(sent).toEqual([['milestone', owing.due]]);
    expect(localDate(owing.due, reached.timeZone) > localDate(at, reached.timeZone)).toBe(true);
    if (state.status !== 'active') throw new Error('the course runs');
    expect(state.course.milestones).toEqual([{ code: 'LV3', week: reached.course.week }]);
    const event: ParticipantEvent = {
      type: 'MilestonesReached',
      at: owing.due,
      week: reached.course.week,
      milestones: ['LV3'],
    };
    const [entry] = historyOf(state, [{ at: owing.due, events: [event] }], [], curriculum);
    expect(entry).toMatchObject({ title: 'A milestone', lines: ['Level 3 of strength'] });
  });

  test('a wake delivered twice claims it once, also when the mail was refused or its fate is unknown', () => {
    const first = step(reached, wake(owing.due));
    expect(claimed(first.events)).toEqual(['milestone']);
    expect(claimed(step(first.state, wake(owing.due)).events)).toEqual([]);
    const refused = step(first.state, {
      type: 'RecordRefused',
      at: owing.due,
      occasion: owing.occasion,
      owner: 'test',
      lasting: false,
    }).state;
    const again = work(refused, addMinutes(owing.due, DAY));
    expect(again.mails.map(([kind]) => kind)).toEqual(['milestone']);
    expect((again.state as Of<'active'>).course.milestones).toHaveLength(1);
    // No evidence: given up, never tried a second time.
    const unknown = work(first.state, addMinutes(owing.due, 2 * DAY));
    expect(unknown.mails.map(([kind]) => kind)).not.toContain('milestone');
  });

  test('reached again after falling back is not told again', () => {
    const { state } = work(reached, addMinutes(owing.due, 60));
    const { course } = state as Of<'active'>;
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
    [
      'a break',
      () => ({ type: 'Pause', at: addMinutes(at, 5), until: localDate(addMinutes(at, 3 * DAY), 'UTC') }),
    ],
    ['leaving', () => ({ type: 'Unsubscribe', at: addMinutes(at, 5) })],
    ['a complaint', () => ({ type: 'RecordComplaint', at: addMinutes(at, 5), occasion: 'start' })],
    ['the lighter rhythm', () => ({ type: 'ChangeSettings', at: addMinutes(at, 5), rhythm: 'lighter' })],
    ['the erasure', () => ({ type: 'Erase', at: addMinutes(at, 5) })],
  ])('%s before it: it is never sent', (_name, command) => {
    expect(milestonesIn(reached)).toHaveLength(1);
    const { state, events, refusal } = step(reached, command());
    expect(refusal).toBeNull();
    expect(events.length).toBeGreaterThan(0);
    expect(milestonesIn(state)).toEqual([]);
  });

  test('a wake two days late still brings it; one on the day before the check-in, or later, does not', () => {
    const late = (days: number): readonly string[] => {
      const woken = step(
        { ...reached, owed: reached.owed.filter((m) => m.kind === 'milestone') },
        wake(addMinutes(owing.due, days * DAY)),
      );
      return claimed(woken.events);
    };
    expect(late(2)).toEqual(['milestone']);
    const left = Math.floor((Date.parse(reached.course.nextPlanAt) - Date.parse(owing.due)) / 60_000 / DAY);
    expect(late(left - 1)).toEqual([]);
    expect(late(left + 30)).toEqual([]);
  });

  test('a plan that could not leave takes it along to the day after', () => {
    const stuck = progress.after as Of<'active'>;
    const { mails } = work(
      {
        ...stuck,
        owed: stuck.owed.map((m) => (m.kind === 'plan' ? { ...m, due: addMinutes(owing.due, 3 * 60) } : m)),
      },
      addMinutes(owing.due, 3 * DAY),
    );
    const days = (kind: string): readonly string[] =>
      mails.flatMap(([k, on]) => (k === kind ? [localDate(on, reached.timeZone)] : []));
    expect(days('plan')).toEqual([localDate(owing.due, reached.timeZone)]);
    expect(days('milestone')).toEqual([localDate(addMinutes(owing.due, DAY), reached.timeZone)]);
  });

  test('a state from before there were any is loaded, and is not told what lies behind it', () => {
    const { milestones: _, ...old } = reached.course;
    const loaded = participantSchema.parse({
      ...reached,
      course: { ...old, tracks: { ...old.tracks, level: 4 }, previous: { ...old.tracks, level: 3 } },
    });
    expect(milestonesIn(loaded, 4)).toEqual([]);
  });

  test('a hold with the foot work complete waits for a week that moves up', () => {
    const tracks = { ...reached.course.tracks, footCoreWeek: 9, footCoreSessions: 20 };
    const { explained } = reached.course;
    const held = withCourse({
      tracks,
      previous: { ...tracks, footCoreWeek: 8 },
      explained: { ...explained, outcome: 'HOLD', rule: 'AD-20' },
    });
    expect(milestonesIn(held, 4)).toEqual([]);
    expect(milestonesIn(withCourse({ tracks, previous: tracks }), 4)).toHaveLength(1);
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
  test('twice, on the day of a plan, in a week that does not move up, without a mark', () => {
    let told = 0;
    for (const log of [...diligent, ...random]) {
      const marks = log.flatMap((h) =>
        h.events.flatMap((e) => (e.type === 'MilestonesReached' ? e.milestones : [])),
      );
      expect(new Set(marks).size).toBe(marks.length);
      const all = log.flatMap((h) =>
        h.events.flatMap((e) => (e.type === 'MailClaimed' ? [{ mail: e.mail, h }] : [])),
      );
      for (const { mail, h } of all) {
        if (mail.kind !== 'milestone') continue;
        told += 1;
        const { after } = h;
        if (after.status !== 'active') throw new Error(`a milestone for the ${after.status}`);
        expect(['PROGRESS', 'ACCELERATE']).toContain(after.course.explained.outcome);
        expect([after.course.flaredAt, after.course.choice, after.course.week]).toEqual([
          null,
          null,
          mail.week,
        ]);
        expect(after.course.milestones?.some((m) => m.week === mail.week)).toBe(true);
        const day = localDate(mail.at, after.timeZone);
        const before = all
          .filter((c) => EXERCISE_KINDS.includes(c.mail.kind) && c.mail.at <= mail.at)
          .map((c) => localDate(c.mail.at, after.timeZone));
        expect(before).not.toContain(day);
      }
    }
    expect(told).toBeGreaterThan(30);
  });
});
