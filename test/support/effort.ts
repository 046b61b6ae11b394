/**
 * How many cases a property looks at. `npm test` takes a part of them, so that it can be run often; `.ci/run`
 * and `CALF_COACH_TESTS=full npm test` take all. Both are counted, never timed, and begin at the same seed.
 */
const FULL = process.env['CALF_COACH_TESTS'] === 'full';
const PART = 4;

/** `full` cases, or a quarter of them; never fewer than `least`. */
export const cases = (full: number, least = 1): number =>
  FULL ? full : Math.max(least, Math.ceil(full / PART));
