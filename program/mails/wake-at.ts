import { assert } from '../kernel/assert.ts';
import { earliest, type Instant } from '../kernel/time.ts';
import type { Asked, Of, Participant } from '../participant/state.ts';
import { startable } from './startable.ts';

/** The question of the current week while it waits for its first answer; null = there is none. */
export const unanswered = ({ course: { asked, week } }: Of<'active'>): Asked | null =>
  asked !== null && asked.answers === 0 && asked.week === week ? asked : null;

/**
 * The one alarm of a participant (docs/architecture.md §6), derived from the state and never edited by hand:
 * the earliest owed mail, the earliest look for evidence of a mail in flight, the plan day of an unanswered
 * week, the end of a pause, the end of an unconfirmed sign-up, the erasure after a consent taken back. Null =
 * idle, costs nothing.
 */
export function wakeAt(p: Participant): Instant | null {
  if (p.status === 'erased') return null;
  const owed = p.owed.filter((m) => startable(p, m)).map((m) => m.due);
  const alarms: (Instant | null)[] = [...owed, ...p.inflight.map((f) => f.checkAt)];
  if (p.status === 'unconfirmed') alarms.push(p.expiresAt);
  if (p.status === 'left' && p.eraseAt !== undefined) alarms.push(p.eraseAt);
  if (p.status === 'paused') alarms.push(p.pause.endsAt);
  if (p.status === 'active' && p.inflight.length === 0 && unanswered(p) !== null)
    alarms.push(p.course.nextPlanAt);
  const at = earliest(alarms);
  assert(at === null || at.length === 24, 'an alarm is an instant');
  return at;
}
