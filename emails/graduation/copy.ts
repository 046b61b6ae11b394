import type { GraduationView, MailFrame } from '../../views/mail/views.ts';
import { withName } from '../parts/name.ts';

export const COPY = {
  subject: 'You have finished the course',
  preheader: 'Your weeks in numbers, from the first to the last, and how to keep it.',
  heading: (frame: MailFrame): string => withName('You did it', frame.firstName),
  lead: (view: GraduationView): string =>
    [
      `${view.to === null ? `Since ${view.from}` : `From ${view.from} to ${view.to}`}:`,
      `${view.weeks} weeks, ${view.answered} check-ins answered.`,
      'You have met every mark we set for the end of the course.',
    ].join(' '),
  numbers: 'From start to end',
  lines: (view: GraduationView): readonly string[] => [
    `Average pain: ${view.startAverage} at the start, ${view.endAverage} in the last week.`,
    `Strength: level ${view.startLevel} at the start, level ${view.endLevel} now.`,
    running(view),
    ...raisesOf(view),
    ...view.measures,
  ],
  keepGoing: 'How to keep it',
  after: [
    'You turned up, week after week, and told us how your calf was. It was good to go along.',
    'Keep this letter; your page stays, too.',
  ].join(' '),
} as const;

/** In minutes where they are known, and never "reduced now" over a run that has grown. */
function running({ minutes: { from, to }, startStage, endStage }: GraduationView): string {
  const first = from === null ? stage(startStage) : from === 0 ? 'walks' : `${from} minutes`;
  const last = to === null || to === 0 ? stage(endStage) : `${to} minutes`;
  return `Running: ${first} at the start, ${last} now.`;
}
function stage(code: GraduationView['startStage']): string {
  if (code === 'RK') return 'your own running';
  if (code === 'R0') return 'walks';
  return code === 'R9' ? '30 minutes' : `step ${code.slice(1)} of 9`;
}

function raisesOf({ firstRaises, raises }: GraduationView): readonly string[] {
  if (raises === null) return [];
  const legs = ({ sore, other }: NonNullable<GraduationView['raises']>): string =>
    `${sore} on the sore side and ${other} on the other`;
  return [
    firstRaises === null
      ? `Single-leg heel raises: ${legs(raises)}.`
      : `Single-leg heel raises: ${legs(firstRaises)} at first, ${raises.sore} and ${raises.other} now.`,
  ];
}
