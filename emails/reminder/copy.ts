export const COPY = {
  subject: (week: number): string => `Week ${week}: there is still time to check in`,
  preheader: 'Half a minute, and your next plan fits the week you really had.',
  heading: 'Still half a minute to spare?',
  lines: [
    'Your check-in is open. A week that went badly, or not at all, counts just as much: the plan follows what really happened.',
  ],
  lead: 'On average over the last 7 days, how was your calf? Tap a number.',
  without: (on: string, fromBreak: boolean): string =>
    fromBreak
      ? 'You are back from your break, and no exercises come before your answer. This is the only reminder.'
      : `Without an answer the plan of ${on} repeats the week. This is the only reminder.`,
  button: 'Open the check-in',
} as const;
