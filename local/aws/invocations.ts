/** Calls of a function that nobody waits for: one that fails is made again, as Lambda does, then given up. */
import { addMinutes, type Instant } from '../../program/kernel/time.ts';

/** Minutes from a failed call to the next; after the last of them it is dead. */
const WAITS = [1, 2] as const;

interface Waiting {
  readonly event: unknown;
  readonly at: Instant;
  readonly failed: number;
}
export interface Invocations {
  /** Calls at once; what fails waits. */
  call(event: unknown, now: Instant): Promise<void>;
  /** Makes the calls that are due again; how many there were. */
  again(now: Instant): Promise<number>;
  next(): Instant | null;
  clear(): void;
}

/**
 * `patient` says whether a failure is one of the world, which passes; another one is thrown. `failed` is told
 * of every failed call, and whether it was given up.
 */
export function makeInvocations(
  invoke: (event: unknown) => Promise<void>,
  { patient, failed }: { readonly patient: () => boolean; readonly failed: (isDead: boolean) => void },
): Invocations {
  let waiting: readonly Waiting[] = [];
  async function attempt({ event, at, failed: before }: Waiting): Promise<void> {
    try {
      await invoke(event);
    } catch (error) {
      if (!patient()) throw error;
      const wait = WAITS[before];
      failed(wait === undefined);
      if (wait !== undefined) waiting = [...waiting, { event, at: addMinutes(at, wait), failed: before + 1 }];
    }
  }
  return {
    call: (event, now) => attempt({ event, at: now, failed: 0 }),
    again: async (now) => {
      const due = waiting.filter((one) => one.at <= now);
      waiting = waiting.filter((one) => one.at > now);
      for (const one of due) await attempt({ ...one, at: now });
      return due.length;
    },
    next: () => waiting.map((one) => one.at).sort()[0] ?? null,
    clear: () => {
      waiting = [];
    },
  };
}
