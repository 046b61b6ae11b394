/** Mails move without a transaction: what is lost on the way is found again, and of two workers one sends. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Commit, Store } from '../../../../functions/shell/ports.ts';
import { HEAD } from '../../../../functions/shell/store/items/keys.ts';
import { packed } from '../../../../functions/shell/store/items/packed.ts';
import { makeStore } from '../../../../functions/shell/store/store.ts';
import { replay } from '../../../../program/evolve/evolve.ts';
import type { ParticipantEvent } from '../../../../program/participant/events.ts';
import type { Participant } from '../../../../program/participant/state.ts';
import { type Bench, commitOf, NOW, openBench, owed, person, TABLE_NAME } from './fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.stop());

const claimed = (occasion: string, attempt = 1, refusals = 0): ParticipantEvent => ({
  type: 'MailClaimed',
  mail: {
    occasion,
    kind: 'confirm',
    week: 0,
    byPerson: true,
    refusals,
    attempt,
    owner: 'w',
    at: NOW,
    checkAt: NOW,
  },
});
const sent = (occasion: string): ParticipantEvent => ({ type: 'MailSent', at: NOW, occasion });
const mark = (occasion: string): Partial<Commit> => ({
  marks: [{ occasion, status: 'sent', at: NOW, messageId: 'ses-1' }],
});
const fenceOf = (state: Participant, occasion: string, owner = 'w', turn = 1) => ({
  turn,
  owner,
  dispatch: { occasion, kind: 'confirm', attempt: 1, at: NOW, contentHash: 'c0ffee' },
  claimed: state,
});
const rowsOf = async (id: string) => (await bench.rows()).filter((row) => row['pk'] === `P#${id}`);
const kindsOf = async (id: string) =>
  (await rowsOf(id)).map((row) => String(row['sk']).split('#').slice(0, 2).join('#')).sort();
/** A store that never reaches the table with some of its calls, or never hears that it did. */
function storeThat(fails: (call: string) => 'before' | 'after' | null): Store {
  const send = async (command: object): Promise<unknown> => {
    const how = fails(command.constructor.name);
    if (how === 'before') throw new Error('the table is out of reach');
    const answer = await bench.client.send(command as never);
    if (how === 'after') throw new Error('the answer is lost');
    return answer;
  };
  return makeStore({ client: { send } as never, tableName: TABLE_NAME, clock: bench.clock });
}
/** Each call of that name fails once, after so many that do not. */
function once(name: string, how: 'before' | 'after', after = 0) {
  let seen = 0;
  return (call: string): 'before' | 'after' | null => {
    if (call !== name) return null;
    seen += 1;
    return seen === after + 1 ? how : null;
  };
}
async function folds(id: string): Promise<void> {
  const journal = await bench.store.journal(id);
  const loaded = await bench.store.load(id);
  expect(journal.map((entry) => entry.rev)).toEqual(
    Array.from({ length: loaded?.rev ?? 0 }, (_, n) => n + 1),
  );
  expect(replay(journal.flatMap((entry) => entry.events))).toEqual(loaded?.participant);
  expect((await bench.store.everything(id))?.journal).toEqual(journal);
}
async function play(
  store: Store,
  state: Participant,
  rev: number,
  events: readonly ParticipantEvent[],
  more: Partial<Commit> = {},
): Promise<Participant> {
  const commit = commitOf(state, rev, events, `c${rev}`, more);
  expect(await store.commit(commit)).toEqual({ kind: 'committed', rev: rev + 1 });
  return commit.next;
}

test('a mail claimed, fenced and sent writes HEAD and its own row; the journal has it all', async () => {
  const first = await person(bench.store);
  const { id } = first;
  const before = await kindsOf(id);
  let state = await play(bench.store, first, 1, [claimed('a')]);
  expect(await kindsOf(id)).toEqual(before);
  await folds(id);
  expect(await bench.store.fence(id, fenceOf(state, 'a'))).toBe(true);
  state = await play(bench.store, state, 2, [sent('a')], mark('a'));
  expect(await kindsOf(id)).toEqual([...before, 'MAIL#a'].sort());
  await folds(id);
  expect(await bench.store.dispatch(id, 'a')).toMatchObject({
    status: 'sent',
    messageId: 'ses-1',
    contentHash: 'c0ffee',
  });
  await play(bench.store, state, 3, [owed('b')]);
  await folds(id);
});

describe('a worker that dies between HEAD and the row of the mail', () => {
  test.each([
    ['a claim', [claimed('a')]],
    [
      'a claim with another',
      [claimed('a'), { type: 'MailsDropped', occasions: ['x'], why: 'stale' } as const],
    ],
  ])('%s: whoever writes next brings the move into the row', async (_what, events) => {
    for (const next of [[sent('a')], [owed('b')], [{ type: 'Confirmed', at: NOW } as const]]) {
      const state = await play(bench.store, await person(bench.store), 1, events);
      await folds(state.id);
      const seen = await bench.store.load(state.id);
      await play(bench.store, seen?.participant ?? state, 2, next);
      await folds(state.id);
    }
  });

  test('proof: the state has it, the row gets it with the next write', async () => {
    const state = await play(bench.store, await person(bench.store), 1, [claimed('a')]);
    await bench.store.fence(state.id, fenceOf(state, 'a'));
    const broken = storeThat(once('UpdateItemCommand', 'before'));
    await play(broken, state, 2, [sent('a')], mark('a'));
    await folds(state.id);
    expect((await bench.store.dispatch(state.id, 'a'))?.status).toBe('claimed');
    const seen = await bench.store.load(state.id);
    await play(bench.store, seen?.participant ?? state, 3, [owed('b')]);
    await folds(state.id);
  });
});

describe('an answer that is lost', () => {
  test('of HEAD: our own write is recognised, also under a write on top', async () => {
    const first = await person(bench.store);
    const lossy = storeThat(once('PutItemCommand', 'after'));
    const state = await play(lossy, first, 1, [claimed('a')]);
    await folds(first.id);
    // Read before, told after: another worker has written on top of it meanwhile.
    const other = commitOf(state, 2, [sent('a')], 'sent');
    const slow = storeThat((call) => (call === 'PutItemCommand' ? 'after' : null));
    expect(await slow.commit(other)).toEqual({ kind: 'committed', rev: 3 });
    await folds(first.id);
  });

  test('of HEAD, when it was another worker who wrote: a conflict', async () => {
    const first = await person(bench.store);
    await play(bench.store, first, 1, [claimed('a')]);
    expect(await bench.store.commit(commitOf(first, 1, [claimed('a')], 'c1'))).toEqual({ kind: 'conflict' });
  });

  test('of the fence: it is ours, and nobody else has it', async () => {
    const state = await play(bench.store, await person(bench.store), 1, [claimed('a')]);
    expect(await bench.store.fence(state.id, fenceOf(state, 'a'))).toBe(true);
    // The SDK sends it once more.
    expect(await bench.store.fence(state.id, fenceOf(state, 'a'))).toBe(true);
    expect(await bench.store.fence(state.id, fenceOf(state, 'a', 'another'))).toBe(false);
  });
});

describe('the turn of a mail', () => {
  test('is taken or ended, never both, in whatever order and however often', async () => {
    for (let n = 0; n < 12; n += 1) {
      const state = await play(bench.store, await person(bench.store), 1, [claimed('a')]);
      const turn = { mail: { occasion: 'a', kind: 'confirm', attempt: 1, at: NOW }, turn: 1 };
      const [fenced, ended] = await Promise.all([
        bench.store.fence(state.id, fenceOf(state, 'a')),
        bench.store.endTurn(state.id, turn),
      ]);
      expect(fenced).toBe(!ended);
      expect(await bench.store.endTurn(state.id, turn)).toBe(ended);
      expect(await bench.store.fence(state.id, fenceOf(state, 'a'))).toBe(fenced);
      // A later claim has a turn of its own, and none of an earlier one comes back.
      expect(await bench.store.fence(state.id, fenceOf(state, 'a', 'w', 2))).toBe(true);
      expect(await bench.store.endTurn(state.id, turn)).toBe(false);
      expect(await bench.store.endTurn(state.id, { ...turn, turn: 2 })).toBe(false);
      await folds(state.id);
    }
  });
});

test('a fence of somebody who is gone leaves nothing once forgotten; nobody there is', async () => {
  const state = await play(bench.store, await person(bench.store), 1, [claimed('a')]);
  await bench.store.commit(commitOf(state, 2, [{ type: 'Erased', at: NOW }], 'erase'));
  await bench.store.fence(state.id, fenceOf(state, 'a'));
  await bench.store.forget(state.id);
  expect(await rowsOf(state.id)).toEqual([]);
  const here = await person(bench.store);
  await bench.store.forget(here.id);
  expect(await bench.store.load(here.id)).not.toBeNull();
});

test('a state of the version before, without a move in it, is read and written on', async () => {
  const state = await person(bench.store);
  const head = (await rowsOf(state.id)).find((row) => row['sk'] === HEAD);
  const { pending: _, ...old } = JSON.parse(String(head?.['body'])) as Record<string, unknown>;
  const body = packed(JSON.stringify(old));
  await bench.client.send(
    new PutItemCommand({ TableName: TABLE_NAME, Item: marshall({ ...head, v: 1, body }) }),
  );
  const read = await bench.store.load(state.id);
  expect(read).toEqual({ participant: state, rev: 1 });
  await play(bench.store, read?.participant ?? state, 1, [claimed('a')]);
  await folds(state.id);
});
