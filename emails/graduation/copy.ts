import type { GraduationView, MailFrame } from '../../views/mail/views.ts';
import { withName } from '../parts/name.ts';

export const COPY = {
  subject: 'You have finished the course',
  preheader: 'Your weeks in numbers, from the first to the last, and how to keep it.',
  heading: (frame: MailFrame): string => withName('You did it', frame.firstName),
  lead: (view: GraduationView): string =>
    `${view.weeks} weeks, ${view.answered} check-ins answered. You have met every mark we set for the end of the course.`,
  numbers: 'From start to end',
  lines: (view: GraduationView): readonly string[] => [
    `Average pain: ${view.startAverage} at the start, ${view.endAverage} in the last week.`,
    `Strength: level ${view.startLevel} at the start, level ${view.endLevel} now.`,
    `Running: ${stage(view.startStage)} at the start, ${stage(view.endStage)} now.`,
    ...(view.raises === null
      ? []
      : [`Single-leg heel raises: ${view.raises.sore} on the sore side, ${view.raises.other} on the other.`]),
    ...view.measures,
  ],
  keepGoing: 'How to keep it',
  after:
    'The numbers are yours; what you did made them. From here on you need less of us, and your page stays.',
} as const;

function stage(code: GraduationView['startStage']): string {
  if (code === 'RK') return 'your own running, reduced';
  if (code === 'R0') return 'walking';
  return code === 'R9' ? '30 minutes of running' : `step ${code.slice(1)} of 9`;
}
