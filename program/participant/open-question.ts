/**
 * Which question of ours is open, and whether a participant is in maintenance: asked by every room of the
 * programme.
 */
import type { Instant } from '../kernel/time.ts';
import type { Aftercare } from './aftercare-state.ts';
import type { Asked, Course, Of, Participant } from './state.ts';

type InMaintenance = Of<'completed'> & { readonly course: { readonly aftercare: Aftercare } };

/** True while the maintenance runs: graduated, no weekly course, and month 12 not reached. */
export const inMaintenance = (p: Participant, at: Instant): p is InMaintenance =>
  p.status === 'completed' &&
  p.course.aftercare !== undefined &&
  p.course.aftercare.again === null &&
  at < p.course.aftercare.endsAt;

/** True for a pause that began in maintenance: coming back leads there, not into the weekly course. */
export const pausedFromMaintenance = (p: Of<'paused'>): boolean =>
  p.course.aftercare !== undefined && p.course.aftercare.again === null;

/**
 * The question that may still be answered: of the week in a running course, or of the maintenance. Null =
 * none. The question that led to a relapse is closed.
 */
export function openQuestion(p: Participant, at: Instant): Asked | null {
  if (p.status === 'active') {
    const { asked, aftercare } = p.course;
    return asked !== null && asked.week < (aftercare?.again?.week ?? 0) ? null : asked;
  }
  if (!inMaintenance(p, at)) return null;
  const { asked, aftercare } = p.course;
  return asked !== null && aftercare?.asked === asked.week ? asked : null;
}

/** True while an answer to the list has to come before anything with exercise. */
export const holdsExercise = ({ unread }: Pick<Asked, 'unread'>): boolean => unread?.kind === 'body';
/**
 * The same of a course: its plan, its sessions and its lessons wait; also where a line of the list stood
 * alone in a reply.
 */
export const wordsWait = ({ asked, listLine }: Pick<Course, 'asked' | 'listLine'>): boolean =>
  listLine !== undefined || (asked !== null && holdsExercise(asked));

/**
 * The week whose list unread words have opened, or a line of it that stood alone; null = none is open. Before
 * the first question it is the running week.
 */
export function listOpenFor(state: Participant, at: Instant): number | null {
  if (state.status !== 'active') return null;
  const asked = openQuestion(state, at);
  if (state.course.listLine !== undefined) return asked?.week ?? state.course.week;
  return asked?.unread === undefined ? null : asked.week;
}
