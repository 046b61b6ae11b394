/** The table carries out a write and its answer never arrives: a proxy on the loopback drops it. */
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeStore } from '../../../../functions/shell/store/store.ts';
import { type Bench, commitOf, NOW, openBench, owed, person, TABLE_NAME } from './fixture.ts';

type Fault = 'reset after the effect' | '500 after the effect' | 'reset before the effect';
let bench: Bench;
let proxy: Server;
let plan: Fault[] = [];
let transactions = 0;

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => Buffer.concat(await message.toArray());
const forward = (
  message: IncomingMessage,
  body: Buffer,
): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> =>
  new Promise((resolve, reject) => {
    const up = request(
      `${bench.endpoint}${message.url}`,
      { method: message.method, headers: { ...message.headers, host: new URL(bench.endpoint).host } },
      async (answer) =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: await bodyOf(answer) }),
    );
    up.once('error', reject);
    up.end(body);
  });

beforeAll(async () => {
  bench = await openBench();
  proxy = createServer(async (message, response) => {
    const body = await bodyOf(message);
    const writes = message.headers['x-amz-target']?.toString().endsWith('TransactWriteItems') === true;
    if (writes) transactions += 1;
    const fault = writes ? plan.shift() : undefined;
    if (fault === 'reset before the effect') return message.socket.destroy();
    const answer = await forward(message, body);
    if (fault === 'reset after the effect') return message.socket.destroy();
    if (fault === '500 after the effect') return response.writeHead(500).end('{}');
    return response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
  await bench.stop();
});
beforeEach(() => {
  transactions = 0;
});
afterEach(() => {
  expect(plan).toEqual([]);
});
const proxied = (maxAttempts: number) =>
  makeStore({
    client: bench.clientAt(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, maxAttempts),
    tableName: TABLE_NAME,
    clock: bench.clock,
  });

test.each<Fault>(['reset after the effect', '500 after the effect'])(
  '%s, no resend: our own write is recognised',
  async (fault) => {
    const state = await person(bench.store);
    const commit = commitOf(state, 1, [owed('a')], 'press');
    plan = [fault];
    expect(await proxied(1).commit(commit)).toEqual({ kind: 'committed', rev: 2 });
    expect(transactions).toBe(1);
    expect(await bench.store.load(state.id)).toEqual({ participant: commit.next, rev: 2 });
  },
);

test.each<Fault>(['reset after the effect', '500 after the effect'])(
  '%s, the SDK resends: still one write, and ours',
  async (fault) => {
    const state = await person(bench.store);
    plan = [fault, fault];
    expect(await proxied(3).commit(commitOf(state, 1, [owed('a')], 'press'))).toEqual({
      kind: 'committed',
      rev: 2,
    });
    expect(transactions).toBe(3);
    expect((await bench.store.journal(state.id)).map((entry) => entry.commandId)).toEqual([
      `signup-${state.id}`,
      'press',
    ]);
  },
);

test('the answer is lost and somebody writes on top: ours all the same', async () => {
  const state = await person(bench.store);
  const commit = commitOf(state, 1, [owed('a')], 'press');
  plan = ['reset after the effect'];
  const store = proxied(1);
  const [ours] = await Promise.all([
    store.commit(commit),
    (async () => {
      while ((await bench.store.load(state.id))?.rev !== 2);
      await bench.store.commit(commitOf(commit.next, 2, [owed('b')], 'other'));
    })(),
  ]);
  expect(ours).toEqual({ kind: 'committed', rev: 2 });
  expect((await bench.store.load(state.id))?.rev).toBe(3);
});

test('a write that never arrived is a fault of the world, not a success', async () => {
  const state = await person(bench.store);
  plan = ['reset before the effect'];
  await expect(proxied(1).commit(commitOf(state, 1, [owed('a')], 'press'))).rejects.toThrow();
  expect((await bench.store.load(state.id))?.rev).toBe(1);
});

test('another worker with the same command is not taken for us', async () => {
  const state = await person(bench.store);
  const commit = commitOf(state, 1, [owed('a')], 'wake');
  await bench.store.commit(commit);
  plan = ['reset after the effect'];
  expect(await proxied(1).commit(commit)).toEqual({ kind: 'repeated', outcome: { ok: true, code: 'wake' } });
});

test.each<Fault>(['reset after the effect', '500 after the effect'])(
  'an erasure whose answer is lost is done: %s',
  async (fault) => {
    const state = await person(bench.store);
    plan = [fault];
    expect(await proxied(1).commit(commitOf(state, 1, [{ type: 'Lapsed', at: NOW }], 'lapse'))).toEqual({
      kind: 'committed',
      rev: 2,
    });
    expect(await bench.store.load(state.id)).toBeNull();
  },
);
