import { type Example, example, LINKS, OWN } from '../parts/examples.ts';

const links = { ...LINKS, unsubscribe: null, me: null, worse: null };
const body = { kind: 'confirm', confirmUrl: OWN.confirm, expiresOn: 'Thursday 5 March' } as const;
export const confirmExamples: readonly Example[] = [
  example('usual', body, { firstName: null, links }),
  example('name-never-shown', body, { firstName: 'Win money now', links, awaitingReview: false }),
];
