/** Words that `start`, `plan` and `decision` share. Words of the course itself come inside the view. */
import type { PlanView } from '../../views/mail/views.ts';

export const PLAN_WORDS = {
  howTo: 'Every exercise, drawn and described',
  newMoves: 'New this week, step by step',
  stays: 'Not passing yet costs nothing.',
  signs: (signs: readonly string[]): string => `${signs.join('; ')}.`,
  cue: 'Think of this:',
  easier: 'Too hard?',
  newBelow: 'new, shown below',
  testOf: { strength: 'Strength:', running: 'Running:' },
  why: (kind: PlanView['kind']): string =>
    kind === 'start' ? 'Why you start here' : 'What changed, and why',
  missingHeading: 'A few answers were missing',
  /** docs/clinical-rules.md §12 A4. */
  listHeading: 'First, one list',
  list:
    'You wrote something that a machine could not read. Is one of these true for you? ' +
    'Then leave this week’s exercises and tell us which one:',
  listNone: 'If not, answer the list, and your week is decided anew.',
  listLink: 'Answer the list',
  /** docs/clinical-rules.md §9.6 for a calm answer; an eased week asks without that reason. */
  answerHeading: 'Last week’s check-in is still open',
  answerStill:
    'You can still answer: a number from 0 to 10, then Save. A tap alone is not kept, since link checkers tap too.',
  answer: 'Answer it on your check-in page',
  complete: 'Add the rest on your check-in page',
  missing: (outcome: PlanView['outcome']): string =>
    outcome === 'HOLD'
      ? 'I cannot move you up on one number. Still missing:'
      : 'You can still add what was missing:',
  physio: 'A physiotherapist could help here',
  physioWhy: 'Your answers suggest that a pair of hands and eyes would add something that a mail cannot.',
  note: 'A note you can show them:',
  sheet: 'All of it:',
  sheetLink: 'one page to show or print',
  /** Before the link of the page, in a mail with little room. */
  noteOr: 'A note to show them, or',
  action: 'Do one thing:',
  painRule: 'Your pain rule',
  dates: 'What comes next',
  /** The same in the weekly plan. */
  next: (view: PlanView): string =>
    `Check-in on ${view.checkInOn}, the next plan on ${view.nextPlanOn} or as soon as you have answered.`,
  mePage: 'Open your page to pause, change your day or choose an easier week',
  myPage: 'Open your page',
  stopSigns: 'Stop, and get help, if you notice',
  stopSignsLink: 'Who to call, and when',
  chart: 'Your weeks so far',
  chartCaption: 'Average pain each week, from 0 (none) to 10 (worst)',
  chartWeek: (week: number): string => (week === 0 ? 'Start' : `Week ${week}`),
  chartGap: 'no answer',
} as const;
