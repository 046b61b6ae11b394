/**
 * From an opening and its answers to the inputs of the decision table (docs/clinical-rules.md §9.3). A
 * missing answer is taken as calm here and shuts every gate.
 */
import { type CheckInAnswers, missingFields } from '../answers/check-in.ts';
import { isEarlyAfterSudden, type RuleNumbers, stageRow } from '../course/tracks.ts';
import type { Opening } from '../course/types.ts';
import type { LocalDate } from '../kernel/time.ts';
import type { Triage } from '../triage/triage.ts';
import { answered, canAccelerate, hasWaited, runningHeld, strengthHeld } from './gates.ts';
import { longestBefore } from './keep-running.ts';
import type { WeekInputs } from './table.ts';

/**
 * From LV4 days without loading lie between sessions (docs/clinical-rules.md §2.9); above plan by more than
 * one session they cannot.
 */
const SPACED_LEVEL = 4;
/** AD-06: from here it matters when the worst was; unanswered = running. */
const WORST_ASKED = 6;

/**
 * The higher of average and worst counts as the worst: an average above it is a contradiction read the safer
 * way.
 */
export const worstOf = (answers: CheckInAnswers): number =>
  Math.max(answers.painAverage, answers.painWorst ?? 0);

/**
 * docs/clinical-rules.md §9.3: both calves equally stiff is one; twice running, on both sides from the start,
 * or soon after a sudden onset it is two.
 */
const nextDayOf = (opening: Opening, answers: CheckInAnswers, today: LocalDate): WeekInputs['nextDay'] => {
  switch (answers.nextDay) {
    case null:
    case 'settled':
      return 0;
    case 'worse24':
      return 1;
    case 'longer':
      return 2;
    case 'stiffBoth': {
      const again = answered(opening.history).at(-1)?.stiffBoth === true;
      return again || opening.baseline.side === 'both' || isEarlyAfterSudden(opening.baseline, today) ? 2 : 1;
    }
  }
};

/** Above 10 % is 1, above 30 % is 2; any run in a week without running is 2 (docs/clinical-rules.md §4.2). */
export const spikeOf = (
  minutes: number,
  reference: number,
  { holdAbovePercent, largeAbovePercent }: RuleNumbers['spike'],
): WeekInputs['spike'] => {
  if (minutes * 100 <= reference * (100 + holdAbovePercent)) return 0;
  return minutes * 100 <= reference * (100 + largeAbovePercent) ? 1 : 2;
};

/**
 * What a run is measured against: the longest of thirty days on RK, the prescribed run minutes on the ladder.
 * Null = nothing known.
 */
export const runReference = (
  opening: Pick<Opening, 'week' | 'tracks' | 'baseline' | 'history'>,
  numbers: RuleNumbers,
): number | null => stageRow(numbers, opening.tracks.stage)?.totalRunMinutes ?? longestBefore(opening);

const spikeThisWeek = (
  opening: Opening,
  answers: CheckInAnswers,
  numbers: RuleNumbers,
): WeekInputs['spike'] => {
  const reference = runReference(opening, numbers);
  return answers.longestRunMinutes === null || reference === null
    ? 0
    : spikeOf(answers.longestRunMinutes, reference, numbers.spike);
};

export const weekInputs = (
  opening: Opening,
  answers: CheckInAnswers,
  triage: Triage,
  today: LocalDate,
  numbers: RuleNumbers,
): WeekInputs => {
  const { tracks, sessionsPlanned: plan } = opening;
  const worst = worstOf(answers);
  const done = answers.sessionsDone ?? plan;
  // Gates stay shut on an incomplete answer and while ill (docs/clinical-rules.md §9.5).
  const mayMove = missingFields(answers).length === 0 && !triage.fever;
  return {
    emerg: triage.route === 'emergency',
    doctor: triage.findings.some((f) => f.route !== 'note' && f.route !== 'emergency' && f.code !== 'AD-03'),
    avg: answers.painAverage,
    prev: opening.previousAverage,
    worst,
    worstWasRunning: worst >= WORST_ASKED && (answers.worstWhen ?? 'running') === 'running',
    nextDay: nextDayOf(opening, answers, today),
    done,
    plan,
    pk: answers.painkillers === 'yes' || answers.painkillers === 'unsure',
    spike: spikeThisWeek(opening, answers, numbers),
    missed: opening.missed,
    waited: hasWaited(opening, numbers),
    over: tracks.level >= SPACED_LEVEL && done > plan + 1,
    gateS: mayMove && strengthHeld(opening, answers, today, numbers).length === 0,
    gateR: mayMove && runningHeld(opening, answers, today, numbers).length === 0,
    canAcc: canAccelerate(opening),
    stage: tracks.stage,
  };
};
