import { type Example, example, OWN } from '../parts/examples.ts';

export const closedExamples: readonly Example[] = [
  example('after-silence', { kind: 'closed', why: 'silence', signupUrl: OWN.signup, note: [] }),
  example('after-twenty-weeks', {
    kind: 'closed',
    why: 'referred',
    signupUrl: OWN.signup,
    note: [
      'Level: 4',
      'Pain by week: 5, 4, 4, 3, 4',
      'Programme: Calf Coach, 20 weeks',
      'No diagnosis was made',
    ],
  }),
  example('after-a-relapse', {
    kind: 'closed',
    why: 'relapse',
    signupUrl: OWN.signup,
    note: [
      'Level: 4',
      'Pain by week: 5, 3, 1, 0, 3, 4',
      'Programme: Calf Coach, back after a relapse',
      'No diagnosis was made',
    ],
  }),
  example('after-a-year', { kind: 'closed', why: 'year', signupUrl: OWN.signup, note: [] }),
];
