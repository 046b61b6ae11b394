import type { MailFrame, MaintenanceView } from '../../views/mail/views.ts';
import { withName } from '../parts/name.ts';

export const COPY = {
  subject: (view: MaintenanceView, week: number): string =>
    view.question === null ? `Week ${week}: settled again` : `Week ${week}: how is it keeping?`,
  preheader: (view: MaintenanceView): string =>
    view.question === null
      ? 'The weekly plans rest, and what keeps it up goes on.'
      : 'One tap if all is well, and what keeps it that way.',
  heading: (view: MaintenanceView, frame: MailFrame): string =>
    withName(view.question === null ? 'Settled again' : 'Keeping it up', frame.firstName),
  lead: (view: MaintenanceView): readonly string[] => {
    switch (view.standing) {
      case 'first':
        return [
          'You finished the course. From here on we ask every two weeks for six months, then every four, and then we leave you to it.',
        ];
      case 'calm':
        return [
          `Last time your average was ${view.lastAverage ?? 0}. Whatever the number is now, a tap is enough.`,
        ];
      case 'unheard':
        return ['No answer came to the last mail, and that is fine. If you like, tap a number now.'];
      case 'settled':
        return ['Your calf has been calm again, so the weekly plans rest. Here is what keeps it up.'];
    }
  },
  ask: 'How was your calf, on average, over the last 7 days?',
  button: 'Open the short check',
  textAsk: 'Open this page and pick a number from 0 to 10:',
  strength: (sessions: number): string => `Strength, ${sessions} times a week`,
  feet: 'Feet',
  also: 'And besides',
  steps: 'Every move step by step',
  raises: 'A test this time',
  next: (on: string): string => `The next mail comes on ${on}.`,
} as const;
