/**
 * Forgetting a person: every row of the partition, the reply addresses its mails name and the claim of the
 * address, HEAD under the revision fence. A suppression stays, as a hash.
 *
 * Up to `ATOMIC_ROWS` rows go in one transaction. A longer history cannot, so a tombstone goes first in the
 * same fenced step that lets the address go; the next reader of the tombstone finishes the work (`sweep`),
 * and its alarm brings the sender there.
 */
import { randomUUID } from 'node:crypto';
import { assert } from '../../../program/kernel/assert.ts';
import { addressKey } from '../address-key.ts';
import type { Commit, CommitResult, LinkKeys } from '../ports.ts';
import { type Db, deleteItem, expressions, getItem, type Item, queryAll, toItem } from './db.ts';
import {
  type Action,
  attemptOf,
  placeActions,
  releaseAction,
  remove,
  type Slot,
  stateFence,
  suppressAction,
} from './expressions.ts';
import type { Attributes } from './items/attributes.ts';
import {
  courseKey,
  duePk,
  dueSk,
  HEAD,
  handleKey,
  headKey,
  type Key,
  needKey,
  personKey,
  personPk,
  shardOf,
} from './items/keys.ts';
import { isTombstone, stateOf } from './read-state.ts';
import { failedSlots, send } from './transaction.ts';

/** DynamoDB takes a hundred actions in a transaction; HEAD, the claim and the suppression take three. */
export const ATOMIC_ROWS = 90;

/** Every row of a person's partition. */
export const rowsOf = (db: Db, id: string): Promise<readonly Item[]> =>
  queryAll(db, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: personPk(id) } },
    ConsistentRead: true,
  });
/**
 * Where everything but HEAD lies: the partition's other rows, and the handles that replies to the person's
 * mails come in by.
 */
function othersOf(id: string, rows: readonly Item[]): readonly Key[] {
  const own = rows.map((row) => String(row['sk'])).filter((sk) => sk !== HEAD);
  const handles = rows.map((row) => row['replyHandle']).filter((handle) => typeof handle === 'string');
  return [...handles.map(handleKey), ...own.map((sk) => ({ pk: personPk(id), sk }))];
}

/** Removes what is left of an erased person, the tombstone last. Repeating it is harmless. */
export async function sweep(db: Db, id: string): Promise<void> {
  for (const key of othersOf(id, await rowsOf(db, id))) await deleteItem(db, key);
  await deleteItem(db, headKey(id));
}

/** Carries out a commit whose next state is `erased`. */
export async function erase(db: Db, commit: Commit, keys: () => Promise<LinkKeys>): Promise<CommitResult> {
  assert(commit.expectedRev > 0, 'only somebody who exists can be erased');
  const rows = await rowsOf(db, commit.id);
  const state = rows.find((row) => row['sk'] === HEAD);
  if (state === undefined || isTombstone(state) || state['rev'] !== commit.expectedRev)
    return { kind: 'conflict' };
  const read = stateOf(rows);
  if (read === 'torn') return { kind: 'conflict' };
  const { participant } = read.loaded;
  assert(participant.status !== 'erased', 'the tombstone was seen');
  const claim = releaseAction(db.table, commit.id, addressKey((await keys()).pepper, participant.email));
  const others = othersOf(commit.id, rows);
  const atomic = others.length <= ATOMIC_ROWS;
  const base: readonly Action[] = [
    atomic
      ? remove(db.table, 'state', headKey(commit.id), stateFence(commit.expectedRev))
      : tombstone(db, commit),
    ...(commit.suppress === undefined ? [] : [suppressAction(db.table, commit.suppress, commit.command.at)]),
    ...placeActions(db.table, { next: commit.next, before: participant }),
    // What says most about a person goes at once, however long the rest takes.
    ...(atomic ? others : [courseKey(commit.id), personKey(commit.id), needKey(commit.id)]).map((key) =>
      remove(db.table, 'row', key),
    ),
  ];
  const failed = (await tryErase(db, commit, [...base, claim])) ?? [];
  // The address belongs to another participant since it expired: that claim stays.
  const still =
    failed.includes('release') && !failed.includes('state')
      ? ((await tryErase(db, commit, base)) ?? [])
      : failed;
  if (still.length > 0) return { kind: 'conflict' };
  // Also what was logged of a session between the look and the transaction.
  await sweep(db, commit.id);
  return { kind: 'committed', rev: commit.expectedRev + 1 };
}

/** Null when it is done, else the slots that stood against it. */
async function tryErase(db: Db, commit: Commit, actions: readonly Action[]): Promise<readonly Slot[] | null> {
  try {
    await send(db, actions, attemptOf(commit, randomUUID()).token);
    return null;
  } catch (error) {
    // A lost answer: only an erasure removes HEAD, so finding it gone means that it is done.
    const state = await getItem(db, headKey(commit.id));
    if (state === null || isTombstone(state)) return null;
    const failed = failedSlots(actions, error);
    if (failed === null) throw error;
    return failed;
  }
}

function tombstone(db: Db, commit: Commit): Action {
  const item: Attributes = {
    ...headKey(commit.id),
    v: 0,
    rev: commit.expectedRev + 1,
    status: 'erased',
    duePk: duePk(shardOf(commit.id)),
    dueSk: dueSk(commit.command.at, 'routine'),
  };
  return {
    slot: 'state',
    item: {
      Put: { TableName: db.table, Item: toItem(item), ...expressions(stateFence(commit.expectedRev)) },
    },
  };
}
