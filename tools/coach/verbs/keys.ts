/**
 * `rotate-keys`: a new key for links, in two steps. The first adds it; once every function knows it, the
 * second lets it sign. After a leak both come at once and every old link but the way out dies.
 */
import { randomBytes } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { LinkKeys } from '../../../functions/shell/ports.ts';
import { getItem, type Item } from '../../../functions/shell/store/db.ts';
import { decodeKeys, encodeKeys } from '../../../functions/shell/store/items/codec.ts';
import { LINK_KEYS } from '../../../functions/shell/store/items/keys.ts';
import { addMinutes, type Instant } from '../../../program/kernel/time.ts';
import type { Desk } from '../desk.ts';
import { type Said, stageAgain, type Verb } from '../verb.ts';

const KEY_BYTES = 32;
const MOST_KEYS = 255;
/** Functions keep the ring for five minutes; twice that is sure. */
const KNOWN_AFTER_MINUTES = 10;

interface Ring {
  readonly keys: LinkKeys;
  /** When the newest key was added. */
  readonly addedAt: Instant | null;
}

const newestOf = ({ keys }: LinkKeys): number => Math.max(...keys.keys());

function withNewKey(keys: LinkKeys): LinkKeys {
  const next = newestOf(keys) + 1;
  if (next > MOST_KEYS) throw new Error(`The ring has had ${MOST_KEYS} keys, which is all it can count.`);
  return { ...keys, keys: new Map([...keys.keys, [next, new Uint8Array(randomBytes(KEY_BYTES))]]) };
}
const signing = (keys: LinkKeys): LinkKeys => ({ ...keys, current: newestOf(keys) });
const alone = (keys: LinkKeys): LinkKeys => ({
  ...keys,
  retired: [...keys.keys.keys()].filter((kid) => kid !== keys.current),
});

/** What one run of the command makes of the ring; null = it has to wait, until then. */
export function rotated(
  { keys, addedAt }: Ring,
  now: Instant,
  leaked: boolean,
): { readonly ring: Ring; readonly step: 'added' | 'signs' | 'leaked' } | { readonly waitUntil: Instant } {
  const waits = newestOf(keys) !== keys.current;
  if (leaked) return { ring: { keys: alone(signing(withNewKey(keys))), addedAt: now }, step: 'leaked' };
  if (!waits) return { ring: { keys: withNewKey(keys), addedAt: now }, step: 'added' };
  const known = addMinutes(addedAt ?? now, KNOWN_AFTER_MINUTES);
  return now < known ? { waitUntil: known } : { ring: { keys: signing(keys), addedAt }, step: 'signs' };
}

/** Writes the ring over the one that was read, and over no other. */
async function write({ db }: Desk, read: Item, { keys, addedAt }: Ring): Promise<void> {
  const item = { ...LINK_KEYS, ...encodeKeys(keys), addedAt: addedAt ?? undefined };
  await db.client.send(
    new PutItemCommand({
      TableName: db.table,
      Item: marshall(item, { removeUndefinedValues: true }),
      ConditionExpression: '#ring = :ring AND #current = :current',
      ExpressionAttributeNames: { '#ring': 'keys', '#current': 'current' },
      ExpressionAttributeValues: marshall({ ':ring': read['keys'], ':current': read['current'] }),
    }),
  );
}

const SAYS = {
  added: (now: Instant): string =>
    'A new key is in the ring. Run this again after ' +
    `${addMinutes(now, KNOWN_AFTER_MINUTES).slice(11, 16)} UTC, then it signs.\n`,
  signs: (): string => 'The new key signs every link from now on; links of before still open.\n',
  leaked: (): string =>
    'A new key signs, and every link of before is dead but the way out; the next mail brings new ones. ' +
    'For five minutes functions may still refuse a new link.\n',
} as const;

export const rotateKeys: Verb = async (asked): Promise<Said> => {
  const { leaked } = asked.given;
  if (leaked) stageAgain(asked);
  const desk = await asked.desk();
  // Makes the ring where no function has yet.
  await desk.store.keys();
  const read = await getItem(desk.db, LINK_KEYS);
  if (read === null) throw new Error(`The stage "${desk.stage}" has no keys.`);
  const now = desk.clock.now();
  const addedAt = typeof read['addedAt'] === 'string' ? read['addedAt'] : null;
  const next = rotated({ keys: decodeKeys(read), addedAt }, now, leaked);
  if ('waitUntil' in next)
    throw new Error(
      `The new key is not known everywhere yet: run this again after ${next.waitUntil.slice(11, 16)} UTC.`,
    );
  await write(desk, read, next.ring);
  return { text: SAYS[next.step](now), json: { step: next.step, current: next.ring.keys.current } };
};
