import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shardOf } from '../../../../functions/shell/store/items/keys.ts';
import { DUE_SHARDS, TABLE } from '../../../../functions/shell/store/items/table.ts';
import { addMinutes } from '../../../../program/kernel/time.ts';
import type { Participant } from '../../../../program/participant/state.ts';
import { type Bench, commitOf, NOW, newId, openBench, owed, person, TABLE_NAME } from './fixture.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.stop());

const idsOf = async (shard: number, now: string, limit: number): Promise<readonly string[]> =>
  (await bench.store.due(shard, now, limit)).map((due) => due.participantId);

/** People of one shard, each with a mail due at the given minute after NOW. */
async function peopleOfShard(shard: number, minutes: readonly number[]): Promise<readonly Participant[]> {
  const people: Participant[] = [];
  for (const minute of minutes) {
    let id = newId();
    while (shardOf(id) !== shard) id = newId();
    const state = await person(bench.store, {}, id);
    const commit = commitOf(state, 1, [owed('confirm-n1', addMinutes(NOW, minute))], 'owe');
    await bench.store.commit(commit);
    people.push(commit.next);
  }
  return people;
}

test('the due of a shard come oldest first, up to now and no further', async () => {
  const [c, a, b, later] = await peopleOfShard(3, [30, 10, 20, 40]);
  expect(await idsOf(3, addMinutes(NOW, 30), 100)).toEqual([a!.id, b!.id, c!.id]);
  expect(await idsOf(3, addMinutes(NOW, 39), 100)).not.toContain(later!.id);
  expect(await bench.store.due(4, addMinutes(NOW, 99), 100)).toEqual([]);
});

test('a limit takes the oldest', async () => {
  const people = await peopleOfShard(0, [3, 1, 2]);
  expect(await idsOf(0, addMinutes(NOW, 9), 2)).toEqual([people[1]!.id, people[2]!.id]);
  await expect(bench.store.due(0, NOW, 0)).rejects.toThrow('limit');
  await expect(bench.store.due(DUE_SHARDS, NOW, 1)).rejects.toThrow('shard');
});

test('the index is sparse: an alarm that moves moves its entry, one that goes takes it along', async () => {
  const [state] = await peopleOfShard(5, [5]);
  const dropped = commitOf(
    state!,
    2,
    [{ type: 'MailsDropped', occasions: ['confirm-n1'], why: 'test' }],
    'drop',
  );
  await bench.store.commit(dropped);
  // What is left is the end of the sign-up itself.
  expect(await bench.store.due(5, addMinutes(NOW, 60), 10)).toEqual([]);
  expect(await idsOf(5, '2026-03-09T06:00:00.000Z', 10)).toEqual([state!.id]);
  const confirmed = commitOf(dropped.next, 3, [{ type: 'Confirmed', at: NOW }], 'confirm');
  await bench.store.commit(confirmed);
  expect(await bench.store.due(5, '2099-01-01T00:00:00.000Z', 10)).toEqual([]);
  const idle = (await bench.rows()).find((row) => row['sk'] === 'S#HEAD');
  expect(idle).not.toHaveProperty('duePk');
  expect(idle).not.toHaveProperty('dueSk');
});

test('the index holds keys and nothing about anybody', async () => {
  await peopleOfShard(2, [1]);
  const { Items: items = [] } = await bench.client.send(
    new QueryCommand({
      TableName: TABLE_NAME,
      IndexName: TABLE.dueIndex.name,
      KeyConditionExpression: 'duePk = :s',
      ExpressionAttributeValues: { ':s': { S: 'DUE#2' } },
    }),
  );
  expect(items.map((item) => Object.keys(unmarshall(item)).sort())).toEqual([['duePk', 'dueSk', 'pk', 'sk']]);
});

test('shards are used evenly', () => {
  const counts = Array.from({ length: DUE_SHARDS }, () => 0);
  for (let i = 0; i < 8000; i += 1) {
    const shard = shardOf(newId());
    counts[shard] = (counts[shard] ?? 0) + 1;
  }
  for (const count of counts) expect(count).toBeGreaterThan(850);
});
