/** The virtual clock: runs with real time from where it was set, stands still while a jump is worked off. */
import { systemClock } from '../../functions/shell/clock.ts';
import type { Clock } from '../../functions/shell/ports.ts';
import type { Instant } from '../../program/kernel/time.ts';

export interface VirtualClock extends Clock {
  /** Sets the clock; from here on it runs with real time again. */
  set(at: Instant): void;
  /** Stands at an instant until `set` or `run`. */
  stand(at: Instant): void;
  run(): void;
  /** Milliseconds ahead of the machine's time. */
  offset(): number;
}

/** `machine` is the time that passes by itself, in milliseconds: the machine's, or one that a test counts. */
export function virtualClock(begins: Instant, machine: () => number = Date.now): VirtualClock {
  let ahead = Date.parse(begins) - machine();
  let standing: number | null = null;
  const ms = (): number => standing ?? machine() + ahead;
  const release = (at: number): void => {
    ahead = at - machine();
    standing = null;
  };
  return {
    now: () => new Date(ms()).toISOString(),
    monotonic: systemClock.monotonic,
    timer: systemClock.timer,
    set: (at) => release(Date.parse(at)),
    stand: (at) => {
      standing = Date.parse(at);
    },
    run: () => release(ms()),
    offset: () => ahead,
  };
}
