/** The row of the worklist is written with the state, when the need changes, and goes with the person. */
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { needPk } from '../../../../functions/shell/store/items/keys.ts';
import { TABLE } from '../../../../functions/shell/store/items/table.ts';
import type { ParticipantEvent } from '../../../../program/participant/events.ts';
import { type Bench, commitOf, NOW, openBench, owed, person } from './fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.stop());

const STOP: ParticipantEvent = {
  type: 'Stopped',
  stop: { at: NOW, route: 'doctor', findings: [], from: 'intake', week: 0, contradictions: [] },
  consentVersion: '1',
  digest: null,
};
const confirmed: ParticipantEvent = { type: 'Confirmed', at: NOW };
const rowOf = async (id: string) =>
  (await bench.rows()).find((row) => row['pk'] === `P#${id}` && row['sk'] === 'NEED');
/** Whom the index shows as stopped. */
async function stopped(): Promise<readonly string[]> {
  const { Items = [] } = await bench.client.send(
    new QueryCommand({
      TableName: 'people',
      IndexName: TABLE.dueIndex.name,
      KeyConditionExpression: `${TABLE.dueIndex.partitionKey} = :need`,
      ExpressionAttributeValues: { ':need': { S: needPk('stopped') } },
    }),
  );
  return Items.map((item) => item['pk']?.S ?? '');
}

test('a stop writes it, a later commit does not write it again, and an erasure takes it away', async () => {
  const state = await person(bench.store);
  expect(await rowOf(state.id)).toBeUndefined();
  const stop = commitOf(state, 1, [confirmed, STOP], 'stop');
  await bench.store.commit(stop);
  expect(await rowOf(state.id)).toMatchObject({ duePk: 'NEED#stopped', dueSk: NOW });
  expect(await stopped()).toContain(`P#${state.id}`);
  bench.clock.at = '2026-03-03T06:00:00.000Z';
  const later = commitOf(stop.next, 2, [owed('b')], 'later', {
    command: { type: 'Test', id: 'later', at: bench.clock.at, actor: 'time' },
  });
  await bench.store.commit(later);
  expect(await rowOf(state.id)).toMatchObject({ dueSk: NOW });
  const gone = commitOf(later.next, 3, [{ type: 'Erased', at: NOW }], 'erase');
  await bench.store.commit(gone);
  expect(await rowOf(state.id)).toBeUndefined();
  expect(await stopped()).not.toContain(`P#${state.id}`);
});

test('whoever comes back has none any more', async () => {
  const state = await person(bench.store);
  const stop = commitOf(state, 1, [confirmed, STOP], 'stop');
  await bench.store.commit(stop);
  const cleared: ParticipantEvent = {
    type: 'Cleared',
    at: NOW,
    seenBy: 'doctor',
    seenOn: '2026-03-01',
    cleared: [],
    caps: [],
    course: null,
  };
  await bench.store.commit(commitOf(stop.next, 2, [cleared], 'cleared'));
  expect(await rowOf(state.id)).toBeUndefined();
});
