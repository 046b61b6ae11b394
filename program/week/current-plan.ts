/**
 * The plan of the course's current week, the plan of the week before it, and what earlier plans have printed.
 * Nothing is decided here.
 */
import { testsDue } from '../adapt/due.ts';
import { runningBarrier } from '../adapt/gates.ts';
import type { AboutRunning } from '../answers/about-running.ts';
import { addLocalDays, localDate } from '../calendar.ts';
import type { PlannedExercise, WeekPlan } from '../course/plan.ts';
import type { Opening } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import type { Instant, LocalDate } from '../kernel/time.ts';
import type { Course } from '../participant/state.ts';
import { heelBoneCalm, type Limits, limitsOf } from '../plan/limits.ts';
import { planWeek } from '../plan/plan-week.ts';
import { isSteady } from './steady.ts';

/** Where a week's days begin and end. */
export interface Zoned {
  readonly timeZone: string;
  /** Of it the day of the race counts: the tests of a week are those that its check-in can count. */
  readonly aboutRunning?: Pick<AboutRunning, 'raceDate'> | undefined;
}

/** docs/clinical-rules.md §9.2, for the current week: a flare reported in it counts at once. */
const isHeelCalm = (course: Course): boolean =>
  course.flaredAt === null && heelBoneCalm(course.history, course.week, course.returnedWeek);
/** What must not stand in the plan of the current week. */
export const currentLimits = (course: Course): Limits => limitsOf(course.baseline, isHeelCalm(course));

/** The runner's choice as the question of this week sees it, or will see it when it opens. */
const chosenIn = ({ asked, choice, week }: Course): Opening['chosen'] =>
  asked?.week === week ? asked.chosen : choice === 'repeat' ? 'repeating' : (choice ?? undefined);

/** The race as the question of this week knows it, or will know it when it opens. */
const raceOf = ({ asked, week }: Course, told: LocalDate | undefined): Opening['race'] =>
  asked?.week === week ? asked.race : told;

/** The plan of the course's current week, with the tests that its check-in will ask and no other. */
export function currentPlan(
  { timeZone, aboutRunning }: Zoned,
  course: Course,
  curriculum: Curriculum,
): WeekPlan {
  const plan = planWeek(
    {
      week: course.week,
      tracks: course.tracks,
      baseline: course.baseline,
      days: course.week === 1 ? course.days : 7,
      previous: course.previous,
      today: localDate(course.openedAt, timeZone),
      heelBoneCalm: isHeelCalm(course),
      heelBoneWasCalm: heelBoneCalm(course.history, course.week - 1, course.returnedWeek),
      steady: isSteady(course),
      ...(course.shown === undefined ? {} : { shown: course.shown }),
    },
    curriculum,
  );
  const checkInDay = localDate(addLocalDays(course.nextPlanAt, -1, timeZone), timeZone);
  const race = raceOf(course, aboutRunning?.raceDate ?? undefined);
  const opening = { ...course, chosen: chosenIn(course), race };
  const due = testsDue(opening, curriculum, checkInDay);
  const runs = runningBarrier(opening, checkInDay, curriculum) === null;
  return { ...plan, gates: plan.gates.filter((gate) => (gate.runsOnly === true ? runs : due[gate.track])) };
}

/** When the week before opened: the first may be short or long. */
const openedBefore = ({ week, startedAt, openedAt }: Course, timeZone: string): Instant =>
  week === 2 ? startedAt : addLocalDays(openedAt, -7, timeZone);

/**
 * The plan that the current one follows, as a full week, to compare their doses; null = there is none: the
 * start, or the first week after a stop.
 */
export function planBefore({ timeZone }: Zoned, course: Course, curriculum: Curriculum): WeekPlan | null {
  if (course.previous === null) return null;
  return planWeek(
    {
      week: Math.max(1, course.week - 1),
      tracks: course.previous,
      baseline: course.baseline,
      days: 7,
      previous: null,
      today: localDate(openedBefore(course, timeZone), timeZone),
      heelBoneCalm: heelBoneCalm(course.history, course.week - 1, course.returnedWeek),
    },
    curriculum,
  );
}

/** Every move that a plan prints, each once a place. */
export const movesOfPlan = (plan: WeekPlan): readonly PlannedExercise[] => [
  ...plan.strength,
  ...plan.footCoreMoves,
  ...plan.stretches,
  ...(plan.warmUp === null ? [] : [plan.warmUp]),
  ...plan.addOn,
];

/**
 * Ids of the moves in the plan that is out, without those that an earlier plan has printed. They are kept
 * when this plan is followed or replaced, so that a move is called new once in a course. Nothing when the
 * plan never left.
 */
export function newlyShown(
  zoned: Zoned,
  course: Course | null,
  curriculum: Curriculum,
): { readonly shown?: readonly string[] } {
  if (course === null || !course.planOut) return {};
  const known = course.shown ?? [];
  const ids = movesOfPlan(currentPlan(zoned, course, curriculum)).map(({ id }) => id);
  const shown = [...new Set(ids)].filter((id) => !known.includes(id));
  return shown.length === 0 ? {} : { shown };
}
