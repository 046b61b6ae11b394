/** What `doctor` looks at inside a stage: the ring of keys, the alarms of people, its functions. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { systemClock } from '../../functions/shell/clock.ts';
import { type Db, getItem } from '../../functions/shell/store/db.ts';
import { decodeKeys } from '../../functions/shell/store/items/codec.ts';
import { duePk, dueUntil, LINK_KEYS } from '../../functions/shell/store/items/keys.ts';
import { DUE_SHARDS, TABLE } from '../../functions/shell/store/items/table.ts';
import { type Instant, minutesBetween } from '../../program/kernel/time.ts';
import type { StackResource } from '../stage/resources.ts';

export interface KeyFacts {
  readonly current: number;
  readonly newest: number;
  /** Days since the newest was added; null = not noted. */
  readonly days: number | null;
}
export interface FunctionFacts {
  readonly name: string;
  readonly runtime: string;
  /** `Active`, and `Failed` where the last release of it failed. */
  readonly state: string;
}

const DAY_MINUTES = 24 * 60;
const INSTANT_LENGTH = 24;

/** Null where no key was ever made. */
export async function keyFacts(db: Db): Promise<KeyFacts | null> {
  const row = await getItem(db, LINK_KEYS);
  if (row === null) return null;
  const { keys, current } = decodeKeys(row);
  const addedAt: unknown = row['addedAt'];
  return {
    current,
    newest: Math.max(...keys.keys()),
    days:
      typeof addedAt === 'string' ? Math.floor(minutesBetween(addedAt, db.clock.now()) / DAY_MINUTES) : null,
  };
}

/** Minutes since the oldest alarm that should have been worked off; 0 = none. One read a shard. */
export async function overdueMinutes(db: Db): Promise<number> {
  const { QueryCommand } = await import('@aws-sdk/client-dynamodb');
  const now = db.clock.now();
  const { name, partitionKey, sortKey } = TABLE.dueIndex;
  const oldest = await Promise.all(
    Array.from({ length: DUE_SHARDS }, async (_, shard): Promise<Instant | null> => {
      const { Items = [] } = await db.client.send(
        new QueryCommand({
          TableName: db.table,
          IndexName: name,
          KeyConditionExpression: `${partitionKey} = :shard AND ${sortKey} <= :now`,
          ExpressionAttributeValues: { ':shard': { S: duePk(shard) }, ':now': { S: dueUntil(now) } },
          Limit: 1,
        }),
      );
      return Items[0]?.[sortKey]?.S?.slice(0, INSTANT_LENGTH) ?? null;
    }),
  );
  return Math.max(0, ...oldest.flatMap((at) => (at === null ? [] : minutesBetween(at, now))));
}

/** Every function of the service as its alias calls it. */
export async function functionFacts(
  region: string,
  resources: readonly StackResource[],
): Promise<readonly FunctionFacts[]> {
  const lambda = await import('@aws-sdk/client-lambda');
  const client = new lambda.LambdaClient({ region });
  const names = resources.filter(({ type }) => type === 'AWS::Lambda::Function').map(({ id }) => id);
  return Promise.all(
    names.map(async (name) => {
      const found = await client.send(
        new lambda.GetFunctionConfigurationCommand({ FunctionName: name, Qualifier: 'live' }),
      );
      const failed = found.LastUpdateStatus === 'Failed';
      return {
        name,
        runtime: found.Runtime ?? 'none',
        state: failed ? 'Failed' : (found.State ?? 'Active'),
      };
    }),
  );
}

/** The table of a stage as the store's reads want it. */
export const dbOf = (client: DynamoDBClient, table: string): Db => ({ client, table, clock: systemClock });
