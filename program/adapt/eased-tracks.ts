/**
 * The runner's own choice of the easier option (docs/architecture.md §5): always allowed, never looser than
 * what was decided.
 */
import type { IntakeAnswers } from '../answers/intake.ts';
import { levelAt, type RuleNumbers, rungOf, stageAt } from '../course/tracks.ts';
import type { Stage, Tracks } from '../course/types.ts';
import { cutLongestRun } from './keep-running.ts';

/**
 * "Too hard": one level and one stage easier than `tracks`; on RK the longest run is cut instead. Floors LV0
 * and R0; LV0 has no running.
 */
export const eased = (tracks: Tracks, numbers: RuleNumbers): Tracks => {
  const level = levelAt(tracks.level - 1);
  const stage = easierStage(tracks.stage, level);
  const longestRun =
    stage === 'RK' && tracks.longestRun !== null ? cutLongestRun(tracks.longestRun, numbers) : null;
  return {
    ...tracks,
    level,
    stage,
    longestRun,
    weeksAtLevel: level === tracks.level ? tracks.weeksAtLevel : 1,
    weeksAtStage: stage === tracks.stage ? tracks.weeksAtStage : 1,
  };
};

const easierStage = (stage: Stage, level: number): Stage => {
  if (level === 0) return 'R0';
  return stage === 'RK' ? 'RK' : stageAt(rungOf(stage) - 1);
};

/**
 * MD-8: the calf got worse. One level down (floor LV0) and one stage down, two while running; on RK the
 * longest run is cut, or the ladder after a second time. Two days off running come with it (S-22).
 */
export const flared = (tracks: Tracks, whileRunning: boolean, numbers: RuleNumbers): Tracks => {
  const once = eased(tracks, numbers);
  const stage = whileRunning && once.stage !== 'RK' ? easierStage(once.stage, once.level) : once.stage;
  return {
    ...once,
    stage,
    weeksAtStage: stage === tracks.stage ? once.weeksAtStage : 1,
    daysOffRunning: tracks.stage !== 'R0',
  };
};

/**
 * It got worse and the sore leg was not seen to rise: walks, and nothing above level 1, until a check-in
 * tells it (docs/clinical-rules.md §12 A24).
 */
export const unproved = (tracks: Tracks): Tracks => {
  const level = levelAt(Math.min(tracks.level, UNPROVED_LEVEL));
  return {
    ...tracks,
    level,
    weeksAtLevel: level === tracks.level ? tracks.weeksAtLevel : 1,
    stage: 'R0',
    weeksAtStage: tracks.stage === 'R0' ? tracks.weeksAtStage : 1,
    longestRun: null,
    rkRegressions: 0,
    daysOffRunning: false,
  };
};
const UNPROVED_LEVEL = 1;

/**
 * Not tried, or not possible for pain. What began little by little and was only not tried proves nothing
 * against the leg.
 */
export const isUnproved = (
  raise: IntakeAnswers['singleLegRaise'] | undefined,
  sudden: boolean | null,
): boolean =>
  raise === 'cannotPain' || raise === 'cannotEither' || (raise === 'notTried' && sudden !== false);

/**
 * "Repeat last week": the week of `opening` once more, and never looser than what was decided on any track.
 */
export const repeated = (decided: Tracks, opening: Tracks): Tracks => {
  const level = levelAt(Math.min(decided.level, opening.level));
  const running = easierRunning(decided, opening);
  return {
    level,
    weeksAtLevel: level === decided.level ? decided.weeksAtLevel : opening.weeksAtLevel + 1,
    ...running,
    weeksAtStage: running.stage === decided.stage ? decided.weeksAtStage : opening.weeksAtStage + 1,
    footCoreWeek: Math.min(decided.footCoreWeek, opening.footCoreWeek),
    footCoreEased: decided.footCoreEased || opening.footCoreEased,
    rkRegressions: Math.max(decided.rkRegressions, opening.rkRegressions),
    daysOffRunning: decided.daysOffRunning || opening.daysOffRunning,
    footCoreSessions: decided.footCoreSessions,
  };
};

/** The easier of two decisions about one week on every track, with the weeks of the one that was taken. */
export const easierOf = (standing: Tracks, other: Tracks): Tracks => {
  const tracks = repeated(standing, other);
  return {
    ...tracks,
    weeksAtLevel: tracks.level === standing.level ? standing.weeksAtLevel : other.weeksAtLevel,
    weeksAtStage: tracks.stage === standing.stage ? standing.weeksAtStage : other.weeksAtStage,
  };
};

/**
 * RK only ever leads to the ladder, never back: with one of the two on the ladder, the ladder is the easier
 * one.
 */
const easierRunning = (decided: Tracks, opening: Tracks): Pick<Tracks, 'stage' | 'longestRun'> => {
  if (decided.stage === 'RK' && opening.stage === 'RK')
    return { stage: 'RK', longestRun: shorter(decided.longestRun, opening.longestRun) };
  if (decided.stage === 'RK') return { stage: opening.stage, longestRun: null };
  if (opening.stage === 'RK') return { stage: decided.stage, longestRun: null };
  return { stage: stageAt(Math.min(rungOf(decided.stage), rungOf(opening.stage))), longestRun: null };
};

const shorter = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
