import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressKey } from '../../../../functions/shell/address-key.ts';
import { ATOMIC_ROWS } from '../../../../functions/shell/store/erase.ts';
import { DUE_SHARDS } from '../../../../functions/shell/store/items/table.ts';
import type { Participant } from '../../../../program/participant/state.ts';
import { type Bench, commitOf, NOW, newId, openBench, owed, person, TABLE_NAME } from './fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.stop());

const lapsed = (state: Participant, rev: number) =>
  commitOf(state, rev, [{ type: 'Lapsed', at: NOW }], 'lapse');
const allDue = async () =>
  (
    await Promise.all(
      Array.from({ length: DUE_SHARDS }, (_, shard) =>
        bench.store.due(shard, '2099-01-01T00:00:00.000Z', 100),
      ),
    )
  )
    .flat()
    .map((due) => due.participantId);

async function withHistory(rows: number): Promise<{ state: Participant; rev: number; key: string }> {
  const { pepper } = await bench.store.keys();
  const id = newId();
  const key = addressKey(pepper, `${id.toLowerCase()}@example.org`);
  let state = await person(bench.store, { claim: { key, action: 'take' } }, id);
  let rev = 1;
  // Each commit adds two rows, a journal entry and a command.
  while (rev * 2 < rows) {
    const commit = commitOf(state, rev, [owed(`m${rev}`)], `c${rev}`);
    await bench.store.commit(commit);
    state = commit.next;
    rev += 1;
  }
  return { state, rev, key };
}

test.each([2, ATOMIC_ROWS - 2, ATOMIC_ROWS, ATOMIC_ROWS + 2, ATOMIC_ROWS * 2 + 2])(
  'erasing somebody with %i rows leaves nothing, alarm and claim included',
  async (rows) => {
    const bystander = await person(bench.store);
    const { state, rev, key } = await withHistory(rows);
    await bench.store.raiseDispatch(state.id, 'm1', { status: 'sent', at: NOW });
    expect(await bench.store.commit(lapsed(state, rev))).toEqual({ kind: 'committed', rev: rev + 1 });
    expect(JSON.stringify(await bench.rows())).not.toContain(state.id);
    expect(await bench.store.load(state.id)).toBeNull();
    expect(await bench.store.journal(state.id)).toEqual([]);
    expect(await bench.store.address(key)).toEqual({ participantId: null, suppressed: null });
    expect(await allDue()).not.toContain(state.id);
    expect((await bench.store.load(bystander.id))?.rev).toBe(1);
  },
);

test('an erasure on an old revision erases nothing', async () => {
  const { state, rev } = await withHistory(4);
  const before = await bench.rows();
  expect(await bench.store.commit(lapsed(state, rev - 1))).toEqual({ kind: 'conflict' });
  expect(await bench.rows()).toEqual(before);
});

test('a late commit or late evidence about an erased person makes nothing', async () => {
  const { state, rev } = await withHistory(4);
  await bench.store.commit(lapsed(state, rev));
  const after = await bench.rows();
  expect(await bench.store.commit(commitOf(state, rev, [owed('late')], 'late'))).toEqual({
    kind: 'conflict',
  });
  expect(await bench.store.commit(lapsed(state, rev))).toEqual({ kind: 'conflict' });
  await bench.store.raiseDispatch(state.id, 'm1', { status: 'delivered', at: NOW, messageId: 'x' });
  expect(await bench.rows()).toEqual(after);
});

test('an erasure that was cut short is finished by whoever comes next', async () => {
  const { state, rev } = await withHistory(6);
  const tombstone = {
    pk: `P#${state.id}`,
    sk: 'S#HEAD',
    v: 0,
    rev: rev + 1,
    status: 'erased',
    duePk: 'DUE#0',
    dueSk: NOW,
  };
  await bench.client.send(new PutItemCommand({ TableName: TABLE_NAME, Item: marshall(tombstone) }));
  expect(await allDue()).toContain(state.id);
  expect(await bench.store.load(state.id)).toBeNull();
  expect(
    JSON.stringify((await bench.rows()).filter((row) => !String(row['pk']).startsWith('E#'))),
  ).not.toContain(state.id);
  expect(await allDue()).not.toContain(state.id);
});
