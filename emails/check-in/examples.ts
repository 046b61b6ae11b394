import type { CheckInView } from '../../program/explain/views.ts';
import { type Example, example, OWN, thirdWeek } from '../parts/examples.ts';

export const checkInBody = (kind: CheckInView['kind'], tests: readonly string[]): CheckInView => ({
  kind,
  scale: Array.from({ length: 11 }, (_, value) => ({ value, url: `${OWN.checkIn}/${value}` })),
  url: OWN.checkIn,
  planOn: 'Monday 23 March',
  tests,
});
export const checkInExamples: readonly Example[] = [
  example(
    'with-two-tests',
    checkInBody(
      'check-in',
      thirdWeek.gates.map((gate) => gate.test),
    ),
    { week: 3 },
  ),
  example('no-test', checkInBody('check-in', []), { week: 1 }),
];
