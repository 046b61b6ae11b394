/**
 * The schemas of the parts of a course: where a runner stands, why, what a decided week leaves behind
 * (docs/architecture.md §5). Types are in `course/types.ts`.
 */
import * as z from 'zod';
import { GATE_ANSWERS, STIFF_MINUTES } from '../answers/check-in.ts';
import { CONDITIONS, NEXT_DAYS, SINCE_SIGNS } from '../answers/intake.ts';
import { FINDING_CODES, REASON_CODES, RULE_IDS } from '../course/types.ts';
import { localDate } from './aftercare-state.ts';

const level = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);
const stage = z.enum(['R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'RK']);
export const outcome = z.enum(['STOP_EMERGENCY', 'STOP_DOCTOR', 'REGRESS', 'HOLD', 'PROGRESS', 'ACCELERATE']);
export const rule = z.enum([...RULE_IDS, 'SILENCE', 'INCOMPLETE', 'MD-2', 'START', 'RELAPSE']);
export const route = z.enum(['emergency', 'doctor', 'wait', 'physioFirst']);
export const cap = z.enum([
  'longPain',
  'thirdStrain',
  'noSingleRaise',
  'oneSingleRaise',
  'unprovedRaise',
  'tendonMedicine',
]);
const nextDay = z.enum(NEXT_DAYS);
const tick = z.strictObject({ sign: z.enum(SINCE_SIGNS), on: localDate }).readonly();
const gateAnswer = z.enum(GATE_ANSWERS);

export const tracksSchema = z
  .strictObject({
    level,
    weeksAtLevel: z.int(),
    stage,
    weeksAtStage: z.int(),
    footCoreWeek: z.int(),
    footCoreEased: z.boolean(),
    longestRun: z.int().nullable(),
    rkRegressions: z.int(),
    daysOffRunning: z.boolean(),
    rkRaises: z.int().optional(),
    footCoreSessions: z.int(),
  })
  .readonly();
export const findingSchema = z
  .strictObject({
    code: z.enum(FINDING_CODES),
    route: z.enum(['emergency', 'doctor', 'wait', 'physioFirst', 'note']),
    answer: z.string(),
  })
  .readonly();
export const reasonSchema = z
  .strictObject({
    code: z.enum(REASON_CODES),
    params: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  })
  .readonly();
/**
 * `plain` and `body`: `course/types.ts`. `words` as typed, to quote them in the question about them; they go
 * with its answer, and only a key a clause stays.
 */
export const unreadSchema = z
  .strictObject({
    kind: z.enum(['plain', 'body']),
    keys: z.array(z.string()).readonly(),
    words: z.string().optional(),
  })
  .readonly();
export const digestSchema = z
  .strictObject({
    week: z.int(),
    outcome,
    rule,
    average: z.int().nullable(),
    worst: z.int().nullable(),
    settled: z.boolean(),
    stiffBoth: z.boolean(),
    complete: z.boolean(),
    sessionsDone: z.int().nullable(),
    sessionsPlanned: z.int(),
    level,
    stage,
    raises: z.strictObject({ sore: z.int(), other: z.int() }).readonly().nullable(),
    longestRun: z.int().nullable(),
    flared: z.boolean().optional(),
    on: localDate.optional(),
    nextDay: nextDay.optional(),
    painkiller: z.boolean().optional(),
    stiff: z.enum(STIFF_MINUTES).optional(),
    ticks: z.array(tick).readonly().optional(),
    tests: z
      .strictObject({ strength: gateAnswer.optional(), run: gateAnswer.optional() })
      .readonly()
      .optional(),
    afterBreak: z.boolean().optional(),
    easier: z.boolean().optional(),
    repeated: z.boolean().optional(),
    unread: z.boolean().optional(),
    psfs: z.int().optional(),
    change: z.int().optional(),
  })
  .readonly();
export const baselineSchema = z
  .strictObject({
    painAverage: z.int(),
    painWorst: z.int(),
    intent: z.enum(['pain', 'prevent']),
    side: z.enum(['left', 'right', 'both', 'none']),
    site: z.enum(['upper', 'lower', 'deep', 'achilles', 'heelbone', 'other']).nullable(),
    ageBand: z.enum(['18-29', '30-39', '40-49', '50-59', '60-69', '70+']),
    strainLast12m: z.enum(['0', '1', '2', '3+']),
    runsNow: z.enum(['yes', 'reduced', 'no', 'new']),
    longestRun30d: z.int().nullable(),
    conditions: z.array(z.enum(CONDITIONS)).readonly(),
    onsetDate: localDate.nullable().optional(),
    longestBefore: z.int().nullable().optional(),
    startLongestRun: z.int().nullable().optional(),
    nextDay: nextDay.optional(),
    ticks: z.array(tick).readonly().optional(),
    suddenOnset: localDate.nullable(),
    caps: z.array(cap).readonly(),
    startLevel: level,
    startStage: stage,
    normSex: z.enum(['female', 'male', 'skip']).optional(),
  })
  .readonly();
