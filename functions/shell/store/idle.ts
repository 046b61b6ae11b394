/**
 * A look and a write that do nothing: as heavy as a commit, on rows that are nobody's. What must not show how
 * it ended costs the same work either way (docs/architecture.md §9.3).
 */
import { randomInt, randomUUID } from 'node:crypto';
import { TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { addMinutes } from '../../../program/kernel/time.ts';
import { type Db, toItem } from './db.ts';
import { lookAtNothing } from './head-write.ts';
import { limitKey, ttlSeconds } from './items/keys.ts';

/** Rows of a sign-up's commit: head and person, journal, command, claim. */
const ROW_BYTES = [300, 200, 200, 40, 40] as const;
/**
 * Enough places that two idle writes seldom meet; all of them together are a few hundred rows that expire.
 */
const PLACES = 64;
const MINUTES = 10;

/** Writes and means nothing. Meeting another idle write is no fault. */
export async function idleWrite(db: Db): Promise<void> {
  await lookAtNothing(db, 'idle');
  const place = randomInt(PLACES);
  const ttl = ttlSeconds(addMinutes(db.clock.now(), MINUTES));
  const items = ROW_BYTES.map((bytes, n) => ({
    Put: {
      TableName: db.table,
      Item: toItem({ ...limitKey(`idle.${place}.${n}`), filling: 'x'.repeat(bytes), ttl }),
    },
  }));
  try {
    await db.client.send(
      new TransactWriteItemsCommand({ TransactItems: items, ClientRequestToken: randomUUID() }),
    );
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
  }
}
