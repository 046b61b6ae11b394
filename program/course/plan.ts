/**
 * The plan of one week as data: what a mail, a page and a printed sheet show. No words except catalogue words
 * that come from the curriculum.
 */
import type { FootCoreBlock, LevelNumber, Stage } from './types.ts';

/** A dose: the unit is in the field's name. `sets × reps` or `sets × seconds` or `metres`. */
export interface Dose {
  readonly sets: number;
  readonly reps?: number;
  readonly seconds?: number;
  readonly metres?: number;
  /** The upper end of a build-up within the week ("3×12 → 3×15"), same unit as above. */
  readonly toSets?: number;
  readonly toReps?: number;
  readonly toSeconds?: number;
  /** `2-1-3` up–hold–down seconds, or `easy`, `hold`, `quick`, `slow`. */
  readonly tempo: string;
  readonly restSeconds: number;
  readonly restSecondsTo?: number;
  readonly eachSide: boolean;
}

/** Start and end of an exercise as one picture; everything it shows is said in words too. */
export interface Drawing {
  /** Tells what to do. */
  readonly alt: string;
  /** `EX-05.1a2b3c4d5e`, under /drawings/ as .svg, .png and @2x.png. */
  readonly file: string;
}
/** Size in px at which a drawing is shown. */
export const DRAWING_SIZE = { width: 280, height: 196 } as const;

export interface PlannedExercise {
  /** EX-05, or with its variant EX-08s, EX-04h. */
  readonly id: string;
  readonly name: string;
  readonly dose: Dose;
  /** New this week: the mail prints the full card; otherwise one line. */
  readonly isNew: boolean;
  /** On that many of the week's sessions only; absent = on every session. */
  readonly sessionsPerWeek?: number;
  readonly setUp: string;
  readonly steps: readonly string[];
  readonly cue: string;
  readonly easier: string;
  readonly harder: string;
  readonly stopRule: string;
  readonly drawing: Drawing;
  readonly equipment: readonly string[];
  readonly sources: readonly string[];
}

export interface RunPrescription {
  readonly stage: Stage;
  /** 0 = no running this week. */
  readonly sessions: number;
  readonly intervals: number;
  readonly runMinutes: number;
  readonly walkMinutes: number;
  readonly totalRunMinutes: number;
  readonly sessionMinutes: number;
  /**
   * RK: longest single run in minutes (null = "no longer than your longest of the last 30 days") and share of
   * usual weekly volume, percent.
   */
  readonly longestRun: number | null;
  readonly volumePercent: readonly [number, number] | null;
  readonly daysOffFirst: number;
  /** R0: flat walks in place of runs; null on every other stage. */
  readonly walks?: {
    readonly sessions: number;
    readonly minutes: readonly [number, number];
    readonly brisk: boolean;
  } | null;
  /** RK's first weeks: no hills, no speed (docs/clinical-rules.md §4.1). */
  readonly noHills?: boolean;
}

/**
 * The one self-test asked at this week's check-in for a track; described in the plan before it is asked. Null
 * = nothing to test.
 */
export interface GateTest {
  readonly track: 'strength' | 'running';
  /** `LV4→LV5`, `R3→R4`. */
  readonly gate: string;
  readonly test: string;
  /** A few words for a list or a hold ("20 small two-leg hops at 2 or less"). */
  readonly short?: string;
  /** The week's runs themselves are the test (answered by `runsDone`); no question of its own is needed. */
  readonly runsOnly?: boolean;
  readonly sources: readonly string[];
}

export interface WeekPlan {
  readonly week: number;
  readonly phase: string;
  readonly level: LevelNumber;
  readonly levelName: string;
  readonly stage: Stage;
  readonly footCore: FootCoreBlock;
  /** What most of its foot moves are: FC1 where only seated ones stand in for the block's own. */
  readonly footCoreKind: FootCoreBlock;
  /** Strength sessions this week (pro-rated in a short or long first week). */
  readonly sessions: number;
  /** Of the calf work alone: at first, and built up. */
  readonly sessionMinutes: readonly [number, number];
  /** 48 when strength days need a day between (LV4 up), else null. */
  readonly hoursBetween: number | null;
  readonly strength: readonly PlannedExercise[];
  readonly footCoreMoves: readonly PlannedExercise[];
  readonly stretches: readonly PlannedExercise[];
  readonly stretchDays: readonly [number, number];
  readonly warmUp: PlannedExercise | null;
  readonly addOn: readonly PlannedExercise[];
  readonly crossTraining: number;
  readonly run: RunPrescription;
  readonly gates: readonly GateTest[];
  /** Days from this plan to the next plan day. */
  readonly days: number;
}
