/**
 * The actions of a commit, each with the slot it stands for, so that DynamoDB's reasons can be read
 * (docs/architecture.md §6).
 */
import { createHash } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { unreachable } from '../../../program/kernel/assert.ts';
import { addMinutes, MINUTES_PER_DAY } from '../../../program/kernel/time.ts';
import { needOf } from '../../../program/participant/need.ts';
import type { Commit } from '../ports.ts';
import { type Condition, expressions, toItem, toKey } from './db.ts';
import type { Attributes } from './items/attributes.ts';
import { encodeLog } from './items/codec.ts';
import { claimKey, commandKey, type Key, needKey, needPk, suppressKey, ttlSeconds } from './items/keys.ts';
import type { Encoded } from './items/state-items.ts';
import { placeUpdates } from './places.ts';

export type Slot = 'state' | 'log' | 'command' | 'take' | 'release' | 'suppress' | 'place' | 'row';
export interface Action {
  readonly slot: Slot;
  readonly item: TransactWriteItem;
}
/** How long the outcome of a command is remembered. */
const COMMAND_MINUTES = 90 * MINUTES_PER_DAY;

/** `try_` names this one call: only the call that wrote a command row finds its own name in it. */
export interface Attempt {
  readonly tryId: string;
  readonly token: string;
}

/**
 * At most 36 characters, the same for every resend the SDK makes of this call. The call's own name is part of
 * it: with the command alone, DynamoDB would answer "done" to a second worker that carries out the same
 * command at the same revision, and both would believe the claim was theirs.
 */
export function attemptOf(commit: Commit, tryId: string): Attempt {
  const token = createHash('sha256')
    .update(JSON.stringify([commit.id, commit.command.id, commit.expectedRev, tryId]))
    .digest('base64url')
    .slice(0, 36);
  return { tryId, token };
}

const write = (table: string, slot: Slot, item: Attributes): Action => ({
  slot,
  item: { Put: { TableName: table, Item: toItem(item) } },
});
const ABSENT: Condition = { expression: 'attribute_not_exists(pk)' };
const put = (table: string, slot: Slot, item: Attributes, condition: Condition): Action => ({
  slot,
  item: { Put: { TableName: table, Item: toItem(item), ...expressions(condition) } },
});
/** Deletes an item as one action of a transaction, on a condition where one is given. */
export const remove = (table: string, slot: Slot, key: Key, condition?: Condition): Action => ({
  slot,
  item: {
    Delete: { TableName: table, Key: toKey(key), ...(condition === undefined ? {} : expressions(condition)) },
  },
});

/** The revision fence: the item is as it was read. */
export const stateFence = (expectedRev: number): Condition =>
  expectedRev === 0 ? ABSENT : { expression: 'rev = :rev', values: { rev: expectedRev } };

/** Expired rows count as absent, however late the table removes them. */
const absentOrExpired = (nowSeconds: number): Condition => ({
  expression: 'attribute_not_exists(pk) OR #ttl <= :now',
  values: { now: nowSeconds },
});

function commandRow(commit: Commit, tryId: string): Attributes {
  const { id, command, outcome } = commit;
  return {
    ...commandKey(id, command.id),
    command: command.type,
    outcomeOk: outcome.ok ? 1 : 0,
    outcomeCode: outcome.code,
    rev: commit.expectedRev + 1,
    tryId,
    ttl: ttlSeconds(addMinutes(command.at, COMMAND_MINUTES)),
  };
}

/** Takes an address for this person; the claim of an unconfirmed one expires with the sign-up. */
function takeAction(table: string, commit: Commit, addressKey: string, nowSeconds: number): Action {
  const { next, id } = commit;
  const expiry = next.status === 'unconfirmed' ? { ttl: ttlSeconds(next.expiresAt) } : {};
  const mine = absentOrExpired(nowSeconds);
  return put(
    table,
    'take',
    { ...claimKey(addressKey), participantId: id, ...expiry },
    {
      expression: `${mine.expression} OR participantId = :id`,
      values: { ...mine.values, id },
    },
  );
}

/** Lets an address go, unless another participant has it by now. */
export const releaseAction = (table: string, id: string, addressKey: string): Action =>
  remove(table, 'release', claimKey(addressKey), {
    expression: 'attribute_not_exists(pk) OR participantId = :id',
    values: { id },
  });

function claimActions(
  table: string,
  commit: Commit,
  claim: NonNullable<Commit['claim']>,
  nowSeconds: number,
): readonly Action[] {
  switch (claim.action) {
    case 'take':
      return [takeAction(table, commit, claim.key, nowSeconds)];
    case 'release':
      return [releaseAction(table, commit.id, claim.key)];
    case 'move': {
      // The same mailbox written otherwise keeps its claim.
      const old = claim.from === claim.key ? [] : [releaseAction(table, commit.id, claim.from)];
      return [takeAction(table, commit, claim.key, nowSeconds), ...old];
    }
    default:
      return unreachable(claim, 'claim');
  }
}

/**
 * The row of the worklist, written only when the need changes: idle people and ordinary weeks cost nothing.
 * A caller who does not say what was before has it written anyhow.
 */
function needActions(table: string, { id, before, next, command }: Commit): readonly Action[] {
  const need = needOf(next);
  if (before !== undefined && needOf(before) === need) return [];
  if (need === null) return before === null ? [] : [remove(table, 'row', needKey(id))];
  return [write(table, 'row', { ...needKey(id), duePk: needPk(need), dueSk: command.at })];
}

/** The count of places, where a commit changes it. */
export const placeActions = (table: string, commit: Parameters<typeof placeUpdates>[1]): readonly Action[] =>
  placeUpdates(table, commit).map((item) => ({ slot: 'place', item }));

/** Everything a commit writes, as one transaction; `state` = the items of the next state. */
export function actionsOf(
  table: string,
  commit: Commit,
  state: Encoded,
  attempt: Attempt,
): readonly Action[] {
  const { id, command, expectedRev } = commit;
  const rev = expectedRev + 1;
  const nowSeconds = Math.floor(Date.parse(command.at) / 1000);
  const entry = {
    rev,
    at: command.at,
    command: command.type,
    commandId: command.id,
    actor: command.actor,
    events: commit.events,
  };
  return [
    put(table, 'state', state.head, stateFence(expectedRev)),
    ...state.others.map((item) => write(table, 'row', item)),
    ...state.gone.map((key) => remove(table, 'row', key)),
    ...needActions(table, commit),
    ...placeActions(table, commit),
    put(table, 'log', encodeLog(id, entry, attempt.tryId), ABSENT),
    ...(command.once === true
      ? []
      : [put(table, 'command', commandRow(commit, attempt.tryId), absentOrExpired(nowSeconds))]),
    ...(commit.claim === undefined ? [] : claimActions(table, commit, commit.claim, nowSeconds)),
    ...(commit.suppress === undefined ? [] : [suppressAction(table, commit.suppress, command.at)]),
  ];
}

/** The row that keeps mail from an address: why, since when, and until when where that is known. */
export const suppressItemOf = (
  { key, reason, until }: NonNullable<Commit['suppress']>,
  since: string,
): Attributes => ({
  ...suppressKey(key),
  reason,
  since,
  ttl: until && ttlSeconds(until),
});

/** A suppression is stored over whatever was there: it outlives the person, as a hash alone. */
export function suppressAction(table: string, suppress: NonNullable<Commit['suppress']>, at: string): Action {
  return write(table, 'suppress', suppressItemOf(suppress, at));
}
