/**
 * `list`: whom to look at, by need. It reads the rows of the worklist in the index, a page of them, and of
 * whoever stopped how far the safety mail got. It names nobody: an id, a need, since when.
 */
import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { type Db, queryAll } from '../../../functions/shell/store/db.ts';
import { decodeDispatch } from '../../../functions/shell/store/dispatch-row.ts';
import { idOf, MAIL_PREFIX, needKey, needPk, personPk } from '../../../functions/shell/store/items/keys.ts';
import { TABLE } from '../../../functions/shell/store/items/table.ts';
import type { Instant } from '../../../program/kernel/time.ts';
import { NEEDS, type Need } from '../../../program/participant/need.ts';
import { type Said, table, type Verb } from '../verb.ts';

/** How far the newest safety mail got; `none`: it was not tried yet. */
type SafetyMail = 'arrived' | 'left' | 'undelivered' | 'none';
export interface Listed {
  readonly need: Need;
  readonly id: string;
  readonly since: Instant;
  readonly safetyMail: SafetyMail | null;
}
interface Page {
  readonly people: readonly Listed[];
  /** Where to go on; null at the end. */
  readonly next: string | null;
}

const LIMITS = { least: 1, most: 500, usual: 50 } as const;
const { dueIndex } = TABLE;

function limitOf(text: string | undefined): number {
  const limit = text === undefined ? LIMITS.usual : Number(text);
  if (Number.isInteger(limit) && limit >= LIMITS.least && limit <= LIMITS.most) return limit;
  throw new Error(`--limit must be a whole number from ${LIMITS.least} to ${LIMITS.most}; it is "${text}".`);
}

/** `stopped/2026-03-09T07:00:00.000Z/ID`: a row of the worklist. */
const placeOf = ({ need, since, id }: Listed): string => `${need}/${since}/${id}`;
function readPlace(text: string): Pick<Listed, 'need' | 'since' | 'id'> {
  const [need, since, id, more] = text.split('/');
  if ((NEEDS as readonly (string | undefined)[]).includes(need) && since && id && more === undefined)
    return { need: need as Need, since, id };
  throw new Error(`--after "${text}" is no place of a list: copy it from the end of the list before.`);
}

async function withNeed(
  db: Db,
  need: Need,
  limit: number,
  after: Pick<Listed, 'since' | 'id'> | null,
): Promise<readonly Omit<Listed, 'safetyMail'>[]> {
  const start: QueryCommandInput['ExclusiveStartKey'] =
    after === null
      ? undefined
      : {
          [TABLE.partitionKey]: { S: needKey(after.id).pk },
          [TABLE.sortKey]: { S: needKey(after.id).sk },
          [dueIndex.partitionKey]: { S: needPk(need) },
          [dueIndex.sortKey]: { S: after.since },
        };
  const { Items = [] } = await db.client.send(
    new QueryCommand({
      TableName: db.table,
      IndexName: dueIndex.name,
      KeyConditionExpression: `${dueIndex.partitionKey} = :need`,
      ExpressionAttributeValues: { ':need': { S: needPk(need) } },
      ScanIndexForward: false,
      Limit: limit,
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    }),
  );
  return Items.map((item) => ({
    need,
    id: idOf(item[TABLE.partitionKey]?.S ?? ''),
    since: item[dueIndex.sortKey]?.S ?? '',
  }));
}

async function safetyMailOf(db: Db, id: string): Promise<SafetyMail> {
  const rows = await queryAll(db, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :mail)',
    ExpressionAttributeValues: { ':pk': { S: personPk(id) }, ':mail': { S: `${MAIL_PREFIX}safety` } },
  });
  const newest = rows.map(decodeDispatch).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (newest === undefined) return 'none';
  switch (newest.status) {
    case 'delivered':
      return 'arrived';
    case 'sent':
    case 'delayed':
      return 'left';
    case 'claimed':
    case 'refused':
    case 'bounced':
    case 'complained':
    case 'abandoned':
      return 'undelivered';
  }
}

const WORRYING: readonly (SafetyMail | null)[] = ['undelivered', 'none'];
/** Of a page, whom the safety mail did not reach comes first; else by need, the newest first. */
const byUrgency = (a: Listed, b: Listed): number =>
  Number(WORRYING.includes(b.safetyMail)) - Number(WORRYING.includes(a.safetyMail));

/** One page of the worklist: a query a need, and one a person who stopped. */
export async function worklist(db: Db, limit: number, after: string | null): Promise<Page> {
  const from = after === null ? null : readPlace(after);
  const people: Omit<Listed, 'safetyMail'>[] = [];
  for (const need of NEEDS.slice(from === null ? 0 : NEEDS.indexOf(from.need))) {
    const left = limit + 1 - people.length;
    if (left <= 0) break;
    people.push(...(await withNeed(db, need, left, from?.need === need ? from : null)));
  }
  const page = await Promise.all(
    people.slice(0, limit).map(async (one): Promise<Listed> => {
      const isStop = one.need === 'stopped' || one.need === 'unreachable';
      return { ...one, safetyMail: isStop ? await safetyMailOf(db, one.id) : null };
    }),
  );
  const last = page.at(-1);
  const next = people.length > limit && last !== undefined ? placeOf(last) : null;
  return { people: page.toSorted(byUrgency), next };
}

const NEED_WORDS: Readonly<Record<Need, string>> = {
  unreachable: 'stopped, and the address is closed',
  stopped: 'stopped for safety',
  rising: 'pain rose two weeks in a row',
  silent: 'two check-ins or more unanswered',
};
const MAIL_WORDS: Readonly<Record<SafetyMail, string>> = {
  arrived: 'arrived',
  left: 'left, no report yet',
  undelivered: 'NOT DELIVERED',
  none: 'NOT SENT YET',
};

function inWords({ people, next }: Page, taken: number): string {
  const places = `Places taken: ${taken}\n`;
  if (people.length === 0) return `Nobody needs a look.\n${places}`;
  const rows = people.map(({ need, id, since, safetyMail }) => [
    id,
    since.slice(0, 16).replace('T', ' '),
    NEED_WORDS[need],
    safetyMail === null ? '' : MAIL_WORDS[safetyMail],
  ]);
  const more = next === null ? '' : `There are more: npm run coach -- list --after ${next}\n`;
  return `${table([['person', 'since (UTC)', 'why', 'safety mail'], ...rows])}${more}${places}`;
}

export const list: Verb = async ({ given, desk }): Promise<Said> => {
  const limit = limitOf(given.limit);
  const after = given.after ?? null;
  if (after !== null) readPlace(after);
  const { db, store } = await desk();
  const [page, places] = await Promise.all([worklist(db, limit, after), store.places()]);
  return { text: inWords(page, places), json: { ...page, places } };
};
