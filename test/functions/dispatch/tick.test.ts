/** What one ring of the dispatcher costs, counted: idle people nothing, and a wave of mails one hint each. */
import { describe, expect, it } from 'vitest';
import type { App } from '../../../functions/shell/app.ts';
import type { SendHint, Store } from '../../../functions/shell/ports.ts';
import { shardOf } from '../../../functions/shell/store/keys.ts';
import { DUE_SHARDS } from '../../../functions/shell/store/table.ts';
import { asPort, makeMemoryStore } from '../../../simulate/population/memory-store.ts';
import { randomOf } from '../../../simulate/population/random.ts';
import { given, signUp, T0, wake } from '../../program/given.ts';

Object.assign(process.env, {
  TABLE_NAME: 'people',
  STAGE: 'test',
  URGENT_QUEUE_URL: 'https://sqs.example.org/urgent',
  ROUTINE_QUEUE_URL: 'https://sqs.example.org/routine',
});
// Its module reads the environment.
const { DUE_PER_SHARD, makeHandler } = await import('../../../functions/dispatch/handler.ts');

const keys = { current: 1, keys: new Map(), retired: [], pepper: new Uint8Array(32) };
const clock = { now: () => T0, monotonic: () => 0, timer: () => () => undefined };

/** A dispatcher over a store, and what it does. */
function dispatcherOf(store: Pick<Store, 'due'>) {
  const queue: SendHint[] = [];
  const counts = { queries: 0, read: 0, queueCalls: 0, hints: 0 };
  const ring = makeHandler({
    clock,
    log: { info: () => undefined },
    store: {
      due: async (shard: number, now: string, limit: number) => {
        const found = await store.due(shard, now, limit);
        counts.queries += 1;
        counts.read += found.length;
        return found;
      },
    },
    queue: {
      send: (_: string, hints: readonly SendHint[]) => {
        counts.queueCalls += 1;
        counts.hints += hints.length;
        queue.push(...hints);
        return Promise.resolve();
      },
      depth: () => {
        counts.queueCalls += 1;
        return Promise.resolve(queue.length);
      },
    },
  } as unknown as App<'dispatch'>);
  return { ring, queue, counts };
}

describe('a ring of the dispatcher', () => {
  it.each([0, 1_000, 100_000])('with %i idle people reads nothing and sends nothing', async (idle) => {
    const memory = makeMemoryStore({ clock, keys: () => keys, strict: false });
    // Signed up, mailed, and nothing more to do: the alarm of the expiry is a week away.
    const state = given(signUp(), wake(T0))
      .when({ type: 'RecordSent', at: T0, occasion: 'confirm-n1' })
      .then({ type: 'MailSent' });
    if (state === null || state.status === 'erased') throw new Error('somebody is idle');
    const one = { ...state, id: 'CALF000000000000' };
    const events = [{ type: 'MailSent', at: T0, occasion: 'confirm-n1' }] as const;
    const command = { type: 'Test', id: 'c1', at: T0, actor: 'test' };
    const outcome = { ok: true, code: 'Test' };
    memory.commit({ id: one.id, expectedRev: 0, next: one, before: null, events, command, outcome });
    const entry = memory.tables.people.get(one.id);
    if (entry === undefined) throw new Error('somebody is there');
    memory.tables.people.clear();
    for (const shard of memory.tables.index) shard.clear();
    for (let n = 0; n < idle; n += 1) {
      const id = `IDLE${String(n).padStart(12, '0')}`;
      memory.tables.people.set(id, entry);
      memory.tables.index[shardOf(id)]?.set(id, entry.alarm ?? '');
    }
    const { ring, counts } = dispatcherOf(asPort(memory));
    expect(await ring()).toEqual({ due: 0, hinted: 0 });
    expect(counts).toEqual({ queries: DUE_SHARDS, read: 0, queueCalls: 0, hints: 0 });
  });

  it.each([100, 500, 3_000])('ten thousand due at once, %i a minute: about one hint each', async (pace) => {
    const random = randomOf(pace);
    const due = new Map(
      Array.from({ length: 10_000 }, (_, n) => `P${String(n).padStart(15, '0')}`).map((id) => [
        id,
        shardOf(id),
      ]),
    );
    const store: Pick<Store, 'due'> = {
      due: (shard, _, limit) =>
        Promise.resolve(
          [...due]
            .filter(([, of]) => of === shard)
            .slice(0, limit)
            .map(([participantId]) => ({ participantId, lane: 'routine' as const })),
        ),
    };
    const { ring, queue, counts } = dispatcherOf(store);
    let minutes = 0;
    for (; due.size > 0 && minutes < 200; minutes += 1) {
      await ring();
      for (let n = 0; n < pace && queue.length > 0; n += 1)
        for (const { participantId } of queue.splice(random.below(queue.length), 1))
          due.delete(participantId);
    }
    expect(due.size).toBe(0);
    expect(counts.hints / 10_000).toBeLessThanOrEqual(1.2);
    expect(minutes).toBeLessThanOrEqual(Math.ceil(12_000 / Math.min(pace, DUE_PER_SHARD * DUE_SHARDS)) + 3);
  });

  it('a hint that was lost is made again once the queue has emptied', async () => {
    const store: Pick<Store, 'due'> = {
      due: (shard) => Promise.resolve(shard === 0 ? [{ participantId: 'P1', lane: 'urgent' as const }] : []),
    };
    const { ring, queue } = dispatcherOf(store);
    expect(await ring()).toEqual({ due: 1, hinted: 1 });
    expect(await ring()).toEqual({ due: 1, hinted: 0 });
    queue.length = 0;
    expect(await ring()).toEqual({ due: 1, hinted: 1 });
  });
});
