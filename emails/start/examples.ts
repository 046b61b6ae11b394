import type { PlanView } from '../../views/mail/views.ts';
import { firstWeek, RUNS } from '../parts/example-plans.ts';
import { type Example, example, OWN, planned, stepUp } from '../parts/examples.ts';

const first: PlanView = {
  ...stepUp,
  kind: 'start',
  outcome: 'HOLD',
  headline: 'Strength begins at Level 1, Hold; running begins with walks.',
  changes: stepUp.changes.map((change) => ({ ...change, direction: 'start', from: null })),
  reasons: [
    {
      code: 'start',
      short: 'your answers',
      long: 'You start here because your pain averaged 5 over the last three days, and rising on both feet felt fine.',
    },
  ],
  answered: null,
  painByWeek: [{ week: 0, average: 5 }],
  ...planned(firstWeek),
  boxes: [
    {
      title: 'One look at your shoes',
      text: 'Your toes should be able to spread. If they cannot, that pair is too narrow for now.',
    },
    {
      title: 'Two minutes about your running, if you like',
      text: 'It decides which lessons come first, and your own words come back to you when you finish.',
      link: { label: 'About your running', url: OWN.running },
    },
  ],
  nextDoor: null,
  badDay: {
    label: 'A bad day?',
    text: 'Five minutes count: two sets of standing heel hold, knees straight. You have shown up. At the check-in count only full sessions.',
  },
  checkInOn: 'Sunday 8 March',
  nextPlanOn: 'Monday 9 March',
};
const keepsRunning: PlanView = {
  ...first,
  headline: 'Strength begins at Level 3; you keep running, reduced.',
  ...planned({ ...firstWeek, stage: 'RK', run: RUNS.keep, days: 10 }),
};
const withPhysio: PlanView = {
  ...first,
  physio: true,
  note: [
    'Level: 1',
    'Pain by week: 5',
    'Answer: neither leg can do a single-leg raise',
    'Stopped: nothing',
    'Programme: Calf Coach, week 1',
    'No diagnosis was made',
  ],
  boxes: [
    { title: 'The first days', text: 'Ice for ten minutes can feel good. Keep heat for later in the week.' },
    ...first.boxes,
  ],
};
export const startExamples: readonly Example[] = [
  example('calm-start', first, { week: 1 }),
  example('keeps-running', keepsRunning, { week: 1, units: 'mi' }),
  example('physio-and-ice', withPhysio, {
    week: 1,
    operator: {
      name: 'Clinic',
      postal: '1 High Street, Leeds',
      email: 'a@b.example',
      referral: 'Book at the clinic: ask for the running team.',
    },
  }),
];
