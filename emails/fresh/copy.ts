import type { FreshView } from '../../program/explain/views.ts';

/** Where the link leads stands inside: a subject shows on a lock screen. */
export const COPY = {
  subject: 'Your link, good for a quarter of an hour',
  preheader: 'You asked for this link on your page. It works for a short time, and only for you.',
  heading: 'Your link is here',
  asked: {
    return: 'You asked to come back to your plan. Open the link, say who has seen the leg, and answer the safety questions once more.',
  } as const,
  button: { return: 'Come back to my plan' } as const,
  minutes: ({ minutes }: FreshView): string => `The link works for ${minutes} minutes. After that, ask for a new one on your page.`,
  notYou: 'If you did not ask for this, ignore it. Nothing changes without you.',
} as const;
