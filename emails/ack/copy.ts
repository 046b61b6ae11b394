import type { AckView } from '../../views/mail/views.ts';

type Code = AckView['code'];
interface Words {
  readonly subject: string;
  readonly preheader: string;
  readonly heading: string;
  readonly lines: (view: AckView) => readonly string[];
}
const until = ({ until: day }: AckView, before: string): string => (day === null ? '' : ` ${before} ${day}.`);
const ORDERS =
  'A machine reads your replies. One word by itself works: EASIER, REPEAT, WORSE, PAUSE 2 weeks, RESUME, EXPORT, DELETE, HELP, STOP.';
const NUMBER = 'Reply to a check-in with one number from 0 to 10, or with the line it prints.';

/** No subject says what was reported: it shows on a lock screen. */
export const COPY: Readonly<Record<Code, Words>> = {
  answered: {
    subject: 'We have your answer',
    preheader: 'What we understood, and how to correct it. Your plan stays as it is.',
    heading: 'We have your answer',
    lines: (view) => [
      `It does not change your plan.${view.nextPlanOn === null ? '' : ` The next one comes on ${view.nextPlanOn} at the latest.`}`,
    ],
  },
  kept: {
    subject: 'We have your answer',
    preheader: 'What we understood, and how to correct it. You keep going as you are.',
    heading: 'We have your answer',
    lines: (view) => [
      `Nothing needs to change: keep it up as it is.${view.nextMailOn === null ? '' : ` We write again on ${view.nextMailOn}.`}`,
    ],
  },
  closed: {
    subject: 'Your reply came between two check-ins',
    preheader: 'No question was open for it, so your plan stays. Here is where to say how it goes.',
    heading: 'No check-in was open for this',
    lines: () => [
      'Your number belongs to a week that is closed, or to none, so nothing has changed. The next check-in asks again.',
      'If the calf got worse, do not wait: tell us today.',
    ],
  },
  enough: {
    subject: 'This week’s answer stands',
    preheader: 'You have answered often enough this week. What to do if things have changed since.',
    heading: 'This week’s answer stands',
    lines: () => [
      'You have answered three times this week, and the third answer counts. If the calf got worse since, tell us today.',
    ],
  },
  paused: {
    subject: 'Your plan is paused',
    preheader: 'Your reply was read; the plan waits as before. How to come back when you like.',
    heading: 'Your plan is paused',
    lines: (view) => [
      ...(view.mailsCameBack
        ? [
            'Our mails to you came back in three weeks in a row, so we paused them. Your mailbox may have been full.',
          ]
        : []),
      `Nothing has changed.${until(view, 'It comes back by itself on')} To come back now, reply with the one word RESUME to this mail.`,
    ],
  },
  completed: {
    subject: 'Your programme is complete',
    preheader: 'There is no weekly plan to change any more. What to do if things get worse.',
    heading: 'Your programme is complete',
    lines: () => [
      'There is no weekly plan any more, so nothing has changed. If the calf gets worse, tell us and we say what to do.',
    ],
  },
  stopped: {
    subject: 'Your plan is still stopped',
    preheader: 'Your reply was read. The next step is the same as before; it stands in this mail.',
    heading: 'Your plan is still stopped',
    lines: () => [
      'We stopped it to keep you safe, and a reply cannot start it again. No calf work and no running until the leg has been looked at.',
    ],
  },
  'not-started': {
    subject: 'Your plan has not started yet',
    preheader: 'Your reply was read, but the first questions are still open. They take four minutes.',
    heading: 'Your plan has not started yet',
    lines: () => [
      'The first questions are still open, so there is nothing to change yet. If you feel unwell, look at the stop signs first.',
    ],
  },
  help: {
    subject: 'What you can write to us',
    preheader: 'One number or one word is enough. Here is the list, and what each of them does.',
    heading: 'What you can write to us',
    lines: () => [
      NUMBER,
      ORDERS,
      'EASIER and REPEAT change this week’s plan. WORSE sends you what to do now. STOP ends all mails at once and for good.',
    ],
  },
  worse: {
    subject: 'Tell us more, then rest first',
    preheader: 'Three short questions lead to what to do today. Rest until then, and do not train.',
    heading: 'Sorry to hear that. Two questions first',
    lines: () => [
      'Do no calf work and no running for now. Open the page below: it asks about the stop signs first, then says what to do today and eases your plan.',
      'Is the calf swollen, red or hot, is your chest tight, or are you short of breath? Do not wait for us: get help now.',
    ],
  },
  running: {
    subject: 'Your plan is running',
    preheader: 'There was no pause to end. Your plan goes on as before.',
    heading: 'Your plan is running',
    lines: (view) => [
      `There was no pause to end.${view.nextPlanOn === null ? '' : ` Your next plan comes on ${view.nextPlanOn} at the latest.`}`,
    ],
  },
  resumed: {
    subject: 'Welcome back, your plan goes on',
    preheader: 'The pause is over. Your week goes on, and the next check-in comes as usual.',
    heading: 'Welcome back',
    lines: (view) => [
      `Your pause is over and this week’s plan goes on.${view.nextPlanOn === null ? '' : ` The check-in comes the day before your next plan, which is due on ${view.nextPlanOn}.`}`,
    ],
  },
  chosen: {
    subject: 'Your plan is that easy already',
    preheader: 'There was nothing left to change this week. What else you can do.',
    heading: 'Your plan is that easy already',
    lines: () => [
      'This week’s plan is as easy as this choice can make it, so nothing has changed. If even that is too much, tell us that it got worse.',
    ],
  },
  sender: {
    subject: 'A reply that we could not take as yours',
    preheader: 'It came from an address we do not know, so your plan did not move. Was it you?',
    heading: 'Was this reply from you?',
    lines: () => [
      'A reply to one of our mails came from another address, or without proof of its sender. It could be anybody, so your plan did not move.',
      'If it was you, answer on the page, or reply again from the address that gets these mails. If it was not, you need not do anything.',
    ],
  },
  unread: {
    subject: 'Your reply was read by a machine',
    preheader: 'It was not sure of it, so your plan stays as it is. What we can answer, and how to ask.',
    heading: 'Thank you. We could not be sure of your reply',
    lines: () => [
      'No person reads replies, and the machine that does was not sure of yours. So nothing has changed.',
      'Was it about the leg? Look at the stop signs first. If the calf got worse, tell us below.',
      NUMBER,
      ORDERS,
    ],
  },
  card: {
    subject: 'You asked, and here is what we can say',
    preheader: 'A short answer, as people wrote it for everybody. The stop signs come first.',
    heading: 'You asked us something',
    lines: () => [
      'First: if one of the stop signs is true, leave the rest of this mail and open the list below.',
      'Your own plan comes before every answer: if it says rest, rest. This mail changes nothing in it.',
    ],
  },
  link: {
    subject: 'Your link was sent a short while ago',
    preheader: 'So we send no second one yet. Where to look for it, and when to ask again.',
    heading: 'A link is in your inbox',
    lines: () => [
      'The link for your data was sent a short while ago and works for 15 minutes.',
      'Please look in your inbox, also in the spam folder. Did it not come, or is it too old?',
      'Then write the same word again in an hour. STOP ends all mails at once, at any time.',
    ],
  },
  signs: {
    subject: 'Please look at the list first',
    preheader: 'You named something that is on our list. What to do about it before you go on.',
    heading: 'Please look at the list of stop signs',
    lines: () => [
      'Something you wrote stands on our list. Please do no calf work and no running until it has passed, and look at the page below now.',
      'If you are unsure, or it gets worse, have it looked at.',
    ],
  },
};
export const WORDS = {
  understood: 'What we understood',
  missing: 'What was missing',
  missingRule: 'Without these your plan stays or gets easier; it does not move up.',
  correct: 'Not right? Reply again, or change it on the page.',
  asked: (words: string): string => `You wrote: \u201c${words}\u201d`,
  titles: 'Questions we can answer',
  titlesHow: 'Send one of them by itself, in a reply to any mail:',
  questions: 'All questions, with their answers',
  steps: 'What to do',
  checkIn: 'Your check-in',
  worse: 'My calf got worse',
  page: 'Your page',
  safety: 'Stop signs and who to call',
} as const;
