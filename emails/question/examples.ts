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
    'line-of-the-list',
    {
      kind: 'question',
      repeats: true,
      url: `${OWN.checkIn}/done`,
      ...calmLine,
      line: {
        quoted: ['one leg swollen, red, hot or changed in colour'],
        steps: [
          'Have your leg looked at today, at your doctor’s practice or by this route: call 111.',
          'Do no calf strength work and no running until then.',
          'If it gets worse, or you become breathless, faint or have chest pain, call 999.',
        ],
        urgent: false,
      },
    },
    { week: 3 },
  ),
  example(
    'line-of-an-emergency',
    {
      kind: 'question',
      repeats: true,
      url: `${OWN.checkIn}/done`,
      ...calmLine,
      line: {
        quoted: ['a leg or foot suddenly numb, weak, cold, pale or blue'],
        steps: [
          'Call 999 now. If you cannot, ask someone near you to call.',
          'Say what you feel, when it began, and that you were asked to call because of it.',
          'Do not exercise, do not wait to see if it passes, and do not drive yourself.',
        ],
        urgent: true,
      },
    },
    { week: 3 },
  ),
  example(
    'in-maintenance',
    { kind: 'question', repeats: false, url: OWN.checkIn, ...keptLine, long: true },
    { week: 16 },
  ),
];
