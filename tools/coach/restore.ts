/**
 * Brings back, from a copy of the table as it was, whoever can no longer be read. Nobody else is touched:
 * whoever can be read is newer than the copy, and whoever is not there any more was erased and stays so.
 * What the stage knows about mails stays too, so that no mail that left since leaves again.
 */
import {
  type AttributeValue,
  DeleteItemCommand,
  PutItemCommand,
  paginateQuery,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import type { Store } from '../../functions/shell/ports.ts';
import type { Db } from '../../functions/shell/store/db.ts';
import { HEAD, idOf, MAIL_PREFIX, personPk } from '../../functions/shell/store/items/keys.ts';
import { TABLE } from '../../functions/shell/store/items/table.ts';

type Row = Readonly<Record<string, AttributeValue>>;
export interface Restored {
  /** Could not be read, and are as they were in the copy. */
  readonly back: readonly string[];
  /** Can be read: left as they are. */
  readonly fine: number;
  /** In the copy, and no longer in the stage: erased since, and not brought back. */
  readonly gone: number;
  /** Can be read neither here nor in the copy. */
  readonly lost: readonly string[];
}

const skOf = (row: Row): string => row[TABLE.sortKey]?.S ?? '';

async function idsIn({ client }: Db, table: string): Promise<readonly string[]> {
  const ids: string[] = [];
  const pages = paginateScan(
    { client },
    {
      TableName: table,
      FilterExpression: `${TABLE.sortKey} = :head`,
      ExpressionAttributeValues: { ':head': { S: HEAD } },
      ProjectionExpression: TABLE.partitionKey,
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages)
    ids.push(...Items.map((row) => idOf(row[TABLE.partitionKey]?.S ?? '')));
  return ids;
}

async function rowsIn({ client }: Db, table: string, id: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      KeyConditionExpression: `${TABLE.partitionKey} = :pk`,
      ExpressionAttributeValues: { ':pk': { S: personPk(id) } },
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages) rows.push(...Items);
  return rows;
}

/** A fault of the connection or of rights is no state that cannot be read: it is thrown on. */
async function isReadable(store: Store, id: string): Promise<boolean> {
  try {
    await store.everything(id);
    return true;
  } catch (fault) {
    if (fault instanceof Error && '$metadata' in fault) throw fault;
    return false;
  }
}

/** Puts the rows of the copy in the place of those of the stage; the head, which makes a person, last. */
async function putBack(db: Db, id: string, copy: readonly Row[], rows: readonly Row[]): Promise<void> {
  const { client, table: TableName } = db;
  const known = new Set(rows.map(skOf));
  // Evidence about mails: what the stage has is newer.
  const wanted = copy.filter((row) => !(skOf(row).startsWith(MAIL_PREFIX) && known.has(skOf(row))));
  const kept = new Set(wanted.map(skOf));
  for (const row of rows) {
    const sk = skOf(row);
    if (sk.startsWith(MAIL_PREFIX) || kept.has(sk)) continue;
    const Key = { [TABLE.partitionKey]: { S: personPk(id) }, [TABLE.sortKey]: { S: sk } };
    await client.send(new DeleteItemCommand({ TableName, Key }));
  }
  for (const row of wanted.toSorted((a, b) => Number(skOf(a) === HEAD) - Number(skOf(b) === HEAD)))
    await client.send(new PutItemCommand({ TableName, Item: { ...row } }));
}

/**
 * Everybody of the copy, one after the other. `storeOf` reads another table as the stage's own is read.
 * Broken off, it is run again: whoever is back can be read.
 */
export async function restoreFrom(
  desk: { readonly db: Db; readonly store: Store },
  from: string,
  storeOf: (table: string) => Store,
): Promise<Restored> {
  const { db, store } = desk;
  const copy = storeOf(from);
  const here = new Set(await idsIn(db, db.table));
  const back: string[] = [];
  const lost: string[] = [];
  let [fine, gone] = [0, 0];
  for (const id of await idsIn(db, from)) {
    if (!here.has(id)) gone += 1;
    else if (await isReadable(store, id)) fine += 1;
    else if (await isReadable(copy, id)) {
      await putBack(db, id, await rowsIn(db, from, id), await rowsIn(db, db.table, id));
      back.push(id);
    } else lost.push(id);
  }
  return { back, fine, gone, lost };
}
