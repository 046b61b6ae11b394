/**
 * The one opening of a week. The start, an answer, silence, a relapse and a return after a stop all open a
 * week here, so that what belongs to every week cannot be forgotten in one of them: its sessions, its
 * lessons, its plan day, its plan, its second lesson and its check-in.
 */
import { relevanceOf } from '../account/optional-pages.ts';
import { atLocal, localDate, localDaysBetween, nextSlot, shiftDate } from '../calendar.ts';
import type { Baseline, Tracks } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../kernel/time.ts';
import { checkInMail, type NewMail, newMail } from '../mails/owed.ts';
import type { Course, Of, Person } from '../participant/state.ts';
import { lessonAt, withLessons } from '../plan/lessons.ts';
import { sessionsOf } from '../plan/plan-week.ts';
import { newlyShown } from './current-plan.ts';

/**
 * Two plan days are never closer than this (docs/architecture.md §8: plans 6–8 days apart after the first
 * week).
 */
const MIN_DAYS_BETWEEN_PLANS = 6;
/** The second lesson leaves so many local days after the plan (docs/architecture.md §8). */
const LESSON_AFTER_DAYS = 3;

/** What a week needs to know of the person. */
export type WeekOf = Pick<Person, 'weekday' | 'hour' | 'timeZone' | 'rhythm' | 'aboutRunning' | 'shoes'>;

export interface WeekToOpen {
  /** From 1. */
  readonly week: number;
  readonly tracks: Tracks;
  /** With the caps that hold in this week. */
  readonly baseline: Baseline;
  readonly at: Instant;
  /** When the next plan leaves. */
  readonly nextPlanAt: Instant;
  /** The course whose week ends with it, to remember what its plan printed; null = there was none. */
  readonly closing: Course | null;
  /** Lessons marked as sent before this week. */
  readonly sent: readonly string[];
  /** The mail that carries the plan: of kind `start` in the first week, else `plan`. */
  readonly plan: Omit<NewMail, 'week'>;
}

export interface OpenedWeek {
  readonly facts: {
    readonly nextPlanAt: Instant;
    readonly days: number;
    readonly sessionsPlanned: number;
    readonly lessons: readonly string[];
    readonly shown?: readonly string[];
  };
  /** The plan, the second lesson and the check-in, in this order. */
  readonly mails: readonly NewMail[];
}

/** Opens a week: the facts of its event and the mails it owes. */
export function openWeek(person: WeekOf, open: WeekToOpen, curriculum: Curriculum): OpenedWeek {
  const { week, tracks, baseline, at, nextPlanAt, sent, plan } = open;
  const days = localDaysBetween(at, nextPlanAt, person.timeZone);
  const relevance = relevanceOf(person, baseline, tracks.stage, curriculum);
  const today = localDate(at, person.timeZone);
  const lessons = withLessons(week, { tracks, baseline, sent, today, relevance }, curriculum);
  return {
    facts: {
      nextPlanAt,
      days,
      sessionsPlanned: sessionsPlanned({ week, tracks, days }, curriculum),
      lessons,
      ...newlyShown(person, open.closing, curriculum),
    },
    mails: [
      { ...plan, week },
      ...secondLesson(person, { week, lessons, planAt: plan.due, nextPlanAt }),
      checkInMail(week, nextPlanAt, person.timeZone),
    ],
  };
}

/** Strength sessions of a week: the first one is as long as its days, every other one counts as seven. */
export const sessionsPlanned = (
  { week, tracks, days }: { readonly week: number; readonly tracks: Tracks; readonly days: number },
  curriculum: Curriculum,
): number => sessionsOf({ week, tracks, days: week === 1 ? days : 7 }, curriculum);

/**
 * The second lesson: three days after the plan, or earlier in a short week; never on the day of the check-in
 * (docs/architecture.md §8).
 */
function secondLesson(
  person: WeekOf,
  w: {
    readonly week: number;
    readonly lessons: readonly string[];
    readonly planAt: Instant;
    readonly nextPlanAt: Instant;
  },
): readonly NewMail[] {
  const { week, planAt } = w;
  const days = Math.min(LESSON_AFTER_DAYS, localDaysBetween(planAt, w.nextPlanAt, person.timeZone) - 2);
  // The lighter rhythm folds both lessons into the plan.
  if (person.rhythm === 'lighter' || lessonAt(w.lessons, week, 2) === null || days < 1) return [];
  const due = atLocal(shiftDate(localDate(planAt, person.timeZone), days), person.hour, person.timeZone);
  return [newMail({ kind: 'lesson', week }, { due, week, byPerson: false })];
}

/**
 * When the plan after the next one leaves. A week answered before its plan day runs to the plan day after
 * that.
 *
 * @example a plan day on Monday 9 March, answered on Sunday the 8th at noon: Monday 16 March
 */
export function planDayAfter(state: Of<'active'>, at: Instant): Instant {
  const planDay = state.course.nextPlanAt > at ? state.course.nextPlanAt : at;
  const next = nextSlot(addMinutes(planDay, (MIN_DAYS_BETWEEN_PLANS - 1) * MINUTES_PER_DAY), state);
  return clearOfRace(next, state);
}

/** A plan due on the day of a race leaves the next morning (docs/clinical-rules.md §12 A16). */
export const clearOfRace = (
  at: Instant,
  { aboutRunning, hour, timeZone }: Pick<Person, 'aboutRunning' | 'hour' | 'timeZone'>,
): Instant => {
  const day = localDate(at, timeZone);
  return aboutRunning?.raceDate === day ? atLocal(shiftDate(day, 1), hour, timeZone) : at;
};
