import type { MailFrame, PlanView } from '../../views/mail/views.ts';
import { directionOf, planSubject } from '../../views/plan/headline.ts';
import { withName } from '../parts/name.ts';
import type { Lead } from '../week/mail.ts';

/**
 * An eased week says that it is no failure, once (docs/clinical-rules.md §9.6): here, unless a reason says so
 * already.
 */
export function needsEasing(view: PlanView): boolean {
  return (
    directionOf(view.changes) === 'down' &&
    !view.reasons.some((reason) => reason.long.includes('not failure'))
  );
}

export const COPY = {
  subject: ({ plan, title }: PlanView): string => planSubject(plan.week, title),
  preheader: 'What changed and why, and your week at a glance.',
  heading: (frame: MailFrame, view: PlanView): string => withName(view.title, frame.firstName),
  /** REGRESS (docs/clinical-rules.md §9.6). */
  easing: 'This is information, not failure.',
} as const;

/** Title, headline, and what an eased week adds. */
export const leadOf = (frame: MailFrame, view: PlanView): Lead => ({
  above: [COPY.heading(frame, view), view.headline, ...(needsEasing(view) ? [COPY.easing] : [])],
  below: [],
});
