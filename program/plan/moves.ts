/**
 * Which exercises stand in a week, with their doses: calf work by level, foot strength by its calendar,
 * stretches, warm-up, add-on.
 */
import type { Dose } from '../course/plan.ts';
import type { Tracks } from '../course/types.ts';
import { blockOf, blockOfWeek, exerciseOf, levelOf } from '../curriculum/lookup.ts';
import type { Curriculum, FootCoreBlockPlan, Prescribed } from '../curriculum/schema.ts';
import { assert } from '../kernel/assert.ts';
import type { Limits } from './limits.ts';

/** An exercise and its dose, before its words are put to it. */
export interface Move {
  readonly exercise: string;
  readonly dose: Dose;
  readonly sessionsPerWeek?: number;
}

/**
 * Calf work of a level (docs/clinical-rules.md §2.9); heel-bone pain has its own list where a step or a hop
 * would stand. `turn`: see variation.ts; 0 = as written.
 */
export function calfMoves(tracks: Tracks, limits: Limits, curriculum: Curriculum, turn = 0): readonly Move[] {
  const row = levelOf(curriculum, tracks.level);
  const list = limits.heelBone ? (row.heelBone ?? row.exercises) : row.exercises;
  return list
    .map(({ alternatives, ...p }) => ({ ...p, exercise: turnOf({ ...p, alternatives }, turn) }))
    .filter((p) => !(limits.noHops && exerciseOf(curriculum, p.exercise).hop));
}

/**
 * An exercise takes turns with those the curriculum names as equal in load, so that weeks do not repeat
 * dully.
 */
export const turnOf = ({ exercise, alternatives = [] }: Prescribed, turn: number): string => {
  const all = [exercise, ...alternatives];
  return all[turn % all.length] ?? exercise;
};

const baseOf = (id: string): string => id.slice(0, 5);

/**
 * A block's moves as this level allows them: below `needsLevel` the seated FC1 move stands in, once
 * (docs/clinical-rules.md §3.4).
 */
function allowedMoves(block: FootCoreBlockPlan, tracks: Tracks, curriculum: Curriculum): readonly Move[] {
  const seated = blockOf(curriculum, 'FC1').moves;
  const moves: Move[] = [];
  for (const m of block.moves) {
    const move = tracks.level >= m.needsLevel ? m : seated.find((s) => s.exercise === m.otherwise);
    assert(move !== undefined, 'a gated move has its seated version');
    const taken = moves.some((x) => baseOf(x.exercise) === baseOf(move.exercise));
    if (!taken) moves.push({ exercise: move.exercise, dose: move.dose });
  }
  return moves;
}

/** The block of foot strength of this week; the first one while the feet are eased. */
export const footCoreBlockOf = (tracks: Tracks, curriculum: Curriculum): FootCoreBlockPlan =>
  tracks.footCoreEased ? blockOf(curriculum, 'FC1') : blockOfWeek(curriculum, tracks.footCoreWeek);

/**
 * Foot strength of this week. A session holds at most five things (docs/clinical-rules.md §9.7), so a block's
 * moves come round week by week; where loaded calf work stands on some sessions only (LV7), the other
 * sessions take the moves that had no room.
 */
export function footCoreMoves(
  tracks: Tracks,
  calf: readonly Move[],
  sessions: number,
  curriculum: Curriculum,
): readonly Move[] {
  const block = footCoreBlockOf(tracks, curriculum);
  const moves = allowedMoves(block, tracks, curriculum);
  const { maxItems, maxFootCoreMoves } = curriculum.session;
  const always = Math.min(maxFootCoreMoves, maxItems - calf.length);
  const partTime = calf.filter((m) => m.sessionsPerWeek !== undefined);
  const light = Math.min(maxFootCoreMoves, maxItems - calf.length + partTime.length);
  const lightSessions = sessions - Math.max(0, ...partTime.map((m) => m.sessionsPerWeek ?? 0));
  const first = ((tracks.footCoreWeek - block.weeks[0]) * light) % moves.length;
  const turned = [...moves.slice(first), ...moves.slice(0, first)].slice(0, light);
  return turned.flatMap((m, i) => {
    if (i < always) return [m];
    return lightSessions > 0 ? [{ ...m, sessionsPerWeek: lightSessions }] : [];
  });
}

/**
 * Stretches: none within 72 hours of a sudden start, none over a sore heel bone
 * (docs/clinical-rules.md §9.7, §9.2). `suddenDays` null = no sudden start.
 */
export function stretchMoves(
  limits: Limits,
  suddenDays: number | null,
  curriculum: Curriculum,
): readonly Move[] {
  const { exercises, dose, notBeforeHours } = curriculum.stretchSchedule;
  if (limits.noStretches || (suddenDays !== null && suddenDays >= 0 && suddenDays * 24 <= notBeforeHours))
    return [];
  return exercises.map((exercise) => ({ exercise, dose }));
}

/** The warm-up (S-41): as soon as a participant runs, and always from week 4. */
export function warmUpMove(week: number, tracks: Tracks, curriculum: Curriculum): Move | null {
  const { exercise, gentleExercise, gentleBelowLevel, fromWeek, dose } = curriculum.warmUp;
  if (tracks.stage === 'R0' && week < fromWeek) return null;
  return { exercise: tracks.level < gentleBelowLevel ? gentleExercise : exercise, dose };
}

/** Thighs and hips from week 5 (S-49), as far as the level allows. */
export function addOnMoves(week: number, tracks: Tracks, curriculum: Curriculum): readonly Move[] {
  const { addOn } = curriculum;
  if (week < addOn.fromWeek) return [];
  return addOn.exercises
    .filter((m) => exerciseOf(curriculum, m.exercise).fromLevel <= tracks.level)
    .map((m) => ({ ...m, sessionsPerWeek: addOn.sessionsPerWeek }));
}
