/**
 * What keeps each track from moving up: first what no answer could open (top, caps, the first days after a
 * sudden onset, a break), then this week's own answers. An empty list = the gate is open. No gate is ever
 * assumed passed (docs/clinical-rules.md §9.3).
 */
import type { CheckInAnswers, GateAnswer } from '../answers/check-in.ts';
import {
  daysSinceSudden,
  highestLevel,
  isAtRisk,
  isEarlyAfterSudden,
  levelName,
  levelRow,
  RUNNING_LEVEL,
  type RuleNumbers,
  rungOf,
  runningCap,
  SUDDEN_DAYS,
  stageAt,
  stageRow,
  TOP_LEVEL,
  TOP_RUNG,
} from '../course/tracks.ts';
import type { Opening, Reason, WeekDigest } from '../course/types.ts';
import type { LocalDate } from '../kernel/time.ts';
import { raisedLongestRun } from './keep-running.ts';

/** What a gate depends on before the answer: known when the week's plan is made. */
export type GateOpening = Pick<Opening, 'week' | 'tracks' | 'baseline' | 'history' | 'restriction'>;
type GateAnswers = Pick<CheckInAnswers, 'gateStrength' | 'gateRun' | 'runsDone' | 'longestRunMinutes'>;

/**
 * docs/clinical-rules.md §4.4: a stage counts when two sessions were done at run pain ≤ 2, settled next
 * morning.
 */
export const RUNS_NEEDED = 2;
/** docs/clinical-rules.md §2.11: nothing above LV2 in the first fourteen days after a sudden onset. */
const SUDDEN_LEVEL = 2;

/** The digests of weeks that were answered, oldest first. */
export const answered = (history: readonly WeekDigest[]): readonly WeekDigest[] =>
  history.filter((d) => d.average !== null);

const tooEarly = ({ baseline }: GateOpening, today: LocalDate): Reason => ({
  code: 'early-after-sudden',
  params: { days: daysSinceSudden(baseline, today) ?? 0, until: SUDDEN_DAYS },
});
const afterBreak: Reason = { code: 'no-progress-after-break', params: {} };

/**
 * Minimum weeks of the level, one more on LV4–LV6 at age ≥ 50 or after a strain in the last year
 * (docs/clinical-rules.md §2.9).
 */
export const weeksNeeded = ({ tracks, baseline }: GateOpening, numbers: RuleNumbers): number => {
  const row = levelRow(numbers, tracks.level);
  return row.minimumWeeks + (row.extraWeekForRisk && isAtRisk(baseline) ? 1 : 0);
};

export const hasWaited = (opening: GateOpening, numbers: RuleNumbers): boolean =>
  opening.tracks.weeksAtLevel >= weeksNeeded(opening, numbers);

/**
 * docs/clinical-rules.md §9.3 `canAcc`: week ≥ 3, under fifty, no strain, no REGRESS or STOP in the last
 * three check-ins, no tendon-medicine cap, not a first week.
 */
export const canAccelerate = ({ week, baseline, history, restriction }: GateOpening): boolean =>
  week >= 3 &&
  restriction === 'none' &&
  !isAtRisk(baseline) &&
  !baseline.caps.includes('tendonMedicine') &&
  !baseline.conditions.includes('quinolone6m') &&
  !baseline.conditions.includes('steroids') &&
  answered(history)
    .slice(-3)
    .every((d) => d.outcome === 'HOLD' || d.outcome === 'PROGRESS' || d.outcome === 'ACCELERATE');

/** What no answer of this week could open on the strength track; null = the test may be asked. */
export const strengthBarrier = (
  opening: GateOpening,
  today: LocalDate,
  numbers: RuleNumbers,
): Reason | null => {
  const { level } = opening.tracks;
  if (level === TOP_LEVEL || levelRow(numbers, level).gate === null)
    return { code: 'strength-same', params: { level: levelName(level) } };
  if (level >= highestLevel(opening.baseline.caps))
    return { code: 'capped', params: { level: levelName(level) } };
  if (level >= SUDDEN_LEVEL && isEarlyAfterSudden(opening.baseline, today)) return tooEarly(opening, today);
  return opening.restriction === 'noProgress' ? afterBreak : null;
};

/** What no answer of this week could open on the running track; null = tests and runs may count. */
export const runningBarrier = (
  opening: GateOpening,
  today: LocalDate,
  numbers: RuleNumbers,
): Reason | null => {
  const { stage, level } = opening.tracks;
  const rung = rungOf(stage);
  if (rung === TOP_RUNG) return { code: 'running-same', params: { stage } };
  if (opening.restriction === 'noProgress') return afterBreak;
  if (runningCap(opening.baseline.caps) !== null)
    return { code: 'capped', params: { level: levelName(highestLevel(opening.baseline.caps)) } };
  if (isEarlyAfterSudden(opening.baseline, today)) return tooEarly(opening, today);
  const row = stageRow(numbers, stage);
  const needs = Math.max(row?.nextNeedsLevel ?? 0, rung === 0 ? RUNNING_LEVEL : 0);
  if (level < needs)
    return { code: 'run-level-needed', params: { stage: stageAt(rung + 1), level: levelName(needs) } };
  if (rung === 0 && answered(opening.history).at(-1)?.outcome === 'REGRESS')
    return { code: 'run-after-regress', params: { stage: stageAt(1) } };
  return null;
};

/**
 * Leaving R0 always takes the entry test of docs/clinical-rules.md §4.1; later rungs only where the
 * curriculum names one. RK has none.
 */
export const hasRunTest = (opening: GateOpening, numbers: RuleNumbers): boolean => {
  const { stage } = opening.tracks;
  return stage === 'R0' || (stageRow(numbers, stage)?.gate ?? null) !== null;
};

const testHeld = (
  answer: GateAnswer | null,
  missing: 'strength-test-missing' | 'run-test-missing',
  pain: 'strength-test-pain' | 'run-test-pain',
  params: Reason['params'],
): readonly Reason[] => (answer === 'yes' ? [] : [{ code: answer === 'pain' ? pain : missing, params }]);

/** Why the strength gate is shut; empty = `gateS`. */
export const strengthHeld = (
  opening: GateOpening,
  answers: GateAnswers,
  today: LocalDate,
  numbers: RuleNumbers,
): readonly Reason[] => {
  const barrier = strengthBarrier(opening, today, numbers);
  if (barrier !== null) return [barrier];
  const { level } = opening.tracks;
  return testHeld(answers.gateStrength, 'strength-test-missing', 'strength-test-pain', {
    from: levelName(level),
    to: levelName(level + 1),
  });
};

/** Why the running gate is shut; empty = `gateR`. */
export const runningHeld = (
  opening: GateOpening,
  answers: GateAnswers,
  today: LocalDate,
  numbers: RuleNumbers,
): readonly Reason[] => {
  const barrier = runningBarrier(opening, today, numbers);
  if (barrier !== null) return [barrier];
  const { stage } = opening.tracks;
  const params = { from: stage, to: stage === 'RK' ? stage : stageAt(rungOf(stage) + 1) };
  const test = hasRunTest(opening, numbers)
    ? testHeld(answers.gateRun, 'run-test-missing', 'run-test-pain', params)
    : [];
  const runs = answers.runsDone ?? 0;
  const tooFew: readonly Reason[] =
    stage !== 'R0' && runs < RUNS_NEEDED
      ? [{ code: 'runs-missing', params: { stage, done: runs, needed: RUNS_NEEDED } }]
      : [];
  const noRoom: readonly Reason[] =
    stage === 'RK' && raisedLongestRun(opening, answers.longestRunMinutes, numbers) === null
      ? [{ code: 'running-same', params: { stage } }]
      : [];
  return [...test, ...tooFew, ...noRoom];
};
