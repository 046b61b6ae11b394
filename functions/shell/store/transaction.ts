/** Sends a transaction and reads DynamoDB's reasons when it is cancelled. */
import { TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Db } from './db.ts';
import type { Action, Slot } from './expressions.ts';

/** Slots whose condition failed, or null when the failure was of another kind. */
export function failedSlots(actions: readonly Action[], error: unknown): readonly Slot[] | null {
  if (!(error instanceof TransactionCanceledException)) return null;
  const reasons = error.CancellationReasons ?? [];
  // Another transaction held the item: as good as a changed revision.
  if (reasons.some((r) => r.Code === 'TransactionConflict')) return ['state'];
  if (reasons.some((r) => r.Code !== undefined && r.Code !== 'None' && r.Code !== 'ConditionalCheckFailed'))
    return null;
  return actions
    .filter((_, index) => reasons[index]?.Code === 'ConditionalCheckFailed')
    .map((action) => action.slot);
}

/** Sends one transaction. The token makes a second call with the same actions the same transaction. */
export async function send(db: Db, actions: readonly Action[], token: string): Promise<void> {
  await db.client.send(
    new TransactWriteItemsCommand({
      TransactItems: actions.map((action) => action.item),
      ClientRequestToken: token,
    }),
  );
}
