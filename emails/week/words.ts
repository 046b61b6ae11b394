/** Words of the week in `start`, `plan` and `decision`; words of the course come inside the view. */
export const WEEK_WORDS = {
  days: 'Your week',
  /** The pages follow what is moved and saved; the mail cannot. */
  asOf: (day: string): string => `As of ${day}; open one to move it.`,
  /** Before what a plan has reached. */
  reached: (title: string): string => `Reached: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  free: 'free',
  rest: 'rest',
  checkIn: 'tell us how it went',
  minutes: (n: number): string => (n === 0 ? '' : `${n} min`),
  sessions: 'What to do',
  open: 'Open my next session',
  isNew: ' new',
  standing: 'Where you are',
  ladder: (title: string, at: number, of: number): string => `${title}: ${at} of ${of}`,
  pain: 'Pain by week',
  noAnswer: '–',
  noAnswerText: 'no answer',
  raises: 'Single-leg raises',
  left: 'left',
  right: 'right',
  lesson: 'Read the lesson',
  numbers: (emergency: string, urgent: string): string =>
    `Emergency: ${emergency}. Not an emergency, but today: ${urgent.replace(/\.$/, '')}.`,
  worse: 'My calf got worse',
  more: 'More for this week',
  running: 'Running:',
  extra: (times: number): string =>
    times === 1 ? 'If you like: one easy swim or ride.' : `If you like: ${times} easy swims or rides.`,
  moreWhy: 'More on why',
  /** Under the title of the next door. */
  testsBelow: 'See below.',
  tests: (n: number): string => (n === 1 ? 'How the test goes' : 'How the tests go'),
  physio: 'A physiotherapist could help here; a note to show stands below.',
  cues: 'Each exercise, with what to think of',
} as const;
