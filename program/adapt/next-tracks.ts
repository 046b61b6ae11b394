/**
 * From steps to tracks: floors, the rules of RK, weeks served. A move is never more than one level up
 * (docs/clinical-rules.md §9.4, §9.5).
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import {
  gateCaps,
  highestLevel,
  levelAt,
  type RuleNumbers,
  rungOf,
  stageAt,
  stageRow,
} from '../course/tracks.ts';
import type { LevelNumber, Opening, Stage, Tracks } from '../course/types.ts';
import { type AdaptRule, decideRule, type Ruled, type WeekInputs } from './decision-table.ts';
import { cutLongestRun, ladderAfterRk, longestBefore, raisedLongestRun } from './keep-running.ts';

/**
 * AD-05 and the foot core: from this average only the seated block is printed for a week
 * (docs/clinical-rules.md §3.4).
 */
const FOOT_CORE_EASED_FROM = 5;
/** Held because of pain (docs/clinical-rules.md §9.4). */
export const PAIN_HOLDS: readonly AdaptRule[] = ['AD-11', 'AD-12', 'AD-13', 'AD-14', 'AD-15'];
const FOOT_CORE_WEEKS = 8;
const FOOT_CORE_PER_WEEK = 3;

/**
 * Two stages at once skip the stage between. Where that one has a test of its own or needs a higher level,
 * only one stage is taken, and the outcome is an acceleration only if minimum weeks were waived: no gate is
 * ever assumed passed (docs/clinical-rules.md §9.3).
 */
export const withinTests = (
  ruled: Ruled,
  inputs: WeekInputs,
  opening: Opening,
  numbers: RuleNumbers,
): Ruled => {
  if (ruled.running !== 2) return ruled;
  const between = stageAt(rungOf(opening.tracks.stage) + 1);
  const row = stageRow(numbers, between);
  const isOpen = row !== null && row.gate === null && opening.tracks.level >= (row.nextNeedsLevel ?? 0);
  if (isOpen) return ruled;
  return inputs.gateS && !inputs.waited
    ? { ...ruled, running: 1 }
    : { ...ruled, rule: 'AD-21', outcome: 'PROGRESS', running: 1 };
};

/**
 * AD-04 stops at LV1, but only where the answer itself would not ease the week: silence never makes a painful
 * answer milder.
 */
const levelFloor = (ruled: Ruled, inputs: WeekInputs): number =>
  ruled.rule === 'AD-04' && decideRule({ ...inputs, missed: 0 }).outcome !== 'REGRESS' ? 1 : 0;

const movedLevel = (opening: Opening, ruled: Ruled, inputs: WeekInputs): LevelNumber => {
  const { level } = opening.tracks;
  if (ruled.strength >= 0)
    return levelAt(
      Math.min(level + ruled.strength, Math.max(level, highestLevel(gateCaps(level, opening.baseline.caps)))),
    );
  return levelAt(Math.max(Math.min(level, levelFloor(ruled, inputs)), level + ruled.strength));
};

type Running = Pick<Tracks, 'stage' | 'longestRun' | 'rkRegressions' | 'rkRaises'>;

/**
 * RK (docs/clinical-rules.md §4.4): the first REGRESS cuts the longest run, the second, or any move of two or
 * more, goes to the ladder.
 */
const movedKeepRunning = (
  opening: Opening,
  ruled: Ruled,
  longestRunMinutes: number | null,
  numbers: RuleNumbers,
): Running => {
  const { longestRun, rkRegressions } = opening.tracks;
  if (ruled.running >= 0) {
    const raised = ruled.running > 0 ? raisedLongestRun(opening, longestRunMinutes, numbers) : null;
    const rkRaises = raised === null ? 0 : (opening.tracks.rkRaises ?? 0) + 1;
    return { stage: 'RK', longestRun: raised ?? longestRun, rkRegressions, rkRaises };
  }
  const known = longestRun ?? longestBefore(opening);
  // Without a length there is nothing to cut: the ladder is the easier, certain option.
  if (ruled.running <= -2 || rkRegressions >= 1 || known === null)
    return { stage: ladderAfterRk(known, numbers), longestRun: null, rkRegressions: 0, rkRaises: 0 };
  return {
    stage: 'RK',
    longestRun: cutLongestRun(known, numbers),
    rkRegressions: rkRegressions + 1,
    rkRaises: 0,
  };
};

const movedRunning = (
  opening: Opening,
  {
    ruled,
    answers,
    level,
    numbers,
  }: {
    readonly ruled: Ruled;
    readonly answers: CheckInAnswers;
    readonly level: LevelNumber;
    readonly numbers: RuleNumbers;
  },
): Running => {
  const { stage } = opening.tracks;
  // Floor of docs/clinical-rules.md §9.5: at LV0 nobody runs.
  if (ruled.outcome === 'REGRESS' && level === 0)
    return { stage: 'R0', longestRun: null, rkRegressions: 0, rkRaises: 0 };
  if (stage === 'RK') return movedKeepRunning(opening, ruled, answers.longestRunMinutes, numbers);
  return { stage: stageAt(rungOf(stage) + ruled.running), longestRun: null, rkRegressions: 0, rkRaises: 0 };
};

/**
 * Foot sessions after this week: three a week at most, no more than the eight weeks hold. Whoever has too few
 * by then counts on, for the feet stay in every plan, and the finish must stay within reach
 * (docs/clinical-rules.md §3.4, §9.11).
 */
const countedFeet = (
  { footCoreWeek, footCoreSessions: before }: Tracks,
  done: number,
  { measures }: RuleNumbers,
): number => {
  const counts = footCoreWeek <= FOOT_CORE_WEEKS || before < measures.footCoreSessionsToGraduate;
  const after = Math.min(before + Math.min(done, FOOT_CORE_PER_WEEK), measures.footCoreSessions);
  return counts ? Math.max(before, after) : before;
};

/**
 * The tracks of the next week. A complete answer serves a week at the level and the stage, and moves the
 * foot-core calendar.
 */
export const nextTracks = (
  opening: Opening,
  {
    ruled,
    inputs,
    answers,
    complete,
    numbers,
  }: {
    readonly ruled: Ruled;
    readonly inputs: WeekInputs;
    readonly answers: CheckInAnswers;
    readonly complete: boolean;
    readonly numbers: RuleNumbers;
  },
): Tracks => {
  const { tracks } = opening;
  const level = movedLevel(opening, ruled, inputs);
  const running = movedRunning(opening, { ruled, answers, level, numbers });
  const served = complete ? 1 : 0;
  const isRegress = ruled.outcome === 'REGRESS';
  // The calendar of feet and stretches stands still in a week that eases or holds because of pain
  // (docs/clinical-rules.md §12 A19).
  const walksOn = complete && !isRegress && !PAIN_HOLDS.includes(ruled.rule);
  const footCoreSessions = complete
    ? countedFeet(tracks, answers.sessionsDone ?? 0, numbers)
    : tracks.footCoreSessions;
  return {
    level,
    weeksAtLevel: level === tracks.level ? tracks.weeksAtLevel + served : 1,
    ...running,
    weeksAtStage: running.stage === tracks.stage ? tracks.weeksAtStage + served : 1,
    footCoreWeek: tracks.footCoreWeek + (walksOn ? 1 : 0),
    footCoreEased: isRegress && answers.painAverage >= FOOT_CORE_EASED_FROM,
    daysOffRunning: isRegress && runs(running.stage),
    footCoreSessions,
  };
};

const runs = (stage: Stage): boolean => stage !== 'R0';
