/**
 * Every minute: whose alarm has rung? Hands out ids, nothing else; the sender reads all truth again
 * (docs/architecture.md §6, §7).
 */
import type { Instant } from '../../program/kernel/time.ts';
import type { App } from '../shell/app.ts';
import { makeApp, type Overrides } from '../shell/app.ts';
import type { Due, Lane } from '../shell/ports.ts';
import { DUE_SHARDS } from '../shell/store/items/table.ts';
import {
  DUE_PER_SHARD,
  LEAST_SHARE,
  MINUTE_SECONDS,
  mostWaiting,
  ROUTINE_SHARE,
  SPREAD_SECONDS,
} from './pace.ts';

export interface Dispatched {
  readonly due: number;
  /** Hints handed out: nobody twice while the queue is full. */
  readonly hinted: number;
}

/**
 * Looks through all shards and puts one hint per person on the queue of their lane, spread over the minute at
 * the pace that the provider takes mails: what does not fit is handed out a minute later.
 */
export const makeHandler = (app: App<'dispatch'>) => async (): Promise<Dispatched> => {
  const now = app.clock.now();
  const shards = await Promise.all(
    Array.from({ length: DUE_SHARDS }, (_, shard) => app.store.due(shard, now, DUE_PER_SHARD)),
  );
  const due = shards.flat();
  const rate = app.env.SENDING_RATE;
  const urgent = await handOut(app, 'urgent', due, { now, most: rate, least: rate, taken: 0 });
  const paced = { now, most: rate * ROUTINE_SHARE, least: rate * LEAST_SHARE, taken: urgent };
  const hinted = urgent + (await handOut(app, 'routine', due, paced));
  app.log.info('dispatched', { due: due.length, count: hinted });
  return { due: due.length, hinted };
};

interface Pace {
  readonly now: Instant;
  /** Hints a second, at most and at least. */
  readonly most: number;
  readonly least: number;
  /** Hints of this minute that go before. */
  readonly taken: number;
}

/**
 * Hands out the hints of one lane; how many. As many as wait on the queue are left out: they belong to those
 * who are due longest, for hints are handed out in that order. A hint that was lost is made again once the
 * queue has emptied.
 */
async function handOut(
  app: App<'dispatch'>,
  lane: Lane,
  due: readonly Due[],
  { now, most, least, taken }: Pace,
): Promise<number> {
  const found = due.filter((one) => one.lane === lane).sort(longestDue);
  if (found.length === 0) return 0;
  const fits = Math.min(Math.max(1, Math.floor(most * MINUTE_SECONDS) - taken), mostWaiting(DUE_SHARDS));
  const hints = found.slice(await app.queue.depth(lane), fits);
  const aSecond = Math.min(most, Math.max(least, hints.length / SPREAD_SECONDS));
  if (hints.length > 0)
    await app.queue.send(
      lane,
      hints.map(({ participantId }, n) => {
        const inSeconds = Math.floor(taken / most + n / aSecond);
        return { participantId, at: now, ...(inSeconds === 0 ? {} : { inSeconds }) };
      }),
    );
  return hints.length;
}

const longestDue = (a: Due, b: Due): number =>
  a.at === b.at ? (a.participantId < b.participantId ? -1 : 1) : a.at < b.at ? -1 : 1;

export const create = (overrides: Overrides = {}) => makeHandler(makeApp('dispatch', process.env, overrides));
export const handler = create();
