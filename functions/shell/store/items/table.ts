/**
 * The one table (docs/architecture.md §6), as data: the deployed table, the embedded engine and the tests are
 * all made from this.
 */
export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'ttl',
  /** Sparse index of people with an alarm. KEYS_ONLY: it holds no health data and is only ever a hint. */
  dueIndex: { name: 'due', partitionKey: 'duePk', sortKey: 'dueSk', projection: 'KEYS_ONLY' },
} as const;

/**
 * Shards of the due index; a participant's shard is a hash of the id, so adding shards later would rewrite
 * every item.
 */
export const DUE_SHARDS = 8;
