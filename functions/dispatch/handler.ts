/**
 * Every minute: whose alarm has rung? Hands out ids, nothing else; the sender reads all truth again
 * (docs/architecture.md §6, §7).
 */
import type { App } from '../shell/app.ts';
import { makeApp, type Overrides } from '../shell/app.ts';
import type { Lane } from '../shell/ports.ts';
import { DUE_SHARDS } from '../shell/store/table.ts';

/** People per shard and minute; the rest is still due a minute later. */
export const DUE_PER_SHARD = 500;

export interface Dispatched {
  readonly due: number;
}

const LANES: readonly Lane[] = ['urgent', 'routine'];

/** Looks through all shards and puts one hint per person on the queue of their lane. */
export const makeHandler = (app: App<'dispatch'>) => async (): Promise<Dispatched> => {
  const now = app.clock.now();
  const shards = await Promise.all(
    Array.from({ length: DUE_SHARDS }, (_, shard) => app.store.due(shard, now, DUE_PER_SHARD)),
  );
  const found = shards.flat();
  for (const lane of LANES) {
    const hints = found.filter((due) => due.lane === lane).map(({ participantId }) => ({ participantId }));
    if (hints.length > 0) await app.queue.send(lane, hints);
  }
  app.log.info('dispatched', { due: found.length });
  return { due: found.length };
};

export const create = (overrides: Overrides = {}) => makeHandler(makeApp('dispatch', process.env, overrides));
export const handler = create();
