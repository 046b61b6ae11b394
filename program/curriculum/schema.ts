/**
 * The shape of the curriculum: what a physiotherapist edits in `curriculum/` (numbers in YAML, words in Markdown), parsed at build time
 * into one object that `decide` takes as an argument. Errors name file, line and what was expected (cli/build/curriculum.ts).
 */
import { z } from 'zod';

/** An id of the evidence register: S-, AD-, MD-, TR-, SH-, EX-, LES-, BC-, a dossier section (§4.4) or a work of `sources.yaml`. Never empty. */
export const sources = z.array(z.string().min(2)).min(1).readonly();

export const dose = z.strictObject({
  sets: z.int().min(1).max(6),
  reps: z.int().min(1).max(40).optional(),
  seconds: z.int().min(1).max(120).optional(),
  metres: z.int().min(1).max(100).optional(),
  toSets: z.int().min(1).max(6).optional(),
  toReps: z.int().min(1).max(40).optional(),
  toSeconds: z.int().min(1).max(120).optional(),
  tempo: z.string(),
  restSeconds: z.int().min(0).max(300),
  restSecondsTo: z.int().min(0).max(300).optional(),
  eachSide: z.boolean(),
}).readonly();

/** One exercise at one level with its dose; `id` may carry a variant (EX-08s). */
export const prescribed = z.strictObject({ exercise: z.string().regex(/^EX-\d{2}[sh]?$/), dose }).readonly();

export const level = z.strictObject({
  level: z.int().min(0).max(7),
  name: z.string(),
  exercises: z.array(prescribed).min(1).max(4).readonly(),
  sessionsPerWeek: z.int().min(1).max(7),
  minimumDays: z.int().min(1),
  minimumWeeks: z.int().min(1),
  /** §2.9: one more week at age ≥ 50 or after a strain in the last 12 months. */
  extraWeekForRisk: z.boolean(),
  hoursBetween: z.int().nullable(),
  /** Self-test that opens the NEXT level (§2.11), one sentence a runner can carry out; null at the top. */
  gate: z.string().nullable(),
  gateShort: z.string().nullable(),
  sources,
}).readonly();

export const stage = z.strictObject({
  stage: z.enum(['R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9']),
  intervals: z.int().min(0),
  runMinutes: z.number().min(0),
  walkMinutes: z.number().min(0),
  totalRunMinutes: z.int().min(0),
  sessionMinutes: z.int().min(1),
  sessionsPerWeek: z.int().min(1),
  /** Strength level the NEXT stage needs (§4.4), null = none. */
  nextNeedsLevel: z.int().min(0).max(7).nullable(),
  /** Extra self-test that opens the NEXT stage; null = two settled sessions are the test. */
  gate: z.string().nullable(),
  gateShort: z.string().nullable(),
  sources,
}).readonly();

/** RK: keep running, reduced (§4.1, §4.4). Percentages are whole numbers. */
export const keepRunning = z.strictObject({
  volumePercent: z.tuple([z.int(), z.int()]).readonly(),
  noHillsWeeks: z.int(),
  longestRunRaisePercent: z.int(),
  regressCutPercent: z.int(),
  secondRegressStage: z.enum(['R3']),
  sessionsPerWeek: z.int(),
  sources,
}).readonly();
