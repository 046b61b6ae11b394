import type { ChangeLine, FlareView, MailFrame } from '../../views/mail/views.ts';
import { withName } from '../parts/name.ts';

const TRACK = {
  strength: 'Strength',
  running: 'Running',
  feet: 'Feet',
  stretches: 'Stretches',
  extra: 'Beside it',
} as const;
const WAY = { up: 'up to', down: 'easier:', same: 'as before:', other: 'now:', start: 'from' } as const;

export const COPY = {
  /** Says nothing of what was reported: a subject shows on a lock screen. */
  subject: (week: number): string => `Week ${week}: two easy days first`,
  preheader: 'Rest comes first, then an easier week. What to do until then, and what changes after.',
  heading: (frame: MailFrame): string => withName('Two easy days first', frame.firstName),
  thanks: 'Thank you for telling us. Stopping early is the plan working, not failing.',
  until: (view: FlareView): string => `Until ${view.restUntil}`,
  after: (view: FlareView): string => `From ${view.restUntil}`,
  afterRule:
    'Start again only when the calf is back to its usual by the morning. If it is not, wait another day.',
  change: ({ track, direction, from, to }: ChangeLine): string =>
    from === null
      ? `${TRACK[track]}, ${WAY[direction]} ${to}.`
      : `${TRACK[track]}, ${WAY[direction]} ${to}, from ${from}.`,
  checkInHeading: 'Your check-in',
  checkIn: (on: string): string =>
    `It comes as usual on ${on}. Count these days in; the next plan follows your answer.`,
} as const;
