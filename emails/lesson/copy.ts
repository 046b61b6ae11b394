import type { MailFrame } from '../../views/mail/views.ts';
import { withName } from '../parts/name.ts';

export const COPY = {
  /** The title stays inside where it tells of the body: a subject shows on a lock screen. */
  subject: (week: number, about: string): string => `Week ${week}: ${about}`,
  preheader: 'Something short to read, and one small thing to try before the week ends.',
  greeting: (frame: MailFrame): string =>
    withName('A short lesson for the middle of your week', frame.firstName).concat('.'),
  action: 'One thing to try:',
  reminder: 'Your plan of this week has not changed. You find it on your page.',
  me: 'See this week’s plan',
} as const;
