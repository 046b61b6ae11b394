/**
 * Every minute: whose alarm has rung? Hands out ids, nothing else; the sender reads all truth again
 * (docs/architecture.md §6, §7).
 */
import type { App } from '../shell/app.ts';
import { makeApp, type Overrides } from '../shell/app.ts';
import { DUE_SHARDS } from '../shell/store/table.ts';

/** People per shard and minute; the rest is still due a minute later. */
export const DUE_PER_SHARD = 500;

export interface Dispatched {
  readonly due: number;
}

/** Looks through all shards and puts one hint per person on the routine queue. */
export const makeHandler = (app: App<'dispatch'>) => async (): Promise<Dispatched> => {
  const now = app.clock.now();
  const shards = await Promise.all(
    Array.from({ length: DUE_SHARDS }, (_, shard) => app.store.due(shard, now, DUE_PER_SHARD)),
  );
  const ids = shards.flat();
  if (ids.length > 0)
    await app.queue.send(
      'routine',
      ids.map((participantId) => ({ participantId })),
    );
  app.log.info('dispatched', { due: ids.length });
  return { due: ids.length };
};

export const create = (overrides: Overrides = {}) => makeHandler(makeApp('dispatch', process.env, overrides));
export const handler = create();
