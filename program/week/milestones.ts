/**
 * The mail of a milestone (BC-7): the day after the plan that reached it, for as long as that plan stands as
 * it was decided. It is a lesser mail: where it does not fit it is left out. The mark is set with the claim,
 * so that each milestone is told once at most.
 */
import { addLocalDays, atLocal, localDate, shiftDate } from '../calendar.ts';
import { type Milestone, milestonesReached } from '../course/milestones.ts';
import type { Tracks } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import type { Instant } from '../kernel/time.ts';
import { type NewMail, newMail, owe } from '../mails/owed.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import { EXERCISE_KINDS } from '../participant/mail-kinds.ts';
import type { Course, Of, OwedMail, Person } from '../participant/state.ts';

const UP: ReadonlySet<string> = new Set(['PROGRESS', 'ACCELERATE']);
const marks = (course: Course): NonNullable<Course['milestones']> => course.milestones ?? [];

/** What is told in the mail of a week. */
export const milestonesOfWeek = (course: Course, week: number): readonly Milestone[] =>
  marks(course)
    .filter((m) => m.week === week)
    .map((m) => m.code);

const unmarked = (
  course: Course,
  tracks: Tracks,
  previous: Tracks | null,
  curriculum: Curriculum,
): readonly Milestone[] =>
  previous === null
    ? []
    : milestonesReached(
        { tracks, previous, baseline: course.baseline, marked: marks(course).map((m) => m.code) },
        curriculum,
      );

const dayAfter = (person: Person, at: Instant): Instant =>
  atLocal(shiftDate(localDate(at, person.timeZone), 1), person.hour, person.timeZone);

/**
 * Owed on a step up that reaches one: tomorrow at the person's hour. The lighter rhythm does without; its
 * plan says what moved.
 */
export function milestoneMails(
  state: Of<'active'>,
  decided: {
    readonly week: number;
    readonly outcome: string;
    readonly tracks: Tracks;
    readonly previous: Tracks;
  },
  at: Instant,
  curriculum: Curriculum,
): readonly NewMail[] {
  const { week, outcome, tracks, previous } = decided;
  if (!UP.has(outcome) || state.rhythm === 'lighter' || milestonesOfWeek(state.course, week).length > 0)
    return [];
  if (unmarked(state.course, tracks, previous, curriculum).length === 0) return [];
  return [newMail({ kind: 'milestone', week }, { due: dayAfter(state, at), week, byPerson: false })];
}

/**
 * True when there is nothing to mark any more: the week went by, its question is open, or it is a week of
 * easing, holding or choosing less.
 */
export function milestoneGone(
  state: Of<'active'>,
  mail: OwedMail,
  at: Instant,
  curriculum: Curriculum,
): boolean {
  const { course, timeZone } = state;
  if (course.week !== mail.week || state.rhythm === 'lighter' || course.asked?.week === mail.week)
    return true;
  if (!UP.has(course.explained.outcome) || course.flaredAt !== null || course.choice !== null) return true;
  // A day clear of the check-in, whose answer may bring the next plan at once; and never on the day the week
  // opened with its plan.
  if (
    at >= addLocalDays(course.nextPlanAt, -2, timeZone) ||
    localDate(at, timeZone) === localDate(course.openedAt, timeZone)
  )
    return true;
  // Marked already = tried again after a refusal.
  return (
    milestonesOfWeek(course, mail.week).length === 0 &&
    unmarked(course, course.tracks, course.previous, curriculum).length === 0
  );
}

/** With the claim: the mark. */
export function milestoneMarked(
  state: Of<'active'>,
  mail: OwedMail,
  at: Instant,
  curriculum: Curriculum,
): readonly ParticipantEvent[] {
  const { course } = state;
  if (milestonesOfWeek(course, mail.week).length > 0) return [];
  return [
    {
      type: 'MilestonesReached',
      at,
      week: mail.week,
      milestones: unmarked(course, course.tracks, course.previous, curriculum),
    },
  ];
}

/**
 * A plan that leaves late, or changes, takes its milestone with it to the day after: never two of them on one
 * day.
 */
export function milestoneMoved(
  state: Of<'active'>,
  plan: OwedMail,
  at: Instant,
): readonly ParticipantEvent[] {
  if (!EXERCISE_KINDS.includes(plan.kind)) return [];
  const due = dayAfter(state, at);
  return state.owed.filter((m) => m.kind === 'milestone' && m.due < due).map((m) => owe([{ ...m, due }]));
}
