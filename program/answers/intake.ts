import * as z from 'zod';

/** Red flags of the weekly list (docs/contract.md §2.1 page 1; docs/clinical-rules.md §6.6). */
export const WEEKLY_RED_FLAGS = [
  'chest',
  'numbCold',
  'swelling',
  'pop',
  'walk',
  'knee',
  'fever',
  'wakes',
  'bone',
  'dark',
  'newMedicine',
  'journey',
  'operation',
  'runNumb',
] as const;
/**
 * Something new that can raise the risk of a clot: each opens `calfSince` (docs/clinical-rules.md §12 A1).
 */
export const SINCE_SIGNS = ['newMedicine', 'journey', 'operation'] as const;
export type SinceSign = (typeof SINCE_SIGNS)[number];
/** "Since then, is your calf pain new, in another place, of another kind, there at rest, or worse?" */
export const CALF_SINCE = ['no', 'yes', 'unsure'] as const;
/** Asked once more at the intake (docs/contract.md §2.1). */
export const INTAKE_RED_FLAGS = [
  'rockHard',
  'saddle',
  'injury',
  'walkCramp',
  'backLeg',
  'weightLoss',
  'bruise',
] as const;
export const RED_FLAGS = [...WEEKLY_RED_FLAGS, ...INTAKE_RED_FLAGS] as const;
export type RedFlag = (typeof RED_FLAGS)[number];

/** Conditions that exclude or need consent first (docs/clinical-rules.md §6.5). */
export const CONDITIONS = [
  'pregnant',
  'surgery12w',
  'clotHistory',
  'clottingDisorder',
  'cancer',
  'anticoagulant',
  'quinolone6m',
  'steroids',
  'achillesRupture',
  'fracture',
  'arteries',
  'diabeticFoot',
  'heart',
  'kidney',
  'supervisedOnly',
  'arthritis',
  'bleedingDisorder',
  'inactive70',
  'otherMainPain',
] as const;
export type Condition = (typeof CONDITIONS)[number];

export const CLOT_RISKS = ['travel', 'bedRest', 'oestrogen', 'smoking', 'familyClot'] as const;
export const RAISES = ['fine', 'hurts', 'cannotPain', 'cannotWeak', 'cannotEither', 'notTried'] as const;
export const NEXT_DAYS = ['settled', 'worse24', 'longer', 'stiffBoth'] as const;
export type NextDay = (typeof NEXT_DAYS)[number];
export const AGE_BANDS = ['18-29', '30-39', '40-49', '50-59', '60-69', '70+'] as const;

/** A PainScore: NPRS integer 0–10. */
export const painScore = z.int().min(0).max(10);
const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/**
 * Intake page 1. An empty list means "none" was actively ticked; the edge refuses a page without an active
 * choice.
 */
export const safetyAnswers = z.strictObject({
  consentHealth: z.literal(true),
  redFlags: z.array(z.enum(RED_FLAGS)).readonly(),
  conditions: z.array(z.enum(CONDITIONS)).readonly(),
});

/**
 * Intake page 2. `hurtsWhen` and `clotRisk` null = not answered: both count as yes with pain of 1 or more
 * (TR-D4).
 */
export const calfAnswers = z.strictObject({
  /** Null = not answered: planned for as pain, and no higher than prevention. */
  intent: z.enum(['pain', 'prevent']).nullable().default(null),
  side: z.enum(['left', 'right', 'both', 'none']),
  site: z.enum(['upper', 'lower', 'deep', 'achilles', 'heelbone', 'other']).nullable().default(null),
  onset: z.enum(['sudden', 'gradual']).nullable().default(null),
  onsetDate: localDate.nullable().default(null),
  hurtsWhen: z.enum(['running', 'backHome', 'later', 'notLinked', 'unsure']).nullable().default(null),
  clotRisk: z.array(z.enum(CLOT_RISKS)).readonly().nullable().default(null),
  /**
   * Asked after `newMedicine`, `journey` or `operation`, with pain of 1 or more; null counts as yes there.
   */
  calfSince: z.enum(CALF_SINCE).nullable().default(null),
  painAverage: painScore,
  painWorst: painScore,
  nextDay: z.enum(NEXT_DAYS),
  twoLegRaise: z.enum(RAISES).nullable().default(null),
  singleLegRaise: z.enum(RAISES).nullable().default(null),
  singleLegReps: z.int().min(0).max(10).nullable().default(null),
});

/**
 * Intake page 3. `painRunning`: runs of the last 14 days. `longestBefore`: the longest run in the month
 * before it hurt, minutes; with `longestRun30d` it says how far running may grow again
 * (docs/clinical-rules.md §12 A5).
 */
export const runningAnswers = z.strictObject({
  runsNow: z.enum(['yes', 'reduced', 'no', 'new']),
  painRunning: painScore.nullable().default(null),
  longestRun30d: z.int().min(0).max(600).nullable().default(null),
  longestBefore: z.int().min(0).max(600).nullable().default(null),
  ageBand: z.enum(AGE_BANDS),
  strainLast12m: z.enum(['0', '1', '2', '3+']),
});

/** Intake page 4: the wall-clock wish (docs/architecture.md §8). `weekday` is ISO: 1 Monday … 7 Sunday. */
export const rhythmAnswers = z.strictObject({
  weekday: z.int().min(1).max(7),
  hour: z.int().min(7).max(20),
  timeZone: z.string().max(64),
  units: z.enum(['km', 'mi']),
});

/**
 * All 18 answers (docs/contract.md §2.1), as `decide` takes them: already shaped by the edge, `none` removed.
 */
export const intakeAnswers = z.strictObject({
  ...safetyAnswers.shape,
  ...calfAnswers.shape,
  ...runningAnswers.shape,
  ...rhythmAnswers.shape,
});
export type IntakeAnswers = z.infer<typeof intakeAnswers>;
export type SafetyAnswers = z.infer<typeof safetyAnswers>;
