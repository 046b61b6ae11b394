/** What one ring of the dispatcher costs, counted: idle people nothing, and a wave of mails one hint each. */
import { describe, expect, it } from 'vitest';
import { DUE_PER_SHARD } from '../../../functions/dispatch/pace.ts';
import type { App } from '../../../functions/shell/app.ts';
import type { Due, Lane, SendHint, Store } from '../../../functions/shell/ports.ts';
import { shardOf } from '../../../functions/shell/store/items/keys.ts';
import { DUE_SHARDS } from '../../../functions/shell/store/items/table.ts';
import { addMinutes } from '../../../program/kernel/time.ts';
import { asPort, makeMemoryStore } from '../../../simulate/population/memory/memory-store.ts';
import { randomOf } from '../../../simulate/population/random.ts';
import { given, signUp, T0, wake } from '../../program/given.ts';

Object.assign(process.env, {
  TABLE_NAME: 'people',
  STAGE: 'test',
  SENDING_RATE: '500',
  URGENT_QUEUE_URL: 'https://sqs.example.org/urgent',
  ROUTINE_QUEUE_URL: 'https://sqs.example.org/routine',
});
// Its module reads the environment.
const { makeHandler } = await import('../../../functions/dispatch/handler.ts');

const keys = { current: 1, keys: new Map(), retired: [], pepper: new Uint8Array(32) };
const clock = { now: () => T0, monotonic: () => 0, timer: () => () => undefined };

/** A dispatcher over a store, and what it does. */
function dispatcherOf(store: Pick<Store, 'due'>, aSecond = 500) {
  const queue: (SendHint & { readonly lane: Lane })[] = [];
  const counts = { queries: 0, read: 0, queueCalls: 0, hints: 0 };
  const ring = makeHandler({
    clock,
    env: { SENDING_RATE: aSecond },
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
      send: (lane: Lane, hints: readonly SendHint[]) => {
        counts.queueCalls += 1;
        counts.hints += hints.length;
        queue.push(...hints.map((hint) => ({ ...hint, lane })));
        return Promise.resolve();
      },
      depth: (lane: Lane) => {
        counts.queueCalls += 1;
        return Promise.resolve(queue.filter((hint) => hint.lane === lane).length);
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

  it.each([
    [100, 500],
    [500, 500],
    [3_000, 500],
    [100, 14],
    [672, 14],
    [3_000, 14],
  ])('ten thousand due at once, %i a minute at a rate of %i: about one hint each', async (pace, rate) => {
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
            .map(([participantId]) => ({ participantId, at: T0, lane: 'routine' as const })),
        ),
    };
    const { ring, queue, counts } = dispatcherOf(store, rate);
    let minutes = 0;
    for (; due.size > 0 && minutes < 200; minutes += 1) {
      await ring();
      for (let n = 0; n < pace && queue.length > 0; n += 1)
        for (const { participantId } of queue.splice(random.below(queue.length), 1))
          due.delete(participantId);
    }
    expect(due.size).toBe(0);
    expect(counts.hints / 10_000).toBeLessThanOrEqual(1.02);
    const fits = Math.min(Math.floor(rate * 0.8 * 60), (DUE_PER_SHARD * DUE_SHARDS) / 2);
    expect(minutes).toBeLessThanOrEqual(Math.ceil(10_000 / Math.min(pace, fits)) + 3);
  });

  it('a hint that was lost is made again once the queue has emptied', async () => {
    const store: Pick<Store, 'due'> = {
      due: (shard) =>
        Promise.resolve(shard === 0 ? [{ participantId: 'P1', at: T0, lane: 'urgent' as const }] : []),
    };
    const { ring, queue } = dispatcherOf(store);
    expect(await ring()).toEqual({ due: 1, hinted: 1 });
    expect(await ring()).toEqual({ due: 1, hinted: 0 });
    queue.length = 0;
    expect(await ring()).toEqual({ due: 1, hinted: 1 });
  });

  const people = (count: number, lane: Lane, at = T0): readonly Due[] =>
    Array.from({ length: count }, (_, n) => ({
      participantId: `${lane}${String(n).padStart(3, '0')}`,
      at,
      lane,
    }));
  const holding = (due: readonly Due[]): Pick<Store, 'due'> => ({
    due: (shard) => Promise.resolve(shard === 3 ? due : []),
  });
  const busiest = (hints: readonly SendHint[]): number => {
    const seconds = hints.map(({ inSeconds = 0 }) => inSeconds);
    return Math.max(...seconds.map((at) => seconds.filter((one) => one === at).length));
  };

  it.each([1, 2, 14, 50])(
    'at %i mails a second no second of the minute gets more, and a fifth is left free',
    async (rate) => {
      const { ring, queue } = dispatcherOf(holding(people(400, 'routine')), rate);
      await ring();
      expect(busiest(queue)).toBeLessThanOrEqual(Math.ceil(rate * 0.8));
      expect(queue.length).toBe(Math.min(400, Math.floor(rate * 0.8 * 60)));
      for (const { inSeconds = 0 } of queue) expect(inSeconds).toBeLessThan(60);
    },
  );

  it('stop texts go first, and the others begin after them', async () => {
    const { ring, queue } = dispatcherOf(holding([...people(60, 'routine'), ...people(10, 'urgent')]), 1);
    expect(await ring()).toEqual({ due: 70, hinted: 10 + 38 });
    expect(queue.slice(0, 10).map(({ participantId, inSeconds = 0 }) => [participantId, inSeconds])).toEqual(
      people(10, 'urgent').map(({ participantId }, n) => [participantId, n]),
    );
    expect(queue[10]).toMatchObject({ participantId: 'routine000', inSeconds: 12 });
  });

  it('a lane that is full of stop texts keeps none of the others for ever', async () => {
    const { ring } = dispatcherOf(holding([...people(60, 'routine'), ...people(200, 'urgent')]), 1);
    expect(await ring()).toEqual({ due: 260, hinted: 60 + 1 });
  });

  it('who is due longest goes first, whatever the shard', async () => {
    const early = people(1, 'routine', addMinutes(T0, -1));
    const late = people(3, 'urgent').map((one) => ({ ...one, lane: 'routine' as const }));
    const { ring, queue } = dispatcherOf(
      { due: (shard) => Promise.resolve(shard === 0 ? late : shard === 5 ? early : []) },
      1,
    );
    await ring();
    expect(queue.map(({ participantId }) => participantId)[0]).toBe('routine000');
  });
});
