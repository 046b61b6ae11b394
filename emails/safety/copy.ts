import type { EmergencyNumbers } from '../../views/mail/views.ts';

/**
 * Emergency: the number, what to say, and nothing else; the other routes say more
 * (docs/clinical-rules.md §9.6).
 */
export const COPY = {
  subject: 'Please read this before you train again',
  preheader: 'We have stopped your sessions for now. This mail says what to do next.',
  because: 'What you told us',
  tell: 'What to tell them',
  numbersHeading: 'Numbers',
  numbers: ({ emergency, urgent }: EmergencyNumbers): readonly string[] => [
    `Emergency: ${emergency}`,
    `Urgent, but no emergency: ${urgent}`,
  ],
  who: 'Stop signs and who to call',
  crossed: 'If an exercise mail crossed with this one, please ignore it.',
  stopped: 'What we have stopped',
  note: 'A note you can show',
  sheet: 'The same with every week, as one page to show or print',
  back: 'How to come back',
} as const;
