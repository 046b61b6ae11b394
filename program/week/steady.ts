/**
 * Whether a week is one for a change of exercise: nothing got worse, nothing was eased, nobody has to look
 * first.
 */
import type { Course } from '../participant/state.ts';

/**
 * True when last week was answered whole, was no worse than the answered week before, and brought no step
 * back, no flare and no limit.
 */
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
