/** What the table keeps beside people: journal, counters, canaries, keys. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeKeys } from '../../../../functions/shell/store/items/codec.ts';
import { HEAD, LINK_KEYS, PERSON, SENDING } from '../../../../functions/shell/store/items/keys.ts';
import { packed } from '../../../../functions/shell/store/items/packed.ts';
import { upcast } from '../../../../functions/shell/store/items/versions.ts';
import { makeStore } from '../../../../functions/shell/store/store.ts';
import { replay } from '../../../../program/evolve/evolve.ts';
import type { ParticipantEvent } from '../../../../program/participant/events.ts';
import { type Bench, commitOf, NOW, openBench, owed, person, signedUp, TABLE_NAME } from './fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.stop());

test('the journal is complete, in order and folds into the state, also over several pages', async () => {
  let state = await person(bench.store);
  // Twelve entries of 120 KB are more than a page of 1 MB.
  const long = (n: number): ParticipantEvent => ({
    type: 'MailsDropped',
    occasions: [`m${n}`],
    why: 'x'.repeat(120_000),
  });
  for (let rev = 1; rev <= 12; rev += 1) {
    const commit = commitOf(state, rev, [owed(`m${rev}`), long(rev - 1)], `c${rev}`);
    await bench.store.commit(commit);
    state = commit.next;
  }
  const journal = await bench.store.journal(state.id);
  expect(journal.map((entry) => [entry.rev, entry.commandId])).toEqual([
    [1, `signup-${state.id}`],
    ...Array.from({ length: 12 }, (_, i) => [i + 2, `c${i + 1}`]),
  ]);
  expect(journal[0]?.events).toEqual([signedUp(state.id)]);
  expect(replay(journal.flatMap((entry) => entry.events))).toEqual(state);
  expect(await bench.store.journal('NOBODY')).toEqual([]);
});

test('a counter counts within its window and forgets when the window is over, however late its row is removed', async () => {
  const ends = '2026-03-02T07:00:00.000Z';
  for (let n = 1; n <= 5; n += 1) expect(await bench.store.count('net', ends)).toBe(n);
  bench.clock.at = '2026-03-02T06:59:59.999Z';
  expect(await bench.store.count('net', '2026-03-02T07:59:00.000Z')).toBe(6);
  bench.clock.at = ends;
  expect(await bench.store.count('net', '2026-03-02T08:00:00.000Z')).toBe(1);
  expect(await bench.store.count('other', '2026-03-02T08:00:00.000Z')).toBe(1);
  await expect(bench.store.count('net', ends)).rejects.toThrow('window');
  bench.clock.at = NOW;
});

test('twenty counts at once are twenty', async () => {
  const counts = await Promise.all(
    Array.from({ length: 20 }, () => bench.store.count('burst', '2026-03-02T07:00:00.000Z')),
  );
  expect([...counts].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
});

describe('mails to nobody', () => {
  const at = (time: string): string => `2026-03-02T${time}:00.000Z`;

  test('one leaves in five minutes, however many ask at once', async () => {
    const { store } = bench;
    const names = await Promise.all([at('06:00'), at('06:04'), at('06:02')].map((t) => store.takeCanary(t)));
    expect(names.filter((name) => name !== null)).toHaveLength(1);
    expect(await store.takeCanary(at('06:05'))).not.toBeNull();
  });

  test('one that the provider is not known to have taken proves nothing; its first word counts', async () => {
    const { store } = bench;
    const name = (await store.takeCanary(at('07:00'))) ?? '';
    expect(await store.eventStream(at('07:00'))).toEqual({ canaries: [], emptySince: null });
    await store.markCanary(name, 'accepted', at('07:01'));
    expect((await store.eventStream(at('07:00'))).canaries).toEqual([{ at: at('07:00'), handledAt: null }]);
    for (const time of ['07:03', '07:02']) await store.markCanary(name, 'handled', at(time));
    const handled = [{ at: at('07:00'), handledAt: at('07:03') }];
    expect((await store.eventStream(at('07:00'))).canaries).toEqual(handled);
    expect((await store.eventStream(at('07:05'))).canaries).toEqual([]);
  });

  test('an event of one that nobody sent makes none', async () => {
    await bench.store.markCanary('000000001', 'handled', at('08:00'));
    expect((await bench.store.eventStream(at('08:00'))).canaries).toEqual([]);
  });

  test('looks at the queue count from the first that found nothing', async () => {
    const { store } = bench;
    const seen = async () => (await store.eventStream(at('09:00'))).emptySince;
    await store.sawEventQueue(at('09:00'), true);
    await store.sawEventQueue(at('09:20'), true);
    expect(await seen()).toBe(at('09:00'));
    await store.sawEventQueue(at('09:40'), false);
    expect(await seen()).toBeNull();
    await store.sawEventQueue(at('10:00'), true);
    expect(await seen()).toBe(at('10:00'));
    await store.sawEventQueue('2026-03-05T10:00:00.000Z', true);
    expect(await seen()).toBe('2026-03-05T10:00:00.000Z');
  });
});

test('the switch is on until somebody says otherwise; a row that makes no sense holds back', async () => {
  expect(await bench.store.sending()).toEqual({ mode: 'on', withdrawn: [] });
  const row = { mode: 'safety-only', withdrawn: ['1.0.0'] } as const;
  await bench.store.setSending(row);
  expect(await bench.store.sending()).toEqual(row);
  await bench.client.send(
    new PutItemCommand({ TableName: TABLE_NAME, Item: marshall({ ...SENDING, mode: 'halt' }) }),
  );
  expect(await bench.store.sending()).toEqual({ mode: 'safety-only', withdrawn: [] });
  await bench.store.setSending({ mode: 'on', withdrawn: [] });
});

test('why an address must not be mailed is known, and forgotten when it is over', async () => {
  expect(await bench.store.suppressed('held-key')).toBeNull();
  await bench.store.suppress('held-key', 'bounce', NOW);
  expect(await bench.store.suppressed('held-key')).toBe('bounce');
});

test('the keys are made once, whoever asks first', async () => {
  const stores = Array.from({ length: 8 }, () =>
    makeStore({ client: bench.client, tableName: TABLE_NAME, clock: bench.clock }),
  );
  const rings = await Promise.all(stores.map((store) => store.keys()));
  for (const ring of rings) expect(ring).toEqual(rings[0]);
  expect(rings[0]?.keys.get(1)).toHaveLength(32);
  expect(Buffer.from(rings[0]!.pepper)).not.toEqual(Buffer.from(rings[0]!.keys.get(1)!));
});

test('an added key is seen after five minutes, and a table out of reach is survived for a day', async () => {
  const reader = makeStore({ client: bench.client, tableName: TABLE_NAME, clock: bench.clock });
  const ring = await reader.keys();
  const added = { ...ring, current: 2, keys: new Map([...ring.keys, [2, new Uint8Array(32).fill(7)]]) };
  await bench.client.send(
    new PutItemCommand({ TableName: TABLE_NAME, Item: marshall({ ...LINK_KEYS, ...encodeKeys(added) }) }),
  );
  bench.clock.tick = 5 * 60_000 - 1;
  expect((await reader.keys()).current).toBe(1);
  bench.clock.tick = 5 * 60_000;
  expect(await reader.keys()).toEqual(added);
  await bench.client.send(
    new PutItemCommand({ TableName: TABLE_NAME, Item: marshall({ ...LINK_KEYS, current: 'broken' }) }),
  );
  bench.clock.tick += 24 * 60 * 60_000 - 1;
  expect(await reader.keys()).toEqual(added);
  bench.clock.tick += 1;
  await expect(reader.keys()).rejects.toThrow();
});

test('an old body is brought up to date step by step; one from the future is refused', () => {
  const steps = {
    1: (old: unknown) => ({ ...(old as object), b: 2 }),
    2: (old: unknown) => ({ ...(old as object), c: 3 }),
  };
  expect(upcast({ a: 1 }, 1, steps, 3)).toEqual({ a: 1, b: 2, c: 3 });
  expect(upcast({ a: 1 }, 3, steps, 3)).toEqual({ a: 1 });
  expect(() => upcast({}, 4, steps, 3)).toThrow('version');
  expect(() => upcast({}, 1, {}, 2)).toThrow('way from version');
});

test('a stored state that does not fit its schema is an error that names the field, not a guess', async () => {
  const state = await person(bench.store);
  const row = (await bench.rows()).find((r) => r['pk'] === `P#${state.id}` && r['sk'] === HEAD)!;
  const body = { ...JSON.parse(String(row['body'])), weekday: 'monday' };
  await bench.client.send(
    new PutItemCommand({
      TableName: TABLE_NAME,
      Item: marshall({ ...row, body: packed(JSON.stringify(body)) }),
    }),
  );
  await expect(bench.store.load(state.id)).rejects.toThrow('weekday');
});

test('a part that is missing or of another revision is no state', async () => {
  const state = await person(bench.store);
  const [personRow] = (await bench.rows()).filter((r) => r['pk'] === `P#${state.id}` && r['sk'] === PERSON);
  const put = (row: object) =>
    bench.client.send(new PutItemCommand({ TableName: TABLE_NAME, Item: marshall(row) }));
  await put({ ...personRow, rev: 7, body: packed(String(personRow?.['body'])) });
  await expect(bench.store.load(state.id)).rejects.toThrow('different revisions');
  await put({ ...personRow, body: packed(String(personRow?.['body'])) });
  expect((await bench.store.load(state.id))?.participant).toEqual(state);
});
