/** The month of a stage on one page of text, of the same figures as `coach report`: nobody is told apart. */
import type { StageSettings } from '../../infra/stages.ts';
import type { MeanCell, ShareCell } from '../coach/cohort/cells.ts';
import type { Figures, WeekFigures } from '../coach/cohort/figures.ts';
import { hostOf } from './page.ts';

const FEW = 'too few to show';
/** docs/clinical-rules.md §7.3. */
const RESPONDERS = 'Two points and thirty percent less pain, drop-outs counted as no,';
const shown = (count: number | null | undefined): string => (count == null ? FEW : String(count));

const painLine = (start: MeanCell | null, weeks: readonly WeekFigures[]): string => {
  const last = weeks.findLast(({ pain }) => pain !== null);
  return start === null || last?.pain == null
    ? 'Pain: too few answers to show.'
    : `Pain, 0 to 10: ${start.mean} at the start (${start.n} people), ` +
        `${last.pain.mean} in week ${last.week} (of the ${last.pain.n} who still answer; ` +
        `interval ${last.pain.low} to ${last.pain.high}).`;
};
const shareLine = (name: string, share: ShareCell | null | undefined): string =>
  share == null
    ? `${name}: ${FEW}.`
    : `${name}: ${Math.round((100 * share.count) / share.n)} percent of ${share.n}.`;

/** As text for a newsletter or the minutes of a committee. */
export function month(settings: StageSettings, figures: Figures): string {
  const { at, began, people, weeks, painAtStart, responders, mails } = figures;
  const answering = weeks.findLast(({ answered }) => answered !== null);
  const marked = responders.findLast(({ ofAll }) => ofAll !== null);
  return `Calf Coach at ${hostOf(settings)}, as of ${at.slice(0, 10)}

Began a course:     ${shown(began)}
On a course now:    ${shown(people['active'])}
On a break:         ${shown(people['paused'])}
Stopped for safety: ${shown(people['stopped'])}
Finished:           ${shown(people['completed'])}
Left:               ${shown(people['left'])}

${painLine(painAtStart, weeks)}
${shareLine(`Who answered week ${answering?.week ?? 1}`, answering?.answered)}
${shareLine(`${RESPONDERS} in week ${marked?.week ?? 4}`, marked?.ofAll)}

Mails sent:         ${shown(mails.left)}
Half an hour late:  ${shown(mails.overHalfAnHour)}
Given up:           ${shown(mails.givenUp)}

Groups of fewer than five are hidden. Counts are whole fives, so they are about right and never exact.
Whoever dropped out is not in the figure of pain.
`;
}
