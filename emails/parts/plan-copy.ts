/** Words that `start`, `plan` and `decision` share. Words of the course itself come inside the view. */
import type { RunPrescription } from '../../program/course/plan.ts';
import type { PlanView } from '../../views/mail/views.ts';

export const PLAN_WORDS = {
  today: (minutes: string): string => `Today: strength, ${minutes} minutes`,
  howTo: 'Every exercise, drawn and described',
  glance: 'Your week at a glance',
  rest: 'The rest of your week',
  newMoves: 'New this week, step by step',
  runningRow: { track: 'running', count: '', title: 'Running' },
  times: (sessions: number, hours: number | null): string =>
    `${sessions === 1 ? 'Once' : sessions === 2 ? 'Twice' : `${sessions} times`} this week${hours === null ? '' : `, at least ${hours} hours apart`}.`,
  stays: 'Not passing yet costs nothing.',
  extraRow: { track: 'extra', count: '', title: 'A little extra', detail: '' },
  signs: (signs: readonly string[]): string => `${signs.join('; ')}.`,
  newStrength: 'New strength moves, step by step',
  warmUp: 'Warm-up before you run',
  running: (run: RunPrescription): string => (run.walks != null ? 'Walking this week' : 'Running this week'),
  footCore: 'Feet',
  footCoreWhen: 'On strength days, after the calf work.',
  stretches: 'Stretches',
  stretchDays: (days: string): string => `On ${days} days this week, gently, never into pain.`,
  addOn: 'A little extra',
  cue: 'Think of this:',
  easier: 'Too hard?',
  newBelow: 'new, shown below',
  newAbove: 'new, shown above',
  isNew: 'new',
  lesson: 'Read the lesson',
  tests: (n: number): string =>
    n === 1 ? 'Before next week’s check-in, try this test' : 'Before next week’s check-in, try these tests',
  testOf: { strength: 'Strength:', running: 'Running:' },
  testRule:
    'Passing opens the next step. Not passing yet costs nothing: you simply stay where it is comfortable.',
  why: (kind: PlanView['kind']): string =>
    kind === 'start' ? 'Why you start here' : 'What changed, and why',
  missingHeading: 'A few answers were missing',
  /** docs/clinical-rules.md §9.6 for a calm answer; an eased week asks without that reason. */
  answerHeading: 'Last week’s check-in is still open',
  answerStill:
    'You can still answer it: one number from 0 to 10, then Save. A tap alone is not kept, because programs that check links press them too.',
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
  dateLines: (view: PlanView): readonly string[] => [
    `Check-in: ${view.checkInOn}. It takes half a minute.`,
    `Next plan: ${view.nextPlanOn}, or as soon as you have answered.`,
  ],
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
