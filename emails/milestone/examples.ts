import type { LetterView } from '../../views/mail/views.ts';
import { type Example, example, GOAL, LINKS } from '../parts/examples.ts';

/** Somebody who told no goal and counted no raises. */
const firstJog: LetterView = {
  kind: 'milestone',
  letter: 'first-jog',
  title: 'Your first jog',
  subject: 'your first jog',
  told: [
    'You jogged, and it settled. In your check-in of Sunday 5 April the worst moment was 1 out',
    'of 10, and the next morning was as usual.',
  ].join(' '),
  meaning: [
    'Your own sessions and answers opened this door, not the calendar. It is the moment the',
    'weeks before were for.',
  ].join(' '),
  next: 'From here it grows in small steps: a little more running, then a look at the next morning.',
  numbers: [
    'Began on 2 March. Check-ins answered: 4.',
    'Average pain: 5 at the start, 1 in the last answer.',
    'Strength: level 2 at the start, level 4 now.',
    'Longest run: none at the start, 6 minutes told last.',
  ],
  painByWeek: [5, 3, 2, null, 2, 1].map((average, week) => ({ week, average })),
  raises: null,
  goal: null,
  unchanged: 'This letter changes nothing: the plan you have is the one to do, and its pain rule stands.',
  meUrl: LINKS.me,
};
const wanted = { label: 'What you wanted to run for, in your own words:', words: GOAL };
const thirty: LetterView = {
  ...firstJog,
  letter: 'thirty-minutes',
  title: 'Thirty minutes',
  subject: 'thirty minutes',
  told: [
    'You ran for 30 minutes, and it settled. In your check-in of Sunday 24 May the worst moment',
    'was 1 out of 10, and the next morning was as usual.',
  ].join(' '),
  meaning: 'Half an hour is a mark that this course works towards, and you have run it.',
  next: 'What is still open before the end of the course stands in your plan, with your own numbers.',
  numbers: [
    'Began on 2 March. Check-ins answered: 12.',
    'Average pain: 5 at the start, 0 in the last answer.',
    'Strength: level 2 at the start, level 7 now.',
    'Longest run: none at the start, 30 minutes told last.',
    'Single-leg raises: 13 on the sore side and 22 on the other at first, 21 and 26 at the last count.',
  ],
  painByWeek: [5, 3, 2, null, 2, 1, 1, 2, 1, 1, 0, 1, 0].map((average, week) => ({ week, average })),
  raises: { left: 21, right: 26 },
  goal: wanted,
};
const symmetry: LetterView = {
  ...thirty,
  letter: 'symmetry',
  title: 'Both legs, nearly even',
  subject: 'both sides, nearly even',
  told: [
    'In your check-in of Sunday 31 May you told us 24 single-leg raises on the sore side and 26',
    'on the other: that is 92 percent.',
  ].join(' '),
  meaning: '90 percent is the mark that this course sets for its end.',
  next: 'Keep both sides at it: your plan says what comes next.',
  numbers: [
    ...thirty.numbers.slice(0, 4),
    'Single-leg raises: 13 on the sore side and 22 on the other at first, 24 and 26 at the last count.',
  ],
  raises: { left: 24, right: 26 },
  goal: null,
};
const monthSix: LetterView = {
  ...symmetry,
  letter: 'month-six',
  title: 'Six months',
  subject: 'six months',
  told: [
    'You began on 2 March. By Monday 7 September that was six months ago, and the last answer',
    'was a calm one.',
  ].join(' '),
  meaning: 'Small moves, done again and again, are what this course is made of.',
  next: 'Keeping at it is the point now.',
  goal: wanted,
  unchanged: 'This letter changes nothing in how you keep it up, and its pain rule stands.',
};
export const milestoneExamples: readonly Example[] = [
  example('first-jog', firstJog, { week: 6 }),
  example('first-jog-with-a-goal', { ...firstJog, goal: wanted }, { week: 6 }),
  example('thirty-minutes', thirty, { week: 13 }),
  example('symmetry', symmetry, { week: 14, firstName: null }),
  example('month-six', monthSix, { week: 28 }),
];
