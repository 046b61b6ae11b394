/**
 * Every minute: whose alarm has rung? Hands out ids, nothing else; the sender reads all truth again
 * (docs/architecture.md §6, §7).
 */
import type { App } from '../shell/app.ts';
import { makeApp, type Overrides } from '../shell/app.ts';
import type { Due, Lane } from '../shell/ports.ts';
import { DUE_SHARDS } from '../shell/store/table.ts';

/** People per shard and minute; the rest is still due a minute later. */
export const DUE_PER_SHARD = 500;

export interface Dispatched {
  readonly due: number;
  /** Hints handed out: nobody twice while the queue is full. */
  readonly hinted: number;
}

const LANES: readonly Lane[] = ['urgent', 'routine'];

/** Looks through all shards and puts one hint per person on the queue of their lane. */
export const makeHandler = (app: App<'dispatch'>) => async (): Promise<Dispatched> => {
  const now = app.clock.now();
  const shards = await Promise.all(
    Array.from({ length: DUE_SHARDS }, (_, shard) => app.store.due(shard, now, DUE_PER_SHARD)),
  );
  let hinted = 0;
  for (const lane of LANES) {
    const found = newestFirst(shards.map((due) => due.filter((one) => one.lane === lane)));
    const hints = found.slice(0, found.length === 0 ? 0 : await room(app, lane, found.length));
    if (hints.length > 0)
      await app.queue.send(
        lane,
        hints.map(({ participantId }) => ({ participantId, at: now })),
      );
    hinted += hints.length;
  }
  const due = shards.reduce((sum, shard) => sum + shard.length, 0);
  app.log.info('dispatched', { due, count: hinted });
  return { due, hinted };
};

/** More due than this is a crowd: who has a hint is known only roughly. */
const CROWD = 500;

/**
 * Whoever is due and has a hint on the queue needs no second: as many as wait there are left out. A crowd
 * gets the next ones when half of its hints are worked off. A hint that was lost is made again once the queue
 * has emptied.
 */
async function room(app: App<'dispatch'>, lane: Lane, found: number): Promise<number> {
  const waiting = await app.queue.depth(lane);
  return found > CROWD && waiting > found / 2 ? 0 : Math.max(0, found - waiting);
}

/** Who is due last in each shard comes first: the others have been told already. */
function newestFirst(shards: readonly (readonly Due[])[]): readonly Due[] {
  const longest = Math.max(0, ...shards.map((shard) => shard.length));
  return Array.from({ length: longest }, (_, back) =>
    shards.flatMap((shard) => shard[shard.length - 1 - back] ?? []),
  ).flat();
}

export const create = (overrides: Overrides = {}) => makeHandler(makeApp('dispatch', process.env, overrides));
export const handler = create();
