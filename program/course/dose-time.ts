/**
 * How long a dose takes: sets × repetitions × tempo × sides, the rests between the sets, and half a minute a
 * move. Seconds, and whole minutes.
 */
import type { Dose } from './plan.ts';

/** Seconds of one repetition by the name of its tempo; `hold` names its seconds in the dose. */
const SECONDS: Readonly<Record<string, number>> = { easy: 2, quick: 1, slow: 4, hold: 1 };
const SECONDS_PER_METRE = 1.5;
/** For each move: to put on shoes or a backpack, to find the place. */
const SECONDS_A_MOVE = 30;
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

/**
 * Seconds of a dose: the least it takes and the most. The most is its largest number of sets and repetitions
 * with its longest rest; a heavier load may take fewer of them, never longer.
 */
export function doseSeconds(dose: Dose): readonly [number, number] {
  const { sets, reps, seconds, restSeconds, restSecondsTo = restSeconds } = dose;
  const { toSets = sets, toReps = reps, toSeconds = seconds } = dose;
  const end = (pick: (...of: number[]) => number): number => {
    const of = (a: number | undefined, b: number | undefined): number | undefined =>
      a === undefined || b === undefined ? a : pick(a, b);
    return takes(dose, {
      sets: pick(sets, toSets),
      reps: of(reps, toReps),
      seconds: of(seconds, toSeconds),
      rest: pick(restSeconds, restSecondsTo),
    });
  };
  return [end(Math.min), end(Math.max)];
}

/** The least and the most whole minutes of these moves, one after the other. */
export function dosesMinutes(doses: readonly Dose[]): readonly [number, number] {
  const each = doses.map(doseSeconds);
  const all = (at: 0 | 1): number =>
    Math.ceil(each.reduce((sum, seconds) => sum + seconds[at] + SECONDS_A_MOVE, 0) / 60);
  return [all(0), all(1)];
}

/** Up to the next five minutes. */
export const upToFive = (minutes: number): number => Math.ceil(minutes / 5) * 5;
