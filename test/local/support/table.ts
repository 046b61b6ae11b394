/**
 * Everything the table holds, as text: two of these compared say whether anything was written, whatever it
 * was.
 */
import { type AttributeValue, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unpacked } from '../../../functions/shell/store/items/packed.ts';

type Item = Readonly<Record<string, AttributeValue>>;

const sorted = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What is packed is shown as the text it holds, so that a secret in it is seen. */
const open = (item: Item): Item =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      value.B === undefined ? value : { S: unpacked(value.B) },
    ]),
  );

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
    items.push(...(page.Items ?? []).map(open));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items;
}

/** One line an item, byte for byte comparable. */
export const tableText = async (): Promise<readonly string[]> =>
  (await everyItem()).map((item) => JSON.stringify(item, (_, value) => sorted(value))).sort();
