/**
 * From an opening and its answers to the inputs of the decision table (docs/clinical-rules.md §9.3). A
 * missing answer is taken as calm here and shuts every gate.
 */
import { type CheckInAnswers, missingFields, STIFF_MINUTES } from '../answers/check-in.ts';
import { isEarlyAfterSudden, type RuleNumbers, stageRow } from '../course/tracks.ts';
import type { Opening } from '../course/types.ts';
import type { LocalDate } from '../kernel/time.ts';
import type { Triage } from '../triage/triage.ts';
import type { WeekInputs } from './decision-table.ts';
import {
  answered,
  asksStiffness,
  canAccelerate,
  hasWaited,
  mayWaiveWeeks,
  runningHeld,
  strengthHeld,
} from './gates.ts';
import { longestBefore } from './keep-running.ts';

/**
 * From LV4 days without loading lie between sessions (docs/clinical-rules.md §2.9); above plan by more than
 * one session they cannot.
 */
const SPACED_LEVEL = 4;
/**
 * AD-06: from here it counts when the worst was; unanswered = running. It is asked from 4 on
 * (docs/clinical-rules.md §12 A14).
 */
const WORST_COUNTS = 6;

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
  const told = toldNextDay(opening, answers, today);
  const stiffer = stifferBy(opening, answers);
  if (stiffer === 2 || told === 2) return 2;
  return stiffer === 1 || told === 1 ? 1 : 0;
};

/**
 * Bands up since it was last told: one counts as worse the next morning, two and more as longer. Down, or
 * told for the first time, is nothing.
 */
const stifferBy = (opening: Opening, answers: CheckInAnswers): WeekInputs['nextDay'] => {
  if (!asksStiffness(opening) || answers.stiffMinutes === null) return 0;
  const last = opening.history.findLast((d) => d.stiff !== undefined)?.stiff;
  if (last === undefined) return 0;
  const bands = STIFF_MINUTES.indexOf(answers.stiffMinutes) - STIFF_MINUTES.indexOf(last);
  return bands >= 2 ? 2 : bands === 1 ? 1 : 0;
};

const toldNextDay = (opening: Opening, answers: CheckInAnswers, today: LocalDate): WeekInputs['nextDay'] => {
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
 * What a run is measured against, every week: the prescribed run minutes on the ladder; on RK the smaller of
 * the prescribed longest run and the longest of thirty days (docs/clinical-rules.md §12 A6). Null = nothing
 * known.
 */
export const runReference = (
  opening: Pick<Opening, 'week' | 'tracks' | 'baseline' | 'history'>,
  numbers: RuleNumbers,
): number | null => {
  const rung = stageRow(numbers, opening.tracks.stage);
  if (rung !== null) return rung.totalRunMinutes;
  const known = [opening.tracks.longestRun, longestBefore(opening)].filter((m) => m !== null);
  return known.length === 0 ? null : Math.min(...known);
};

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

/**
 * Weeks before this one that count as missed for the dose: those of silence, and those whose words nobody
 * could read and whose list was left open (docs/clinical-rules.md §12 A4).
 */
export const missedWeeks = ({ missed, history }: Pick<Opening, 'missed' | 'history'>): number =>
  missed + unheard(history).filter((d) => d.unread === true).length;
/** The last weeks without an answer that counts in full, oldest first. */
const unheard = (history: Opening['history']): Opening['history'] =>
  history.slice(history.findLastIndex((d) => d.average !== null && d.unread !== true) + 1);

/** What the decision table reads of a week, from the answers and the state the week opened with. */
export const weekInputs = (
  opening: Opening,
  {
    answers,
    triage,
    today,
    numbers,
  }: {
    readonly answers: CheckInAnswers;
    readonly triage: Triage;
    readonly today: LocalDate;
    readonly numbers: RuleNumbers;
  },
): WeekInputs => {
  const { tracks, sessionsPlanned: plan } = opening;
  const worst = worstOf(answers);
  const done = answers.sessionsDone ?? plan;
  // Gates stay shut on an incomplete answer and while ill (docs/clinical-rules.md §9.5).
  const mayMove = missingFields(answers).length === 0 && !triage.fever && opening.unread === undefined;
  return {
    emerg: triage.route === 'emergency',
    doctor: triage.findings.some((f) => f.route !== 'note' && f.route !== 'emergency' && f.code !== 'AD-03'),
    avg: answers.painAverage,
    prev: opening.previousAverage,
    worst,
    worstWasRunning: worst >= WORST_COUNTS && (answers.worstWhen ?? 'running') === 'running',
    nextDay: nextDayOf(opening, answers, today),
    done,
    plan,
    pk: answers.painkillers === 'yes' || answers.painkillers === 'unsure',
    spike: spikeThisWeek(opening, answers, numbers),
    missed: missedWeeks(opening),
    waited: hasWaited(opening, numbers),
    over: tracks.level >= SPACED_LEVEL && done > plan + 1,
    // Out of LV5 and LV6 no weeks are waived, so their gate waits for them (docs/clinical-rules.md §12 A7).
    gateS:
      mayMove &&
      (hasWaited(opening, numbers) || mayWaiveWeeks(opening)) &&
      strengthHeld(opening, answers, today, numbers).length === 0,
    gateR: mayMove && runningHeld(opening, answers, today, numbers).length === 0,
    canAcc: canAccelerate(opening, today),
    unread: opening.unread !== undefined,
    stage: tracks.stage,
  };
};
