/** Reads the items of a state by one query. */
import { type Db, type Item, queryAll } from './db.ts';
import { HEAD, personPk, STATE_PREFIX } from './items/keys.ts';
import { decodeState, remember } from './items/state-items.ts';

type Read = Exclude<ReturnType<typeof decodeState>, 'torn'>;
/** Somebody writes while we read; they do not do so for ever. */
const TRIES = 8;

/** True of the item a long erasure leaves until its rows are gone. */
export const isTombstone = (item: Item): boolean => item['status'] === 'erased';

const itemsOf = (db: Db, id: string): Promise<readonly Item[]> =>
  queryAll(db, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :state)',
    ExpressionAttributeValues: { ':pk': { S: personPk(id) }, ':state': { S: STATE_PREFIX } },
    ConsistentRead: true,
  });

/**
 * Consistent read; null where there is nobody, or a tombstone. Items of different revisions are read again.
 */
export async function readState(
  db: Db,
  id: string,
  onTombstone: () => Promise<void> = async () => undefined,
): Promise<Read | null> {
  for (let n = 0; n < TRIES; n += 1) {
    const items = await itemsOf(db, id);
    const head = items.find((item) => item['sk'] === HEAD);
    if (head === undefined) return null;
    if (isTombstone(head)) {
      await onTombstone();
      return null;
    }
    const read = stateOf(items);
    if (read !== 'torn') return read;
  }
  throw new Error(`the items of ${id} are of different revisions`);
}

/** The state in some rows of one partition. */
export function stateOf(rows: readonly Item[]): ReturnType<typeof decodeState> {
  const read = decodeState(rows);
  if (read !== 'torn') remember(read.loaded.participant, read.lying);
  return read;
}
