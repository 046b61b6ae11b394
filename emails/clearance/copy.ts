import type { ClearanceView } from '../../views/mail/views.ts';

type Day = ClearanceView['day'];
export const COPY = {
  subject: (day: Day): string =>
    day === 3 ? 'Have you been seen? A short follow-up' : 'Two weeks on: where things stand',
  preheader: (day: Day): string =>
    day === 3
      ? 'Your sessions are still stopped. This is a reminder of the next step.'
      : 'Your sessions are still stopped. This is how you can come back.',
  heading: (day: Day): string => (day === 3 ? 'Have you been seen yet?' : 'Your plan is still waiting'),
  lead: (day: Day): string =>
    day === 3
      ? 'Three days ago we stopped your exercises and asked you to have the leg looked at. Please do not start again before that.'
      : 'Two weeks ago we stopped your exercises and asked you to have the leg looked at. Until that has happened we send no plan.',
  because: 'What you told us',
  steps: 'What to do',
  back: 'How to come back',
  backLine:
    'Once somebody qualified has seen the leg and is happy for you to exercise, open your page. It says how to begin again.',
  last: 'We will not write again about this. Your place is kept.',
} as const;
