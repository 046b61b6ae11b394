/** Where a running course stands, as far as playing it forward asks. */
import { localDate } from '../calendar.ts';
import type { Opening } from '../course/types.ts';
import type { Course, Of } from '../participant/state.ts';
import type { Ahead } from './play-forward.ts';

/** The week that runs now, as its question will be frozen; without the race, which makes nothing longer. */
const openingNow = (course: Course): Opening => ({
  week: course.week,
  tracks: course.tracks,
  baseline: course.baseline,
  history: course.history,
  missed: course.missed,
  sessionsPlanned: course.sessionsPlanned,
  restriction: course.restriction,
  previousAverage: course.previousAverage,
  flared: course.flaredAt !== null,
  returnedWeek: course.returnedWeek,
  ...(course.choice === null ? {} : { chosen: course.choice === 'repeat' ? 'repeating' : course.choice }),
  ...(course.aftercare?.again == null ? {} : { again: course.aftercare.again }),
});

/** What is played forward of a person whose course runs. */
export const aheadOf = ({ course, timeZone }: Pick<Of<'active'>, 'course' | 'timeZone'>): Ahead => ({
  opening: openingNow(course),
  began: localDate(course.openedAt, timeZone),
  nextPlan: localDate(course.nextPlanAt, timeZone),
});
