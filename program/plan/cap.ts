/** No plan may hold a load above its level. Checked before every mail, in production too: a broken plan must not be sent. */
import type { Dose, PlannedExercise, WeekPlan } from '../course/plan.ts';
import { levelAt } from '../course/tracks.ts';
import type { LevelNumber, Tracks } from '../course/types.ts';
import { exerciseOf, stageOf } from '../curriculum/lookup.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { assert } from '../kernel/assert.ts';

const everything = (plan: WeekPlan): readonly PlannedExercise[] =>
  [...plan.strength, ...plan.footCoreMoves, ...plan.stretches, ...(plan.warmUp === null ? [] : [plan.warmUp]), ...plan.addOn];

/** The lowest strength level that allows all of this plan: foot-core moves, warm-up, add-on and printed harder forms counted. */
export function planCap(plan: WeekPlan, curriculum: Curriculum): LevelNumber {
  const needs = everything(plan).map((e) => {
    const text = exerciseOf(curriculum, e.id);
    return e.harder === '' ? text.fromLevel : Math.max(text.fromLevel, text.harderFromLevel);
  });
  return levelAt(Math.max(0, ...needs));
}

const top = (dose: Dose): readonly [sets: number, reps: number, seconds: number, metres: number] => [
  Math.max(dose.sets, dose.toSets ?? 0), Math.max(dose.reps ?? 0, dose.toReps ?? 0), Math.max(dose.seconds ?? 0, dose.toSeconds ?? 0), dose.metres ?? 0,
];
const within = (dose: Dose, limit: Dose): boolean => {
  const limits = top(limit);
  return top(dose).every((n, i) => n <= (limits[i] ?? 0));
};

/** Every dose the curriculum knows for an exercise at or below a level. */
function allowedDoses(id: string, level: number, curriculum: Curriculum): readonly Dose[] {
  const { levels, footCore, addOn, stretchSchedule, warmUp } = curriculum;
  const calf = levels.filter((l) => l.level <= level).flatMap((l) => [...l.exercises, ...(l.heelBone ?? [])]);
  const feet = footCore.blocks.flatMap((b) => b.moves).filter((m) => m.needsLevel <= level);
  const rest = [
    ...stretchSchedule.exercises.map((exercise) => ({ exercise, dose: stretchSchedule.dose })),
    { exercise: warmUp.exercise, dose: warmUp.dose }, { exercise: warmUp.gentleExercise, dose: warmUp.dose },
  ];
  return [...calf, ...feet, ...addOn.exercises, ...rest].filter((p) => p.exercise === id).map((p) => p.dose);
}

/** The most of a weekly number that a week of `days` may hold. */
const most = (perWeek: number, days: number): number => Math.max(1, perWeek, Math.round((perWeek * days) / 7));

/** Crashes on a plan above the level, the stage or the longest run of `tracks`. Silent otherwise. */
export function assertWithinCap(plan: WeekPlan, tracks: Tracks, curriculum: Curriculum): void {
  assert(plan.level === tracks.level && plan.stage === tracks.stage, 'the plan is of these tracks');
  assert(planCap(plan, curriculum) <= tracks.level, `no load above LV${tracks.level}`);
  for (const e of everything(plan)) assert(allowedDoses(e.id, tracks.level, curriculum).some((d) => within(e.dose, d)), `dose of ${e.id} within LV${tracks.level}`);
  const row = curriculum.levels[tracks.level];
  assert(row !== undefined && plan.sessions <= most(row.sessionsPerWeek, plan.days), 'sessions within the level');
  const { run } = plan;
  if (run.stage === 'RK') {
    assert(run.longestRun === tracks.longestRun && run.sessions <= most(curriculum.keepRunning.sessionsPerWeek, plan.days), 'running within the longest run');
    return;
  }
  const stage = stageOf(curriculum, run.stage);
  assert(run.totalRunMinutes <= stage.totalRunMinutes && run.sessionMinutes <= stage.sessionMinutes, `running within ${run.stage}`);
  assert(run.sessions <= (stage.totalRunMinutes === 0 ? 0 : most(stage.sessionsPerWeek, plan.days)), `runs within ${run.stage}`);
}
