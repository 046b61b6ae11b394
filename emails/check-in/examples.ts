import type { CheckInView, ReplyLine } from '../../views/mail/views.ts';
import { thirdWeek } from '../parts/example-plans.ts';
import { type Example, example, OWN } from '../parts/examples.ts';

export const calmLine: ReplyLine = {
  long: false,
  longLine: '2, worst 2, did 3 of 3, did not run, fine next morning, no painkillers, no stop signs, tests ok',
  runPlanned: true,
  tests: 2,
  worst: 2,
  runsCount: false,
  noStiffer: false,
  stopSigns: [
    'chest pain or short breath',
    'swelling, redness or heat in one leg',
    'a pop, or you cannot walk on it',
  ],
};
export const checkInBody = (
  kind: CheckInView['kind'],
  tests: readonly string[],
  reply: ReplyLine = { ...calmLine, tests: tests.length },
): CheckInView => ({
  kind,
  scale: Array.from({ length: 11 }, (_, value) => ({ value, url: `${OWN.checkIn}/${value}` })),
  url: OWN.checkIn,
  planOn: 'Monday 23 March',
  fromBreak: false,
  tests,
  reply,
});
/** No test is asked and nothing of running is due. */
const STRENGTH_ONLY: ReplyLine = {
  ...calmLine,
  longLine: '2, worst 3, did 3 of 3, did not run, fine next morning, no painkillers, no stop signs',
  tests: 0,
  worst: 3,
};
const RAN =
  '2, worst 2, did 3 of 3, ran 25 min, fine next morning, no painkillers, no stop signs, 3 calm runs';
export const checkInExamples: readonly Example[] = [
  example(
    'with-two-tests',
    checkInBody(
      'check-in',
      thirdWeek.gates.map((gate) => gate.test),
    ),
    { week: 3 },
  ),
  example('no-test', checkInBody('check-in', [], STRENGTH_ONLY), { week: 1 }),
  example('from-a-break', { ...checkInBody('check-in', [], STRENGTH_ONLY), fromBreak: true }, { week: 5 }),
  example(
    'runs-and-mornings',
    checkInBody('check-in', [], {
      ...calmLine,
      longLine: `${RAN}, mornings no stiffer`,
      tests: 0,
      runsCount: true,
      noStiffer: true,
    }),
    { week: 8 },
  ),
  example(
    'long-line',
    checkInBody('check-in', [], {
      ...calmLine,
      long: true,
      longLine: `${RAN}, raises 20 sore 22 other`,
      tests: 0,
    }),
    { week: 12 },
  ),
];
