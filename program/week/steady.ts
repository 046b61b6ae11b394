/**
 * Whether a week is one for a change of exercise: nothing got worse, nothing was eased, nobody has to look
 * first.
 */
import type { Course } from '../participant/state.ts';

export function isSteady({ week, history, explained, restriction, flaredAt }: Course): boolean {
  const last = history.find((digest) => digest.week === week - 1);
  const before = history.findLast((digest) => digest.week < week - 1 && digest.average !== null);
  return (
    last?.average != null &&
    last.complete &&
    last.outcome !== 'REGRESS' &&
    last.flared !== true &&
    (before?.average == null || last.average <= before.average) &&
    restriction === 'none' &&
    flaredAt === null &&
    !explained.physio
  );
}
