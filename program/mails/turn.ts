/** The turns of a mail at the provider. */
import type { Inflight } from '../participant/state.ts';

/**
 * Which turn a claim is: higher than that of every claim of the same mail before it, for each of them was
 * either refused or released.
 */
export const turnOf = ({ attempt, refusals }: Pick<Inflight, 'attempt' | 'refusals'>): number =>
  attempt + refusals;
