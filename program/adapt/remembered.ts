/**
 * A test passed at most fourteen days ago still opens its gate, while everything since stayed calm
 * (docs/clinical-rules.md §12 A23).
 */
import type { CheckInAnswers } from '../answers/check-in.ts';
import type { Opening, WeekDigest } from '../course/types.ts';
import { daysBetween, type LocalDate } from '../kernel/time.ts';

export const REMEMBERED_DAYS = 14;
/** docs/clinical-rules.md §2.3: what a calm check-in may show; running asks for less. */
const CALM_AVERAGE = 3;
const CALM_WORST = { strength: 3, run: 2 } as const;

type Track = 'strength' | 'run';
type ThisWeek = Pick<CheckInAnswers, 'gateStrength' | 'gateRun' | 'painAverage' | 'painWorst' | 'nextDay'>;
type MemoryOpening = Pick<Opening, 'tracks' | 'history' | 'flared' | 'chosen' | 'restriction'>;

const isSameStep = (d: WeekDigest, { tracks }: MemoryOpening, track: Track): boolean =>
  track === 'strength' ? d.level === tracks.level : d.stage === tracks.stage;

/**
 * Complete, calm, settled, and none of what makes us forget: a painful test, an easier week, a flare, a step
 * back, a break, silence.
 */
const staysCalm = (d: WeekDigest, track: Track): boolean =>
  d.complete &&
  d.average !== null &&
  d.average <= CALM_AVERAGE &&
  d.worst !== null &&
  d.worst <= CALM_WORST[track] &&
  d.settled &&
  d.tests?.[track] !== 'pain' &&
  d.easier !== true &&
  d.repeated !== true &&
  d.flared !== true &&
  d.afterBreak !== true &&
  (d.outcome === 'HOLD' || d.outcome === 'PROGRESS' || d.outcome === 'ACCELERATE');

/**
 * The day of the pass that still counts at `today`; null = none. Every check-in from that one on was calm,
 * and none was missed. What this week's own answer says is asked by `passedBefore`.
 */
export const rememberedPass = (opening: MemoryOpening, track: Track, today: LocalDate): LocalDate | null => {
  if (opening.flared === true || opening.chosen !== undefined || opening.restriction === 'noProgress')
    return null;
  const at = opening.history.findLastIndex(
    (d) => d.tests?.[track] === 'yes' && isSameStep(d, opening, track),
  );
  const pass = opening.history[at];
  if (pass?.on === undefined || daysBetween(pass.on, today) > REMEMBERED_DAYS) return null;
  return opening.history.slice(at).every((d) => staysCalm(d, track) && isSameStep(d, opening, track))
    ? pass.on
    : null;
};

/** This week said nothing else about the test and was calm itself. An own "yes" needs no memory. */
export const passedBefore = (
  opening: MemoryOpening,
  answers: ThisWeek,
  track: Track,
  today: LocalDate,
): boolean => {
  const said = track === 'strength' ? answers.gateStrength : answers.gateRun;
  const worst = Math.max(answers.painAverage, answers.painWorst ?? 10);
  return (
    said !== 'yes' &&
    said !== 'pain' &&
    answers.painAverage <= CALM_AVERAGE &&
    worst <= CALM_WORST[track] &&
    answers.nextDay === 'settled' &&
    rememberedPass(opening, track, today) !== null
  );
};
