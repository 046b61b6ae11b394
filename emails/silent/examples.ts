import { type Example, example, LINKS, OWN } from '../parts/examples.ts';

export const silentExamples: readonly Example[] = [
  example('two-weeks', { kind: 'silent', checkInUrl: OWN.checkIn, meUrl: LINKS.me }, { week: 4 }),
];
