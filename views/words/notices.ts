/**
 * The short pages of one message, worded once: a title, what happened, and the one way on. The handlers say
 * which
 * notice and where its link leads. The wording gate reads this file.
 */
import { REFUSAL_WORDS } from './refusals.ts';

export interface Notice {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Words of the one way on. */
  readonly link: string;
}

const SAFETY = 'Stop signs and numbers';
const ME = 'Your page';

export const NOTICES = {
  left: {
    title: 'You have left',
    paragraphs: [REFUSAL_WORDS.left, 'If you would like to begin again, you are welcome.'],
    link: 'Begin again',
  },
  forgotten: {
    title: 'Forgotten',
    paragraphs: ['Sorry for the mail. The address is erased and gets nothing more from us.'],
    link: 'What we keep and why',
  },
  full: {
    title: 'The programme is full',
    paragraphs: [
      'Every place is taken just now, and we would rather say so than do it badly for more people.',
      'To hear when there is a place, write to us: the address is at the foot of this page.',
      'Write to us too if you are in the programme and have lost your mails.',
    ],
    link: 'Look at the programme',
  },
  fullForNow: {
    title: 'The programme is full just now',
    paragraphs: [
      'Others took the last places before you pressed the button, so we could not take you in. Sorry!',
      'The button stays good for seven days from your sign-up: try it again when you like.',
      'To hear when there is a place, write to us: the address is at the foot of this page.',
    ],
    link: 'Try again',
  },
  runsAlready: {
    title: 'The programme is running',
    paragraphs: [
      'Somebody has confirmed this address and answered the questions. To end it, use the link at the foot of any of its mails: one press, and it is over.',
    ],
    link: 'What we keep and why',
  },
  thirdAnswerStands: {
    title: 'This week’s answer stands',
    paragraphs: [REFUSAL_WORDS['too-many-answers']],
    link: 'The safety page',
  },
  saveOnceMore: {
    title: 'Please save your answer once more',
    paragraphs: [
      'Several answers came through this link within a minute. Link checkers of mail systems do that, so none of them moves your plan up.',
      'Wait a minute, then save your own answer: it counts.',
    ],
    link: 'Back to the check-in',
  },
  closedWhilePaused: {
    title: 'This week is closed',
    paragraphs: ['Your plan is paused, so there is no question open. You can come back on your page.'],
    link: ME,
  },
  closedWhenComplete: {
    title: 'This week is closed',
    paragraphs: ['Your programme is complete, so there is no question open.'],
    link: ME,
  },
  restTwoDays: {
    title: 'Rest it for two days',
    paragraphs: [
      'No calf exercises and no running for two days, please. Walk as much as is comfortable.',
      'If it is no better then, gets worse, or a stop sign appears, have it looked at.',
    ],
    link: ME,
  },
  unreadChoice: { title: 'We could not read that', paragraphs: [], link: 'Back' },
  listFirst: {
    title: 'One list first',
    paragraphs: [
      'You wrote something that we could not read, or one line of the list came back alone. Please look through the list of signs to stop for. Your sessions open again when none of them is true.',
    ],
    link: 'Open the list',
  },
  noSuchSession: {
    title: 'This week has no such session',
    paragraphs: ['The plan may have changed since the link was made. Nothing was saved.'],
    link: 'The next session',
  },
  tooLarge: {
    title: 'That was too much',
    paragraphs: ['The form was larger than 16 KB. Please shorten what you wrote and send it again.'],
    link: SAFETY,
  },
  unreadable: {
    title: 'We could not read that',
    paragraphs: ['Please use the form on the page; other kinds of content are not accepted here.'],
    link: SAFETY,
  },
  failed: {
    title: 'Something went wrong on our side',
    paragraphs: [
      'Nothing was saved. Please go back and try again in a minute.',
      'If your calf is swollen, hot, or hard to walk on, do not wait for this page.',
    ],
    link: SAFETY,
  },
  busy: {
    title: 'Please try once more',
    paragraphs: [
      'Something else changed your plan at the same moment, so this was not saved. Please go back and send it again.',
    ],
    link: SAFETY,
  },
} as const satisfies Readonly<Record<string, Notice>>;
