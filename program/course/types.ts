/**
 * The words of the course, data only: tracks, the asked week, the decision, the plan. Whole minutes, weeks,
 * sessions; pain is NPRS 0–10.
 */
import type { CheckInAnswers, GateAnswer, StiffMinutes } from '../answers/check-in.ts';
import type { Condition, IntakeAnswers, NextDay, SinceSign } from '../answers/intake.ts';
import type { Instant, LocalDate } from '../kernel/time.ts';
import type { Measured } from './measured.ts';
import type { ReasonCode, RULE_IDS } from './reason-codes.ts';

/** Strength level LV0–LV7 as its number (docs/clinical-rules.md §2.9). */
export type LevelNumber = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** Running stage (docs/clinical-rules.md §4.4). RK = keep running, reduced. */
export type Stage = 'R0' | 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7' | 'R8' | 'R9' | 'RK';
/** Foot-core block (docs/clinical-rules.md §3.4). */
export type FootCoreBlock = 'FC1' | 'FC2' | 'FC3' | 'FC4' | 'maintain';

/**
 * Where a runner stands on the three tracks. `weeksAtLevel` counts weeks already planned at this level, this
 * one included (1 = first week).
 */
export interface Tracks {
  readonly level: LevelNumber;
  readonly weeksAtLevel: number;
  readonly stage: Stage;
  readonly weeksAtStage: number;
  /** Foot-core week 1…; 1–2 FC1, 3–4 FC2, 5–6 FC3, 7–8 FC4, then maintain. */
  readonly footCoreWeek: number;
  /**
   * True for the one week after a regression with average ≥ 5: only FC1 is printed
   * (docs/clinical-rules.md §3.4).
   */
  readonly footCoreEased: boolean;
  /**
   * RK only: the longest run allowed this week, in minutes; null on the ladder or when the runner never told
   * a length.
   */
  readonly longestRun: number | null;
  /** RK only: regressions since RK began; the second moves to R3 (docs/clinical-rules.md §4.4). */
  readonly rkRegressions: number;
  /** True when this week begins with two days off running after a regression (S-22). */
  readonly daysOffRunning: boolean;
  /**
   * RK only: raises of the longest run without a level week between; after three one week stays
   * (docs/clinical-rules.md §12 A5). Absent = none.
   */
  readonly rkRaises?: number | undefined;
  /**
   * Foot-core sessions done in foot-core weeks 1–8, at most three a week count; 16 of 24 are a graduation
   * criterion (docs/clinical-rules.md §9.11).
   */
  readonly footCoreSessions: number;
}

/** Limits a triage finding puts on the tracks until it is lifted. */
export type Cap =
  /** TR-P1 by duration: LV2 and R0 until two calm check-ins (avg ≤ 2, worst ≤ 3, settled) or seen. */
  | 'longPain'
  /** TR-P1 by a third strain: LV2 and R0 until a clinician has seen the leg. */
  | 'thirdStrain'
  /**
   * TR-P3: neither leg can do a single-leg raise: LV ≤ 2 and R0 until seen, or until each leg rose on its own
   * (docs/clinical-rules.md §12 A10).
   */
  | 'noSingleRaise'
  /**
   * TR-P3 later: each leg rose once on its own at two check-ins fourteen days apart: LV ≤ 3; the gate LV3→4
   * ends it.
   */
  | 'oneSingleRaise'
  /**
   * It got worse, and whether the sore leg still rises is not known: LV ≤ 1 and R0 until a check-in tells it
   * (docs/clinical-rules.md §12 A24).
   */
  | 'unprovedRaise'
  /**
   * Fluoroquinolone or long-term steroids, cleared by a clinician: LV ≤ 4, no plyometrics
   * (docs/clinical-rules.md §6.5).
   */
  | 'tendonMedicine';

/** What the intake (or a later event) fixed about this runner; input of every weekly decision. */
export interface Baseline {
  readonly painAverage: number;
  readonly painWorst: number;
  readonly intent: 'pain' | 'prevent';
  readonly side: IntakeAnswers['side'];
  readonly site: IntakeAnswers['site'];
  readonly ageBand: IntakeAnswers['ageBand'];
  readonly strainLast12m: IntakeAnswers['strainLast12m'];
  readonly runsNow: IntakeAnswers['runsNow'];
  readonly longestRun30d: number | null;
  readonly conditions: readonly Condition[];
  /**
   * Local date of the onset as told at the intake; null = not told. Absent in a course begun before it was
   * kept.
   */
  readonly onsetDate?: LocalDate | null | undefined;
  /** The longest run in the month before it hurt, minutes; null = not told. */
  readonly longestBefore?: number | null | undefined;
  /** RK at the start: the longest run it began with, minutes; null = walks. */
  readonly startLongestRun?: number | null | undefined;
  /** The morning after, as told at the intake. */
  readonly nextDay?: NextDay | undefined;
  /**
   * New things ticked at the intake that can raise the risk of a clot, with their day (docs/clinical-rules.md
   * §12 A1).
   */
  readonly ticks?: readonly Tick[] | undefined;
  /**
   * Local date of the last sudden onset (intake or flare); null = gradual or unknown. An unknown date of a
   * sudden onset is the day it was told.
   */
  readonly suddenOnset: LocalDate | null;
  readonly caps: readonly Cap[];
  /** The level and stage the course began on. */
  readonly startLevel: LevelNumber;
  readonly startStage: Stage;
  /**
   * The table of usual raises to compare with, as told with the first self-test
   * (docs/clinical-rules.md §2.5); undefined = not asked yet.
   */
  readonly normSex?: NonNullable<CheckInAnswers['normSex']> | undefined;
}

/** A journey, an operation or a new medicine, and the local date of the tick: it counts for 28 days. */
export interface Tick {
  readonly sign: SinceSign;
  readonly on: LocalDate;
}

/**
 * One decided week, kept short; the last eight are enough for every modifier of docs/clinical-rules.md §9.5.
 * Oldest first.
 */
export interface WeekDigest extends Measured {
  readonly week: number;
  readonly outcome: Outcome;
  readonly rule: RuleId;
  /** null when the week went unanswered. */
  readonly average: number | null;
  readonly worst: number | null;
  readonly settled: boolean;
  readonly stiffBoth: boolean;
  readonly complete: boolean;
  readonly sessionsDone: number | null;
  readonly sessionsPlanned: number;
  readonly level: LevelNumber;
  readonly stage: Stage;
  readonly raises: { readonly sore: number; readonly other: number } | null;
  /** Longest run of that week in minutes; null = not answered. */
  readonly longestRun: number | null;
  /**
   * The calf got worse in that week and was reported on its own (MD-8); counts as an easing for MD-1 and
   * MD-2.
   */
  readonly flared?: boolean | undefined;
  /** Local date of the answer. */
  readonly on?: LocalDate | undefined;
  readonly nextDay?: NextDay | undefined;
  /** A painkiller for the calf, or not sure. */
  readonly painkiller?: boolean | undefined;
  readonly stiff?: StiffMinutes | undefined;
  readonly ticks?: readonly Tick[] | undefined;
  /** Answers to the tests of the next level and the next stage. */
  readonly tests?: Tests | undefined;
  /**
   * The first week after a pause or a cleared stop: nothing before it is remembered (docs/clinical-rules.md
   * §12 A23).
   */
  readonly afterBreak?: boolean | undefined;
  /** The runner chose the easier week (docs/clinical-rules.md §12 A18). */
  readonly easier?: boolean | undefined;
  /** The runner asked for the week once more: a test passed before it is forgotten. */
  readonly repeated?: boolean | undefined;
  /** Words beside the answer that were not known to be harmless (docs/clinical-rules.md §12 A4). */
  readonly unread?: boolean | undefined;
}

/** What was said about the two tests of a week; absent = not answered. */
export interface Tests {
  readonly strength?: GateAnswer | undefined;
  readonly run?: GateAnswer | undefined;
}

/**
 * Everything a weekly decision may look at, frozen when the check-in goes out: answering twice decides twice
 * from the same opening.
 */
export interface Opening {
  readonly week: number;
  readonly tracks: Tracks;
  readonly baseline: Baseline;
  readonly history: readonly WeekDigest[];
  /** Consecutive unanswered check-ins before this one; paused weeks count (MD-9). */
  readonly missed: number;
  readonly sessionsPlanned: number;
  /**
   * First week of the course or after a pause or a cleared stop: no acceleration in the first, no progress in
   * the others.
   */
  readonly restriction: 'none' | 'noAcceleration' | 'noProgress';
  /** The last answered average, or the intake's. */
  readonly previousAverage: number;
  /** A flare was reported since the last decision (MD-8). */
  readonly flared?: boolean | undefined;
  /** The week of the return from a stop; undefined = there was none. */
  readonly returnedWeek?: number | undefined;
  /**
   * The weekly course runs again after graduation, since `week`: after a relapse, or `whole` after a stop was
   * cleared (docs/clinical-rules.md §9.11).
   */
  readonly again?: { readonly week: number; readonly whole: boolean } | undefined;
  /**
   * What the runner chose; the answer is decided from no more than that (docs/clinical-rules.md §12 A18).
   * `repeat` = chosen beside the open question, so the answer holds at most; `repeating` = the asked week was
   * the repeated one.
   */
  readonly chosen?: 'easier' | 'repeat' | 'repeating' | undefined;
  /** Minutes of running that are enough for this runner, at most 30 (docs/clinical-rules.md §12 A15). */
  readonly goalMinutes?: number | undefined;
  /** The day of the runner's race (docs/clinical-rules.md §12 A16); undefined = none was told. */
  readonly race?: LocalDate | undefined;
  /** Asked on the way back from a pause that was asked for (docs/clinical-rules.md §12 A20). */
  readonly fromBreak?: boolean | undefined;
  /** The runner did something in the open week, whether or not it was an answer. */
  readonly acted?: boolean | undefined;
  /**
   * Words beside this answer that the reader does not know to be harmless (docs/clinical-rules.md §12 A4).
   */
  readonly unread?: Unread | undefined;
}

/**
 * Words that were not known to be harmless. `plain` = no word of the body, of sensation, size, colour or
 * temperature, no negation and no unread figure; `body` = anything else.
 */
export type Unread = 'plain' | 'body';

export type Outcome = 'STOP_EMERGENCY' | 'STOP_DOCTOR' | 'REGRESS' | 'HOLD' | 'PROGRESS' | 'ACCELERATE';
/** RELAPSE = the rule of the maintenance after the course (docs/clinical-rules.md §9.11). */
export type RuleId = (typeof RULE_IDS)[number] | 'SILENCE' | 'INCOMPLETE' | 'MD-2' | 'START' | 'RELAPSE';

/**
 * Route of a triage finding; the first of the order emergency > doctor > wait > physioFirst wins
 * (docs/clinical-rules.md §6.4).
 */
export type Route = 'emergency' | 'doctor' | 'wait' | 'physioFirst';
export const FINDING_CODES = [
  'TR-E1',
  'TR-E2',
  'TR-E3',
  'TR-E4',
  'TR-E5',
  'TR-E6',
  'TR-D1',
  'TR-D2',
  'TR-D3',
  'TR-D4',
  'TR-D5',
  'TR-D6',
  'TR-D7',
  'TR-D8',
  'TR-W1',
  'TR-W2',
  'TR-W3',
  'TR-W4',
  'TR-W5',
  'TR-W6',
  'TR-W7',
  'TR-X1',
  'TR-X2',
  'TR-P1',
  'TR-P2',
  'TR-P3',
  'AD-03',
  'MD-2',
] as const;
/**
 * TR-W7 = both calves from the start, not after exercise (docs/clinical-rules.md §9.2). TR-X1 = excluded
 * group, TR-X2 = main pain elsewhere (docs/clinical-rules.md §6.5).
 */
export type FindingCode = (typeof FINDING_CODES)[number];
export interface Finding {
  readonly code: FindingCode;
  readonly route: Route | 'note';
  /**
   * The answer that raised it, as a form option: `redFlags.swelling`, `painAverage.7`, `conditions.heart`.
   * Never free text.
   */
  readonly answer: string;
}

/** Why something was decided: a code and its numbers. The words live in curriculum/<locale>/reasons.yaml. */
export interface Reason {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export { REASON_CODES, type ReasonCode, RULE_IDS } from './reason-codes.ts';

/**
 * The decision of one week. `tracks` are those of the NEXT week; on a stop they are unchanged and no plan
 * follows.
 */
export interface WeekDecision {
  readonly outcome: Outcome;
  readonly rule: RuleId;
  readonly tracks: Tracks;
  /** The rule that decided first, then what moved, then modifiers. */
  readonly reasons: readonly Reason[];
  /** Set on STOP_*; ordered by weight. */
  readonly findings: readonly Finding[];
  /** MD-1, MD-3…MD-6 or TR-P: the mail recommends a physiotherapist. */
  readonly physio: boolean;
  readonly digest: WeekDigest;
  /** Fields of a complete answer that were missing. */
  readonly missing: readonly string[];
  /** Caps lifted by this week's answer (longPain after two calm check-ins). */
  readonly liftedCaps: readonly Cap[];
  /** A wider limit in place of a lifted one (docs/clinical-rules.md §12 A10). */
  readonly addedCaps: readonly Cap[];
  /** All graduation criteria of docs/clinical-rules.md §9.11 hold. */
  readonly graduates: boolean;
}

export interface Stop {
  readonly at: Instant;
  readonly route: Route;
  readonly findings: readonly Finding[];
  /** `intake`, or the week whose answer stopped it. */
  readonly from: 'intake' | 'check-in' | 'worse' | 'return';
  readonly week: number;
  /**
   * Of two answers of the intake that do not fit together the careful one counted
   * (`triage/contradictions.ts`); absent = none.
   */
  readonly contradictions?: readonly string[];
}
