/**
 * Mails to nobody and looks at the queue of events (docs/architecture.md §7.7): written only while somebody
 * waits for evidence, forgotten by themselves. One row for five minutes, so that whoever comes first sends
 * the one canary of that time.
 */
import * as z from 'zod';
import { addMinutes, type Instant, MINUTES_PER_DAY } from '../../../program/kernel/time.ts';
import type { EventStream } from '../../../program/mails/silence.ts';
import { type Db, deleteItem, putItemIf, queryAll, updateItemIf } from './db.ts';
import { CANARY_PREFIX, canaryKey, EVENTS_PK, EVENTS_SEEN, ttlSeconds } from './items/keys.ts';

const SLOT_MS = 5 * 60_000;
/** Longer than anybody waits for evidence. */
const KEPT_MINUTES = 2 * MINUTES_PER_DAY;
const DIGITS = 9;
/** The five minutes of an instant; sorts as text, and may stand in a tag of the provider. */
export const slotOf = (at: Instant): string =>
  String(Math.floor(Date.parse(at) / SLOT_MS)).padStart(DIGITS, '0');

const canaryItem = z.looseObject({
  at: z.string(),
  acceptedAt: z.string().optional(),
  handledAt: z.string().optional(),
});
const seenItem = z.looseObject({ since: z.string() });

/** Takes the canary of these five minutes; its name, or null when it is taken. */
export async function takeCanary(db: Db, at: Instant): Promise<string | null> {
  const name = slotOf(at);
  const item = { ...canaryKey(name), at, ttl: ttlSeconds(addMinutes(at, KEPT_MINUTES)) };
  return (await putItemIf(db, item, { expression: 'attribute_not_exists(pk)' })) ? name : null;
}

/** The first word counts; of a canary that is not there it says nothing. */
export async function markCanary(
  db: Db,
  name: string,
  what: 'accepted' | 'handled',
  at: Instant,
): Promise<void> {
  const attribute = `${what}At`;
  await updateItemIf(db, canaryKey(name), {
    update: `SET ${attribute} = if_not_exists(${attribute}, :at)`,
    values: { at },
    condition: { expression: 'attribute_exists(pk)' },
  });
}

/** Looks that find nothing count from the first of them; one that finds something ends them. */
export async function sawEventQueue(db: Db, at: Instant, empty: boolean): Promise<void> {
  if (!empty) return deleteItem(db, EVENTS_SEEN);
  const item = { ...EVENTS_SEEN, since: at, ttl: ttlSeconds(addMinutes(at, KEPT_MINUTES)) };
  const over = addMinutes(at, -KEPT_MINUTES);
  await putItemIf(db, item, { expression: 'attribute_not_exists(pk) OR since < :over', values: { over } });
}

/** Canaries sent at `since` or later, without those that nobody knows the provider to have taken. */
export async function eventStream(db: Db, since: Instant): Promise<EventStream> {
  const items = await queryAll(db, {
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk >= :from',
    ExpressionAttributeValues: { ':pk': { S: EVENTS_PK }, ':from': { S: canaryKey(slotOf(since)).sk } },
  });
  const canaries = items
    .filter((item) => String(item['sk']).startsWith(CANARY_PREFIX))
    .map((item) => canaryItem.parse(item))
    .filter((row) => row.acceptedAt !== undefined || row.handledAt !== undefined)
    .map(({ at, handledAt = null }) => ({ at, handledAt }));
  const seen = items.find((item) => item['sk'] === EVENTS_SEEN.sk);
  return { canaries, emptySince: seen === undefined ? null : seenItem.parse(seen).since };
}
