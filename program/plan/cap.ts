/**
 * No plan may hold a load above its level. Checked before every mail, in production too: a broken plan must
 * not be sent.
 */
import type { Dose, PlannedExercise, WeekPlan } from '../course/plan.ts';
import { levelAt } from '../course/tracks.ts';
import type { LevelNumber, Tracks } from '../course/types.ts';
import { exerciseOf, stageOf } from '../curriculum/lookup.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { assert } from '../kernel/assert.ts';
import type { Limits } from './limits.ts';
import type { MaintenancePlan } from './maintenance-plan.ts';

const everything = (plan: WeekPlan): readonly PlannedExercise[] => [
  ...plan.strength,
  ...plan.footCoreMoves,
  ...plan.stretches,
  ...(plan.warmUp === null ? [] : [plan.warmUp]),
  ...plan.addOn,
];

/**
 * The lowest strength level that allows all of this plan: foot-core moves, warm-up, add-on and printed harder
 * forms counted.
 */
export function planCap(plan: WeekPlan, curriculum: Curriculum): LevelNumber {
  const needs = everything(plan).map((e) => {
    const text = exerciseOf(curriculum, e.id);
    return e.harder === '' ? text.fromLevel : Math.max(text.fromLevel, text.harderFromLevel);
  });
  return levelAt(Math.max(0, ...needs));
}

const sets = (d: Dose): number => Math.max(d.sets, d.toSets ?? 0);
const reps = (d: Dose): number => Math.max(d.reps ?? 0, d.toReps ?? 0);
const seconds = (d: Dose): number => Math.max(d.seconds ?? 0, d.toSeconds ?? 0);
const metres = (d: Dose): number => d.metres ?? 0;
/** No part of a dose above the limit's, its build-up counted. */
const within = (dose: Dose, limit: Dose): boolean =>
  sets(dose) <= sets(limit) &&
  reps(dose) <= reps(limit) &&
  seconds(dose) <= seconds(limit) &&
  metres(dose) <= metres(limit);

type Permit = { readonly from: number; readonly dose: Dose };

/** Every dose the curriculum knows for an exercise, and the level from which it holds. */
function permitsOf(curriculum: Curriculum): ReadonlyMap<string, readonly Permit[]> {
  const { levels, footCore, addOn, stretchSchedule, warmUp, maintenance } = curriculum;
  const all: readonly (Permit & {
    readonly exercise: string;
    readonly alternatives?: readonly string[] | undefined;
  })[] = [
    ...levels.flatMap((l) => [...l.exercises, ...(l.heelBone ?? [])].map((p) => ({ ...p, from: l.level }))),
    ...footCore.blocks.flatMap((b) => b.moves).map((m) => ({ ...m, from: m.needsLevel })),
    ...addOn.exercises.map((p) => ({ ...p, from: 0 })),
    ...maintenance.strength.map((p) => ({ ...p, from: maintenance.strengthFromLevel })),
    ...stretchSchedule.exercises.map((exercise) => ({ exercise, dose: stretchSchedule.dose, from: 0 })),
    ...[warmUp.exercise, warmUp.gentleExercise].map((exercise) => ({ exercise, dose: warmUp.dose, from: 0 })),
  ];
  const permits = new Map<string, Permit[]>();
  const turns = all.flatMap((p) => [p, ...(p.alternatives ?? []).map((exercise) => ({ ...p, exercise }))]);
  for (const { exercise, dose, from } of turns)
    permits.set(exercise, [...(permits.get(exercise) ?? []), { from, dose }]);
  return permits;
}

/** Worked out once for a curriculum: it never changes while the programme runs. */
const known = new WeakMap<Curriculum, ReadonlyMap<string, readonly Permit[]>>();
function permits(curriculum: Curriculum): ReadonlyMap<string, readonly Permit[]> {
  const found = known.get(curriculum) ?? permitsOf(curriculum);
  known.set(curriculum, found);
  return found;
}

const isPermitted = (e: PlannedExercise, level: number, curriculum: Curriculum): boolean =>
  (permits(curriculum).get(e.id) ?? []).some((p) => p.from <= level && within(e.dose, p.dose));

/** The most of a weekly number that a week of `days` may hold. */
const most = (perWeek: number, days: number): number =>
  Math.max(1, perWeek, Math.round((perWeek * days) / 7));

/**
 * Crashes on a stretch over a sore heel bone, and on a hop, printed harder forms counted, where there may be
 * none (docs/clinical-rules.md §9.2, §6.5).
 */
export function assertWithinLimits(plan: WeekPlan, limits: Limits, curriculum: Curriculum): void {
  assert(!limits.noStretches || plan.stretches.length === 0, 'no stretch over a sore heel bone');
  for (const e of limits.noHops ? everything(plan) : []) {
    const text = exerciseOf(curriculum, e.id);
    assert(!text.hop && (e.harder === '' || !text.harderHops), `no hop in ${e.id}`);
  }
}

/** Crashes on a maintenance plan above the level, exercise by exercise. */
export function assertMaintenanceWithinCap(
  plan: MaintenancePlan,
  level: LevelNumber,
  curriculum: Curriculum,
): void {
  const row = curriculum.levels[level];
  assert(row !== undefined && plan.sessions <= row.sessionsPerWeek, 'sessions within the level');
  for (const e of [...plan.strength, ...plan.footCoreMoves]) {
    const text = exerciseOf(curriculum, e.id);
    assert(
      Math.max(text.fromLevel, e.harder === '' ? 0 : text.harderFromLevel) <= level,
      `no load above LV${level}`,
    );
    assert(isPermitted(e, level, curriculum), `dose of ${e.id} within LV${level}`);
  }
}

/** Crashes on a plan above the level, the stage or the longest run of `tracks`. Silent otherwise. */
export function assertWithinCap(plan: WeekPlan, tracks: Tracks, curriculum: Curriculum): void {
  assert(plan.level === tracks.level && plan.stage === tracks.stage, 'the plan is of these tracks');
  assert(planCap(plan, curriculum) <= tracks.level, `no load above LV${tracks.level}`);
  for (const e of everything(plan))
    assert(isPermitted(e, tracks.level, curriculum), `dose of ${e.id} within LV${tracks.level}`);
  const row = curriculum.levels[tracks.level];
  assert(
    row !== undefined && plan.sessions <= most(row.sessionsPerWeek, plan.days),
    'sessions within the level',
  );
  const { run } = plan;
  if (run.stage === 'RK') {
    assert(
      run.longestRun === tracks.longestRun &&
        run.sessions <= most(curriculum.keepRunning.sessionsPerWeek, plan.days),
      'running within the longest run',
    );
    return;
  }
  const stage = stageOf(curriculum, run.stage);
  assert(
    run.totalRunMinutes <= stage.totalRunMinutes && run.sessionMinutes <= stage.sessionMinutes,
    `running within ${run.stage}`,
  );
  assert(
    run.sessions <= (stage.totalRunMinutes === 0 ? 0 : most(stage.sessionsPerWeek, plan.days)),
    `runs within ${run.stage}`,
  );
}
