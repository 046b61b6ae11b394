/**
 * "Or just reply": the line to copy, what it means, and the list it speaks of (docs/contract.md §3), for
 * check-in, reminder and question.
 */
import type { ReplyLine } from '../../views/mail/views.ts';
import * as kit from '../compiled/kit.ts';
import { type Html, join } from '../escape.ts';
import { asWritten, para, section, bullets as textBullets, link as textLink } from '../plain.ts';
import { bullets, link, p, strong } from './html.ts';

const RUNNING_NEEDS = 'average 2, worst 2 or less, which the next step of running needs';
const allDone = ({ runPlanned, runsCount }: ReplyLine): string => {
  if (!runPlanned) return 'all strength sessions done';
  return runsCount
    ? 'all sessions and all runs done, and no run longer than planned'
    : 'all sessions done, and no run longer than planned';
};
const means = (view: ReplyLine): readonly string[] => [
  view.worst === 2 ? RUNNING_NEEDS : 'average 2, worst 3 or less',
  'usual by the next morning',
  ...(view.noStiffer ? ['mornings no stiffer than you told us last'] : []),
  allDone(view),
  'no painkiller for the calf',
];
const WORDS = {
  signs: 'The stop signs we ask about every week',
  signsRule: ({ runPlanned }: ReplyLine): string =>
    `Is one of them true? Do not wait for the ${runPlanned ? 'plan' : 'next mail'}. Look here, and tell us which one it is:`,
  signsLink: 'who to call, and when',
  heading: 'Or just reply to this mail',
  short: 'A calm week is one line. Put your own number in place of the two:',
  means: 'This is what it says:',
  tests: (n: number): string =>
    n === 1 ? 'the test we asked for is passed' : 'the tests we asked for are passed',
  none: 'you read the list of stop signs above and have none of them',
  long: 'This time the short line is not enough. Reply with this one, changed to what is true for you, or open the page:',
  longToo: 'Was it different? Change this line to what is true for you:',
  number: 'One number alone is fine too: it keeps your plan, or makes it easier.',
  numberAfter: 'One number alone is fine too.',
} as const;
export const SHORT_LINE = '2 OK';

const meaning = (view: ReplyLine): readonly string[] => [
  ...means(view),
  ...(view.tests > 0 ? [WORDS.tests(view.tests)] : []),
  WORDS.none,
];

const number = ({ runPlanned }: ReplyLine): string => (runPlanned ? WORDS.number : WORDS.numberAfter);

/** The weekly list of stop signs, and where to look. */
export const signsBox = (view: ReplyLine, safety: string): Html =>
  kit.part({
    heading: WORDS.signs,
    body: join([bullets(view.stopSigns), p(WORDS.signsRule(view)), link(WORDS.signsLink, safety)]),
  });
export const signsText = (view: ReplyLine, safety: string): string | null =>
  section(
    WORDS.signs,
    textBullets(view.stopSigns),
    textLink(`${WORDS.signsRule(view)} ${WORDS.signsLink}`, safety),
  );

export function replyBox(view: ReplyLine, safety: string): Html {
  const short = [
    p(WORDS.short),
    strong(SHORT_LINE),
    p(WORDS.means),
    bullets(meaning(view)),
    p(WORDS.longToo),
  ];
  return join([
    signsBox(view, safety),
    kit.part({
      heading: WORDS.heading,
      body: join([...(view.long ? [p(WORDS.long)] : short), strong(view.longLine), p(number(view))]),
    }),
  ]);
}

/** The lines to copy have an empty line above and below. */
export function replyText(view: ReplyLine, safety: string): readonly (string | null)[] {
  const short = [
    para(WORDS.short),
    asWritten(SHORT_LINE),
    `${para(WORDS.means)}\n${textBullets(meaning(view))}`,
    para(WORDS.longToo),
  ];
  return [
    signsText(view, safety),
    section(
      WORDS.heading,
      ...(view.long ? [para(WORDS.long)] : short),
      asWritten(view.longLine),
      para(number(view)),
    ),
  ];
}
