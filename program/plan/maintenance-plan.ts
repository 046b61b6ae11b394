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

interface Feet {
  readonly tracks: Tracks;
  readonly calf: readonly Move[];
  /** Has a plan printed it? */
  readonly known: (id: string) => boolean;
}
/** The foot moves whose turn it is; in the place of one that was never done comes the next that was. */
function feetOf(round: number, { tracks, calf, known }: Feet, curriculum: Curriculum): readonly Move[] {
  const turnAt = (at: number): readonly Move[] => {
    const kept: Tracks = { ...tracks, footCoreEased: false, footCoreWeek: KEEP_FROM_WEEK + at };
    return footCoreMoves(kept, calf, curriculum.maintenance.strengthPerWeek, curriculum);
  };
  const now = turnAt(round);
  const rounds = curriculum.footCore.blocks.at(-1)?.moves.length ?? 0;
  const all = Array.from({ length: rounds }, (_, later) => turnAt(round + later)).flat();
  const done = all.filter(
    (m, at) => known(m.exercise) && all.findIndex((x) => x.exercise === m.exercise) === at,
  );
  return done.length === 0 ? now : done.slice(0, now.length);
}

/** What of a course the plan is made from; `shown` absent = a course begun before it was kept. */
interface Finished {
  readonly tracks: Tracks;
  readonly baseline: Baseline;
  readonly shown?: readonly string[] | undefined;
}

/**
 * `round` = which of the mails it is; by it the foot moves come round and the bent-knee exercise takes turns
 * with its equal. Never more than the level of `tracks` allows, and nothing that no plan has printed: what
 * keeps it up is what was learnt.
 */
export function maintenancePlan(
  round: number,
  { tracks, baseline, shown }: Finished,
  curriculum: Curriculum,
): MaintenancePlan {
  const { strengthPerWeek, strengthFromLevel, strength } = curriculum.maintenance;
  const known = (id: string): boolean => shown === undefined || shown.includes(id);
  const limits = limitsOf(baseline);
  const own = calfMoves(tracks, limits, curriculum).filter((m) => !exerciseOf(curriculum, m.exercise).hop);
  const turned = strength.map(({ exercise, alternatives = [], dose, ...p }): Move => {
    const [first = exercise, ...others] = [exercise, ...alternatives].filter(known);
    return { exercise: turnOf({ ...p, exercise: first, alternatives: others, dose }, round), dose };
  });
  const calf = tracks.level >= strengthFromLevel ? turned : own.slice(0, TWO_EXERCISES);
  const put = (move: Move): PlannedExercise =>
    planned(move, { sessions: strengthPerWeek, tracks, limits, isNew: () => false, curriculum });
  return {
    sessions: strengthPerWeek,
    strength: calf.map(put),
    footCoreMoves: feetOf(round, { tracks, calf, known }, curriculum).map(put),
  };
}
