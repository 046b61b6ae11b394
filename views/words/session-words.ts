/** The words of the session page and of the strip of a week, worded once; the wording gate reads them. */

import type { MoveRefusal } from '../../program/layout/layout.ts';
import type { SessionKind } from '../../program/layout/sessions.ts';

/** Walks stand in place of runs while the running stage is R0. */
export const SESSION_NAMES: Readonly<
  Record<SessionKind | 'walk', { readonly title: string; readonly short: string }>
> = {
  run: { title: 'Your run', short: 'run' },
  walk: { title: 'Your walk', short: 'walk' },
  strength: { title: 'Calf strength', short: 'legs' },
  feet: { title: 'Strong feet', short: 'feet' },
  stretches: { title: 'Stretches', short: 'stretch' },
};

/** Why a session stays where it is (docs/clinical-rules.md §12 A26). */
export const MOVE_WORDS: Readonly<Record<MoveRefusal, string>> = {
  L1: 'Then two runs would stand on two days running. A calf needs the day between.',
  L2: 'Then strength would stand on two days running. From level 4 the muscle needs the day between.',
  L4: 'Then strength would stand on the day before a run. Move the strength first, or put both on one day.',
  L5: 'Strong feet go with the strength session: move that one, and they come along.',
  L6: 'Then the week would have fewer than two days without run and strength.',
  lastDay:
    'The last day stays free, since the next week may begin with a run or with strength. Another plan day is a setting of your page.',
  closed: 'The week begins without running. Choose a later day.',
  rest: 'The calf rests on that day. Choose a later one.',
  taken: 'There is a session of that kind on that day already.',
  over: 'That day is over.',
  logged: 'This session is saved already, so it stays where it is.',
  outside: 'That day is not in this week.',
  unknown: 'This week has no such session.',
};

export const RESULT_WORDS = { done: 'Did it', part: 'Did part', skipped: 'Skipped' } as const;

export const SESSION_WORDS = {
  lead: {
    run: 'Easy enough to talk. Above 2 in the calf: walk home.',
    walk: 'On the flat, at an easy pace, at 2 or less.',
    strength: 'Three easy minutes of moving first. Above 5, or at a sharp or sudden pain: stop.',
    feet: 'Bare feet if you can. Slow and small is enough.',
    stretches: 'A light pull, never pain.',
  },
  both: 'Both legs work; the sore one sets the number.',
  saved: 'Saved',
  restTitle: 'Stop for today',
  rest: [
    'No running and no calf loading for 48 hours. Walking as much as is comfortable is fine.',
    'Your week now shows these days as rest, and what lay on them goes behind them where there is room.',
    'If it is no better in two days, or gets worse, please have it looked at.',
  ],
  longRun: 'That is a long time. If it was a slip, change it: until then it counts.',
  notMe:
    'Saved by somebody else? Open that session and save it as it was. Who should not have your links: new ones are on your page.',
} as const;

/** The check-in filled in from the log: each figure says where it came from. */
export const CHECK_IN_LOG = {
  title: 'Filled in from your log',
  lead: 'What you saved of your sessions is filled in and marked. Change what is not right. A lower number than a saved one does not count until you change that session.',
  notMe: 'This was not me: open the sessions of this week and change them',
  sessionsDone: (done: number, planned: number): string => `From your log: ${done} of ${planned}.`,
  longestRunMinutes: (minutes: number): string => `From your log: ${minutes}.`,
  painWorst: (pain: number): string => `From your log: ${pain}. Choose more if it was more.`,
  countsWorst: (pain: number): string => `Your log has ${pain} as the worst pain, so that counts.`,
  countsRun: (minutes: number): string => `Your log has a run of ${minutes} minutes, so that counts.`,
  countsSore: 'Your log has a sore morning after a session, so that counts.',
  nextDay: 'From your log: a morning after was sore. Choose longer if it was longer.',
  /** The rows of a check-in that the log has filled in. */
  rows: {
    sessionsDone: { title: 'Strength sessions', value: (n: number, of: number) => `${n} of ${of}` },
    longestRunMinutes: { title: 'Longest run', value: (n: number) => `${n} min` },
    painWorst: { title: 'Worst pain', value: (n: number) => `${n}, or more?` },
    nextDay: { title: 'Mornings after', value: () => 'one was sore' },
  },
  change: 'change',
} as const;
