/**
 * What a mail address is known by outside the participant's own state: a keyed hash, useless without the
 * pepper.
 */
import { createHmac } from 'node:crypto';
import { normaliseAddress } from './mailboxes.ts';
import type { Store } from './ports.ts';

/** HMAC-SHA-256 of the normalised address under the pepper of the table; 43 characters of base64url. */
export const addressKey = (pepper: Uint8Array, address: string): string =>
  createHmac('sha256', pepper).update(normaliseAddress(address), 'utf8').digest('base64url');

/** The key of an address under the table's own pepper. */
export const addressKeyOf = async (
  app: { readonly store: Pick<Store, 'keys'> },
  address: string,
): Promise<string> => addressKey((await app.store.keys()).pepper, address);
