import type { AlreadyView } from '../../views/mail/views.ts';

type Status = AlreadyView['status'];
const KNOWN: Readonly<Record<Status, string>> = {
  confirmed:
    'This address is confirmed already. Only your answers are missing, then your first week arrives.',
  active:
    'This address is on the programme already, so there is nothing to sign up for. Your plan goes on as before.',
  paused:
    'This address is on the programme already, and the plan is paused. You can take it up again when you like.',
  stopped:
    'This address is on the programme already. We stopped the exercises and asked you to have the leg looked at first. Your page says how to come back.',
  completed: 'This address has finished the programme already. Your page still has all of it.',
};
const BUTTON: Readonly<Record<Status, string>> = {
  confirmed: 'Answer the questions',
  active: 'Open my page',
  paused: 'Open my page',
  stopped: 'Read how to come back',
  completed: 'Open my page',
};
export const COPY = {
  subject: 'You are already signed up',
  preheader: 'There is nothing to do twice. This mail has the link to go on from.',
  heading: 'Good news: we know this address',
  known: (status: Status): string => KNOWN[status],
  notYou: 'If you did not ask for this, ignore it: nothing was changed.',
  button: (status: Status): string => BUTTON[status],
} as const;
