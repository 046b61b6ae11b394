/**
 * Everything the table holds, as text: two of these compared say whether anything was written, whatever it
 * was.
 */
import { type AttributeValue, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';

type Item = Readonly<Record<string, AttributeValue>>;

const sorted = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Every item of the table of the local run, all pages, in the order of their keys. */
export async function everyItem(client: DynamoDBClient = new DynamoDBClient({})): Promise<readonly Item[]> {
  const items: Item[] = [];
  let from: Item | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: process.env['TABLE_NAME'],
        ConsistentRead: true,
        ...(from && { ExclusiveStartKey: { ...from } }),
      }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items;
}

/** One line an item, byte for byte comparable. */
export const tableText = async (): Promise<readonly string[]> =>
  (await everyItem()).map((item) => JSON.stringify(item, (_, value) => sorted(value))).sort();
