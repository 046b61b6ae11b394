import { type Example, example, LINKS } from '../parts/examples.ts';

export const pausedExamples: readonly Example[] = [
  example(
    'by-the-person',
    { kind: 'paused', by: 'person', afterBreak: false, until: 'Monday 6 April', comeBackUrl: LINKS.me },
    { week: 3 },
  ),
  example(
    'by-silence',
    { kind: 'paused', by: 'silence', afterBreak: false, until: null, comeBackUrl: LINKS.me },
    { week: 5 },
  ),
  example(
    'after-a-break',
    { kind: 'paused', by: 'silence', afterBreak: true, until: null, comeBackUrl: LINKS.me },
    { week: 5 },
  ),
];
