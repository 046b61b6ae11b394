import type { PlannedExercise } from '../../program/course/plan.ts';
import type { MaintenanceView, ReplyLine } from '../../views/mail/views.ts';
import { calmLine } from '../check-in/examples.ts';
import { MOVES } from '../parts/example-plans.ts';
import { type Example, example, LINKS, OWN, stepUp } from '../parts/examples.ts';

const heavy = (id: string, name: string): PlannedExercise => ({
  ...MOVES.bentRaise,
  id,
  name,
  dose: {
    sets: 2,
    toSets: 3,
    reps: 8,
    toReps: 12,
    tempo: '3-0-3',
    restSeconds: 120,
    restSecondsTo: 180,
    eachSide: true,
  },
});
export const keptLine: ReplyLine = {
  ...calmLine,
  longLine: '2, worst 3, did 2 of 2, fine next morning, no painkillers, no stop signs',
  runPlanned: false,
  tests: 0,
  worst: 3,
};
const kept: MaintenanceView = {
  kind: 'maintenance',
  standing: 'calm',
  lastAverage: 1,
  question: {
    url: OWN.checkIn,
    scale: Array.from({ length: 11 }, (_, value) => ({ value, url: `${OWN.checkIn}/${value}` })),
    reply: keptLine,
  },
  keep: {
    sessions: 2,
    strength: [heavy('EX-08h', 'Loaded single-leg raise'), heavy('EX-09h', 'Loaded bent-knee raise')],
    footCoreMoves: [MOVES.shortFoot, MOVES.toeSpread],
  },
  feet: '2 to 3 times a week, about 15 minutes.',
  also: [
    'Running: no single run more than 10 % longer than your longest of the last 30 days.',
    'One day a week on a bike or in the water in place of a run.',
    'Stretch if it helps you.',
  ],
  raises: null,
  tip: null,
  painRule: stepUp.painRule,
  nextMorningRule: stepUp.nextMorningRule,
  stopSigns: stepUp.stopSigns,
  programmeUrl: `${LINKS.site}/programme#exercises`,
  next: 'Monday 20 July',
};
export const maintenanceExamples: readonly Example[] = [
  example('calm-last-time', kept, { week: 16 }),
  example('the-first', { ...kept, standing: 'first', lastAverage: null }, { week: 14 }),
  example(
    'not-heard-with-a-test',
    {
      ...kept,
      standing: 'unheard',
      lastAverage: null,
      raises:
        'Single-leg heel raises, one set a leg, on a rested day. Stop at pain above 3, and note both numbers.',
      tip: 'Five minutes count: take one calf exercise and do two sets.',
    },
    { week: 24 },
  ),
  example(
    'settled-after-a-relapse',
    { ...kept, standing: 'settled', lastAverage: null, question: null },
    { week: 22 },
  ),
];
