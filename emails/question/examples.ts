import { calmLine } from '../check-in/examples.ts';
import { type Example, example, OWN } from '../parts/examples.ts';

export const questionExamples: readonly Example[] = [
  example('usual', { kind: 'question', url: OWN.checkIn, ...calmLine }, { week: 2 }),
  example('long-line', { kind: 'question', url: OWN.checkIn, ...calmLine, long: true }, { week: 3 }),
];
