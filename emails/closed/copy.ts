import type { ClosedView } from '../../program/explain/views.ts';

const LINES: Readonly<Record<ClosedView['why'], readonly string[]>> = {
  silence: [
    'We have not heard from you for a long time, so we have closed your plan and stop writing.',
    'If you want to begin again, sign up as you did the first time. It takes four minutes.',
  ],
  referred: [
    'Your weekly plans end here. After this many weeks, a look by a clinician will help you more than another mail from us.',
    'That is no verdict on you or on your calf: some need hands and eyes, not a plan by mail.',
  ],
};
export const COPY = {
  subject: 'We have closed your plan',
  preheader: 'No more weekly plans from us. Here is why, and what you can do next.',
  heading: (view: ClosedView): string => (view.why === 'silence' ? 'Your plan is closed' : 'Time for somebody to have a look'),
  lines: (view: ClosedView): readonly string[] => LINES[view.why],
  note: 'A note you can show',
  button: 'Sign up again',
} as const;
