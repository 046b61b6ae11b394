/**
 * One morning, second by second: people fall due, the dispatcher hands out hints once a minute, workers work
 * them off. People are a fluid; there is no chance in it, so the same setup gives the same figures.
 */
import type { Cohort } from './world.ts';

/** A deployment, as its constants and settings make it. */
export interface Setup {
  /** Mails a second that the provider takes. */
  readonly rate: number;
  /** Of the rate that the routine lane may use. */
  readonly share: number;
  /** Hints are spread over so many seconds, down to `leastShare` of the rate. */
  readonly spreadSeconds: number;
  readonly leastShare: number;
  /** People that one look sees, and hints that may wait. */
  readonly seen: number;
  readonly mostWaiting: number;
  /** Workers of the lane at once, and mails a second of one. */
  readonly workers: number;
  readonly perWorker: number;
}

export interface Drained {
  /** Everybody of one morning has their mail before the next week's begins. */
  readonly finished: boolean;
  /** Seconds from the first 07:00 to the last mail. */
  readonly seconds: number;
  /** Seconds after their own 07:00. */
  readonly late: { readonly half: number; readonly mostly: number; readonly last: number };
  /** People whose mail had to wait, at most. */
  readonly mostDue: number;
  /** Hints on the queue, at most. */
  readonly mostQueued: number;
  /** Mails a second, at most over a whole minute. */
  readonly mostMails: number;
  /** Mails of each minute. */
  readonly minutes: readonly number[];
}

const WEEK_SECONDS = 7 * 24 * 3_600;
const MINUTE = 60;
/** Less than a person is nobody. */
const NOBODY = 1e-6;

/** Lateness is counted in steps of so many seconds. */
const STEP = 6;

/** The `share` quantile of how late mails are, in seconds; `late` = mails by step of lateness. */
function quantile(late: Float64Array, share: number): number {
  const all = late.reduce((sum, people) => sum + people, 0);
  let seen = 0;
  for (const [step, people] of late.entries()) {
    seen += people;
    if (seen >= all * share - NOBODY) return step * STEP;
  }
  return 0;
}

/** Hints that the dispatcher makes now, and how many of them become visible a second. */
export function handsOut(
  { rate, share, spreadSeconds, leastShare, seen, mostWaiting }: Setup,
  due: number,
  depth: number,
): { readonly hints: number; readonly aSecond: number } {
  const fits = Math.min(Math.max(1, Math.floor(rate * share * MINUTE)), mostWaiting);
  const hints = Math.max(0, Math.min(due, seen, fits) - depth);
  return { hints, aSecond: Math.min(rate * share, Math.max(rate * leastShare, hints / spreadSeconds)) };
}

/** Those who are due longest have their mails first; counts how late each is. */
function takeFrom(
  waiting: { at: number; people: number }[],
  { mails, now, late }: { readonly mails: number; readonly now: number; readonly late: Float64Array },
): void {
  let left = mails;
  for (let first = waiting[0]; first !== undefined && left > NOBODY; first = waiting[0]) {
    const people = Math.min(left, first.people);
    const step = Math.floor((now - first.at) / STEP);
    late[step] = (late[step] ?? 0) + people;
    first.people -= people;
    left -= people;
    if (first.people <= NOBODY) waiting.shift();
  }
}

/** Works off one morning; stops after a week. */
export function drain(cohorts: readonly Cohort[], setup: Setup): Drained {
  const coming = cohorts.map((one) => ({ ...one }));
  const waiting: { at: number; people: number }[] = [];
  const late = new Float64Array(WEEK_SECONDS / STEP + 1);
  const minutes: number[] = [];
  const [most, capacity] = [{ due: 0, queued: 0 }, Math.min(setup.rate, setup.workers * setup.perWorker)];
  let [due, later, visible, aSecond, now, minute] = [0, 0, 0, 0, 0, 0];
  for (; now < WEEK_SECONDS; now += 1) {
    for (let next = coming[0]; next !== undefined && next.at <= now; next = coming[0]) {
      waiting.push(next);
      due += next.people;
      coming.shift();
    }
    if (now % MINUTE === 0) {
      const given = handsOut(setup, due, later + visible);
      later += given.hints;
      aSecond = given.aSecond;
      most.due = Math.max(most.due, due);
      most.queued = Math.max(most.queued, later + visible);
    }
    const shown = Math.min(later, aSecond);
    later -= shown;
    visible += shown;
    const mails = Math.min(visible, capacity);
    visible -= mails;
    due -= mails;
    minute += mails;
    takeFrom(waiting, { mails, now, late });
    if (now % MINUTE === MINUTE - 1) {
      minutes.push(minute);
      minute = 0;
    }
    if (coming.length === 0 && due <= 0.5) break;
  }
  if (minute > 0) minutes.push(minute);
  return {
    finished: now < WEEK_SECONDS,
    seconds: now,
    late: { half: quantile(late, 0.5), mostly: quantile(late, 0.99), last: quantile(late, 1) },
    mostDue: most.due,
    mostQueued: most.queued,
    mostMails: minutes.reduce((high, one) => Math.max(high, one), 0) / MINUTE,
    minutes,
  };
}
