/**
 * Finding things in the curriculum. The loader has checked completeness, so a miss is a broken assumption and
 * crashes.
 */
import type { FindingCode, FootCoreBlock, LevelNumber, Route, Stage } from '../course/types.ts';
import { assert } from '../kernel/assert.ts';
import type { Country } from './safety-schema.ts';
import type { Curriculum, FootCoreBlockPlan, LadderStage, Level } from './schema.ts';
import type { ExerciseText } from './words-schema.ts';

/** A strength level. Throws when the curriculum has none, which its checks refuse at build. */
export function levelOf(curriculum: Curriculum, level: LevelNumber): Level {
  const found = curriculum.levels[level];
  assert(found !== undefined && found.level === level, `no level ${level} in the curriculum`);
  return found;
}

/** A rung of the ladder; RK is no rung (`curriculum.keepRunning`). */
export function stageOf(curriculum: Curriculum, stage: Exclude<Stage, 'RK'>): LadderStage {
  const found = curriculum.stages.find((s) => s.stage === stage);
  assert(found !== undefined, `no stage ${stage} in the curriculum`);
  return found;
}

/** A block of foot strength. Throws when the curriculum has none. */
export function blockOf(curriculum: Curriculum, block: FootCoreBlock): FootCoreBlockPlan {
  const found = curriculum.footCore.blocks.find((b) => b.block === block);
  assert(found !== undefined, `no foot-core block ${block} in the curriculum`);
  return found;
}

/**
 * The foot-core block of a foot-core week (1…): 1–2 FC1, 3–4 FC2, 5–6 FC3, 7–8 FC4, then maintain
 * (docs/clinical-rules.md §3.4).
 */
export function blockOfWeek(curriculum: Curriculum, footCoreWeek: number): FootCoreBlockPlan {
  const found = curriculum.footCore.blocks.find(
    (b) => footCoreWeek >= b.weeks[0] && footCoreWeek <= b.weeks[1],
  );
  return found ?? blockOf(curriculum, 'maintain');
}

/** Text of an exercise or a variant (EX-08s). */
export function exerciseOf(curriculum: Curriculum, id: string): ExerciseText {
  const found = curriculum.exercises[id];
  assert(found !== undefined, `no exercise ${id} in the curriculum`);
  return found;
}

/** The last entry of a week table whose `fromWeek` has come. */
export function atWeek<T extends { readonly fromWeek: number }>(table: readonly T[], week: number): T {
  const found = table.findLast((row) => row.fromWeek <= week) ?? table[0];
  assert(found !== undefined, 'an empty week table');
  return found;
}

/** The phase that a week (from 1) belongs to. */
export const phaseOf = (curriculum: Curriculum, week: number): Curriculum['phases'][number] =>
  atWeek(curriculum.phases, week);

/** Emergency number and urgent route of a country; `default` when the country is not in the table. */
export function countryOf(curriculum: Curriculum, code: string): Country {
  const found = curriculum.safety.countries[code.toUpperCase()] ?? curriculum.safety.countries.default;
  assert(found !== undefined, 'the country table has no default');
  return found;
}

/** What is said of a finding, and of the route it leads to. */
export const findingWords = (
  curriculum: Curriculum,
  code: FindingCode,
): Curriculum['safety']['findings'][FindingCode] => curriculum.safety.findings[code];
export const routeWords = (curriculum: Curriculum, route: Route): Curriculum['safety']['routes'][Route] =>
  curriculum.safety.routes[route];
