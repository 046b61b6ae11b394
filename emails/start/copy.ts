import type { MailFrame, PlanView } from '../../views/mail/views.ts';
import { withName } from '../parts/name.ts';
import type { Lead } from '../week/mail.ts';

export const COPY = {
  subject: 'Welcome: your first week is here',
  preheader: 'Your week at a glance, your next session, and how this works.',
  heading: (frame: MailFrame): string => withName('Welcome', frame.firstName),
  first: 'Your first week is easy on purpose: it shows where you stand.',
  lines: [
    'Once a week you tell us how it went, in a minute or two. The next plan follows your answer, and every mail says what changed and why.',
  ],
  days: (days: number): string => `This first week is ${days} days long, up to your plan day.`,
} as const;

export const leadOf = (frame: MailFrame, view: PlanView): Lead => ({
  above: [COPY.heading(frame), view.headline, COPY.first],
  below: [...COPY.lines, COPY.days(view.plan.days)],
});
