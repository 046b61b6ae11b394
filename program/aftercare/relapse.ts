/**
 * A relapse in maintenance: the calf speaks up, and the weekly plans come back one level and two stages down
 * (docs/clinical-rules.md §9.11).
 */
import { unproved } from '../adapt/eased-tracks.ts';
import { needsPhysio, relapsed, relapseReasons } from '../adapt/relapse.ts';
import type { CheckInAnswers } from '../answers/check-in.ts';
import { localDate, nextSlot, outsideQuietHours } from '../calendar.ts';
import { cappedReason } from '../course/tracks.ts';
import type { Cap, WeekDigest } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { assert } from '../kernel/assert.ts';
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../kernel/time.ts';
import { dropOwed, type NewMail, newMail, owe } from '../mails/owed.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import { mailName } from '../participant/occasion.ts';
import type { Explained, Of } from '../participant/state.ts';
import { openWeek } from '../week/open-week.ts';

/** The plan day after the eased plan is at least this far from it. */
const MIN_DAYS = 5;
/** MD-8: no running and no calf loading before the eased plan. */
const REST_DAYS = 2;

type Cause =
  | { readonly by: 'check-in'; readonly answers: CheckInAnswers }
  | { readonly by: 'worse'; readonly sudden: boolean; readonly worst: number; readonly unproved: boolean };

/**
 * Weekly plans again. Told on any day, `flare` leaves at once and the eased plan after two days of rest
 * (MD-8).
 */
export function relapse(
  state: Of<'completed'>,
  at: Instant,
  curriculum: Curriculum,
  cause: Cause,
): readonly ParticipantEvent[] {
  const { course } = state;
  assert(course.aftercare !== undefined, 'a relapse follows a graduation');
  const average = cause.by === 'check-in' ? cause.answers.painAverage : null;
  const waits = cause.by === 'worse' && cause.unproved;
  const eased = relapsed(course.tracks, average, course.baseline, curriculum);
  const tracks = waits ? unproved(eased) : eased;
  const caps: readonly Cap[] = waits ? [...course.baseline.caps, 'unprovedRaise'] : course.baseline.caps;
  const relapses = [...course.aftercare.relapses, at];
  const physio = needsPhysio(relapses, course.aftercare.graduatedAt);
  const week = course.week + 1;
  const rest = cause.by === 'worse' ? REST_DAYS : 0;
  const opening = openWeek(
    state,
    {
      week,
      tracks,
      baseline: { ...course.baseline, caps },
      at,
      nextPlanAt: nextSlot(addMinutes(at, (MIN_DAYS + rest) * MINUTES_PER_DAY), state),
      closing: course,
      sent: course.lessons,
      plan: planOf(state, week, at, cause),
    },
    curriculum,
  );
  const sudden = cause.by === 'worse' && cause.sudden;
  const event: ParticipantEvent = {
    type: 'Relapsed',
    at,
    by: cause.by,
    week,
    tracks,
    previous: course.tracks,
    explained: explainedBy(
      cause,
      [...relapseReasons(course.tracks, tracks, physio), ...(waits ? [cappedReason(['unprovedRaise'])] : [])],
      physio,
    ),
    digest: digestOf(state, cause, curriculum),
    historyLength: course.history.length,
    openedAt: at,
    ...opening.facts,
    caps,
    missed: 0,
    suddenOnset: sudden ? localDate(at, state.timeZone) : course.baseline.suddenOnset,
    aftercare: { ...course.aftercare, relapses, again: { week, whole: false } },
  };
  return [
    ...dropOwed(state, 'relapse', () => true),
    event,
    owe([...firstAid(state, week, at, cause), ...opening.mails]),
  ];
}

const worstOf = (cause: Cause): number | null =>
  cause.by === 'check-in' ? cause.answers.painWorst : cause.worst;

/** The answer that brought the weekly plans back stands with the reason. */
const told = (
  { answers }: Extract<Cause, { readonly by: 'check-in' }>,
  reasons: Explained['reasons'],
): Explained['reasons'] =>
  reasons.map((one) =>
    one.code === 'relapse'
      ? {
          code: one.code,
          params: {
            avg: answers.painAverage,
            ...(answers.painWorst === null ? {} : { worst: answers.painWorst }),
            ...(answers.nextDay === null ? {} : { nextDay: answers.nextDay }),
          },
        }
      : one,
  );

const explainedBy = (cause: Cause, reasons: Explained['reasons'], physio: boolean): Explained => ({
  outcome: 'REGRESS',
  rule: 'RELAPSE',
  reasons:
    cause.by === 'worse'
      ? [{ code: 'flare', params: { pain: cause.worst } }, ...reasons]
      : told(cause, reasons),
  physio,
  missing: [],
  average: cause.by === 'check-in' ? cause.answers.painAverage : null,
  worst: worstOf(cause),
  previousAverage: null,
});

/** What the history keeps of a week of maintenance that ended in a relapse. */
function digestOf({ course }: Of<'completed'>, cause: Cause, { maintenance }: Curriculum): WeekDigest {
  const answers = cause.by === 'check-in' ? cause.answers : null;
  return {
    week: course.week,
    outcome: 'REGRESS',
    rule: 'RELAPSE',
    average: answers?.painAverage ?? null,
    worst: worstOf(cause),
    settled: answers?.nextDay === 'settled',
    stiffBoth: answers?.nextDay === 'stiffBoth',
    complete: false,
    sessionsDone: answers?.sessionsDone ?? null,
    sessionsPlanned: maintenance.strengthPerWeek,
    level: course.tracks.level,
    stage: course.tracks.stage,
    raises: null,
    longestRun: answers?.longestRunMinutes ?? null,
    ...(cause.by === 'worse' ? { flared: true } : {}),
  };
}

/** Answered: the eased plan at once. Told: when the two days of rest are over. */
function planOf(
  { timeZone }: Of<'completed'>,
  week: number,
  at: Instant,
  { by }: Cause,
): Omit<NewMail, 'week'> {
  const plan = mailName({ kind: 'plan', week });
  if (by === 'check-in') return { ...plan, due: at, byPerson: true };
  return {
    ...plan,
    due: outsideQuietHours(addMinutes(at, REST_DAYS * MINUTES_PER_DAY), timeZone),
    byPerson: false,
  };
}

/** Told on any day: what to do now, at once. */
const firstAid = (
  { counter }: Of<'completed'>,
  week: number,
  at: Instant,
  { by }: Cause,
): readonly NewMail[] =>
  by === 'worse' ? [newMail({ kind: 'flare', n: counter + 1 }, { due: at, week, byPerson: true })] : [];
