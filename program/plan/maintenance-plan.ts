/**
 * What keeps it up after graduation (docs/clinical-rules.md §9.11): two strength sessions a week with
 * straight and bent knees, and three foot moves that come round.
 */
import type { PlannedExercise } from '../course/plan.ts';
import type { Baseline, Tracks } from '../course/types.ts';
import { exerciseOf } from '../curriculum/lookup.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { limitsOf } from './limits.ts';
import { calfMoves, footCoreMoves, type Move, turnOf } from './moves.ts';
import { planned } from './plan-week.ts';

export interface MaintenancePlan {
  /** Strength sessions a week. */
  readonly sessions: number;
  readonly strength: readonly PlannedExercise[];
  readonly footCoreMoves: readonly PlannedExercise[];
}

/** From this foot-core week on the block that keeps it comes round (docs/clinical-rules.md §3.4). */
const KEEP_FROM_WEEK = 9;
const TWO_EXERCISES = 2;

/**
 * `round` = which of the mails it is; by it the foot moves come round and the bent-knee exercise takes turns
 * with its equal. Never more than the level of `tracks` allows.
 */
export function maintenancePlan(
  round: number,
  tracks: Tracks,
  baseline: Baseline,
  curriculum: Curriculum,
): MaintenancePlan {
  const { strengthPerWeek, strengthFromLevel, strength } = curriculum.maintenance;
  const limits = limitsOf(baseline);
  const own = calfMoves(tracks, limits, curriculum).filter((m) => !exerciseOf(curriculum, m.exercise).hop);
  const turned = strength.map((p): Move => ({ exercise: turnOf(p, round), dose: p.dose }));
  const calf = tracks.level >= strengthFromLevel ? turned : own.slice(0, TWO_EXERCISES);
  const kept: Tracks = { ...tracks, footCoreEased: false, footCoreWeek: KEEP_FROM_WEEK + round };
  const put = (move: Move): PlannedExercise =>
    planned(move, strengthPerWeek, tracks, limits, () => false, curriculum);
  return {
    sessions: strengthPerWeek,
    strength: calf.map(put),
    footCoreMoves: footCoreMoves(kept, calf, strengthPerWeek, curriculum).map(put),
  };
}
