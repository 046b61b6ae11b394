/**
 * Why a week was decided as it was: the rule first, then what moved or what held it, then modifiers. Data;
 * the words are in the curriculum.
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import { levelName, type RuleNumbers, stageRow } from '../course/tracks.ts';
import type { Opening, Reason, ReasonCode, Tracks } from '../course/types.ts';
import type { LocalDate } from '../kernel/time.ts';
import { accelerates, onlyStrengthMoves, type Ruled, type WeekInputs } from './decision-table.ts';
import {
  hasRunTest,
  mayWaiveWeeks,
  runningBarrier,
  runningHeld,
  strengthHeld,
  weeksNeeded,
} from './gates.ts';
import { missedWeeks, runReference, worstOf } from './inputs.ts';
import { longestBefore } from './keep-running.ts';
import { raisesHeld } from './raises.ts';
import { passedBefore, rememberedPass } from './remembered.ts';

export interface Decided {
  readonly opening: Opening;
  readonly answers: CheckInAnswers;
  readonly today: LocalDate;
  readonly numbers: RuleNumbers;
  readonly inputs: WeekInputs;
  readonly ruled: Ruled;
  readonly tracks: Tracks;
  readonly missing: readonly string[];
  readonly fever: boolean;
}

const reason = (code: ReasonCode, params: Reason['params'] = {}): Reason => ({ code, params });

/**
 * What every rule may speak of: scores, sessions, weeks of silence, minutes run and the minutes they are
 * measured against, the morning after, painkillers.
 */
export const ruleParams = ({
  opening,
  answers,
  numbers,
}: Pick<Decided, 'opening' | 'answers' | 'numbers'>): Reason['params'] => {
  const planned = runReference(opening, numbers);
  return {
    avg: answers.painAverage,
    worst: worstOf(answers),
    prev: opening.previousAverage,
    plan: opening.sessionsPlanned,
    missed: missedWeeks(opening),
    ...(opening.fromBreak === true ? { fromBreak: 'yes' } : {}),
    ...(answers.sessionsDone === null ? {} : { done: answers.sessionsDone }),
    ...(answers.longestRunMinutes === null ? {} : { minutes: answers.longestRunMinutes }),
    ...(planned === null ? {} : { planned }),
    ...(answers.nextDay === null ? {} : { nextDay: answers.nextDay }),
    ...(answers.stiffMinutes === null ? {} : { stiff: answers.stiffMinutes }),
    ...(answers.painkillers === null ? {} : { painkillers: answers.painkillers }),
  };
};

/** Which track moved up, and the answers that opened its step. */
const movedParams = ({ opening, answers, tracks, ruled }: Decided): Reason['params'] => {
  const strength = tracks.level > opening.tracks.level;
  const running = ruled.running > 0;
  return {
    ...(strength ? { test: levelName(tracks.level) } : {}),
    ...(running && opening.tracks.stage === 'R0' ? { runTest: 'yes' } : {}),
    ...(running && opening.tracks.stage !== 'R0' ? { runs: answers.runsDone ?? 0 } : {}),
    moved: strength && running ? 'both' : strength ? 'strength' : 'running',
  };
};

const strengthMoved = ({ opening, tracks }: Decided): readonly Reason[] => {
  const params = { from: levelName(opening.tracks.level), to: levelName(tracks.level) };
  if (tracks.level > opening.tracks.level) return [reason('strength-up', params)];
  return tracks.level < opening.tracks.level ? [reason('strength-down', params)] : [];
};

const runningMoved = ({ opening, tracks, ruled, numbers }: Decided): readonly Reason[] => {
  const { stage, longestRun } = opening.tracks;
  if (stage === 'RK' && tracks.stage !== 'RK') return [reason('rk-to-ladder', { to: tracks.stage })];
  if (stage === 'RK' && tracks.longestRun !== longestRun && tracks.longestRun !== null) {
    return ruled.running > 0
      ? [reason('rk-up', { from: longestRun ?? 0, to: tracks.longestRun })]
      : [reason('rk-eased', { to: tracks.longestRun, percent: numbers.keepRunning.regressCutPercent })];
  }
  if (stage === tracks.stage) return [];
  return [reason(ruled.running > 0 ? 'running-up' : 'running-down', { from: stage, to: tracks.stage })];
};

/** Both measures of a run that was too long on RK (docs/clinical-rules.md §12 A6). */
const spiked = ({ opening, answers, ruled }: Decided): readonly Reason[] => {
  const { stage, longestRun } = opening.tracks;
  const longest = longestBefore(opening);
  const isSpike = ruled.rule === 'AD-18' || ruled.rule === 'AD-09';
  return isSpike && stage === 'RK' && longestRun !== null && longest !== null
    ? [reason('rk-spike', { minutes: answers.longestRunMinutes ?? 0, allowed: longestRun, longest })]
    : [];
};

/**
 * Worst of 4 or 5 in the strength work alone: what to change, while running goes on as it is
 * (docs/clinical-rules.md §12 A14).
 */
const strengthOnly = ({ answers, ruled }: Decided): readonly Reason[] =>
  ruled.rule === 'AD-12' && answers.worstWhen === 'strength'
    ? [reason('strength-only', { worst: worstOf(answers) })]
    : [];

const same = ({ tracks }: Decided): readonly Reason[] => [
  reason('strength-same', { level: levelName(tracks.level) }),
  reason('running-same', { stage: tracks.stage }),
];

/**
 * A passed test is worth a word in a week that holds for another cause: it opens nothing now and is asked
 * again (docs/clinical-rules.md §9.3).
 */
const testWaits = ({ opening, answers, today, numbers }: Decided): readonly Reason[] => {
  const strength =
    answers.gateStrength === 'yes' && strengthHeld(opening, answers, today, numbers).length === 0;
  const running =
    answers.gateRun === 'yes' &&
    hasRunTest(opening, numbers) &&
    runningBarrier(opening, today, numbers) === null &&
    raisesHeld(opening, answers, stageRow(numbers, opening.tracks.stage)?.gateRaises, numbers).length === 0;
  return strength || running ? [reason('test-waits')] : [];
};

const TEST_REASONS: readonly ReasonCode[] = [
  'strength-test-missing',
  'strength-test-pain',
  'raises-below-other',
  'raises-below-target',
];

/** Why strength did not move in a week without a hold: each shut gate by name. */
const strengthKept = (d: Decided): readonly Reason[] => {
  const { opening, answers, today, numbers, inputs } = d;
  const held = strengthHeld(opening, answers, today, numbers);
  const notServed = reason('level-weeks-not-served', {
    level: levelName(opening.tracks.level),
    weeks: opening.tracks.weeksAtLevel,
    needed: weeksNeeded(opening, numbers),
  });
  const isBarrier = held.some((r) => !TEST_REASONS.includes(r.code));
  // The test is not asked for before the weeks are served, so a missing one is not what held it; one that
  // hurt is said all the same.
  if (!isBarrier && !inputs.waited && !(accelerates(inputs) && mayWaiveWeeks(opening)))
    return [notServed, ...held.filter((r) => r.code === 'strength-test-pain')];
  return held.length > 0 ? held : [reason('strength-same', { level: levelName(opening.tracks.level) })];
};

/** The level that running waited for is reached in this very decision: then that is what is said. */
const reachedNow = (held: Reason, { tracks }: Decided): Reason =>
  held.code === 'run-level-needed' && levelName(tracks.level) >= String(held.params.level)
    ? reason('run-level-reached', held.params)
    : held;

const runningKept = (d: Decided): readonly Reason[] => {
  const { opening, answers, today, numbers, inputs } = d;
  if (onlyStrengthMoves(inputs))
    return [reason('only-strength-moves', { avg: inputs.avg, worst: inputs.worst })];
  const held = runningHeld(opening, answers, today, numbers);
  if (held.length > 0) return held.map((one) => reachedNow(one, d));
  return inputs.avg > 2 || inputs.worst > 2
    ? [reason('running-needs-calm', { avg: inputs.avg, worst: inputs.worst })]
    : [reason('running-same', { stage: opening.tracks.stage })];
};

/** A step that a test of an earlier week opened says when that was (docs/clinical-rules.md §12 A23). */
const remembered = ({ opening, answers, today }: Decided, track: 'strength' | 'run'): readonly Reason[] => {
  const on = passedBefore(opening, answers, track, today) ? rememberedPass(opening, track, today) : null;
  return on === null ? [] : [reason('test-remembered', { on })];
};

const ready = (d: Decided): readonly Reason[] => {
  const strength = strengthMoved(d);
  const running = runningMoved(d);
  return unique([
    ...(strength.length > 0 ? [...strength, ...remembered(d, 'strength')] : strengthKept(d)),
    ...(running.length > 0 ? [...running, ...remembered(d, 'run')] : runningKept(d)),
  ]);
};

const easedReasons = (d: Decided): readonly Reason[] => {
  const strength = strengthMoved(d);
  const running = runningMoved(d);
  return [
    ...(strength.length > 0 ? strength : [reason('floor-reached', { level: levelName(d.tracks.level) })]),
    ...(running.length > 0 ? running : [reason('running-same', { stage: d.tracks.stage })]),
    ...(d.tracks.footCoreEased ? [reason('foot-core-eased')] : []),
  ];
};

/** The same cause may hold both tracks; it is said once. */
const unique = (reasons: readonly Reason[]): readonly Reason[] =>
  reasons.filter(
    (r, i) =>
      reasons.findIndex(
        (other) => other.code === r.code && JSON.stringify(other.params) === JSON.stringify(r.params),
      ) === i,
  );

/** Rows that count weeks without an answer. */
const MISSED_ROWS: readonly string[] = ['AD-04', 'AD-10', 'AD-19'];
/**
 * A row of silence speaks of silence alone: a list left open is a reason of its own, never "we did not hear"
 * (docs/clinical-rules.md §12 A4).
 */
const ruleReason = ({ ruled, opening }: Decided, read: Reason['params']): Reason =>
  reason(
    MISSED_ROWS.includes(ruled.rule) && missedWeeks(opening) > opening.missed ? 'words-open' : ruled.rule,
    read,
  );

/** The reasons of a decided week, the deciding one first; modifiers are added by the caller. */
export const reasonsOf = (d: Decided): readonly Reason[] => {
  const { ruled, missing, fever } = d;
  const read = ruleParams(d);
  const rule = ruleReason(d, read);
  const feverish = fever ? [reason('fever')] : [];
  const incomplete =
    missing.length > 0
      ? [reason('incomplete', { fields: missing.join(', '), avg: d.answers.painAverage })]
      : [];
  switch (ruled.outcome) {
    case 'STOP_EMERGENCY':
    case 'STOP_DOCTOR':
      return [rule];
    case 'REGRESS':
      return [rule, ...spiked(d), ...easedReasons(d), ...feverish, ...incomplete];
    case 'HOLD': {
      const nothingDue = ruled.rule === 'AD-20';
      if (incomplete.length > 0)
        return [
          ...incomplete,
          ...(nothingDue ? [] : [rule, ...spiked(d), ...strengthOnly(d)]),
          ...feverish,
          ...same(d),
        ];
      if (nothingDue) return fever ? [...feverish, ...same(d), ...testWaits(d)] : [rule, ...ready(d)];
      return [rule, ...spiked(d), ...strengthOnly(d), ...feverish, ...same(d), ...testWaits(d)];
    }
    case 'PROGRESS':
    case 'ACCELERATE':
      return [reason(ruled.rule, { ...read, ...movedParams(d) }), ...ready(d)];
  }
};
