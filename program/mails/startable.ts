/**
 * Which owed mails may be claimed at all: the alarm and the wake ask the same question, or they would wait
 * for each other for ever.
 */
import { COURSE_KINDS, MAINTENANCE_KIND, STOP_KINDS } from '../participant/mail-kinds.ts';
import type { OwedMail, Person } from '../participant/state.ts';

/**
 * A mail of a running course has no use for a participant who is stopped, paused or gone meanwhile; the words
 * of a stop have none for somebody whose stop has ended.
 */
export const stillWanted = (state: Person, kind: OwedMail['kind']): boolean => {
  if (STOP_KINDS.includes(kind)) return state.status === 'stopped';
  if (kind === MAINTENANCE_KIND) return state.status === 'completed';
  // "We could not read a number" asks again, in the course and after it.
  if (kind === 'question') return state.status === 'active' || state.status === 'completed';
  // A letter of month six comes after the course as well.
  if (kind === 'milestone') return state.status === 'active' || state.status === 'completed';
  return state.status === 'active' || !COURSE_KINDS.includes(kind);
};

/**
 * Of the mails we start one at a time: it waits for the one before it until that is proved. Safety and
 * answers to the participant's own act wait for nothing. No coaching once stopped, paused or gone; nobody is
 * asked or taught about a week whose plan has not left.
 */
export function startable(state: Person, mail: OwedMail): boolean {
  if (!stillWanted(state, mail.kind)) return false;
  if (mail.kind === 'safety') return !state.inflight.some((f) => f.kind === 'safety');
  if (!mail.byPerson && state.inflight.some((f) => !f.byPerson)) return false;
  const planWaits = state.owed.some((m) => (m.kind === 'plan' || m.kind === 'start') && m.week === mail.week);
  return !((mail.kind === 'check-in' || mail.kind === 'lesson' || mail.kind === 'milestone') && planWaits);
}
