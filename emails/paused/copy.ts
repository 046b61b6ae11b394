import type { PausedView } from '../../views/mail/views.ts';

export const COPY = {
  subject: 'Your plan is paused',
  preheader: 'Nothing to do now. Here is how it goes on, and how to come back sooner.',
  heading: (view: PausedView): string =>
    view.by === 'person' ? 'Paused, as you asked' : 'We have paused your plan',
  lines: (view: PausedView): readonly string[] => [
    view.by === 'person'
      ? 'No plans and no check-ins until you are back.'
      : view.afterBreak
        ? 'Your break is over, and our question is still open: no plan comes before the answer.'
        : 'No answer has come for a while, so no more plans for now. Life happens, and nothing is lost.',
    view.until === null
      ? 'Your plan waits for you. Come back whenever you like.'
      : `Your plan goes on by itself on ${view.until}.`,
    'When you come back, nothing is harder than where you stopped, and we build from there.',
  ],
  button: 'Come back now',
} as const;
