/**
 * The runner's own word on the week that runs: an easier one, the same again, a calf that got worse, or a
 * line of the list of stop signs that came alone.
 */
import type { EventOf } from '../participant/events.ts';
import type { Course, Person } from '../participant/state.ts';
import { withShown } from './shown.ts';
import { without } from './stop.ts';

/** The course after one of them. */
export function ownWord(course: Course, event: EventOf<'Chose' | 'FlaredUp' | 'ListLine'>): Course {
  if (event.type === 'Chose') return chose(course, event);
  if (event.type === 'FlaredUp') return flaredUp(course, event);
  const rest = without(course, 'listLine');
  return event.flags.length === 0 ? rest : { ...rest, listLine: event.flags };
}

/**
 * A question that stands open about this week asks about the chosen one from now on, so that neither silence
 * nor a short answer undoes the choice (docs/clinical-rules.md §12 A18).
 */
function chose(course: Course, event: EventOf<'Chose'>): Course {
  const { choice, tracks, explained, sessionsPlanned } = event;
  const open =
    course.asked?.week === course.week ? { ...course.asked, tracks, chosen: choice } : course.asked;
  return { ...course, ...withShown(course, event), choice, tracks, explained, sessionsPlanned, asked: open };
}

/**
 * An open question now asks about an eased week that cannot move up; an answered one closes, so that no later
 * answer loosens the easing.
 */
function flaredUp(course: Course, event: EventOf<'FlaredUp'>): Course {
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

/** Told again replaces what was told before. */
export function told(state: Person, event: EventOf<'ToldAboutRunning' | 'ShoesChecked'>): Person {
  if (state.status === 'unconfirmed' || state.status === 'left') return state;
  if (event.type === 'ToldAboutRunning') return { ...state, aboutRunning: event.answers };
  return { ...state, shoes: { week: event.week, answers: event.answers } };
}
