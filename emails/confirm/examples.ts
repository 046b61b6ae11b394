import { type Example, example, LINKS, OWN } from '../parts/examples.ts';

const links = { ...LINKS, unsubscribe: null, me: null, worse: null };
const body = {
  kind: 'confirm',
  what: 'signUp',
  confirmUrl: OWN.confirm,
  until: 'The link works until Thursday 5 March.',
} as const;
export const confirmExamples: readonly Example[] = [
  example('usual', body, { firstName: null, links }),
  example('name-never-shown', body, { firstName: 'Win money now', links, awaitingReview: false }),
  example(
    'new-address',
    { kind: 'confirm', what: 'newAddress', confirmUrl: OWN.fresh, until: 'The link works for 15 minutes.' },
    { firstName: null, links },
  ),
];
