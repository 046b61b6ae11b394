/** What goes wrong in one run: windows of time and probabilities, drawn from a seed or written by hand. */
import type { Random } from './random.ts';
import type { Trouble } from './worker.ts';

/** Milliseconds from the beginning of the run. */
export interface Window {
  readonly from: number;
  readonly to: number;
}
export type SesTrouble = 'throttle' | 'quota' | 'paused' | 'rejected' | 'lost' | 'accepted';
export interface SesWindow extends Window {
  readonly how: SesTrouble;
  /** Only mails of these kinds; all without it. */
  readonly kinds?: readonly string[];
  /** Of the mails in the window, how many it meets; all without it. */
  readonly share?: number;
}
export interface EventsWindow extends Window {
  /**
   * The queue of events is not worked off until the window ends · told late, by up to half an hour · never
   * told.
   */
  readonly how: 'held' | 'late' | 'lost';
  readonly kinds?: readonly string[];
}
/** A trouble of one kind of call, in a window of time. */
export interface PlantedTrouble extends Window {
  readonly fn: string;
  readonly call: string;
  /** Only commits of this command; every call without it. */
  readonly command?: string;
  readonly trouble: Trouble;
}
export interface FaultPlan {
  readonly ses: readonly SesWindow[];
  readonly events: readonly EventsWindow[];
  readonly queueDown: readonly Window[];
  readonly storeDown: readonly Window[];
  /** Of each call of a port: the function dies before, or after, the effect. */
  readonly crash: number;
  /** Of each call: the function stands still there, a moment or up to two and a half hours. */
  readonly stall: number;
  /** Of each call to the table or the queue: it fails, done or not done. */
  readonly error: number;
  /** Of each message: delivered once more. */
  readonly duplicate: number;
  /** Of each read of a participant: somebody else acts on the same one within the next moments. */
  readonly conflict: number;
  /** Index entries become visible this much later, at most (ms). */
  readonly indexLag: number;
  /** Mails the provider takes in a second; null = as many as come. */
  readonly rate: number | null;
  /** Milliseconds that each call to the provider takes; 0 = none. */
  readonly latency: number;
  readonly planted: readonly PlantedTrouble[];
  readonly rotateKeysAt: readonly number[];
  /**
   * The first of the people has a state that cannot be read, or a mail that cannot be rendered, in this time.
   */
  readonly poisonState: Window | null;
  readonly poisonMail: Window | null;
  /** Of the mails, how many come back for good. */
  readonly bounce: number;
}
export const NO_FAULTS: FaultPlan = {
  ses: [],
  events: [],
  queueDown: [],
  storeDown: [],
  crash: 0,
  stall: 0,
  error: 0,
  duplicate: 0,
  conflict: 0,
  indexLag: 0,
  rate: null,
  latency: 0,
  planted: [],
  rotateKeysAt: [],
  poisonState: null,
  poisonMail: null,
  bounce: 0,
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A fault that some seeds do not have at all is found by those that have little else. */
const OFF = 1 / 3;

/** Draws the faults of a seed for a run of `weeks`; each kind has its own weight, a third of them none. */
export function drawFaults(random: Random, weeks: number): FaultPlan {
  const length = weeks * 7 * 24 * HOUR;
  const weigh = (most: number): number => (random.chance(OFF) ? 0 : random.between(0.1, 1) * most);
  const windows = (perWeek: number, longest: number): Window[] =>
    Array.from({ length: Math.round(weigh(perWeek * weeks)) }, () => {
      const from = random.between(0, length);
      return { from, to: from + random.between(MINUTE, longest) };
    });
  const troubles: readonly SesTrouble[] = ['throttle', 'quota', 'paused', 'rejected', 'lost', 'accepted'];
  const event: readonly EventsWindow['how'][] = random.chance(0.2)
    ? ['held', 'late', 'lost']
    : ['held', 'late'];
  const poison = (): Window | null => {
    const from = random.between(0, length);
    return random.chance(0.3) ? { from, to: from + random.between(HOUR, 72 * HOUR) } : null;
  };
  return {
    ses: windows(1.5, 26 * HOUR).map((window) => ({
      ...window,
      how: random.pick(troubles),
      share: random.next(),
    })),
    events: windows(0.7, 26 * HOUR).map((window) => ({ ...window, how: random.pick(event) })),
    queueDown: windows(0.5, 6 * HOUR),
    storeDown: windows(0.4, HOUR),
    crash: weigh(0.02),
    stall: weigh(0.03),
    error: weigh(0.02),
    duplicate: weigh(0.3),
    conflict: weigh(0.05),
    indexLag: weigh(10 * MINUTE),
    rate: random.chance(0.3) ? random.pick([1, 2, 14]) : null,
    latency: 0,
    planted: [],
    rotateKeysAt: random.chance(0.5) ? [random.between(0, length), random.between(0, length)] : [],
    poisonState: poison(),
    poisonMail: poison(),
    bounce: weigh(0.01),
  };
}

export const inside = (window: Window, ms: number): boolean => ms >= window.from && ms < window.to;
export const windowAt = <T extends Window>(windows: readonly T[], ms: number): T | undefined =>
  windows.find((window) => inside(window, ms));
