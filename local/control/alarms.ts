/** What the local run asks the table directly: whose alarm rings next, and who there is. */
import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { HEAD } from '../../functions/shell/store/items/keys.ts';
import { TABLE } from '../../functions/shell/store/items/table.ts';
import type { Instant } from '../../program/kernel/time.ts';

const INSTANT_LENGTH = 24;

/**
 * The earliest alarm in the due index; null when no alarm is set. One scan of the index: it holds a key for
 * each participant with an alarm, and a local run is asked this many times a second.
 */
export async function earliestAlarm(client: DynamoDBClient, table: string): Promise<Instant | null> {
  const { name, partitionKey, sortKey } = TABLE.dueIndex;
  let earliest: Instant | null = null;
  let from: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        IndexName: name,
        ProjectionExpression: '#s',
        // The worklist of the operator stands in the same index, and rings nobody.
        FilterExpression: 'begins_with(#p, :due)',
        ExpressionAttributeNames: { '#s': sortKey, '#p': partitionKey },
        ExpressionAttributeValues: { ':due': { S: 'DUE#' } },
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    for (const item of page.Items ?? []) {
      const at = item[sortKey]?.S?.slice(0, INSTANT_LENGTH);
      if (at !== undefined && (earliest === null || at < earliest)) earliest = at;
    }
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return earliest;
}

/** Ids of everybody with a state, in no order. */
export async function everybody(client: DynamoDBClient, table: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let from: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        FilterExpression: 'sk = :s',
        ExpressionAttributeValues: { ':s': { S: HEAD } },
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    ids.push(...(page.Items ?? []).map((item) => (item['pk']?.S ?? '').slice('P#'.length)));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return ids;
}
