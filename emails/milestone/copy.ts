import type { LetterView, MailFrame } from '../../views/mail/views.ts';
import { withName } from '../parts/name.ts';

export const COPY = {
  subject: (week: number, { subject }: LetterView): string => `Week ${week}: ${subject}`,
  preheader: 'A letter to keep: what you told us, and the way there in your own numbers.',
  heading: (frame: MailFrame, { title }: LetterView): string => withName(title, frame.firstName),
  numbers: 'Your way here',
  me: 'Your page',
} as const;
