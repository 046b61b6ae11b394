/**
 * The plan of one week from where a runner stands (docs/clinical-rules.md §9.7, §9.8). Pure: same tracks,
 * same plan. Nothing is decided here; `program/adapt` moves the tracks, this file says what that means for
 * the week.
 */
import { dosesMinutes, upToFive } from '../course/dose-time.ts';
import type { PlannedExercise, WeekPlan } from '../course/plan.ts';
import { daysSinceSudden } from '../course/tracks.ts';
import type { Baseline, Tracks } from '../course/types.ts';
import { atWeek, exerciseOf, levelOf, phaseOf } from '../curriculum/lookup.ts';
import type { Curriculum, FootCoreBlockPlan } from '../curriculum/schema.ts';
import { assert } from '../kernel/assert.ts';
import type { LocalDate } from '../kernel/time.ts';
import { gatesOf } from './gates.ts';
import { type Limits, limitsOf } from './limits.ts';
import {
  addOnMoves,
  calfMoves,
  footCoreBlockOf,
  footCoreMoves,
  type Move,
  stretchMoves,
  warmUpMove,
} from './moves.ts';
import { runOf } from './run.ts';
import { turnOfWeek } from './variation.ts';

export interface PlanInput {
  /** 1…; the week of the course. */
  readonly week: number;
  readonly tracks: Tracks;
  readonly baseline: Baseline;
  /** Days from this plan to the next plan day. */
  readonly days: number;
  /** Last week's tracks, to tell what is new; null in the first week. */
  readonly previous: Tracks | null;
  /** Local date on which the plan begins. */
  readonly today: LocalDate;
  /** Pain at the heel bone was at most 1 at two check-ins (docs/clinical-rules.md §9.2). */
  readonly heelBoneCalm?: boolean;
  /** The same of the week before, to tell what is new. */
  readonly heelBoneWasCalm?: boolean;
  /** Ids of all that earlier plans have printed; absent = what last week's tracks print is known. */
  readonly shown?: readonly string[];
  /**
   * Nothing got worse and nothing was eased: after two weeks at a level an exercise may take its turn with
   * its equal (variation.ts).
   */
  readonly steady?: boolean;
}

/** Weeks are 6 to 8 days long; the first runs 4 to 10 (docs/architecture.md §8) and is pro-rated. */
const USUAL_DAYS = { min: 6, max: 8 } as const;

const prorate = (perWeek: number, { week, days }: Pick<PlanInput, 'week' | 'days'>): number => {
  const usual = week > 1 && days >= USUAL_DAYS.min && days <= USUAL_DAYS.max;
  return usual ? perWeek : Math.max(1, Math.round((perWeek * days) / 7));
};

/** Last week's plan was a level or a stage above this one. */
const isStepBack = ({ previous, tracks }: PlanInput): boolean =>
  previous !== null &&
  (tracks.daysOffRunning ||
    tracks.level < previous.level ||
    (tracks.stage === 'R0' && previous.stage !== 'R0'));

/** All moves of a week, by their place in it. */
function movesOf(
  week: number,
  tracks: Tracks,
  {
    limits,
    sessions,
    suddenDays,
    curriculum,
    turn = 0,
  }: {
    readonly limits: Limits;
    readonly sessions: number;
    readonly suddenDays: number | null;
    readonly curriculum: Curriculum;
    readonly turn?: number;
  },
) {
  const strength = calfMoves(tracks, limits, curriculum, turn);
  return {
    strength,
    footCore: footCoreMoves(tracks, strength, sessions, curriculum),
    stretches: stretchMoves(limits, suddenDays, curriculum),
    warmUp: warmUpMove(week, tracks, curriculum),
    addOn: addOnMoves(week, tracks, curriculum),
  };
}

/** Ids of everything that earlier plans printed, or at least last week's. */
function idsBefore(input: PlanInput, limits: Limits, curriculum: Curriculum): ReadonlySet<string> {
  if (input.shown !== undefined) return new Set(input.shown);
  if (input.previous === null) return new Set();
  const since = daysSinceSudden(input.baseline, input.today);
  const sessions = levelOf(curriculum, input.previous.level).sessionsPerWeek;
  const { strength, footCore, stretches, warmUp, addOn } = movesOf(
    Math.max(1, input.week - 1),
    input.previous,
    { limits, sessions, suddenDays: since === null ? null : since - 7, curriculum },
  );
  return new Set(
    [...strength, ...footCore, ...stretches, ...(warmUp === null ? [] : [warmUp]), ...addOn].map(
      (m) => m.exercise,
    ),
  );
}

/**
 * The move with its words. The harder form stands only where level and limits allow it: '' = none this week.
 */
export function planned(
  move: Move,
  {
    sessions,
    tracks,
    limits,
    isNew,
    curriculum,
  }: {
    readonly sessions: number;
    readonly tracks: Tracks;
    readonly limits: Limits;
    readonly isNew: (id: string) => boolean;
    readonly curriculum: Curriculum;
  },
): PlannedExercise {
  const text = exerciseOf(curriculum, move.exercise);
  const mayGoHarder = tracks.level >= text.harderFromLevel && !(text.harderHops && limits.noHops);
  const card: PlannedExercise = {
    id: text.id,
    name: text.name,
    dose: move.dose,
    isNew: isNew(text.id),
    setUp:
      limits.keepShoesOn && text.barefoot ? `${curriculum.messages.keepShoesOn} ${text.setUp}` : text.setUp,
    steps: text.steps,
    cue: text.cue,
    easier: text.easier,
    harder: mayGoHarder ? text.harder : '',
    stopRule: text.stopRule,
    drawing: text.drawing,
    equipment: text.equipment,
    sources: text.sources,
  };
  return move.sessionsPerWeek !== undefined && move.sessionsPerWeek < sessions
    ? { ...card, sessionsPerWeek: move.sessionsPerWeek }
    : card;
}

/** Strength sessions of a week alone, for those who need no plan. */
export const sessionsOf = (
  input: Pick<PlanInput, 'week' | 'tracks' | 'days'>,
  curriculum: Curriculum,
): number => prorate(levelOf(curriculum, input.tracks.level).sessionsPerWeek, input);

/** A block whose own moves the level mostly does not allow is a seated one (docs/clinical-rules.md §3.4). */
const kindOf = ({ block, moves }: FootCoreBlockPlan, printed: readonly Move[]): WeekPlan['footCore'] => {
  const own = printed.filter(({ exercise }) => moves.some((m) => m.exercise === exercise));
  return own.length * 2 >= printed.length ? block : 'FC1';
};

/** Calf work alone, as the week prints it: a list without hops or for the heel bone takes less. */
function minutesOf(moves: readonly Move[]): readonly [number, number] {
  const [from, to] = dosesMinutes(moves.map(({ dose }) => dose));
  return [upToFive(from), upToFive(to)];
}

/** The week's plan. The caller may rely on `assertWithinCap` (cap.ts) holding for it. */
export function planWeek(input: PlanInput, curriculum: Curriculum): WeekPlan {
  const { week, tracks, baseline, days, today } = input;
  assert(week >= 1 && days >= 1, `a plan needs a week and days, not ${week} and ${days}`);
  const limits = limitsOf(baseline, input.heelBoneCalm);
  const level = levelOf(curriculum, tracks.level);
  const inWeek = (perWeek: number): number => prorate(perWeek, input);
  const sessions = sessionsOf(input, curriculum);
  const turn = turnOfWeek(tracks, input.steady === true);
  const moves = movesOf(week, tracks, {
    limits,
    sessions,
    suddenDays: daysSinceSudden(baseline, today),
    curriculum,
    turn,
  });
  const before = idsBefore(input, limitsOf(baseline, input.heelBoneWasCalm), curriculum);
  const put = (move: Move): PlannedExercise =>
    planned(move, { sessions, tracks, limits, isNew: (id) => !before.has(id), curriculum });
  const block = footCoreBlockOf(tracks, curriculum);
  const stretchDays = atWeek(curriculum.stretchSchedule.schedule, tracks.footCoreWeek).days;
  return {
    week,
    phase: phaseOf(curriculum, week).name,
    level: tracks.level,
    levelName: level.name,
    stage: tracks.stage,
    footCore: block.block,
    footCoreKind: kindOf(block, moves.footCore),
    sessions,
    sessionMinutes: minutesOf(moves.strength),
    hoursBetween: level.hoursBetween,
    strength: moves.strength.map(put),
    footCoreMoves: moves.footCore.map(put),
    stretches: moves.stretches.map(put),
    stretchDays:
      moves.stretches.length === 0
        ? [0, 0]
        : [Math.min(stretchDays[0], days), Math.min(stretchDays[1], days)],
    warmUp: moves.warmUp === null ? null : put(moves.warmUp),
    addOn: moves.addOn.map(put),
    crossTraining: atWeek(curriculum.crossTraining, week).sessions,
    run: runOf(week, tracks, { baseline, inWeek, curriculum }),
    gates: gatesOf({ tracks, baseline, days, today, afterStepBack: isStepBack(input) }, limits, curriculum),
    days,
  };
}
