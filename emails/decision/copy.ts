import type { MailFrame, PlanView } from '../../views/mail/views.ts';
import { withName } from '../parts/name.ts';
import { needsEasing, COPY as PLAN } from '../plan/copy.ts';
import type { Lead } from '../week/mail.ts';

export const COPY = {
  subject: (week: number): string => `Week ${week}: your plan has changed`,
  preheader: 'Your later answer changed this week. Here is what moved, and why.',
  heading: (frame: MailFrame): string => withName('Your later answer changed this week', frame.firstName),
  replaces: 'This replaces the plan you have. Please follow this one from today.',
} as const;

export const leadOf = (frame: MailFrame, view: PlanView): Lead => ({
  above: [COPY.heading(frame), view.headline, COPY.replaces, ...(needsEasing(view) ? [PLAN.easing] : [])],
  below: [],
});
