/** Into a stop and out of it. */
import { withoutSeen } from '../adapt/since.ts';
import { unreachable } from '../kernel/assert.ts';
import type { EventOf } from '../participant/events.ts';
import type { Course, Participant, Person } from '../participant/state.ts';
import { withShown } from './shown.ts';

/** An object without one of its fields. */
export function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = value;
  return rest;
}

const remembered = (course: Course, { digest }: EventOf<'Stopped'>): Course =>
  digest === null || course.asked === null
    ? course
    : { ...course, history: [...course.history.slice(0, course.asked.historyLength), digest] };

/**
 * Stops an active participant; the answer that did it stays in the history, so that AD-22 does not follow
 * soon after.
 */
export function stopped(state: Person, event: EventOf<'Stopped'>): Participant {
  const health =
    event.consentVersion === null
      ? state.consents.health
      : { at: event.stop.at, version: event.consentVersion };
  const consents = { ...state.consents, health };
  switch (state.status) {
    case 'confirmed':
      return { ...without(state, 'cleared'), status: 'stopped', course: null, stop: event.stop, consents };
    case 'active':
      return {
        ...state,
        status: 'stopped',
        stop: event.stop,
        consents,
        course: without(remembered(state.course, event), 'listLine'),
      };
    case 'stopped':
      return { ...state, stop: event.stop, consents, fresh: null };
    case 'paused':
      return { ...without(state, 'pause'), status: 'stopped', stop: event.stop, consents };
    case 'completed':
      return {
        ...without(without(state, 'completedAt'), 'ending'),
        status: 'stopped',
        stop: event.stop,
        consents,
      };
    case 'unconfirmed':
    case 'left':
      return state;
    default:
      return unreachable(state, 'status');
  }
}

/** A question that stands open has frozen its limits; they are gone from it too. */
const capsLifted = (course: Course, caps: Course['baseline']['caps']): Course => ({
  ...course,
  baseline: { ...course.baseline, caps },
  asked:
    course.asked === null
      ? null
      : { ...course.asked, caps: course.asked.caps.filter((cap) => caps.includes(cap)) },
});

/**
 * Clear to load: a course begins again gently, a participant stopped at the intake answers it again, a lifted
 * cap just goes.
 */
export function cleared(state: Person, event: EventOf<'Cleared'>): Participant {
  if (state.status === 'active')
    return { ...state, fresh: null, course: capsLifted(withoutSeen(state.course, event.seenOn), event.caps) };
  if (state.status !== 'stopped') return state;
  const { stop: _, course, ...person } = state;
  if (course === null || event.course === null)
    return { ...person, status: 'confirmed', fresh: null, cleared: event.cleared };
  const { course: next } = event;
  // Stopped after graduation: the course itself once more, with all its marks.
  const aftercare =
    course.aftercare === undefined
      ? {}
      : { aftercare: { ...course.aftercare, again: { week: next.week, whole: true } } };
  return {
    ...person,
    status: 'active',
    fresh: null,
    course: {
      ...without(course, 'fromBreak'),
      ...next,
      ...withShown(course, next),
      openedAt: event.at,
      decided: next.tracks,
      previous: null,
      choice: null,
      restriction: 'noProgress',
      missed: 0,
      planOut: false,
      decisionsSent: 0,
      asked: null,
      flaredAt: null,
      returnedWeek: next.week,
      baseline: { ...course.baseline, caps: event.caps },
      ...aftercare,
    },
  };
}
