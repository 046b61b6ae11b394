/** The setup that the constants of the code and the measured worker make of a sending rate. */
import {
  DUE_PER_SHARD,
  LEAST_SHARE,
  mostWaiting,
  ROUTINE_SHARE,
  SPREAD_SECONDS,
} from '../../functions/dispatch/pace.ts';
import { DUE_SHARDS } from '../../functions/shell/store/items/table.ts';
import { feedsOf } from '../../infra/lanes.ts';
import type { Setup } from './drain.ts';
import type { Measured } from './measure.ts';

/** What a worker in the cloud waits for, in milliseconds: an assumption about a region. */
export const CALL_MS = 6;
export const PROVIDER_MS = 40;
/** A function has a whole core from so many megabytes on. */
const CORE_MB = 1_769;
const SEND_MB = 512;
const FEEDBACK_MB = 256;

const sum = (calls: Readonly<Record<string, number>>): number =>
  Object.values(calls).reduce((all, one) => all + one, 0);

/** Milliseconds that one mail keeps a worker busy. */
export const mailMs = ({ mail }: Measured): number =>
  mail.cpuMs * (CORE_MB / SEND_MB) + sum(mail.calls) * CALL_MS + PROVIDER_MS;
/** Milliseconds that one event of the provider does. */
export const eventMs = ({ event }: Measured): number =>
  event.cpuMs * (CORE_MB / FEEDBACK_MB) + event.calls * CALL_MS;

export const perWorkerOf = (measured: Measured): number => 1_000 / mailMs(measured);

/** `wide` = a look that sees and hands out as much as the rate takes, which is not built. */
export function setupOf(rate: number, measured: Measured, wide = false): Setup {
  const waiting = mostWaiting(DUE_SHARDS);
  const aMinute = Math.floor(rate * ROUTINE_SHARE * 60);
  return {
    rate,
    share: ROUTINE_SHARE,
    spreadSeconds: SPREAD_SECONDS,
    leastShare: LEAST_SHARE,
    seen: wide ? Math.max(2 * aMinute, 2 * waiting) : DUE_PER_SHARD * DUE_SHARDS,
    mostWaiting: wide ? Math.max(aMinute, waiting) : waiting,
    workers: feedsOf(rate).routine.workers,
    perWorker: perWorkerOf(measured),
  };
}
