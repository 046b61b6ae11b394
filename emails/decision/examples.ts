import type { PlanView } from '../../views/mail/views.ts';
import { MOVES, RUNS, thirdWeek } from '../parts/example-plans.ts';
import { type Example, example, planned, stepUp } from '../parts/examples.ts';

const eased: PlanView = {
  ...stepUp,
  kind: 'decision',
  outcome: 'REGRESS',
  headline: 'Strength eases to Level 2, Both legs; running stays at walks.',
  answered: 'You answered: average 5, worst 6.',
  changes: stepUp.changes.map((change) =>
    change.track === 'strength'
      ? { ...change, direction: 'down', from: 'Level 3 · Two up, one down', to: 'Level 2 · Both legs' }
      : change,
  ),
  reasons: [
    {
      code: 'AD-12',
      short: 'average of 5 or more',
      long: 'An average of 5 over the week asks for less load, so strength goes one level back.',
    },
  ],
  ...planned({ ...thirdWeek, strength: [MOVES.bentRaise], run: RUNS.walks, gates: [] }),
  lessons: [],
};
const up: PlanView = { ...stepUp, kind: 'decision', lessons: [] };
export const decisionExamples: readonly Example[] = [
  example('eased-after-a-later-answer', eased, { week: 3 }),
  example('completed-and-moved-up', up, { week: 3 }),
];
