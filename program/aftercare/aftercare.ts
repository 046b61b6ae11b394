/**
 * After graduation: maintenance to month 12 (docs/clinical-rules.md §9.11). A question every two weeks for
 * six months, then every four; an answer may only keep things as they are, bring the weekly plans back (a
 * relapse), or stop. Silence changes nothing.
 */

import { relevanceOf } from '../account/optional-pages.ts';
import { isRelapse, needsPhysio, relapsed, relapseReasons } from '../adapt/relapse.ts';
import type { CheckInAnswers } from '../answers/check-in.ts';
import { addLocalDays, localDate, localDaysBetween, nextSlot, outsideQuietHours } from '../calendar.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { assert } from '../kernel/assert.ts';
import { ok, refuse } from '../kernel/result.ts';
import { addMinutes, type Instant } from '../kernel/time.ts';
import { checkInMail, dropOwed, owe, stopOn } from '../mails/owed.ts';
import type { Aftercare } from '../participant/aftercare-state.ts';
import type { Decided } from '../participant/decided.ts';
import type { EventOf, ParticipantEvent } from '../participant/events.ts';
import type { Asked, Course, Of, OwedMail, Participant, Person } from '../participant/state.ts';
import { withLessons } from '../plan/lessons.ts';
import { sessionsOf } from '../plan/plan-week.ts';
import { triageCheckIn } from '../triage/triage.ts';
import { checkedIn, type NotedCheckIn } from '../week/checked-in.ts';

const DAY = 24 * 60;
/** Fortnightly for six months, then every four weeks (docs/clinical-rules.md §9.11). */
const FORTNIGHTLY_UNTIL_WEEK = 26;
const FORTNIGHT = 2;
const MONTH = 4;
/** No question so short before the last mail. */
const CLEAR_OF_END_DAYS = 7;
/** The plan day after the eased plan is at least this far from it. */
const MIN_DAYS = 5;
/** MD-8: no running and no calf loading before the eased plan. */
const REST_DAYS = 2;
const ANSWERS = 3;
/**
 * Heel raises every 12 weeks (docs/clinical-rules.md §9.11), conditions every four, as in the course
 * (docs/clinical-rules.md §6.5).
 */
const RAISES_EVERY = 12;
const CONDITIONS_EVERY = 4;

type InMaintenance = Of<'completed'> & { readonly course: { readonly aftercare: Aftercare } };
/** True while the maintenance runs: graduated, no weekly course, and month 12 not reached. */
export const inMaintenance = (p: Participant, at: Instant): p is InMaintenance =>
  p.status === 'completed' &&
  p.course.aftercare !== undefined &&
  p.course.aftercare.again === null &&
  at < p.course.aftercare.endsAt;

/**
 * The question that may still be answered: of the week in a running course, or of the maintenance. One that
 * led to a relapse is closed.
 */
export function openQuestion(p: Participant, at: Instant): Asked | null {
  if (p.status === 'active') {
    const { asked, aftercare } = p.course;
    return asked !== null && asked.week < (aftercare?.again?.week ?? 0) ? null : asked;
  }
  if (!inMaintenance(p, at)) return null;
  const { asked, aftercare } = p.course;
  return asked !== null && aftercare?.asked === asked.week ? asked : null;
}

/** Which of the maintenance mails it is, from 0, by the weeks of maintenance it closes. */
export const maintenanceRound = (weeks: number): number =>
  Math.floor(
    Math.min(weeks, FORTNIGHTLY_UNTIL_WEEK) / FORTNIGHT + Math.max(0, weeks - FORTNIGHTLY_UNTIL_WEEK) / MONTH,
  );

/** The optional fields due with a maintenance question. */
export function maintenanceDue({ weeks }: Pick<Aftercare, 'weeks'>): readonly string[] {
  const before = weeks - (weeks <= FORTNIGHTLY_UNTIL_WEEK ? FORTNIGHT : MONTH);
  const passes = (every: number): boolean => Math.floor(weeks / every) > Math.floor(before / every);
  return [
    ...(passes(RAISES_EVERY) ? ['raisesSore', 'raisesOther'] : []),
    ...(passes(CONDITIONS_EVERY) ? ['conditions'] : []),
  ];
}

/** What stands after a graduation: the first one counts for MD-7, later ones end a relapse. */
export const graduated = (
  { course, timeZone }: Of<'active'>,
  at: Instant,
  average: number | null,
  curriculum: Curriculum,
): Aftercare =>
  course.aftercare === undefined
    ? {
        graduatedAt: at,
        endsAt: addLocalDays(
          course.startedAt,
          Math.round((curriculum.maintenance.months * 365) / 12),
          timeZone,
        ),
        asked: null,
        weeks: 0,
        last: null,
        relapses: [],
        again: null,
      }
    : { ...course.aftercare, asked: null, last: { average, sessionsDone: null }, again: null };

type Whose = Pick<Person, 'weekday' | 'hour' | 'timeZone'>;
/**
 * The next question on the chosen weekday and hour, or the last mail of all. `soon` = after a break, on the
 * next chosen day.
 */
export function nextMaintenance(
  { weekday, hour, timeZone }: Whose,
  course: Pick<Course, 'week'>,
  { weeks, endsAt }: Pick<Aftercare, 'weeks' | 'endsAt'>,
  at: Instant,
  soon = false,
): EventOf<'MailsOwed'> {
  const wish = { weekday, hour, timeZone };
  const step = weeks < FORTNIGHTLY_UNTIL_WEEK ? FORTNIGHT : MONTH;
  const due = nextSlot(addMinutes(at, soon ? DAY : (step * 7 - 1) * DAY), wish);
  if (due < addMinutes(endsAt, -CLEAR_OF_END_DAYS * DAY)) {
    const week = course.week + step;
    return owe([{ occasion: `w${week}-maintenance`, kind: 'maintenance', due, week, byPerson: false }]);
  }
  const last = [endsAt, addMinutes(at, DAY)].sort()[1] as Instant;
  return owe([
    {
      occasion: 'closed-year',
      kind: 'closed',
      due: nextSlot(last, wish),
      week: course.week,
      byPerson: false,
    },
  ]);
}

/**
 * With a maintenance mail its question opens and the next one is owed; tried again after a refusal, the
 * question stands.
 */
export function maintenanceOpening(
  state: Of<'completed'>,
  mail: OwedMail,
  at: Instant,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  const { course } = state;
  const { aftercare } = course;
  const asks = mail.kind === 'maintenance' && mail.occasion.endsWith('-maintenance');
  if (!asks || aftercare === undefined || aftercare.asked === mail.week) return [];
  const asked: Asked = {
    week: mail.week,
    sentAt: at,
    tracks: course.tracks,
    caps: course.baseline.caps,
    missed: 0,
    sessionsPlanned: curriculum.maintenance.strengthPerWeek,
    restriction: 'none',
    previousAverage: course.previousAverage,
    historyLength: course.history.length,
    flared: false,
    answers: 0,
    answer: null,
  };
  const weeks = aftercare.weeks + mail.week - course.week;
  return [
    { type: 'CheckInOpened', asked },
    nextMaintenance(state, { week: mail.week }, { ...aftercare, weeks }, at),
  ];
}

/**
 * An answer in maintenance. A red flag or a 7 stops; a sore answer brings the weekly plans back and closes
 * the question; a calm one is kept.
 */
export function answerMaintenance(
  command: NotedCheckIn,
  state: Of<'completed'>,
  asked: Asked,
  curriculum: Curriculum,
): Decided {
  const { at, answers } = command;
  if (asked.answer !== null && JSON.stringify(asked.answer) === JSON.stringify(answers)) return ok([]);
  const answered = checkedIn(asked, command);
  const triage = triageCheckIn(answers, state.course.baseline);
  if (triage.route !== 'eligible')
    return ok([answered, ...stopOn(state, at, triage, { from: 'check-in', week: asked.week })]);
  if (command.burst === true) return refuse('burst');
  if (isRelapse(answers))
    return ok([answered, ...relapse(state, at, curriculum, { by: 'check-in', answers })]);
  return asked.answers >= ANSWERS
    ? refuse('too-many-answers')
    : ok([answered, ...dropOwed(state, 'answered', (m) => m.kind === 'question')]);
}

type Cause =
  | { readonly by: 'check-in'; readonly answers: CheckInAnswers }
  | { readonly by: 'worse'; readonly sudden: boolean; readonly worst: number };

/**
 * Weekly plans again: one level and two stages down. Told on any day, `flare` leaves at once and the eased
 * plan after two days of rest (MD-8).
 */
export function relapse(
  state: Of<'completed'>,
  at: Instant,
  curriculum: Curriculum,
  cause: Cause,
): readonly ParticipantEvent[] {
  const { course } = state;
  assert(course.aftercare !== undefined, 'a relapse follows a graduation');
  const answers = cause.by === 'check-in' ? cause.answers : null;
  const tracks = relapsed(course.tracks, answers?.painAverage ?? null, course.baseline, curriculum);
  const relapses = [...course.aftercare.relapses, at];
  const physio = needsPhysio(relapses, course.aftercare.graduatedAt);
  const week = course.week + 1;
  const nextPlanAt = nextSlot(
    addMinutes(at, (MIN_DAYS + (cause.by === 'worse' ? REST_DAYS : 0)) * DAY),
    state,
  );
  const days = localDaysBetween(at, nextPlanAt, state.timeZone);
  const worst = answers === null ? (cause.by === 'worse' ? cause.worst : null) : answers.painWorst;
  const reasons = relapseReasons(course.tracks, tracks, physio);
  const flare = cause.by === 'worse' ? ([{ code: 'flare', params: {} }] as const) : [];
  const relevance = relevanceOf(state, course.baseline, tracks.stage, curriculum);
  const today = localDate(at, state.timeZone);
  const event: ParticipantEvent = {
    type: 'Relapsed',
    at,
    by: cause.by,
    week,
    tracks,
    previous: course.tracks,
    explained: {
      outcome: 'REGRESS',
      rule: 'RELAPSE',
      reasons: [...flare, ...reasons],
      physio,
      missing: [],
      average: answers?.painAverage ?? null,
      worst,
      previousAverage: null,
    },
    digest: {
      week: course.week,
      outcome: 'REGRESS',
      rule: 'RELAPSE',
      average: answers?.painAverage ?? null,
      worst,
      settled: answers?.nextDay === 'settled',
      stiffBoth: answers?.nextDay === 'stiffBoth',
      complete: false,
      sessionsDone: answers?.sessionsDone ?? null,
      sessionsPlanned: curriculum.maintenance.strengthPerWeek,
      level: course.tracks.level,
      stage: course.tracks.stage,
      raises: null,
      longestRun: answers?.longestRunMinutes ?? null,
      ...(cause.by === 'worse' ? { flared: true } : {}),
    },
    historyLength: course.history.length,
    openedAt: at,
    nextPlanAt,
    days,
    sessionsPlanned: sessionsOf({ week, tracks, days: 7 }, curriculum),
    caps: course.baseline.caps,
    missed: 0,
    lessons: withLessons(
      week,
      { tracks, baseline: course.baseline, sent: course.lessons, today, relevance },
      curriculum,
    ),
    suddenOnset: cause.by === 'worse' && cause.sudden ? today : course.baseline.suddenOnset,
    aftercare: { ...course.aftercare, relapses, again: { week, whole: false } },
  };
  return [
    ...dropOwed(state, 'relapse', () => true),
    event,
    owe([...firstMails(state, week, at, cause), checkInMail(week, nextPlanAt, state.timeZone)]),
  ];
}

/**
 * Answered: the eased plan at once. Told: what to do now, and the eased plan when the two days of rest are
 * over.
 */
function firstMails(
  { counter, timeZone }: Person,
  week: number,
  at: Instant,
  { by }: Cause,
): Parameters<typeof owe>[0] {
  const plan = { occasion: `w${week}-plan`, kind: 'plan', week } as const;
  if (by === 'check-in') return [{ ...plan, due: at, byPerson: true }];
  const rested = outsideQuietHours(addMinutes(at, REST_DAYS * DAY), timeZone);
  return [
    { occasion: `flare-n${counter + 1}`, kind: 'flare', due: at, week, byPerson: true },
    { ...plan, due: rested, byPerson: false },
  ];
}

/**
 * The mails of a graduation. The first, and one after a cleared stop, are celebrated; after a relapse a short
 * word says that maintenance goes on.
 */
export function graduationMails(
  state: Of<'active'>,
  week: number,
  at: Instant,
  after: Aftercare,
): readonly ParticipantEvent[] {
  const before = state.course.aftercare;
  const first =
    before === undefined
      ? ({ occasion: 'graduation', kind: 'graduation' } as const)
      : before.again?.whole === true
        ? ({ occasion: `graduation-n${state.counter + 1}`, kind: 'graduation' } as const)
        : ({ occasion: `w${week}-settled`, kind: 'maintenance' } as const);
  return [
    owe([{ ...first, due: at, week, byPerson: true }]),
    nextMaintenance(state, state.course, after, at),
  ];
}
