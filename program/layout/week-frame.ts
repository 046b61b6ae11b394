/** From the course to the days of its week: where it begins and ends, and on which days nothing may lie. */
import type { AboutRunning } from '../answers/about-running.ts';
import { atLocal, localDate, shiftDate, weekdayOf } from '../calendar.ts';
import type { LevelNumber } from '../course/types.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { addMinutes, daysBetween, type Instant, type LocalDate } from '../kernel/time.ts';
import type { DayLog } from '../participant/day-log.ts';
import type { Course, Person } from '../participant/state.ts';
import type { WeekFrame } from './layout.ts';

/** The first week runs up to ten days (docs/architecture.md §8); what is longer was interrupted by a break. */
const MAX_DAYS = 10;
const USUAL_DAYS = 7;
/** MD-8: no running and no calf loading. */
export const REST_HOURS = 48;
/** From this pain in a session on the rest begins (docs/clinical-rules.md §12 A25). */
export const REST_FROM_PAIN = 6;

export type WeekOfCourse = Pick<
  Course,
  'week' | 'openedAt' | 'nextPlanAt' | 'tracks' | 'previous' | 'flaredAt'
>;
type Wish = Pick<Person, 'weekday' | 'hour' | 'timeZone'> & {
  readonly aboutRunning?: Pick<AboutRunning, 'raceDate'> | undefined;
};

/**
 * A week begins on the day it opened; one that was answered on the day of its check-in begins on the plan day
 * after it.
 */
function firstDay({ week, openedAt, nextPlanAt }: WeekOfCourse, { weekday, timeZone }: Wish): LocalDate {
  const opened = localDate(openedAt, timeZone);
  const next = localDate(nextPlanAt, timeZone);
  const days = daysBetween(opened, next);
  if (days > MAX_DAYS) return shiftDate(next, -USUAL_DAYS);
  const tomorrow = shiftDate(opened, 1);
  return week > 1 && days > USUAL_DAYS && weekdayOf(tomorrow) === weekday ? tomorrow : opened;
}

/** The local dates that a rest beginning at `from` covers, its first whole and its last until the usual hour. */
export function restDates(
  from: Instant,
  { hour, timeZone }: Pick<Wish, 'hour' | 'timeZone'>,
): readonly LocalDate[] {
  const begins = localDate(from, timeZone);
  const until = addMinutes(from, REST_HOURS * 60);
  return [0, 1, 2]
    .map((days) => shiftDate(begins, days))
    .filter((date, i) => i === 0 || atLocal(date, hour, timeZone) < until);
}

/** When a logged pain began a rest, if one did. */
export const restsOf = (log: DayLog | null): readonly Instant[] =>
  Object.values(log?.sessions ?? {})
    .filter(({ answers }) => (answers.pain ?? 0) >= REST_FROM_PAIN)
    .map(({ at }) => at);

/** From here on strength is heavy, with hops to come. */
const HEAVY_LEVEL = 4;
/**
 * The local dates around a race without strength: its day and the day after, from LV4 the two days before
 * (docs/clinical-rules.md §12 A16).
 */
export const raceRest = (race: LocalDate | null, level: LevelNumber): readonly LocalDate[] =>
  race === null ? [] : (level >= HEAVY_LEVEL ? [-2, -1, 0, 1] : [0, 1]).map((days) => shiftDate(race, days));

/**
 * The days of a course's week for `layoutOf`: its first day, the days the person can, what was moved or
 * logged, and the days off after a step back.
 */
export function weekFrame(
  course: WeekOfCourse,
  person: Wish,
  log: DayLog | null,
  { daysOffAfterRegress }: Pick<Curriculum, 'daysOffAfterRegress'>,
): WeekFrame {
  const first = firstDay(course, person);
  const days = Math.max(1, daysBetween(first, localDate(course.nextPlanAt, person.timeZone)));
  const { daysOffRunning } = course.tracks;
  // A week that began with days off may have run on its last day.
  const afterLate = course.previous?.daysOffRunning === true ? 1 : 0;
  const noStrength = raceRest(person.aboutRunning?.raceDate ?? null, course.tracks.level);
  const rests = [...(course.flaredAt === null ? [] : [course.flaredAt]), ...restsOf(log)];
  return {
    first,
    days,
    noRunFirst: daysOffRunning ? Math.max(daysOffAfterRegress, afterLate) : afterLate,
    noStrengthFirst: afterLate,
    lastDayFree: !daysOffRunning,
    ...(noStrength.length === 0 ? {} : { noStrength }),
    rest: [...new Set(rests.flatMap((at) => restDates(at, person)))].sort(),
  };
}
