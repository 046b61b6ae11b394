/**
 * The keys of links and the pepper of addresses, kept in the table itself
 * (docs/decisions/0004-link-keys-in-the-table.md).
 */
import { randomBytes } from 'node:crypto';
import type { LinkKeys } from '../ports.ts';
import { type Db, getItem, putItemIf } from './db.ts';
import { decodeKeys, encodeKeys } from './items/codec.ts';
import { LINK_KEYS } from './items/keys.ts';

const KEY_BYTES = 32;
const FRESH_MS = 5 * 60_000;
/** Unsubscribing must survive a table that cannot be read for a while: an old copy still opens links. */
const STALE_MS = 24 * 60 * 60_000;

/**
 * Reads the ring, and makes it when there is none yet; of two that make it at once, one wins and both use the
 * winner's.
 */
async function fetchKeys(db: Db): Promise<LinkKeys> {
  const found = await getItem(db, LINK_KEYS);
  if (found !== null) return decodeKeys(found);
  const made: LinkKeys = {
    current: 1,
    keys: new Map([[1, new Uint8Array(randomBytes(KEY_BYTES))]]),
    retired: [],
    pepper: new Uint8Array(randomBytes(KEY_BYTES)),
  };
  const item = { ...LINK_KEYS, ...encodeKeys(made), addedAt: db.clock.now() };
  await putItemIf(db, item, { expression: 'attribute_not_exists(pk)' });
  const stored = await getItem(db, LINK_KEYS);
  if (stored === null) throw new Error('the link keys were written and cannot be read');
  return decodeKeys(stored);
}

/**
 * A reader that keeps the ring for five minutes, so that an added key is known everywhere soon (then it may
 * sign).
 */
export function keyReader(db: Db): () => Promise<LinkKeys> {
  let cached: { readonly keys: LinkKeys; readonly at: number } | null = null;
  return async () => {
    const now = db.clock.monotonic();
    if (cached !== null && now - cached.at < FRESH_MS) return cached.keys;
    try {
      cached = { keys: await fetchKeys(db), at: now };
    } catch (error) {
      if (cached === null || now - cached.at >= STALE_MS) throw error;
    }
    return cached.keys;
  };
}
