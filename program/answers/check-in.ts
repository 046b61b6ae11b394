import * as z from 'zod';
import { CALF_SINCE, CONDITIONS, NEXT_DAYS, painScore, RAISES, RED_FLAGS } from './intake.ts';

export const GATE_ANSWERS = ['yes', 'pain', 'notTried'] as const;
export type GateAnswer = (typeof GATE_ANSWERS)[number];
/**
 * Minutes until a stiff tendon is itself in the morning, in bands from the best to the worst
 * (docs/clinical-rules.md §12 A12).
 */
export const STIFF_MINUTES = ['0', '1-10', '11-30', 'over30'] as const;
export type StiffMinutes = (typeof STIFF_MINUTES)[number];

/**
 * The weekly check-in (docs/contract.md §2.2). Only `painAverage` is required; everything else may be missing
 * (null) and a missing required answer can never progress (docs/clinical-rules.md §9.3). `redFlags` null =
 * not answered, [] = "none of these" actively chosen.
 */
export const checkInAnswers = z.strictObject({
  painAverage: painScore,
  painWorst: painScore.nullable().default(null),
  nextDay: z.enum(NEXT_DAYS).nullable().default(null),
  sessionsDone: z.int().min(0).max(14).nullable().default(null),
  longestRunMinutes: z.int().min(0).max(600).nullable().default(null),
  painkillers: z.enum(['yes', 'no', 'unsure']).nullable().default(null),
  redFlags: z.array(z.enum(RED_FLAGS)).readonly().nullable().default(null),
  gateStrength: z.enum(GATE_ANSWERS).nullable().default(null),
  gateRun: z.enum(GATE_ANSWERS).nullable().default(null),
  runsDone: z.int().min(0).max(7).nullable().default(null),
  worstWhen: z.enum(['running', 'strength', 'daily']).nullable().default(null),
  stiffMinutes: z.enum(STIFF_MINUTES).nullable().default(null),
  calfSince: z.enum(CALF_SINCE).nullable().default(null),
  /** Asked while a report of worse left it open (docs/clinical-rules.md §12 A24). */
  singleLegRaise: z.enum(RAISES).nullable().default(null),
  ranInBreak: z.int().min(0).max(600).nullable().default(null),
  raisesSore: z.int().min(0).max(60).nullable().default(null),
  raisesOther: z.int().min(0).max(60).nullable().default(null),
  psfs: painScore.nullable().default(null),
  change: z.int().min(-5).max(5).nullable().default(null),
  conditions: z.array(z.enum(CONDITIONS)).readonly().nullable().default(null),
  normSex: z.enum(['female', 'male', 'skip']).nullable().default(null),
  newSurfaceOrShoes: z.enum(['yes', 'no']).nullable().default(null),
  note: z.string().max(500).nullable().default(null),
});
export type CheckInAnswers = z.infer<typeof checkInAnswers>;

/** A complete answer has all of these (docs/contract.md §2.2). */
export const COMPLETE_FIELDS = [
  'painAverage',
  'painWorst',
  'nextDay',
  'sessionsDone',
  'longestRunMinutes',
  'painkillers',
  'redFlags',
] as const;
export type CompleteField = (typeof COMPLETE_FIELDS)[number];

/** The fields of a complete answer that are still missing, in the order of the form. */
export const missingFields = (a: CheckInAnswers): readonly CompleteField[] =>
  COMPLETE_FIELDS.filter((f) => a[f] === null);
