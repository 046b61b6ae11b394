/** Two days of rest in words (MD-8, S-20…S-22): the same on the page and in the mail. */
import { dayInWords } from '../../program/calendar.ts';
import type { Curriculum } from '../../program/curriculum/schema.ts';
import { addMinutes, type Instant } from '../../program/kernel/time.ts';
import { REST_HOURS } from '../../program/layout/week-frame.ts';
import type { Course, Of } from '../../program/participant/state.ts';
import type { FlareView } from '../mail/views.ts';
import type { FlaredPage } from '../page/page-views.ts';
import { changesOfCourse } from '../plan/changes.ts';
import { headline } from '../plan/headline.ts';

const REST = [
  'No calf exercises and no running until then. Foot moves sitting down are fine if they do not hurt.',
  'Walk as much as is comfortable; do not rest completely. Swimming or cycling is fine if it is calm.',
  'If it is no better in two days, or gets worse, please have it looked at.',
] as const;

export const restOf = (flaredAt: Instant, timeZone: string): Pick<FlareView, 'restUntil' | 'rest'> => ({
  restUntil: dayInWords(addMinutes(flaredAt, REST_HOURS * 60), timeZone),
  rest: REST,
});

/** What the page says when a report of worse did not stop the plan. */
export function flaredPage(
  person: Of<'active'>,
  course: Course,
  meUrl: string,
  curriculum: Curriculum,
): FlaredPage {
  const changes = changesOfCourse(person, course, curriculum);
  return {
    headline: headline(changes),
    changes,
    meUrl,
    ...restOf(course.flaredAt ?? course.openedAt, person.timeZone),
  };
}
