import { type Example, example, LINKS } from '../parts/examples.ts';

export const pausedExamples: readonly Example[] = [
  example(
    'by-the-person',
    { kind: 'paused', by: 'person', until: 'Monday 6 April', comeBackUrl: LINKS.me },
    { week: 3 },
  ),
  example('by-silence', { kind: 'paused', by: 'silence', until: null, comeBackUrl: LINKS.me }, { week: 5 }),
];
