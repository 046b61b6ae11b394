/** What operators did to a stage and why, in rows of its table; one person's own journal tells the rest. */
import { systemIds } from '../../functions/shell/ids.ts';
import { type Db, putItem, queryAll } from '../../functions/shell/store/db.ts';
import type { Instant } from '../../program/kernel/time.ts';

const ACTS_PK = 'K#OPERATOR';

export interface Act {
  readonly at: Instant;
  readonly verb: string;
  readonly reason: string;
  /** What came of it, in words. */
  readonly outcome: string;
}

/** Notes an act before it is done; the answer writes what came of it over the same row. */
export async function noteAct(
  db: Db,
  act: Pick<Act, 'verb' | 'reason'>,
): Promise<(outcome: string) => Promise<void>> {
  const at = db.clock.now();
  const key = { pk: ACTS_PK, sk: `${at}#${systemIds.command()}` };
  await putItem(db, { ...key, at, ...act, outcome: 'begun' });
  return (outcome) => putItem(db, { ...key, at, ...act, outcome });
}

/** The newest acts, newest first. */
export async function latestActs(db: Db, limit: number): Promise<readonly Act[]> {
  const rows = await queryAll(
    db,
    {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: ACTS_PK } },
      ScanIndexForward: false,
    },
    limit,
  );
  return rows.map(({ at, verb, reason, outcome }) => ({
    at: String(at),
    verb: String(verb),
    reason: String(reason),
    outcome: String(outcome),
  }));
}
