import type { FlareView } from '../../views/mail/views.ts';
import { type Example, example, stepUp } from '../parts/examples.ts';

const eased: FlareView = {
  kind: 'flare',
  headline: 'Strength eases to Level 2, Both legs; running stays at walks.',
  restUntil: 'Wednesday 11 March',
  rest: [
    'No calf exercises and no running until then. Foot moves sitting down are fine if they do not hurt.',
    'Walk as much as is comfortable; do not rest completely. Swimming or cycling is fine if it is calm.',
    'If it is no better in two days, or gets worse, please have it looked at.',
  ],
  changes: [
    { track: 'strength', direction: 'down', from: 'Level 3 · Two up, one down', to: 'Level 2 · Both legs' },
    { track: 'running', direction: 'same', from: null, to: 'R0 · walks' },
  ],
  painRule: stepUp.painRule,
  nextMorningRule: stepUp.nextMorningRule,
  stopSigns: stepUp.stopSigns,
  checkInOn: stepUp.checkInOn,
};
export const flareExamples: readonly Example[] = [
  example('one-step-down', eased, { week: 3 }),
  example(
    'nothing-lower-left',
    {
      ...eased,
      headline: 'Strength stays at Level 1, Hold; running stays at walks.',
      changes: [
        { track: 'strength', direction: 'same', from: null, to: 'Level 1 · Hold' },
        { track: 'running', direction: 'same', from: null, to: 'R0 · walks' },
      ],
    },
    { week: 1, firstName: null },
  ),
];
