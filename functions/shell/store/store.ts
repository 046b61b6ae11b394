/**
 * The store on the one table (docs/architecture.md §6). The only place that knows DynamoDB; what it promises
 * stands in `ports.ts` and in test/store.
 */

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { assert } from '../../../program/kernel/assert.ts';
import type { Instant } from '../../../program/kernel/time.ts';
import { ACK_CODES } from '../../../program/participant/occasion.ts';
import type { Participant } from '../../../program/participant/state.ts';
import { systemClock } from '../clock.ts';
import type { Clock, Due, Everything, JournalEntry, Loaded, Store } from '../ports.ts';
import { eventStream, markCanary, sawEventQueue, takeCanary } from './canaries.ts';
import { commitTo, readCommand } from './commit.ts';
import { decodeDays, isDaysRow, readDays, writeDays } from './days.ts';
import { type Db, getItem, type Item, putItemIf, queryAll } from './db.ts';
import { decodeDispatch, raise, timesOf } from './dispatch-row.ts';
import { rowsOf, sweep } from './erase.ts';
import { suppressItemOf } from './expressions.ts';
import { endTurn, fence } from './fence.ts';
import { idleWrite } from './idle.ts';
import { decodeLog } from './items/codec.ts';
import {
  claimKey,
  duePk,
  dueUntil,
  HEAD,
  handleKey,
  headKey,
  idOf,
  instantOfDue,
  LOG_PREFIX,
  laneOfDue,
  MAIL_PREFIX,
  mailKey,
  suppressKey,
} from './items/keys.ts';
import { entryOfMove, movesOfRow } from './items/moves.ts';
import { lyingOf } from './items/state-items.ts';
import { DUE_SHARDS, TABLE } from './items/table.ts';
import { keyReader } from './key-ring.ts';
import { countIn } from './limits.ts';
import { placesOf } from './places.ts';
import { putOff } from './put-off.ts';
import { isTombstone, readState, stateOf } from './read-state.ts';
import { readSending, writeSending } from './sending.ts';

export interface StoreOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Says what has expired. The system clock unless given. */
  readonly clock?: Clock;
}

/** Most ids one look at the due index may ask for. */
const DUE_LIMIT = 1000;

const claimItem = z.looseObject({ participantId: z.string(), ttl: z.int().optional() });
const suppressItem = z.looseObject({ reason: z.string(), ttl: z.int().optional() });
const handleItem = z.looseObject({
  participantId: z.string(),
  occasion: z.string(),
  kind: z.string(),
  week: z.int(),
  says: z.enum(ACK_CODES).optional(),
  expiresAt: z.string(),
});

/** A store on the table `tableName` behind `client`. */
export function makeStore({ client, tableName, clock = systemClock }: StoreOptions): Store {
  const db: Db = { client, table: tableName, clock };
  const keys = keyReader(db);
  return {
    load: (id) => load(db, id),
    commit: (commit) => commitTo(db, commit, keys),
    due: (shard, now, limit) => due(db, shard, now, limit),
    address: (key) => address(db, key),
    suppressed: async (key) => reasonOf(db, await getItem(db, suppressKey(key), 'soon')),
    sending: () => readSending(db),
    setSending: (row) => writeSending(db, row),
    suppress: async (key, reason, at) => {
      await putItemIf(db, suppressItemOf({ key, reason }, at), { expression: 'attribute_not_exists(pk)' });
    },
    outcome: async (id, commandId) => {
      const row = await readCommand(db, id, commandId, Date.parse(clock.now()));
      return row === null ? null : { ok: row.outcomeOk === 1, code: row.outcomeCode };
    },
    dispatch: async (id, occasion) => {
      const item = await getItem(db, mailKey(id, occasion));
      return item === null ? null : decodeDispatch(item);
    },
    putOff: (id, now) => putOff(db, id, now),
    handle: (handle) => handleOf(db, handle),
    raiseDispatch: async (id, occasion, { status, at, messageId }) => {
      await raise(db, id, { occasion, status, at, ...(messageId === undefined ? {} : { messageId }) });
    },
    fence: (id, given) => fence(db, id, given),
    endTurn: (id, turn) => endTurn(db, id, turn),
    forget: async (id) => {
      if ((await getItem(db, headKey(id))) === null) await sweep(db, id);
    },
    journal: (id) => journal(db, id),
    days: (id, week) => readDays(db, id, week),
    logDays: (id, change) => writeDays(db, id, change),
    idle: () => idleWrite(db),
    everything: (id) => everything(db, id),
    count: (key, windowEnds) => countIn(db, key, windowEnds),
    places: () => placesOf(db),
    eventStream: (since) => eventStream(db, since),
    takeCanary: (at) => takeCanary(db, at),
    markCanary: (name, what, at) => markCanary(db, name, what, at),
    sawEventQueue: (at, empty) => sawEventQueue(db, at, empty),
    keys,
  };
}

/**
 * A sign-up past its expiry is still returned: it carries `expiresAt`, which `decide` checks, and only the
 * Wake that finds it can forget it properly. A tombstone is no participant; its next reader finishes the
 * erasure.
 */
async function load(db: Db, id: string): Promise<Loaded | null> {
  const read = await readState(db, id, () => sweep(db, id));
  return read === null ? null : read.loaded;
}

async function due(db: Db, shard: number, now: Instant, limit: number): Promise<readonly Due[]> {
  assert(Number.isInteger(shard) && shard >= 0 && shard < DUE_SHARDS, 'a shard of the due index');
  assert(Number.isInteger(limit) && limit > 0 && limit <= DUE_LIMIT, `a limit of 1 to ${DUE_LIMIT}`);
  const { dueIndex } = TABLE;
  const items = await queryAll(
    db,
    {
      IndexName: dueIndex.name,
      KeyConditionExpression: `${dueIndex.partitionKey} = :shard AND ${dueIndex.sortKey} <= :now`,
      ExpressionAttributeValues: { ':shard': { S: duePk(shard) }, ':now': { S: dueUntil(now) } },
    },
    limit,
  );
  return items.map((item) => {
    const entry = String(item[dueIndex.sortKey]);
    return {
      participantId: idOf(String(item[TABLE.partitionKey])),
      at: instantOfDue(entry),
      lane: laneOfDue(entry),
    };
  });
}

async function address(
  db: Db,
  key: string,
): Promise<{ readonly participantId: string | null; readonly suppressed: string | null }> {
  const [claim, suppressed] = await Promise.all([getItem(db, claimKey(key)), getItem(db, suppressKey(key))]);
  const owner = claim === null ? null : claimItem.parse(claim);
  return {
    participantId: owner !== null && lasts(db, owner) ? owner.participantId : null,
    suppressed: reasonOf(db, suppressed),
  };
}

/** A row that is over counts as absent, however late the table removes it. */
const lasts = (db: Db, row: { readonly ttl?: number | undefined }): boolean =>
  row.ttl === undefined || row.ttl * 1000 > Date.parse(db.clock.now());

function reasonOf(db: Db, item: Item | null): string | null {
  const row = item === null ? null : suppressItem.parse(item);
  return row !== null && lasts(db, row) ? row.reason : null;
}

async function handleOf(db: Db, handle: string): ReturnType<Store['handle']> {
  const item = await getItem(db, handleKey(handle));
  if (item === null) return null;
  const { participantId, occasion, kind, week, says, expiresAt } = handleItem.parse(item);
  const acknowledged = says === undefined ? {} : { says };
  return expiresAt > db.clock.now()
    ? { handle, participantId, occasion, kind, week, ...acknowledged, expiresAt }
    : null;
}

/**
 * The entries of the journal, oldest first: those of their own, the moves in the rows of mails, and the one
 * that may stand in HEAD alone.
 */
function entriesOf(rows: readonly Item[], person: Participant | null): readonly JournalEntry[] {
  const pending = lyingOf(person)?.pending;
  const entries = new Map<number, JournalEntry>();
  if (pending !== null && pending !== undefined) entries.set(pending.rev, entryOfMove(pending));
  for (const row of rows) {
    const sk = String(row['sk']);
    const found = sk.startsWith(MAIL_PREFIX) ? movesOfRow(row) : [];
    for (const entry of sk.startsWith(LOG_PREFIX) ? [decodeLog(row, person)] : found)
      entries.set(entry.rev, entry);
  }
  return [...entries.values()].sort((a, b) => a.rev - b.rev);
}

async function journal(db: Db, id: string): ReturnType<Store['journal']> {
  const loaded = await load(db, id);
  return entriesOf(await rowsOf(db, id), loaded?.participant ?? null);
}

async function everything(db: Db, id: string): Promise<Everything | null> {
  const rows = await rowsOf(db, id);
  const state = rows.find((row) => row['sk'] === HEAD);
  if (state === undefined || isTombstone(state)) return null;
  const read = stateOf(rows);
  if (read === 'torn') return everything(db, id);
  const { participant, rev } = read.loaded;
  const under = (prefix: string) => rows.filter((row) => String(row['sk']).startsWith(prefix));
  return {
    participant,
    rev,
    journal: entriesOf(rows, participant),
    mails: under(MAIL_PREFIX).map((row) => ({ ...decodeDispatch(row), times: timesOf(row) })),
    days: rows.filter(isDaysRow).map(decodeDays),
  };
}
