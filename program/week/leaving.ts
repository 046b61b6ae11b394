/** What goes with a mail of the week when it leaves. */
import { atLocal, localDate, localDaysBetween, nextSlot, shiftDate } from '../calendar.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../kernel/time.ts';
import { checkInMail, newMail, owe, REMINDER_MINUTES } from '../mails/owed.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import type { Asked, Of, OwedMail } from '../participant/state.ts';
import { letterMarked, milestonesMarked } from './milestones.ts';
import { clearOfRace, lastPlan, tooLongAfter } from './open-week.ts';
import { MISSED_BEFORE_PAUSE } from './silence.ts';

/** Between a plan and the next plan day there are at least these days. */
const MIN_DAYS_TO_TRAIN = 3;
/** A plan that left late is followed by the next one no sooner than this. */
const LATE_PLAN_DAYS = 5;
/** A check-in that could not leave for longer than this moves the plan day with it. */
const LATE_MINUTES = 20 * 60;

/**
 * What goes with the claim on a mail of the week: a plan that leaves too late to be followed moves its week;
 * a check-in opens its question; milestones and letters are marked.
 */
export function leaving(
  state: Of<'active'>,
  mail: OwedMail,
  at: Instant,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  if (mail.kind === 'check-in') return opening(state, mail, at);
  if (mail.kind === 'milestone') return letterMarked(state, mail, at);
  const marked = milestonesMarked(state, mail, at, curriculum);
  const tooClose =
    (mail.kind === 'plan' || mail.kind === 'start') &&
    state.course.nextPlanAt < addMinutes(at, MIN_DAYS_TO_TRAIN * MINUTES_PER_DAY);
  if (!tooClose) return marked;
  const nextPlanAt = nextSlot(addMinutes(at, LATE_PLAN_DAYS * MINUTES_PER_DAY), state);
  if (nextPlanAt <= state.course.nextPlanAt) return marked;
  return [
    ...marked,
    { type: 'WeekShifted', at, nextPlanAt, days: localDaysBetween(at, nextPlanAt, state.timeZone) },
    owe([checkInMail(mail.week, nextPlanAt, state.timeZone)]),
  ];
}

/**
 * With the check-in the question opens, frozen as the week stands; a late one moves the plan day so that a
 * day remains to answer.
 */
function opening(state: Of<'active'>, mail: OwedMail, at: Instant): readonly ParticipantEvent[] {
  const { course } = state;
  // Tried again after a refusal: the question stands, but a day to answer it must remain.
  if (course.asked?.week === mail.week) return roomToAnswer(state, at);
  const goalMinutes = state.aboutRunning?.goalMinutes ?? null;
  const race = state.aboutRunning?.raceDate ?? null;
  const asked: Asked = {
    week: mail.week,
    sentAt: at,
    tracks: course.tracks,
    caps: course.baseline.caps,
    missed: course.missed,
    sessionsPlanned: course.sessionsPlanned,
    restriction: course.restriction,
    previousAverage: course.previousAverage,
    historyLength: course.history.length,
    flared: course.flaredAt !== null,
    // A repeat chosen before its question is what the week was; one chosen beside it holds the answer.
    ...(course.choice === null
      ? {}
      : { chosen: course.choice === 'repeat' ? ('repeating' as const) : course.choice }),
    ...(goalMinutes === null ? {} : { goalMinutes }),
    ...(race === null ? {} : { race }),
    ...(course.fromBreak === true ? { fromBreak: true } : {}),
    answers: 0,
    answer: null,
  };
  // Weeks of a pause that was asked for are no silence: the question after it has its one reminder.
  const missed = course.fromBreak === true ? 0 : course.missed;
  const silent = missed + 1 === MISSED_BEFORE_PAUSE - 1;
  const { week } = mail;
  const nudge = newMail(
    { kind: silent ? 'silent' : 'reminder', week },
    { due: addMinutes(at, REMINDER_MINUTES), week, byPerson: false },
  );
  const nudges = missed + 1 >= MISSED_BEFORE_PAUSE ? [] : [owe([nudge])];
  return [...roomToAnswer(state, at), { type: 'CheckInOpened', asked }, ...nudges];
}

/**
 * A check-in that leaves late moves the plan day, so that there is time to answer before the week is
 * repeated; so does a race on that day.
 */
function roomToAnswer(state: Of<'active'>, at: Instant): readonly ParticipantEvent[] {
  const { course, timeZone } = state;
  const late = course.nextPlanAt < addMinutes(at, LATE_MINUTES);
  const due = late ? dayAfterAnswers(state, addMinutes(at, LATE_MINUTES)) : course.nextPlanAt;
  const nextPlanAt = clearOfRace(due, state);
  if (nextPlanAt === course.nextPlanAt) return [];
  return [
    { type: 'WeekShifted', at, nextPlanAt, days: localDaysBetween(course.openedAt, nextPlanAt, timeZone) },
  ];
}

/**
 * The first plan day of the wish from an instant on. Where a week would be skipped by it, the day after the
 * question takes its place, at the hour of the wish; the plan after that one comes on the wished weekday
 * again. Back from a break the plan waits for the answer, and there is no week to skip.
 */
function dayAfterAnswers(state: Of<'active'>, from: Instant): Instant {
  const { course, timeZone, hour } = state;
  const slot = nextSlot(from, state);
  if (course.fromBreak === true || slot < tooLongAfter(lastPlan(course, timeZone))) return slot;
  const day = localDate(from, timeZone);
  const sameDay = atLocal(day, hour, timeZone);
  return sameDay >= from ? sameDay : atLocal(shiftDate(day, 1), hour, timeZone);
}
