/**
 * The relapse rule of the maintenance after graduation (docs/clinical-rules.md §9.11) and MD-7. Stops come
 * first, by triage, as in the course.
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import { levelAt, levelName, type RuleNumbers, rungOf, stageAt } from '../course/tracks.ts';
import type { Baseline, Reason, Tracks } from '../course/types.ts';
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../kernel/time.ts';
import { worstOf } from './inputs.ts';

const RELAPSE_AVERAGE = 3;
const RELAPSE_WORST = 4;
/** RK goes on at 60 per cent. */
const KEEP_RUNNING_PERCENT = 60;
/**
 * AD-05: from this average only the seated foot block is printed for a week (docs/clinical-rules.md §3.4).
 */
const FOOT_CORE_EASED_FROM = 5;
const STAGES_BACK = 2;
/** MD-7: two relapses within six months of graduating. */
const MONTHS_WATCHED_MINUTES = 26 * 7 * MINUTES_PER_DAY;
const RELAPSES_TO_PHYSIO = 2;

/**
 * Worst 4 or more, average 3 or more, or not settled by the next morning. An answer left open is no relapse
 * and no calm either.
 */
export const isRelapse = (answers: CheckInAnswers): boolean =>
  worstOf(answers) >= RELAPSE_WORST ||
  answers.painAverage >= RELAPSE_AVERAGE ||
  (answers.nextDay !== null && answers.nextDay !== 'settled');

/**
 * One level and two stages down with two days off running; keep-running goes on at 60 per cent of the longest
 * run, or on the ladder where no length is known.
 */
export function relapsed(
  tracks: Tracks,
  average: number | null,
  baseline: Pick<Baseline, 'longestRun30d'>,
  numbers: RuleNumbers,
): Tracks {
  const level = levelAt(tracks.level - 1);
  const known = tracks.longestRun ?? baseline.longestRun30d;
  const keeps = tracks.stage === 'RK' && known !== null && level > 0;
  const rung =
    tracks.stage === 'RK'
      ? rungOf(numbers.keepRunning.secondRegressStage)
      : rungOf(tracks.stage) - STAGES_BACK;
  const stage = level === 0 ? 'R0' : keeps ? 'RK' : stageAt(rung);
  return {
    ...tracks,
    level,
    weeksAtLevel: 1,
    stage,
    weeksAtStage: 1,
    longestRun: keeps ? Math.floor((known * KEEP_RUNNING_PERCENT) / 100) : null,
    rkRegressions: keeps ? tracks.rkRegressions : 0,
    footCoreEased: average !== null && average >= FOOT_CORE_EASED_FROM,
    daysOffRunning: stage !== 'R0',
  };
}

/**
 * MD-7: the second relapse within six months of graduating; a physiotherapist should look. `relapses` with
 * the present one.
 */
export const needsPhysio = (relapses: readonly Instant[], graduatedAt: Instant): boolean =>
  relapses.filter((at) => at <= addMinutes(graduatedAt, MONTHS_WATCHED_MINUTES)).length >= RELAPSES_TO_PHYSIO;

/** What is said: why the weeks are back, what moved on each track, and MD-7. */
export function relapseReasons(from: Tracks, to: Tracks, physio: boolean): readonly Reason[] {
  const strength: readonly Reason[] =
    to.level < from.level
      ? [{ code: 'strength-down', params: { from: levelName(from.level), to: levelName(to.level) } }]
      : [{ code: 'floor-reached', params: { level: levelName(to.level) } }];
  return [
    { code: 'relapse', params: {} },
    ...strength,
    ...runningReasons(from, to),
    ...(physio ? [{ code: 'MD-7', params: {} } as const] : []),
  ];
}

function runningReasons(from: Tracks, to: Tracks): readonly Reason[] {
  if (from.stage === 'RK' && to.stage === 'RK')
    return to.longestRun === null
      ? []
      : [{ code: 'rk-eased', params: { to: to.longestRun, percent: 100 - KEEP_RUNNING_PERCENT } }];
  return from.stage === to.stage
    ? [{ code: 'running-same', params: { stage: to.stage } }]
    : [{ code: 'running-down', params: { from: from.stage, to: to.stage } }];
}
