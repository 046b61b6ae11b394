import { checkInBody } from '../check-in/examples.ts';
import { type Example, example } from '../parts/examples.ts';

export const reminderExamples: readonly Example[] = [
  example('usual', checkInBody('reminder', []), { week: 3 }),
  example('from-a-break', { ...checkInBody('reminder', []), fromBreak: true }, { week: 5 }),
];
