/**
 * An exercise takes its turn with one the curriculum names as equal in load, so that long weeks at one level
 * do not repeat dully (docs/clinical-rules.md §9.10).
 */
import type { Tracks } from '../course/types.ts';
import { levelOf } from '../curriculum/lookup.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import type { Limits } from './limits.ts';
import { turnOf } from './moves.ts';

/** The first two weeks of a level are for learning its exercises. */
const VARIES_FROM_WEEK = 3;

/**
 * 0 = as the level is written. `steady`: the last answer was no worse than the one before and eased nothing.
 */
export const turnOfWeek = ({ weeksAtLevel }: Pick<Tracks, 'weeksAtLevel'>, steady: boolean): number =>
  steady && weeksAtLevel >= VARIES_FROM_WEEK ? weeksAtLevel - VARIES_FROM_WEEK + 1 : 0;

export interface Variation {
  /** Ids: what the level is written with, and what stands in its place this week. */
  readonly from: string;
  readonly to: string;
}

/**
 * What differs this week from the level as it is written; sets, repetitions and tempo are those of the level.
 */
export function variationsOf(
  tracks: Tracks,
  limits: Limits,
  steady: boolean,
  curriculum: Curriculum,
): readonly Variation[] {
  const row = levelOf(curriculum, tracks.level);
  const list = limits.heelBone ? (row.heelBone ?? row.exercises) : row.exercises;
  const turn = turnOfWeek(tracks, steady);
  return list.map((p) => ({ from: p.exercise, to: turnOf(p, turn) })).filter(({ from, to }) => from !== to);
}
