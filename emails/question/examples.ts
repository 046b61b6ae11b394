import { calmLine } from '../check-in/examples.ts';
import { keptLine } from '../maintenance/examples.ts';
import { type Example, example, OWN } from '../parts/examples.ts';

export const questionExamples: readonly Example[] = [
  example(
    'usual',
    { kind: 'question', repeats: true, url: OWN.checkIn, ...calmLine, long: true },
    { week: 2 },
  ),
  example(
    'words',
    {
      kind: 'question',
      repeats: true,
      url: `${OWN.checkIn}/done`,
      ...calmLine,
      words: { quoted: 'my calf sings like an old violin' },
    },
    { week: 3 },
  ),
  example(
    'words-unquoted',
    { kind: 'question', repeats: true, url: `${OWN.checkIn}/done`, ...calmLine, words: { quoted: null } },
    { week: 5 },
  ),
  example(
    'in-maintenance',
    { kind: 'question', repeats: false, url: OWN.checkIn, ...keptLine, long: true },
    { week: 16 },
  ),
];
