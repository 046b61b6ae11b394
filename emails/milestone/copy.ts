import type { MailFrame } from '../../views/mail/views.ts';
import { withName } from '../parts/name.ts';

export const COPY = {
  subject: (week: number): string => `Week ${week}: a milestone reached`,
  preheader: 'What you have reached, in your own numbers, and what it opens.',
  heading: (frame: MailFrame): string => withName('A milestone', frame.firstName),
  numbers: 'Your numbers',
  me: 'This week’s plan, on your page',
} as const;
