/**
 * Counters of sign-up limits. They forget by themselves: a window that is over counts as absent, however late
 * the table removes it.
 */
import { assert } from '../../../program/kernel/assert.ts';
import type { Instant } from '../../../program/kernel/time.ts';
import { type Db, putItemIf, updateItemIf } from './db.ts';
import { limitKey, ttlSeconds } from './items/keys.ts';

/** Beyond this nobody needs to know how many. */
export const COUNT_CAP = 100_000;
const TRIES = 3;

/**
 * Adds one to the counter `name` and returns the count in its window. A window runs to the `windowEnds` of
 * whoever opened it. A lost answer may count one call twice: a limit errs on the strict side.
 */
export async function countIn(db: Db, name: string, windowEnds: Instant): Promise<number> {
  const now = db.clock.now();
  assert(windowEnds > now, 'a window ends in the future');
  const key = limitKey(name);
  for (let i = 0; i < TRIES; i += 1) {
    const open = await updateItemIf(db, key, {
      update: 'SET n = n + :one',
      values: { one: 1 },
      condition: { expression: 'endsAt > :now AND n < :cap', values: { now, cap: COUNT_CAP } },
    });
    if (open !== null) return Number(open['n']);
    const first = await putItemIf(
      db,
      { ...key, n: 1, endsAt: windowEnds, ttl: ttlSeconds(windowEnds) },
      {
        expression: 'attribute_not_exists(pk) OR endsAt <= :now',
        values: { now },
      },
    );
    if (first) return 1;
  }
  return COUNT_CAP;
}
