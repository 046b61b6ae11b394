/** Which owed mails may be claimed at all: the alarm and the wake ask the same question, or they would wait for each other for ever. */
import { COURSE_KINDS } from './mail-kinds.ts';
import type { OwedMail, Person } from './state.ts';

/** One mail at a time, except safety; no coaching once stopped, paused or gone; nobody is asked about a week whose plan has not left. */
export function startable(state: Person, mail: OwedMail): boolean {
  if (mail.kind === 'safety') return !state.inflight.some((f) => f.kind === 'safety');
  if (state.inflight.length > 0) return false;
  if (COURSE_KINDS.includes(mail.kind) && state.status !== 'active') return false;
  const planWaits = state.owed.some((m) => (m.kind === 'plan' || m.kind === 'start') && m.week === mail.week);
  return !(mail.kind === 'check-in' && planWaits);
}
