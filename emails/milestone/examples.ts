import type { MilestoneView } from '../../views/mail/views.ts';
import { type Example, example, LINKS } from '../parts/examples.ts';

const UNCHANGED = 'This mail changes nothing: the plan you have is the one to do, and its pain rule stands.';
const numbers = (week: number, answered: number, to: number): readonly string[] => [
  `Week ${week} of your course. Check-ins answered: ${answered}.`,
  'Average pain: 5 at the start, 2 in your last answer.',
  `Strength: level 1 at the start, level ${to} now.`,
];
const level: MilestoneView = {
  kind: 'milestone',
  reached: [
    {
      title: 'Level 3 of strength',
      text: 'Your own test and your own answers opened it, not the calendar.',
      next: 'Your first jog was waiting for level 3. When its test is due, your plan describes it.',
    },
  ],
  numbers: numbers(3, 2, 3),
  unchanged: UNCHANGED,
  meUrl: LINKS.me,
};
const stronger = {
  title: 'Level 5 of strength',
  text: 'Your own test and your own answers opened it, not the calendar.',
  next: 'The running steps from the fifth on were waiting for level 5; the last one waits for level 6.',
};
const running = {
  title: 'Step 3 of 9 of running',
  text: 'Runs that stayed calm opened it, not the calendar.',
  next: 'The next step asks for a test of heel raises first. When it is due, your plan describes it.',
};
const feet = {
  title: 'Eight weeks of foot work',
  text: 'Small moves, done again and again.',
  next: 'The foot work goes on in your plan, as upkeep. Keeping at it is the point now.',
};
export const milestoneExamples: readonly Example[] = [
  example('first-level', level, { week: 3 }),
  example('two-at-once', { ...level, reached: [stronger, running], numbers: numbers(6, 5, 5) }, { week: 6 }),
  example(
    'eight-weeks-of-feet',
    { ...level, reached: [feet], numbers: [...numbers(9, 8, 6), 'Foot sessions in those weeks: 21 of 24.'] },
    { week: 9, firstName: null },
  ),
];
