/** The mail that tells a change of a plan that is out already. */
import type { Instant } from '../kernel/time.ts';
import { newMail, owe } from '../mails/owed.ts';
import type { ParticipantEvent } from '../participant/events.ts';
import type { Of, OwedMail } from '../participant/state.ts';

const CARRIES_THE_PLAN: readonly OwedMail['kind'][] = ['start', 'plan', 'decision'];

/**
 * True while a mail that carries the plan has not left: it is written from the newest state, so it tells
 * every change itself.
 */
export const planWaits = ({ owed }: Pick<Of<'active'>, 'owed'>): boolean =>
  owed.some((m) => CARRIES_THE_PLAN.includes(m.kind));

/**
 * `decision`, at once, unless the plan has not left yet; none before the answer that follows a break
 * (docs/clinical-rules.md §12 A20).
 */
export function decisionMail(state: Of<'active'>, at: Instant): readonly ParticipantEvent[] {
  const { course } = state;
  if (planWaits(state) || !course.planOut || course.fromBreak === true) return [];
  const { week } = course;
  const nth = course.decisionsSent + 1;
  return [owe([newMail({ kind: 'decision', week, nth }, { due: at, week, byPerson: true })])];
}
