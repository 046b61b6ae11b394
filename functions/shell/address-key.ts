/**
 * What a mail address is known by outside the participant's own state: a keyed hash, useless without the
 * pepper.
 */
import { createHmac } from 'node:crypto';
import type { Store } from './ports.ts';

/**
 * One mailbox, one form: trimmed, in lower case, without the +tag, so that the same person cannot have two
 * programmes (docs/architecture.md §9.3). Mail itself goes to the address as it was typed.
 */
export function normaliseAddress(address: string): string {
  const text = address.trim().toLowerCase().normalize('NFC');
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const plus = local.indexOf('+');
  return `${plus > 0 ? local.slice(0, plus) : local}${text.slice(at)}`;
}

/** HMAC-SHA-256 of the normalised address under the pepper of the table; 43 characters of base64url. */
export const addressKey = (pepper: Uint8Array, address: string): string =>
  createHmac('sha256', pepper).update(normaliseAddress(address), 'utf8').digest('base64url');

/** The key of an address under the table's own pepper. */
export const addressKeyOf = async (
  app: { readonly store: Pick<Store, 'keys'> },
  address: string,
): Promise<string> => addressKey((await app.store.keys()).pepper, address);
