import type { MailFrame } from '../../views/mail/views.ts';
import { withName } from '../parts/name.ts';

export const COPY = {
  subject: (week: number): string => `Week ${week}: shall we carry on?`,
  preheader: 'Two check-ins went by without an answer. One tap tells us what to do.',
  heading: (frame: MailFrame): string => withName('Still there', frame.firstName).concat('?'),
  lines: [
    'No answer has come to our check-ins lately. Without one your plan stays where it is: we never move you up on a guess.',
    'Half a minute is enough, also if the weeks went badly or not at all. If now is not the time, pause; nothing is lost.',
  ],
  button: 'Check in now',
  me: 'Pause, change your day, or leave',
} as const;
