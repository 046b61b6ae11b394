import type { PlanView } from '../../views/mail/views.ts';
import { asNew, MOVES, RUNS, thirdWeek } from '../parts/example-plans.ts';
import { type Example, example, OWN, planned, stepUp } from '../parts/examples.ts';

const bothUp: PlanView = {
  ...stepUp,
  headline: 'Strength moves up to Level 4, One leg; running moves on to R1, 6 × (1 min jog, 4 min walk).',
  changes: stepUp.changes.map((change) =>
    change.track === 'running'
      ? { ...change, direction: 'up', from: 'R0 · walks', to: 'R1 · 6 × (1 min jog, 4 min walk)' }
      : change,
  ),
  reasons: [
    ...stepUp.reasons.slice(0, 2),
    {
      code: 'run-up',
      short: 'run test passed',
      long: 'You passed the walking test too, so your first jogs begin.',
    },
  ],
  ...planned({
    ...thirdWeek,
    week: 4,
    level: 4,
    levelName: 'One leg',
    stage: 'R1',
    hoursBetween: 48,
    warmUp: asNew(MOVES.warmUp),
    addOn: [asNew(MOVES.hops)],
    run: RUNS.r1,
  }),
};
const eased: PlanView = {
  ...stepUp,
  outcome: 'REGRESS',
  headline: 'Strength eases to Level 2, Both legs; running stays at walks.',
  answered: 'You answered: average 6, worst 6 (the time before: average 2).',
  changes: stepUp.changes.map((change) =>
    change.track === 'strength'
      ? { ...change, direction: 'down', from: 'Level 3 · Two up, one down', to: 'Level 2 · Both legs' }
      : change,
  ),
  reasons: [
    {
      code: 'AD-12',
      short: 'average of 5 or more',
      long: 'An average of 6 over the week asks for less load, so strength goes one level back and nothing else moves.',
    },
  ],
  ...planned({
    ...thirdWeek,
    week: 4,
    level: 2,
    levelName: 'Both legs',
    strength: [MOVES.bentRaise],
    run: { ...RUNS.keepUnknown },
    gates: [],
  }),
  painByWeek: [
    { week: 0, average: 5 },
    { week: 1, average: 2 },
    { week: 2, average: null },
    { week: 3, average: 6 },
  ],
};
const held: PlanView = {
  ...stepUp,
  outcome: 'HOLD',
  headline: 'Strength stays at Level 3, Two up, one down; running stays at walks.',
  answered: 'You answered: average 2.',
  changes: stepUp.changes.map((change) => ({ ...change, direction: 'same', from: null })),
  missing: ['your worst pain', 'the list of stop signs'],
  answerUrl: OWN.checkIn,
  reasons: [
    { code: 'incomplete', short: 'answers missing', long: 'A week can only move up on a complete answer.' },
  ],
};
const silence: PlanView = {
  ...held,
  answered: null,
  missing: [],
  lessons: [],
  reasons: [
    {
      code: 'silence',
      short: 'no answer',
      long: 'There was no check-in this week, so the week repeats. We never move up on a guess.',
    },
  ],
};
const fewSessions: PlanView = {
  ...held,
  answered: 'You answered: average 1, worst 1.',
  missing: [],
  answerUrl: null,
  lessons: [],
  reasons: [
    {
      code: 'AD-17',
      short: '1 of 3 sessions done: same sessions again.',
      long: 'Your calf has not yet met this week’s work often enough to move on.',
    },
  ],
  boxes: [
    {
      title: 'When time is short',
      text: 'One session found its place. Many runners find it easier to hang the next one on the plan they made themselves:',
      own: [{ label: 'When and where', words: 'After the school run, in the hall' }],
    },
  ],
};
const physio: PlanView = {
  ...held,
  missing: [],
  answerUrl: null,
  physio: true,
  note: [
    'Level: 3',
    'Pain by week: 5, 4, 4, 4',
    'Answer: average 4 for the third week',
    'Stopped: nothing',
    'Programme: Calf Coach, week 4',
    'No diagnosis was made',
  ],
};
const last: PlanView = {
  ...bothUp,
  ...planned({
    ...bothUp.plan,
    week: 12,
    phase: 'Return',
    level: 7,
    levelName: 'Spring',
    stage: 'R9',
    footCore: 'maintain',
    footCoreKind: 'maintain',
    run: RUNS.r9,
  }),
};

const boxed: PlanView = {
  ...stepUp,
  boxes: [
    {
      title: 'Your own plan',
      text: '',
      own: [
        {
          label: 'I do my sessions:',
          words: 'after breakfast on Monday, Wednesday and Friday, in the kitchen — {before} the news',
        },
        { label: 'If I miss one, then I:', words: 'במקום זה בערב' },
      ],
    },
    {
      title: 'Your shoes: what matters most',
      text: 'From your shoe check. One change at a time is enough, and never new shoes and more distance in the same week.',
      items: [
        'Your shoes look due for a change.',
        'Your next pair is due, and room is short in front: try half a size up.',
        'Lock the heel with the lacing.',
      ],
      link: { label: 'See all of it, or change an answer', url: OWN.shoes },
    },
  ],
};

export const planExamples: readonly Example[] = [
  example('only-strength-moved', stepUp, { week: 3 }),
  example('both-moved', bothUp, { week: 4 }),
  example('after-a-flare-up', eased, { week: 4 }),
  example('answers-missing', held, { week: 3 }),
  example(
    'one-list-first',
    { ...held, missing: [], answerUrl: null, list: { signs: held.stopSigns, url: `${OWN.checkIn}/done` } },
    { week: 3 },
  ),
  example('no-answer', silence, { week: 3 }),
  example('few-sessions', fewSessions, { week: 4 }),
  example('physio', physio, { week: 4 }),
  example('own-plan-and-shoes', boxed, { week: 3 }),
  example('last-week', last, { week: 12, units: 'mi' }),
];
