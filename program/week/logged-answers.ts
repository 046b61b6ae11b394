/**
 * The log as a floor under the check-in (docs/clinical-rules.md §12 A25): a lower figure than was logged does
 * not count until that entry is changed. It can hold and ease, and never moves a plan up: what was left open
 * stays open unless the logged figure alone holds the week.
 */
import { runReference, spikeOf } from '../adapt/inputs.ts';
import type { CheckInAnswers } from '../answers/check-in.ts';
import type { RuleNumbers } from '../course/tracks.ts';
import type { Opening } from '../course/types.ts';
import type { LoggedWeek } from './log-session.ts';

/** AD-12: from this worst pain on a week holds by itself, so a blank may take it over. */
const HOLDS_FROM = 4;
export const LOGGED_FIELDS = ['painWorst', 'longestRunMinutes', 'nextDay'] as const;
export type LoggedField = (typeof LOGGED_FIELDS)[number];

export interface WithLog {
  readonly answers: CheckInAnswers;
  /** Where the logged figure counts in place of what was told. */
  readonly counted: readonly LoggedField[];
}

export function withLog(
  answers: CheckInAnswers,
  logged: LoggedWeek | null | undefined,
  opening: Pick<Opening, 'week' | 'tracks' | 'baseline' | 'history'>,
  numbers: RuleNumbers,
): WithLog {
  if (logged == null) return { answers, counted: [] };
  const { painWorst, longestRunMinutes, nextDay } = answers;
  const worst = logged.worst ?? 0;
  const run = logged.longestRun ?? 0;
  const reference = runReference(opening, numbers);
  const tooLong = reference !== null && spikeOf(run, reference, numbers.spike) > 0;
  const counted: readonly LoggedField[] = [
    ...(painWorst === null
      ? worst >= HOLDS_FROM
        ? (['painWorst'] as const)
        : []
      : worst > painWorst
        ? (['painWorst'] as const)
        : []),
    ...(longestRunMinutes === null
      ? tooLong
        ? (['longestRunMinutes'] as const)
        : []
      : run > longestRunMinutes
        ? (['longestRunMinutes'] as const)
        : []),
    ...(logged.sore && (nextDay === null || nextDay === 'settled') ? (['nextDay'] as const) : []),
  ];
  return {
    answers: {
      ...answers,
      ...(counted.includes('painWorst') ? { painWorst: worst } : {}),
      ...(counted.includes('longestRunMinutes') ? { longestRunMinutes: run } : {}),
      ...(counted.includes('nextDay') ? { nextDay: 'worse24' as const } : {}),
    },
    counted,
  };
}
