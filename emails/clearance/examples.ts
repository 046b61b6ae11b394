import { type Example, example } from '../parts/examples.ts';

const because = ['You ticked: swelling, redness or heat in one leg.'];
const steps = ['Stop the exercises and the running.', 'Call a doctor or the urgent line today.'];
export const clearanceExamples: readonly Example[] = [
  example('day-3', { kind: 'clearance', day: 3, because, steps }, { week: 5 }),
  example('day-14', { kind: 'clearance', day: 14, because, steps }, { week: 5 }),
];
