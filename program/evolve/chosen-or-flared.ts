/** The runner's own word on the week that runs: an easier one, the same again, or a calf that got worse. */
import type { EventOf } from '../participant/events.ts';
import type { Course } from '../participant/state.ts';
import { withShown } from './shown.ts';

/**
 * A question that stands open about this week asks about the chosen one from now on, so that neither silence
 * nor a short answer undoes the choice (docs/clinical-rules.md §12 A18).
 */
export function chose(course: Course, event: EventOf<'Chose'>): Course {
  const { choice, tracks, explained, sessionsPlanned } = event;
  const open =
    course.asked?.week === course.week ? { ...course.asked, tracks, chosen: choice } : course.asked;
  return { ...course, ...withShown(course, event), choice, tracks, explained, sessionsPlanned, asked: open };
}

/**
 * An open question now asks about an eased week that cannot move up; an answered one closes, so that no later
 * answer loosens the easing.
 */
export function flaredUp(course: Course, event: EventOf<'FlaredUp'>): Course {
  const { asked } = course;
  const caps = event.caps ?? course.baseline.caps;
  const open =
    asked !== null && asked.answers === 0
      ? {
          ...asked,
          caps: event.caps ?? asked.caps,
          tracks: event.tracks,
          restriction: 'noProgress' as const,
          flared: true,
        }
      : null;
  return {
    ...course,
    ...withShown(course, event),
    // What changes is told beside the plan that was followed until now.
    ...(course.planOut && course.flaredAt === null ? { previous: course.tracks } : {}),
    tracks: event.tracks,
    decided: event.tracks,
    explained: event.explained,
    sessionsPlanned: event.sessionsPlanned,
    restriction: 'noProgress',
    flaredAt: event.at,
    asked: open,
    baseline: { ...course.baseline, suddenOnset: event.suddenOnset, caps },
  };
}
