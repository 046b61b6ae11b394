/** What the local run asks the table directly: whose alarm rings next, and who there is. */
import {
  type AttributeValue,
  type DynamoDBClient,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { DUE_SHARDS, TABLE } from '../../functions/shell/store/table.ts';
import type { Instant } from '../../program/kernel/time.ts';

const INSTANT_LENGTH = 24;

/** The earliest alarm of all shards of the due index; null when everybody is idle. */
export async function earliestAlarm(client: DynamoDBClient, table: string): Promise<Instant | null> {
  const { name, partitionKey, sortKey } = TABLE.dueIndex;
  const firsts = await Promise.all(
    Array.from({ length: DUE_SHARDS }, (_, shard) =>
      client.send(
        new QueryCommand({
          TableName: table,
          IndexName: name,
          KeyConditionExpression: '#p = :p',
          ExpressionAttributeNames: { '#p': partitionKey },
          ExpressionAttributeValues: { ':p': { S: `DUE#${shard}` } },
          Limit: 1,
        }),
      ),
    ),
  );
  const alarms = firsts.flatMap((page) =>
    (page.Items ?? []).flatMap((item) => item[sortKey]?.S?.slice(0, INSTANT_LENGTH) ?? []),
  );
  return alarms.sort()[0] ?? null;
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
        ExpressionAttributeValues: { ':s': { S: 'STATE' } },
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    ids.push(...(page.Items ?? []).map((item) => (item['pk']?.S ?? '').slice('P#'.length)));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return ids;
}
