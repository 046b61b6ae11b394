import { type Example, example, OWN } from '../parts/examples.ts';

export const freshExamples: readonly Example[] = [example('come-back', { kind: 'fresh', what: 'return', url: OWN.fresh, minutes: 15 })];
