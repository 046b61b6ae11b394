/** The few calls the store makes, with plain values in place of DynamoDB's typed ones. */
import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall, type NativeAttributeValue, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Clock } from '../ports.ts';
import type { Attributes } from './items/attributes.ts';
import type { Key } from './items/keys.ts';

export interface Db {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly clock: Clock;
}
export type Item = Readonly<Record<string, NativeAttributeValue>>;

/** Attributes as the client takes them; what is undefined is left out. */
export const toItem = (attributes: Attributes): Record<string, AttributeValue> =>
  marshall(attributes, { removeUndefinedValues: true });
export const toKey = (key: Key): Record<string, AttributeValue> => marshall({ pk: key.pk, sk: key.sk });

/**
 * A condition and its values, named as in the expression without the colon. `ttl` is a reserved word of
 * DynamoDB and is written `#ttl`.
 */
export interface Condition {
  readonly expression: string;
  readonly values?: Attributes;
}
const placeholders = (values: Attributes): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value]));

/**
 * The parts of a request that carry expressions; names are given only where they are used, as DynamoDB
 * insists.
 */
export function expressions(
  condition: Condition,
  values: Attributes = {},
  update = '',
): Pick<
  UpdateItemCommandInput,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
> {
  const all = { ...condition.values, ...values };
  return {
    ConditionExpression: condition.expression,
    ...(`${condition.expression} ${update}`.includes('#ttl')
      ? { ExpressionAttributeNames: { '#ttl': 'ttl' } }
      : {}),
    ...(Object.keys(all).length > 0
      ? { ExpressionAttributeValues: marshall(placeholders(all), { removeUndefinedValues: true }) }
      : {}),
  };
}

/** True of the refusal of one conditional write (a transaction refuses in another way). */
export const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';

/** Reads one item: as it is now, or `soon`, for half the price, as it was a moment ago. */
export async function getItem(db: Db, key: Key, when: 'now' | 'soon' = 'now'): Promise<Item | null> {
  const { Item: item } = await db.client.send(
    new GetItemCommand({ TableName: db.table, Key: toKey(key), ConsistentRead: when === 'now' }),
  );
  return item === undefined ? null : unmarshall(item);
}

/** Writes an item over whatever was there. */
export async function putItem(db: Db, item: Attributes): Promise<void> {
  await db.client.send(new PutItemCommand({ TableName: db.table, Item: toItem(item) }));
}

/** Writes an item if the condition holds; says whether it did. */
export async function putItemIf(db: Db, item: Attributes, condition: Condition): Promise<boolean> {
  try {
    await db.client.send(
      new PutItemCommand({ TableName: db.table, Item: toItem(item), ...expressions(condition) }),
    );
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}

/** Updates an item if the condition holds; the new values, or null when it did not. */
export async function updateItemIf(
  db: Db,
  key: Key,
  {
    update,
    values,
    condition,
  }: { readonly update: string; readonly values: Attributes; readonly condition: Condition },
): Promise<Item | null> {
  try {
    const { Attributes: changed } = await db.client.send(
      new UpdateItemCommand({
        TableName: db.table,
        Key: toKey(key),
        UpdateExpression: update,
        ReturnValues: 'UPDATED_NEW',
        ...expressions(condition, values, update),
      }),
    );
    return unmarshall(changed ?? {});
  } catch (error) {
    if (isConditionFailure(error)) return null;
    throw error;
  }
}

/** Updates an item, or makes it. */
export async function updateItem(db: Db, key: Key, update: string, values: Attributes): Promise<void> {
  await db.client.send(
    new UpdateItemCommand({
      TableName: db.table,
      Key: toKey(key),
      UpdateExpression: update,
      ExpressionAttributeValues: marshall(placeholders(values), { removeUndefinedValues: true }),
    }),
  );
}

/** Deletes an item; one that is not there is no error. */
export async function deleteItem(db: Db, key: Key): Promise<void> {
  await db.client.send(new DeleteItemCommand({ TableName: db.table, Key: toKey(key) }));
}

/** All items of a query, page by page, at most `limit`. */
export async function queryAll(
  db: Db,
  input: Omit<QueryCommandInput, 'TableName'>,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await db.client.send(
      new QueryCommand({
        TableName: db.table,
        ...input,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        ...(Number.isFinite(limit) ? { Limit: limit - items.length } : {}),
      }),
    );
    for (const item of page.Items ?? []) items.push(unmarshall(item));
    start = page.LastEvaluatedKey;
  } while (start !== undefined && items.length < limit);
  return items;
}
