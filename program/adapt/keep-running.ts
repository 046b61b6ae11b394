/**
 * RK, keep running, reduced (docs/clinical-rules.md §4.4): the longest run in thirty days, how it grows and
 * how it is cut. Minutes are whole.
 */
import { type RuleNumbers, rungOf, stageAt, stageRow } from '../course/tracks.ts';
import type { Opening, Stage } from '../course/types.ts';

type RunOpening = Pick<Opening, 'week' | 'tracks' | 'baseline' | 'history'>;

/**
 * Thirty days are the four weeks before this one; the intake's thirty days count while they reach into them.
 */
const WEEKS = 4;

/**
 * Longest run of the thirty days before this week, in minutes (docs/clinical-rules.md §4.2). Null = never
 * told. A runner whose last weeks went unanswered is measured against the intake, or the last length known.
 */
export const longestBefore = ({
  week,
  baseline,
  history,
}: Pick<RunOpening, 'week' | 'baseline' | 'history'>): number | null => {
  const told = history.filter((d) => d.longestRun !== null);
  const recent = told.filter((d) => d.week >= week - WEEKS).map((d) => d.longestRun ?? 0);
  if (week <= WEEKS && baseline.longestRun30d !== null) recent.push(baseline.longestRun30d);
  if (recent.length > 0) return Math.max(...recent);
  return told.at(-1)?.longestRun ?? baseline.longestRun30d;
};

/**
 * As far as running grows again: the longest run of the month before it hurt, else the longest of the
 * intake's thirty days (docs/clinical-rules.md §12 A5).
 */
export const usualRun = ({ longestBefore, longestRun30d }: RunOpening['baseline']): number | null =>
  longestBefore ?? longestRun30d;

const raisedBy = (minutes: number, percent: number): number =>
  Math.max(minutes + 1, Math.floor((minutes * (100 + percent)) / 100));

/**
 * Next week's longest run after a running PROGRESS: at most ten per cent more (at least one minute), and
 * never more than that above the longest run really done in thirty days, this week included (S-11, Frandsen
 * 2025); never above the usual longest run, where it stays. Null = no length is known, or there is no room.
 */
export const raisedLongestRun = (
  opening: RunOpening,
  thisWeek: number | null,
  numbers: RuleNumbers,
): number | null => {
  const { longestRun } = opening.tracks;
  const done = Math.max(longestBefore(opening) ?? 0, thisWeek ?? 0);
  if (longestRun === null) return null;
  const percent = numbers.keepRunning.longestRunRaisePercent;
  const usual = usualRun(opening.baseline);
  if (usual === null) return null;
  const raised = Math.min(usual, raisedBy(longestRun, percent), raisedBy(done, percent));
  return raised > longestRun ? raised : null;
};

/** Cut by thirty per cent, rounded down. */
export const cutLongestRun = (minutes: number, numbers: RuleNumbers): number =>
  Math.floor((minutes * (100 - numbers.keepRunning.regressCutPercent)) / 100);

/**
 * The rung a second REGRESS moves to: R3, or the highest one below it that is no more running than the cut
 * run would be.
 */
export const ladderAfterRk = (minutes: number | null, numbers: RuleNumbers): Stage => {
  const target = numbers.keepRunning.secondRegressStage;
  if (minutes === null) return target;
  const limit = cutLongestRun(minutes, numbers);
  for (let rung = rungOf(target); rung > 0; rung--) {
    const at = stageAt(rung);
    if ((stageRow(numbers, at)?.totalRunMinutes ?? 0) <= limit) return at;
  }
  return 'R0';
};
