/**
 * What keeps each track from moving up: first what no answer could open (top, caps, the first days after a
 * sudden onset, a break), then this week's own answers. An empty list = the gate is open. No gate is ever
 * assumed passed (docs/clinical-rules.md §9.3).
 */
import type { CheckInAnswers, GateAnswer } from '../answers/check-in.ts';
import {
  cappedReason,
  daysSinceSudden,
  gateCaps,
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
import { raisedLongestRun, usualRun } from './keep-running.ts';
import { raceHoldsRunning, raceHoldsStrength } from './race.ts';
import { raisesHeld } from './raises.ts';
import { passedBefore } from './remembered.ts';

/** What a gate depends on before the answer: known when the week's plan is made. */
export type GateOpening = Pick<
  Opening,
  'week' | 'tracks' | 'baseline' | 'history' | 'restriction' | 'chosen' | 'flared' | 'race'
>;
export type GateAnswers = Pick<
  CheckInAnswers,
  | 'gateStrength'
  | 'gateRun'
  | 'runsDone'
  | 'longestRunMinutes'
  | 'stiffMinutes'
  | 'raisesSore'
  | 'raisesOther'
  | 'painAverage'
  | 'painWorst'
  | 'nextDay'
>;

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
/** A week the runner asked to have once more moves nothing up (docs/clinical-rules.md §12 A18). */
const askedToRepeat: Reason = { code: 'chose-repeat', params: {} };

/**
 * Minimum weeks of the level, one more on LV4–LV6 at age ≥ 50 or after a strain in the last year
 * (docs/clinical-rules.md §2.9).
 */
export const weeksNeeded = ({ tracks, baseline }: GateOpening, numbers: RuleNumbers): number => {
  const row = levelRow(numbers, tracks.level);
  return row.minimumWeeks + (row.extraWeekForRisk && isAtRisk(baseline) ? 1 : 0);
};

/** True when the person has been at their level for as many weeks as it takes. */
export const hasWaited = (opening: GateOpening, numbers: RuleNumbers): boolean =>
  opening.tracks.weeksAtLevel >= weeksNeeded(opening, numbers);

/**
 * Sites where a step is never taken sooner: the tendon, the heel bone, and a place that is not known
 * (docs/clinical-rules.md §12 A7).
 */
const SLOW_SITES: readonly GateOpening['baseline']['site'][] = ['achilles', 'heelbone', 'other', null];
/** Eight weeks after a sudden onset (docs/clinical-rules.md §12 A7). */
const SUDDEN_SLOW_DAYS = 56;
/**
 * The weeks of LV5 and LV6 are served in any case: heavy work and hops come next (docs/clinical-rules.md §12
 * A7).
 */
const LAST_WAIVED_LEVEL = 4;
export const mayWaiveWeeks = ({ tracks }: GateOpening): boolean => tracks.level <= LAST_WAIVED_LEVEL;

const isSlowStart = ({ baseline }: GateOpening, today: LocalDate): boolean => {
  const sudden = daysSinceSudden(baseline, today);
  return (
    baseline.runsNow === 'new' ||
    SLOW_SITES.includes(baseline.site) ||
    (baseline.onsetDate ?? null) === null ||
    (sudden !== null && sudden <= SUDDEN_SLOW_DAYS)
  );
};

/**
 * docs/clinical-rules.md §9.3 `canAcc`: week ≥ 3, under fifty, no strain, no REGRESS or STOP and no easier
 * week asked for in the last three check-ins, no tendon-medicine cap, not a first week; and nobody who needs
 * time in any case (docs/clinical-rules.md §12 A7).
 */
export const canAccelerate = (opening: GateOpening, today: LocalDate): boolean => {
  const { week, baseline, history, restriction, chosen } = opening;
  return (
    week >= 3 &&
    restriction === 'none' &&
    chosen === undefined &&
    !isSlowStart(opening, today) &&
    !isAtRisk(baseline) &&
    !baseline.caps.includes('tendonMedicine') &&
    !baseline.conditions.includes('quinolone6m') &&
    !baseline.conditions.includes('steroids') &&
    answered(history)
      .slice(-3)
      .every(
        (d) =>
          d.easier !== true &&
          (d.outcome === 'HOLD' || d.outcome === 'PROGRESS' || d.outcome === 'ACCELERATE'),
      )
  );
};

/**
 * The list that unread words opened was left unanswered: nothing moves up from that week
 * (docs/clinical-rules.md §12 A4).
 */
const wordsOpen = ({ history }: Pick<GateOpening, 'history'>): Reason | null => {
  const missed = history.length - 1 - history.findLastIndex((d) => d.unread !== true);
  return missed === 0 ? null : { code: 'words-open', params: { missed } };
};

/** What no answer of this week could open on the strength track; null = the test may be asked. */
export const strengthBarrier = (
  opening: GateOpening,
  today: LocalDate,
  numbers: RuleNumbers,
): Reason | null => {
  const { level } = opening.tracks;
  if (level === TOP_LEVEL || levelRow(numbers, level).gate === null)
    return { code: 'strength-same', params: { level: levelName(level) } };
  const caps = gateCaps(level, opening.baseline.caps);
  if (level >= highestLevel(caps)) return cappedReason(caps);
  if (level >= SUDDEN_LEVEL && isEarlyAfterSudden(opening.baseline, today)) return tooEarly(opening, today);
  if (opening.restriction === 'noProgress') return afterBreak;
  return (
    wordsOpen(opening) ??
    raceHoldsStrength(opening, today) ??
    (opening.chosen === 'repeat' ? askedToRepeat : null)
  );
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
  if (opening.chosen === 'repeat') return askedToRepeat;
  const waits = wordsOpen(opening) ?? raceHoldsRunning(opening, today);
  if (waits !== null) return waits;
  if (runningCap(opening.baseline.caps) !== null) return cappedReason(opening.baseline.caps);
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

/** Morning stiffness matters where the tendon or the heel bone is sore (docs/clinical-rules.md §12 A12). */
export const asksStiffness = ({ baseline }: Pick<Opening, 'baseline'>): boolean =>
  baseline.site === 'achilles' || baseline.site === 'heelbone';

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
  const numbersHeld = raisesHeld(opening, answers, levelRow(numbers, level).gateRaises, numbers);
  const passed = passedBefore(opening, answers, 'strength', today) ? 'yes' : answers.gateStrength;
  return [
    ...testHeld(passed, 'strength-test-missing', 'strength-test-pain', {
      from: levelName(level),
      to: levelName(level + 1),
    }),
    ...numbersHeld,
  ];
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
  const passed = passedBefore(opening, answers, 'run', today) ? 'yes' : answers.gateRun;
  const test = hasRunTest(opening, numbers)
    ? [
        ...testHeld(passed, 'run-test-missing', 'run-test-pain', params),
        ...raisesHeld(opening, answers, stageRow(numbers, stage)?.gateRaises, numbers),
      ]
    : [];
  const runs = answers.runsDone ?? 0;
  const tooFew: readonly Reason[] =
    stage !== 'R0' && runs < RUNS_NEEDED
      ? [{ code: 'runs-missing', params: { stage, done: runs, needed: RUNS_NEEDED } }]
      : [];
  const stiffness: readonly Reason[] =
    asksStiffness(opening) && answers.stiffMinutes === null
      ? [{ code: 'stiffness-missing', params: {} }]
      : [];
  return [
    ...test,
    ...tooFew,
    ...stiffness,
    ...(stage === 'RK' ? longestRunHeld(opening, answers, numbers) : []),
  ];
};

/**
 * RK: at the usual longest run it stays; after three raises in a row one week stays as well
 * (docs/clinical-rules.md §12 A5).
 */
const longestRunHeld = (
  opening: GateOpening,
  answers: GateAnswers,
  numbers: RuleNumbers,
): readonly Reason[] => {
  const { stage, longestRun, rkRaises } = opening.tracks;
  const usual = usualRun(opening.baseline);
  if (usual !== null && longestRun !== null && longestRun >= usual)
    return [{ code: 'rk-usual', params: { minutes: longestRun } }];
  if ((rkRaises ?? 0) >= numbers.keepRunning.raisesBeforeLevelWeek)
    return [{ code: 'rk-level-week', params: { minutes: longestRun ?? 0 } }];
  return raisedLongestRun(opening, answers.longestRunMinutes, numbers) === null
    ? [{ code: 'running-same', params: { stage } }]
    : [];
};
