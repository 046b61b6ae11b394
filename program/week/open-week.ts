/**
 * The one opening of a week. The start, an answer, silence, a relapse and a return after a stop all open a
 * week here, so that what belongs to every week cannot be forgotten in one of them: its sessions, its
 * lessons, its plan day, its plan, its second lesson and its check-in.
 */
import { relevanceOf } from '../account/optional-pages.ts';
import { addLocalDays, atLocal, localDate, localDaysBetween, nextSlot, shiftDate } from '../calendar.ts';
import type { Letter } from '../course/letters.ts';
import type { Baseline, Tracks } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../kernel/time.ts';
import { checkInMail, type NewMail, newMail } from '../mails/owed.ts';
import { EXERCISE_KINDS } from '../participant/mail-kinds.ts';
import type { Course, Of, Person } from '../participant/state.ts';
import { lessonAt, withLessons, withoutSecond } from '../plan/lessons.ts';
import { sessionsOf } from '../plan/plan-week.ts';
import { newlyShown } from './current-plan.ts';

/** From a plan to the next plan day are at least these days; in a week answered in time six to eight. */
const LEAST_DAYS_TO_PLAN = 5;
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
  /** The plan, the second lesson or a letter in its place, and the check-in. */
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
 * When the second mail of a week leaves: three days after the plan, or earlier in a short week; never on the
 * day of the check-in (docs/architecture.md §8). Null = no room, or the lighter rhythm, which folds both
 * lessons into the plan.
 */
function midweek(person: WeekOf, planAt: Instant, nextPlanAt: Instant): Instant | null {
  const days = Math.min(LESSON_AFTER_DAYS, localDaysBetween(planAt, nextPlanAt, person.timeZone) - 2);
  if (person.rhythm === 'lighter' || days < 1) return null;
  return atLocal(shiftDate(localDate(planAt, person.timeZone), days), person.hour, person.timeZone);
}

function secondLesson(
  person: WeekOf,
  w: {
    readonly week: number;
    readonly lessons: readonly string[];
    readonly planAt: Instant;
    readonly nextPlanAt: Instant;
  },
): readonly NewMail[] {
  const { week } = w;
  const due = lessonAt(w.lessons, week, 2) === null ? null : midweek(person, w.planAt, w.nextPlanAt);
  return due === null ? [] : [newMail({ kind: 'lesson', week }, { due, week, byPerson: false })];
}

/** The week with a letter in the place of its second lesson, which comes later; as it was without room. */
export function withLetter(
  person: WeekOf,
  opened: OpenedWeek,
  { week, letter }: { readonly week: number; readonly letter: Letter },
): OpenedWeek {
  const { facts, mails } = opened;
  const plan = mails.find(({ kind }) => EXERCISE_KINDS.includes(kind));
  const due = plan === undefined ? null : midweek(person, plan.due, facts.nextPlanAt);
  if (due === null) return opened;
  return {
    facts: { ...facts, lessons: withoutSecond(facts.lessons, week) },
    mails: [
      newMail({ kind: 'letter', week, letter }, { due, week, byPerson: false }),
      ...mails.filter(({ kind }) => kind !== 'lesson'),
    ],
  };
}

/**
 * When the plan after the one of this instant leaves: the first slot of the wish that leaves five days to
 * follow it. A week answered before its plan day so runs to the plan day after that; where the plan day had
 * moved a week away, or the wish had changed, it is five to twelve days all the same.
 *
 * @example a plan day on Monday 9 March, answered on Sunday the 8th at noon: Monday 16 March
 * @example a plan day moved to Tuesday 24 March, answered on Tuesday the 17th: the 24th, not the 31st
 */
export function planDayAfter(state: Of<'active'>, at: Instant): Instant {
  const next = nextSlot(addMinutes(at, LEAST_DAYS_TO_PLAN * MINUTES_PER_DAY), state);
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

/** From one plan to the next are never as many days as these, whatever was changed, whatever came late. */
const TOO_LONG_DAYS = 13;

/** From this instant on a plan that follows one of `plan` would skip a week. */
export const tooLongAfter = (plan: Instant): Instant => addMinutes(plan, TOO_LONG_DAYS * MINUTES_PER_DAY);

/**
 * When the last plan left, or a little before: the week opens with it; one that left on a later day moved the
 * days of its week, and of that day only the date is known.
 */
export function lastPlan({ openedAt, nextPlanAt, days }: Course, timeZone: string): Instant {
  const day = localDate(addLocalDays(nextPlanAt, -days, timeZone), timeZone);
  return day > localDate(openedAt, timeZone) ? atLocal(day, 0, timeZone) : openedAt;
}
