import type { ClosedView } from '../../views/mail/views.ts';

const LINES: Readonly<Record<ClosedView['why'], readonly string[]>> = {
  silence: [
    'No answer has come for a long time, so we have closed your plan and stop writing.',
    'If you want to begin again, sign up as you did the first time. It takes four minutes.',
  ],
  referred: [
    'Your weekly plans end here. After this many weeks, a look by a clinician will help you more than another mail from us.',
    'That is no verdict on you or on your calf: some need hands and eyes, not a plan by mail.',
  ],
  relapse: [
    'Your weekly plans end here. Your calf has not settled since it spoke up again, and a look by a clinician will help you more than another mail.',
    'Nothing of what you built is lost. Hands and eyes can find what a mail cannot.',
  ],
  year: [
    'A year ago you began with us, and this is our last mail. Thank you for your answers along the way.',
    'What keeps it up is yours now: two short strength sessions a week, your feet, and runs that grow slowly.',
    'If the calf gets sore again, ease off for two days first. If it stays sore, you are welcome back: sign up as you did the first time.',
  ],
};
const HEADINGS: Readonly<Record<ClosedView['why'], string>> = {
  silence: 'Your plan is closed',
  referred: 'Time for somebody to have a look',
  relapse: 'Time for somebody to have a look',
  year: 'A year, and well done',
};
export const COPY = {
  subject: (view: ClosedView): string =>
    view.why === 'year' ? 'Our last mail, after a year' : 'We have closed your plan',
  preheader: (view: ClosedView): string =>
    view.why === 'year'
      ? 'Thank you, and what keeps it up from here.'
      : 'No more weekly plans from us. Here is why, and what you can do next.',
  heading: (view: ClosedView): string => HEADINGS[view.why],
  lines: (view: ClosedView): readonly string[] => LINES[view.why],
  note: 'A note you can show',
  button: 'Sign up again',
} as const;
