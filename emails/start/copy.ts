import type { MailFrame } from '../../views/mail/views.ts';
import { withName } from '../parts/name.ts';

export const COPY = {
  subject: 'Welcome: your first week is here',
  preheader: 'What to do today, your week at a glance, and how this works.',
  heading: (frame: MailFrame): string => withName('Welcome', frame.firstName),
  lines: [
    'This is your first week. It is easy on purpose: it shows both of us where you stand.',
    'Once a week you tell us how it went, in half a minute. The next plan follows your answer, and every mail says what changed and why.',
  ],
  days: (days: number): string => `This first week is ${days} days long, up to your plan day.`,
} as const;
