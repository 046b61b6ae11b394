/**
 * How long a session takes, from its own doses: a time that is printed is the time it takes. Whole minutes.
 */
import type { Dose, WeekPlan } from '../course/plan.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import { exercisesOf, type SessionId, sessionOf } from './sessions.ts';

/** Seconds of one repetition by the name of its tempo; `hold` names its seconds in the dose. */
const SECONDS: Readonly<Record<string, number>> = { easy: 2, quick: 1, slow: 4, hold: 1 };
const SECONDS_PER_METRE = 1.5;
/** From one exercise to the next. */
const CHANGE_SECONDS = 20;

/** `3-0-3` → 6: seconds of one repetition. */
export function repetitionSeconds(tempo: string): number {
  const parts = tempo.split('-').map(Number);
  return parts.length === 3 && parts.every(Number.isFinite)
    ? parts.reduce((sum, part) => sum + part, 0)
    : (SECONDS[tempo] ?? 2);
}

interface Amount {
  readonly sets: number;
  readonly reps: number | undefined;
  readonly seconds: number | undefined;
  readonly rest: number;
}
/** A set of holds takes its seconds; repetitions that are held take both. */
function takes({ tempo, metres, eachSide }: Dose, { sets, reps, seconds, rest }: Amount): number {
  const move = metres === undefined ? (reps ?? 1) * repetitionSeconds(tempo) : metres * SECONDS_PER_METRE;
  const held = (seconds ?? 0) * (reps ?? 1);
  const set = seconds === undefined ? move : reps === undefined ? held : held + reps;
  return sets * set * (eachSide ? 2 : 1) + (sets - 1) * rest;
}

/** Seconds of a dose: at its beginning, and built up with its longest rest. */
export function doseSeconds(dose: Dose): readonly [number, number] {
  const { sets, reps, seconds, restSeconds, toSets = sets, toReps = reps, toSeconds = seconds } = dose;
  const first = takes(dose, { sets, reps, seconds, rest: restSeconds });
  const last = takes(dose, {
    sets: toSets,
    reps: toReps,
    seconds: toSeconds,
    rest: dose.restSecondsTo ?? restSeconds,
  });
  return first <= last ? [first, last] : [last, first];
}

const together = (doses: readonly Dose[]): readonly [number, number] =>
  doses
    .map(doseSeconds)
    .reduce<readonly [number, number]>(
      ([from, to], [a, b]) => [from + a + CHANGE_SECONDS, to + b + CHANGE_SECONDS],
      [0, 0],
    );
const whole = ([from, to]: readonly [number, number]): readonly [number, number] => [
  Math.ceil(from / 60),
  Math.ceil(to / 60),
];

/**
 * The least and the most minutes of a session: easy movement before strength and the warm-up before a run
 * counted. Null = the runner's own run without a told length (RK), which no number fits.
 */
export function sessionMinutes(
  plan: WeekPlan,
  id: SessionId,
  { session, warmUp }: Pick<Curriculum, 'session' | 'warmUp'>,
): readonly [number, number] | null {
  const { kind } = sessionOf(id);
  if (kind === 'run') return runMinutes(plan, warmUp.minutes);
  const [from, to] = whole(together(exercisesOf(plan, id).map(({ dose }) => dose)));
  const before = kind === 'strength' ? session.easyMovementMinutes : 0;
  return [from + before, to + before];
}

function runMinutes(
  { run, warmUp }: WeekPlan,
  before: readonly [number, number],
): readonly [number, number] | null {
  if (run.walks != null) return run.walks.minutes;
  const length = run.stage === 'RK' ? run.longestRun : run.sessionMinutes;
  if (length === null) return null;
  return warmUp === null ? [length, length] : [length + before[0], length + before[1]];
}

/** One figure for a strip of a week: the middle of both, to the next five minutes, at least five. */
export const aboutMinutes = ([from, to]: readonly [number, number]): number =>
  Math.max(5, Math.round((from + to) / 10) * 5);
