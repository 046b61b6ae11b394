/** Everybody on file, one partition after the other, with progress for whoever waits. */
import { paginateScan } from '@aws-sdk/client-dynamodb';
import { HEAD, idOf } from '../../../functions/shell/store/items/keys.ts';
import { TABLE } from '../../../functions/shell/store/items/table.ts';
import type { Desk } from '../desk.ts';
import type { Life } from './lives.ts';

const AT_ONCE = 10;

async function idsOf({ db }: Desk): Promise<readonly string[]> {
  const ids: string[] = [];
  const pages = paginateScan(
    { client: db.client },
    {
      TableName: db.table,
      FilterExpression: `${TABLE.sortKey} = :head`,
      ExpressionAttributeValues: { ':head': { S: HEAD } },
      ProjectionExpression: TABLE.partitionKey,
    },
  );
  for await (const { Items = [] } of pages)
    ids.push(...Items.map((item) => idOf(item[TABLE.partitionKey]?.S ?? '')));
  return ids;
}

/** State, journal and mails of everybody. A figure of a cohort reads the whole table: rightly a scan. */
export async function everybody(desk: Desk, progress: (line: string) => void): Promise<readonly Life[]> {
  const ids = await idsOf(desk);
  const lives: Life[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => desk.store.everything(id)));
    for (const one of some)
      if (one !== null && one.participant.status !== 'erased')
        lives.push({ ...one, participant: one.participant });
    progress(`read ${Math.min(ids.length, from + AT_ONCE)} of ${ids.length} people`);
  }
  return lives;
}
