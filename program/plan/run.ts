/** The running of a week: walks, a rung of the ladder, or the runner's own running, reduced. */
import type { RunPrescription } from '../course/plan.ts';
import type { Baseline, Tracks } from '../course/types.ts';
import { atWeek, levelOf, stageOf } from '../curriculum/lookup.ts';
import type { Curriculum } from '../curriculum/schema.ts';

/**
 * RK (docs/clinical-rules.md §4.1, §4.4): share of the usual weekly volume, percent. It follows the longest
 * run, which a progress raises by at most ten per cent and a step back cuts by thirty; where no length was
 * told, each step back alone cuts it.
 */
function volumeOf(tracks: Tracks, baseline: Baseline, curriculum: Curriculum): readonly [number, number] {
  const { volumePercent, regressCutPercent } = curriculum.keepRunning;
  // The start's own longest run is the measure: seven tenths of a long run are no cut of the weekly share as
  // well (docs/clinical-rules.md §12 A5).
  const began = baseline.startLongestRun ?? baseline.longestRun30d;
  const factor =
    tracks.longestRun !== null && began !== null && began > 0
      ? tracks.longestRun / began
      : ((100 - regressCutPercent) / 100) ** tracks.rkRegressions;
  const share = (percent: number): number => Math.max(0, Math.min(100, Math.floor(percent * factor)));
  return [share(volumePercent[0]), share(volumePercent[1])];
}

/** `inWeek` pro-rates a weekly number of sessions. Days off come first after a step back (S-22). */
export function runOf(
  week: number,
  tracks: Tracks,
  {
    baseline,
    inWeek,
    curriculum,
  }: {
    readonly baseline: Baseline;
    readonly inWeek: (perWeek: number) => number;
    readonly curriculum: Curriculum;
  },
): RunPrescription {
  const daysOffFirst = tracks.daysOffRunning ? curriculum.daysOffAfterRegress : 0;
  const { stage } = tracks;
  const common = {
    stage,
    daysOffFirst,
    longestRun: null,
    volumePercent: null,
    walks: null,
    noHills: true,
  } as const;
  if (stage === 'RK') {
    const rk = curriculum.keepRunning;
    return {
      ...common,
      sessions: inWeek(rk.sessionsPerWeek),
      intervals: 0,
      runMinutes: 0,
      walkMinutes: 0,
      totalRunMinutes: 0,
      sessionMinutes: 0,
      longestRun: tracks.longestRun,
      volumePercent: volumeOf(tracks, baseline, curriculum),
      noHills: tracks.weeksAtStage <= rk.noHillsWeeks,
    };
  }
  const row = stageOf(curriculum, stage);
  const { intervals, runMinutes, walkMinutes, totalRunMinutes, sessionMinutes } = row;
  if (totalRunMinutes > 0)
    return {
      ...common,
      sessions: inWeek(row.sessionsPerWeek),
      intervals,
      runMinutes,
      walkMinutes,
      totalRunMinutes,
      sessionMinutes,
    };
  const easy = levelOf(curriculum, tracks.level).easyWalkMinutes;
  const walk = atWeek(curriculum.walks, week);
  const minutes = easy ?? walk.minutes;
  return {
    ...common,
    sessions: 0,
    intervals,
    runMinutes,
    walkMinutes: minutes[1],
    totalRunMinutes,
    sessionMinutes: minutes[1],
    walks: { sessions: inWeek(walk.sessions), minutes, brisk: easy === null && walk.brisk },
  };
}
