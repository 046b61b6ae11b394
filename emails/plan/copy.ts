import type { ChangeLine, MailFrame, PlanView } from '../../views/mail/views.ts';
import { withName } from '../parts/name.ts';

/** Which way the week goes, by strength and running; foot core moves by the calendar and does not count. */
export function direction(changes: readonly ChangeLine[]): 'up' | 'down' | 'same' {
  const own = changes.filter((change) => change.track !== 'foot core').map((change) => change.direction);
  if (own.includes('down')) return 'down';
  return own.includes('up') ? 'up' : 'same';
}

const HEADING = {
  up: 'One step up this week',
  down: 'An easier week, on purpose',
  same: 'The same again this week',
} as const;
/**
 * An eased week says that it is no failure, once (docs/clinical-rules.md §9.6): here, unless a reason says so
 * already.
 */
export function needsEasing(view: PlanView): boolean {
  return (
    direction(view.changes) === 'down' && !view.reasons.some((reason) => reason.long.includes('not failure'))
  );
}

export const COPY = {
  subject: (week: number): string => `Week ${week}: your plan and what changed`,
  preheader: 'What changed and why, today’s session, and the week at a glance.',
  heading: (frame: MailFrame, view: PlanView): string =>
    withName(HEADING[direction(view.changes)], frame.firstName),
  /** REGRESS (docs/clinical-rules.md §9.6). */
  easing: 'This is information, not failure.',
} as const;
