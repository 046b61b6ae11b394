/** Whoever cannot be worked off is put off, whatever stands in the state, until a commit goes through. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../functions/shell/ports.ts';
import { shardOf } from '../../../../functions/shell/store/items/keys.ts';
import { addMinutes } from '../../../../program/kernel/time.ts';
import { asPort, makeMemoryStore } from '../../../../simulate/population/memory/memory-store.ts';
import { type Bench, commitOf, NOW, newId, openBench, owed, person, TABLE_NAME } from './fixture.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.stop());

const keys = { current: 1, keys: new Map(), retired: [], pepper: new Uint8Array(32) };
const stores: readonly (readonly [string, () => Store])[] = [
  ['the table', () => bench.store],
  ['the memory', () => asPort(makeMemoryStore({ clock: bench.clock, keys: () => keys, strict: true }))],
];

/** Somebody whose mail is due at NOW. */
async function dueOne(store: Store): Promise<string> {
  const id = newId();
  const state = await person(store, {}, id);
  await store.commit(commitOf(state, 1, [owed('confirm-n1', NOW)], 'owe'));
  return id;
}

describe.each(stores)('in %s', (_, open) => {
  it('by ten minutes, an hour, then six hours, and is not due before', async () => {
    const store = open();
    const id = await dueOne(store);
    let now = NOW;
    for (const minutes of [10, 60, 360, 360]) {
      const later = addMinutes(now, minutes);
      expect(await store.putOff(id, now)).toBe(later);
      expect(await store.putOff(id, addMinutes(later, -1))).toBeNull();
      expect(await store.due(shardOf(id), addMinutes(later, -1), 10)).toEqual([]);
      expect(await store.due(shardOf(id), later, 10)).toEqual([
        { participantId: id, at: later, lane: 'routine' },
      ]);
      now = later;
    }
  });
  it('a commit that goes through forgets it', async () => {
    const store = open();
    const id = await dueOne(store);
    await store.putOff(id, NOW);
    const loaded = await store.load(id);
    await store.commit(commitOf(loaded?.participant ?? null, 2, [owed('confirm-n2', NOW)], 'again'));
    expect(await store.putOff(id, NOW)).toBe(addMinutes(NOW, 10));
  });
  it('nobody who is not there, and nobody who is idle', async () => {
    const store = open();
    expect(await store.putOff(newId(), NOW)).toBeNull();
    expect(await store.putOff((await person(store)).id, NOW)).toBeNull();
  });
});

it('a state that nobody can read is put off all the same', async () => {
  const id = await dueOne(bench.store);
  const rows = await bench.rows();
  const head = rows.find((row) => row['pk'] === `P#${id}` && row['sk'] === 'S#HEAD');
  await bench.client.send(
    new PutItemCommand({ TableName: TABLE_NAME, Item: marshall({ ...head, v: 99, body: 'unreadable' }) }),
  );
  await expect(bench.store.load(id)).rejects.toThrow();
  expect(await bench.store.putOff(id, NOW)).toBe(addMinutes(NOW, 10));
});
