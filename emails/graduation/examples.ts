import type { GraduationView } from '../../views/mail/views.ts';
import { type Example, example, GOAL } from '../parts/examples.ts';

const done: GraduationView = {
  kind: 'graduation',
  from: '2 March',
  to: '25 May',
  weeks: 12,
  answered: 11,
  startAverage: 5,
  endAverage: 0,
  startLevel: 1,
  endLevel: 7,
  startStage: 'R0',
  endStage: 'R9',
  minutes: { from: 0, to: 30 },
  firstRaises: { sore: 13, other: 22 },
  raises: { sore: 26, other: 28 },
  measures: [
    'What you miss most, from 0 (not at all) to 10 (as before): 3 at the start, 5 in week 4, not answered in week 8, 9 in week 12. That is 6 up.',
    'Your calf compared with the start, from −5 (worse) to +5 (better): +2 in week 4, +4 in week 12.',
  ],
  painByWeek: [5, 2, 2, 1, 1, null, 1, 1, 1, 1, 1, 1, 0].map((average, week) => ({ week, average })),
  keepGoing: [
    'Strength: 2 times a week, loaded single-leg raise and loaded bent-knee raise.',
    'Feet: 2 to 3 times a week, about 15 minutes: band in and out and raises with a ball to begin with.',
    'Running: no single run more than 10 % longer than your longest of the last 30 days.',
  ],
  goal: null,
};
export const graduationExamples: readonly Example[] = [
  example('twelve-weeks', done, { week: 12 }),
  example(
    'with-a-goal',
    { ...done, goal: { label: 'What you wanted to run for, in your own words:', words: GOAL } },
    { week: 12 },
  ),
  example(
    'kept-running',
    {
      ...done,
      weeks: 15,
      to: '15 June',
      startStage: 'RK',
      endStage: 'RK',
      minutes: { from: 20, to: 36 },
      firstRaises: null,
      raises: null,
      measures: [],
    },
    { week: 15 },
  ),
];
