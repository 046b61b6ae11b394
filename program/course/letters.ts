/**
 * The letters of a course (BC-7): the first jog that settled, half an hour of running, both legs nearly even,
 * six months. Each is written once, after the check-in that tells of it, and never beside a step back.
 * Graduation has a letter of its own.
 */
import { daysBetween, type LocalDate } from '../kernel/time.ts';
import { MILESTONES } from './milestones.ts';
import { rungOf, TOP_RUNG } from './tracks.ts';
import type { Baseline, Tracks, WeekDigest } from './types.ts';

export const LETTERS = ['first-jog', 'thirty-minutes', 'symmetry', 'month-six'] as const;
export type Letter = (typeof LETTERS)[number];
/** Everything that is told once at most. */
export const TOLD_ONCE = [...MILESTONES, ...LETTERS] as const;

/** The worst pain, 0 to 10, up to which a run is said to have settled (docs/clinical-rules.md §9.3). */
const SETTLED_WORST = 2;
export const HALF_AN_HOUR = 30;
/** The other leg counts 90 % (docs/clinical-rules.md §2.11, §9.11). */
export const SYMMETRY_PERCENT = 90;
/** Days from the start to month six, and for how long after it a letter still speaks of it. */
const MONTH_SIX_DAYS = 183;
const MONTH_SIX_LASTS_DAYS = 56;

export interface LetterFacts {
  readonly baseline: Pick<Baseline, 'startStage' | 'startLongestRun' | 'longestRun30d' | 'side'>;
  /** The answered weeks and the silent ones; the week that was just told last. */
  readonly history: readonly WeekDigest[];
  readonly tracks: Pick<Tracks, 'level' | 'stage'>;
  readonly previous: Pick<Tracks, 'level' | 'stage'>;
  readonly startedOn: LocalDate;
  readonly today: LocalDate;
}

/** Six months since the start, and not long past them. */
export function isMonthSix(startedOn: LocalDate, today: LocalDate): boolean {
  const days = daysBetween(startedOn, today);
  return days >= MONTH_SIX_DAYS && days < MONTH_SIX_DAYS + MONTH_SIX_LASTS_DAYS;
}

/** Level and stage where they were, or further; off the ladder or back to it is no step up. */
const noStepBack = ({ tracks, previous }: LetterFacts): boolean =>
  tracks.level >= previous.level &&
  (tracks.stage === previous.stage ||
    (previous.stage !== 'RK' && rungOf(tracks.stage) >= rungOf(previous.stage)));

/** All was well, and the next step waits for its time or its test; other holds have their own reason. */
const WAITS = 'AD-20';
/** A whole answer: settled by the next morning, a worst of 2 at most, and nothing that holds or eases. */
const settledWell = ({ settled, worst, outcome, rule, complete, flared }: WeekDigest): boolean =>
  complete &&
  settled &&
  worst !== null &&
  worst <= SETTLED_WORST &&
  (outcome === 'PROGRESS' || outcome === 'ACCELERATE' || rule === WAITS) &&
  flared !== true;

/** Who began with walks, on the ladder, and has run a step of it. */
const jogged = ({ baseline }: LetterFacts, told: WeekDigest): boolean =>
  baseline.startStage === 'R0' && rungOf(told.stage) >= 1 && (told.longestRun ?? 0) > 0;

/** Half an hour as its step asks for it; of their own running, only where it was shorter at the start. */
function halfAnHour({ baseline }: LetterFacts, told: WeekDigest): boolean {
  if ((told.longestRun ?? 0) < HALF_AN_HOUR) return false;
  if (told.stage !== 'RK') return rungOf(told.stage) === TOP_RUNG;
  const before = baseline.startLongestRun ?? baseline.longestRun30d;
  return baseline.startStage === 'RK' && before !== null && before < HALF_AN_HOUR;
}

const even = ({ sore, other }: NonNullable<WeekDigest['raises']>): boolean =>
  other > 0 && sore * 100 >= other * SYMMETRY_PERCENT;

/** The newest count is even and one before it was not: who was even from the first has nothing to be told. */
function symmetry({ baseline, history }: LetterFacts): boolean {
  if (baseline.side !== 'left' && baseline.side !== 'right') return false;
  const counts = history.flatMap(({ raises }) => (raises === null ? [] : [raises]));
  const last = counts.at(-1);
  return last !== undefined && even(last) && counts.slice(0, -1).some((count) => !even(count));
}

/** The letters that the last check-in tells of, in their order. Empty after a silent or an eased week. */
export function lettersDue(facts: LetterFacts): readonly Letter[] {
  const told = facts.history.at(-1);
  if (told === undefined || told.average === null || !settledWell(told) || !noStepBack(facts)) return [];
  const due: Readonly<Record<Letter, boolean>> = {
    'first-jog': jogged(facts, told),
    'thirty-minutes': halfAnHour(facts, told),
    symmetry: symmetry(facts),
    'month-six': isMonthSix(facts.startedOn, facts.today),
  };
  return LETTERS.filter((letter) => due[letter]);
}
